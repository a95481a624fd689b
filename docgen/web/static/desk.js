// The page improves itself; every page works without.
"use strict";

const summary = document.querySelector("[data-focus]");
if (summary) summary.focus();

// A page that waits for something shows itself again, unless its reader is typing or on the way elsewhere.
const again = document.querySelector("[data-reload]");
if (again) {
  const reload = () => {
    const typing = document.activeElement && document.activeElement.matches("input, textarea, select");
    if (!typing) location.reload();
  };
  let timer = setTimeout(reload, Number(again.dataset.reload));
  addEventListener("beforeunload", () => { clearTimeout(timer); timer = setTimeout(reload, 20000); });
}

// What is pressed in `part`: put away before it is let go, it would hear of no click. Wait for what this gives.
function pressedIn(part) {
  let pressed = null;
  part.addEventListener("pointerdown", () => {
    pressed = new Promise((done) => {
      const released = () => setTimeout(() => { pressed = null; done(); });
      for (const end of ["pointerup", "pointercancel"]) addEventListener(end, released, { once: true });
    });
  });
  return () => pressed;
}

// Ctrl+S saves the form at hand.
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
  const save = document.querySelector("[data-save]");
  if (!save) return;
  event.preventDefault();
  save.click();
});

// A row whose first link leads somewhere is clickable as a whole.
document.addEventListener("click", (event) => {
  const row = event.target.closest("[data-row]");
  if (!row || event.target.closest("a, button, input, select, textarea, label, summary")) return;
  if (String(window.getSelection())) return;
  const link = row.querySelector("a[href]");
  if (link) link.click();
});

// Sends a form's fields as the page itself would; the answer is the caller's to read.
window.desk = {
  post(address, fields) {
    const token = document.querySelector("input[name=csrf]");
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return fetch(address, { method: "POST", body, headers: { "x-csrf": token ? token.value : "" } });
  },
};
