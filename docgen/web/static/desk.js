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

// A page that waits for something shows itself again, while its reader neither types nor goes through it by keys.
const again = document.querySelector("[data-reload]");
if (again) {
  const reload = () => {
    if (desk.mayReload() && document.activeElement === document.body) location.reload();
    else setTimeout(reload, 400);
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
