// The page improves itself; every page works without.
"use strict";

const summary = document.querySelector("[data-focus]");
if (summary) summary.focus();

// What scripts of pages share.
window.desk = {
  // Sends a form's fields as the page itself would; the answer is the caller's to read.
  post(address, fields) {
    const token = document.querySelector("input[name=csrf]");
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
    return fetch(address, { method: "POST", body, headers: { "x-csrf": token ? token.value : "" } });
  },

  // What a mouse is pressed on would hear of no click if it moved or went: wait for this before anything does.
  pressed: () => held,

  // Whether the page may show itself anew: nothing is pressed, and its reader is not on the way elsewhere.
  // A way that leads to a file ends here; after a while it is taken for one.
  mayReload: () => !held && performance.now() - left > 20000,
};
let held = null, left = -Infinity;
addEventListener("beforeunload", () => { left = performance.now(); });
addEventListener("pointerdown", (event) => {
  if (event.button) return;  // its end may be a menu's, not the page's
  const heard = new AbortController();
  const mine = held = new Promise((done) => {
    const end = (now) => {
      if (now.type === "pointermove" && now.buttons) return;
      heard.abort();
      setTimeout(() => { if (held === mine) held = null; done(); });
    };
    for (const kind of ["pointerup", "pointercancel", "pointermove"]) addEventListener(kind, end, { signal: heard.signal });
  });
}, true);

// A page that waits for something shows itself again, unless its reader is typing; who goes by keys is where they were.
{
  const again = document.querySelector("[data-reload]");
  const [to, which] = JSON.parse(sessionStorage.getItem("docgen-at") || '["", 0]');
  const links = (address) => [...document.links].filter((one) => one.getAttribute("href") === address);
  sessionStorage.removeItem("docgen-at");
  if (to && links(to)[which]) links(to)[which].focus({ preventScroll: true });
  if (again) {
    const reload = () => {
      const at = document.activeElement, address = at.getAttribute("href");
      if (!desk.mayReload() || at.matches("input, textarea, select")) return setTimeout(reload, 400);
      if (address && at.matches(":focus-visible")) {
        sessionStorage.setItem("docgen-at", JSON.stringify([address, links(address).indexOf(at)]));
      }
      location.reload();
    };
    setTimeout(reload, Number(again.dataset.reload));
  }
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
