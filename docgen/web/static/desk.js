// The page improves itself; every page works without.
"use strict";

const summary = document.querySelector("[data-focus]");
if (summary) summary.focus();

// What is pressed, and when the reader last went elsewhere.
let held = null, left = -Infinity;

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

// A page that waits for something shows itself again, unless its reader chose or typed something, or is about to;
// who goes by keys is where they were.
{
  const again = document.querySelector("[data-reload]");
  const alike = (kind, looks) => [...document.querySelectorAll(kind)].filter((one) => one.outerHTML === looks);
  const [kind, looks, which] = JSON.parse(sessionStorage.getItem("docgen-at") || '["a", "", 0]');
  sessionStorage.removeItem("docgen-at");
  const was = alike(kind, looks)[which];
  if (was) was.focus({ preventScroll: true });
  if (again) {
    let typed = false;
    addEventListener("input", () => { typed = true; });
    const reload = () => {
      const at = document.activeElement;
      if (typed) return;
      if (!desk.mayReload() || at.matches("input, textarea, select")) return setTimeout(reload, 400);
      if (at.matches(":focus-visible")) {
        const place = alike(at.tagName, at.outerHTML).indexOf(at);
        sessionStorage.setItem("docgen-at", JSON.stringify([at.tagName, at.outerHTML, place]));
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
