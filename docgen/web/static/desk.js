// The page improves itself; every page works without.
"use strict";

const summary = document.querySelector("[data-focus]");
if (summary) summary.focus();

// What is pressed in `part`: put away before it is let go, it would hear of no click. Wait for what this gives.
function pressedIn(part) {
  let pressed = null;
  part.addEventListener("pointerdown", (event) => {
    if (event.button) return;  // its end may be a menu's, not the page's
    const heard = new AbortController();
    const mine = pressed = new Promise((done) => {
      const released = () => {
        heard.abort();
        setTimeout(() => { if (pressed === mine) pressed = null; done(); });
      };
      for (const end of ["pointerup", "pointercancel"]) addEventListener(end, released, { signal: heard.signal });
    });
  });
  return () => pressed;
}

// Whether the page may show itself anew: not while a mouse is pressed on it, nor while its reader is on the way
// elsewhere; a way that leads to a file ends here.
const pressedHere = pressedIn(document);
let left = -Infinity;
addEventListener("beforeunload", () => { left = performance.now(); });
const mayReload = () => !pressedHere() && performance.now() - left > 20000;

// A page that waits for something shows itself again, unless its reader is typing.
const again = document.querySelector("[data-reload]");
if (again) {
  const reload = () => {
    const typing = document.activeElement && document.activeElement.matches("input, textarea, select");
    if (!mayReload()) setTimeout(reload, 400);
    else if (!typing) location.reload();
  };
  setTimeout(reload, Number(again.dataset.reload));
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
