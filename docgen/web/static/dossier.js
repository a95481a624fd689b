// The dossier is watched while it is looked at; scans are dropped; small forms open over the page.
"use strict";

const watch = document.querySelector("[data-watch]");

async function look() {
  if (!document.hidden) {
    try {
      const seen = await (await fetch(watch.dataset.watch)).json();
      await desk.pressed();
      if (seen.token !== watch.dataset.token) {
        watch.dataset.token = seen.token;
        const names = seen.changed.join(", ");
        const told = watch.querySelector("[data-changed]");
        if (told.textContent !== names) told.textContent = names;
        watch.hidden = !names;
      }
    } catch {
      // The desk does not answer: the next look will tell.
    }
  }
  setTimeout(look, 2000);
}
if (watch) setTimeout(look, 2000);

for (const drop of document.querySelectorAll("[data-drop]")) {
  const input = drop.querySelector("input[type=file]");
  const over = (event) => {
    event.preventDefault();
    drop.classList.toggle("over", event.type === "dragover");
  };
  drop.addEventListener("dragover", over);
  drop.addEventListener("dragleave", over);
  drop.addEventListener("drop", (event) => {
    over(event);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    drop.requestSubmit();
  });
  input.addEventListener("change", () => input.files.length && drop.requestSubmit());
}

// A link to a small form opens it in a dialog; without this it is a page of its own.
const dialog = document.createElement("dialog");
let opener = null;

function fill(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const part = page.querySelector("[data-form]");
  if (!part) return false;
  dialog.replaceChildren(document.importNode(part, true));
  const title = dialog.querySelector("h1");
  title.id = "hop-thoai";
  dialog.setAttribute("aria-labelledby", title.id);
  return true;
}

function first() {
  const wanted = dialog.querySelector("[data-focus]") || dialog.querySelector("[autofocus], input:not([type=hidden])");
  if (wanted) wanted.focus();
}

// The newest answer wins; `quiet` leaves the focus where it is.
let turn = 0, soon = 0;
async function send(form, button, quiet) {
  clearTimeout(soon);
  const mine = ++turn;
  const fields = new FormData(form, button);
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(fields) });
  if (answer.redirected) return location.assign(answer.url);
  const text = await answer.text();
  if (quiet) await desk.pressed();
  if (mine !== turn) return;
  const at = dialog.contains(document.activeElement) ? document.activeElement.id : "";
  if (!fill(text)) return location.reload();
  const same = quiet && at ? document.getElementById(at) : null;
  same ? same.focus() : first();
}

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-dialog]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    opener = link;
    const answer = await fetch(link.href);
    if (!answer.ok || !fill(await answer.text())) return location.assign(link.href);
    document.body.append(dialog);
    dialog.showModal();
    first();
  }
  if (event.target.closest("dialog [data-close]")) {
    event.preventDefault();
    dialog.close();
  }
});
dialog.addEventListener("submit", (event) => {
  event.preventDefault();
  send(event.target, event.submitter);
});
// What is typed is shown as it will print once its field is left.
dialog.addEventListener("change", (event) => {
  const form = event.target.closest("[data-rehearse]");
  if (!form || [...form.querySelectorAll("input:not([type=hidden])")].some((one) => !one.value.trim())) return;
  clearTimeout(soon);
  soon = setTimeout(() => send(form, null, true), 200);
});
dialog.addEventListener("close", () => opener && opener.focus());
