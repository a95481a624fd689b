// The record: saved field by field, tables by keys, pasted tables, boxes that offer. All of it works without.
"use strict";
{
  const form = document.getElementById("ban-khai");
  const words = form ? form.dataset : {};

  // --- Where an address points to a control, it has the focus.
  const land = () => {
    const there = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!there) return;
    for (let up = there.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    const control = there.matches("input, select, textarea, button") ? there : there.querySelector("input:not([type=hidden]), select, textarea");
    if (control) control.focus();
  };
  addEventListener("hashchange", land);
  // The browser itself goes to the address once the page is there, and takes the focus away.
  if (location.hash) addEventListener("load", () => setTimeout(land));

  // --- Saving: what changes is sent at once, long texts after two quiet seconds; the newest wins.
  const waiting = new Map();
  let busy = false, failed = false, quiet = 0, after = null;
  const say = (text, again) => {
    const line = document.getElementById("da-luu");
    line.textContent = text;
    if (!again) return;
    const button = document.createElement("button");
    button.type = "button"; button.className = "plain"; button.textContent = words.again;
    button.addEventListener("click", send);
    line.append(" ", button);
  };
  const announce = (text) => { document.getElementById("bao-luu").textContent = text; };
  const controls = (name) => [...form.elements].filter((one) => one.name === name);
  const queue = (control) => {
    if (!control.closest("[data-field], td")) return;
    if (control.type === "radio" && !control.checked) return;
    waiting.set(control.name, control.value);
  };

  const mark = (name, problem, waits) => {
    const control = controls(name)[0];
    const around = control && control.closest("[data-field], td");
    if (!around) return;
    around.classList.toggle("wrong", Boolean(problem) || waits);
    for (const old of around.querySelectorAll(".error, .draft")) old.remove();
    problem || waits ? control.setAttribute("aria-invalid", "true") : control.removeAttribute("aria-invalid");
    if (!problem && !waits) return;
    const told = document.createElement("p");
    told.className = problem ? "error" : "draft";
    told.id = `${name}-error`;
    if (problem) {
      told.innerHTML = '<span class="mark" aria-hidden="true">!</span> <span class="hidden"></span> ';
      told.querySelector(".hidden").textContent = words.error;
      told.append(`${problem.what}. ${problem.hint}`);
    } else told.textContent = words.waits;
    control.closest("td") ? around.append(told) : control.before(told);
    if (problem && waits) {
      const note = document.createElement("p");
      note.className = "draft";
      note.innerHTML = '<span class="state look"></span>';
      note.firstChild.textContent = words.waits;
      told.after(note);
    }
    const ids = new Set((control.getAttribute("aria-describedby") || "").split(" ").filter(Boolean)).add(told.id);
    control.setAttribute("aria-describedby", [...ids].join(" "));
  };

  const rename = (from, to) => {
    const row = (name) => form.querySelector(`[data-line="${CSS.escape(name)}"]`);
    const one = row(from), other = row(to);
    const call = (line, was, is) => {
      line.dataset.line = line.id = is;
      line.firstElementChild.textContent = /\[(\d+)\]$/.exec(is)[1];
      for (const part of line.querySelectorAll("[name], [id]")) for (const kind of ["name", "id", "aria-describedby", "list"]) {
        const value = part.getAttribute(kind);
        if (value && value.startsWith(`${was}.`)) part.setAttribute(kind, is + value.slice(was.length));
      }
    };
    if (one) call(one, from, `${to}~`);
    if (other) call(other, to, from);
    if (one) call(one, `${to}~`, to);
    const body = one && one.parentElement;
    if (other && one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING) body.insertBefore(one, other);
  };

  const show = (told, sent) => {
    form.elements.revision.value = told.revision;
    for (const old of document.querySelectorAll("input[name=revision]")) old.value = told.revision;
    for (const [from, to] of Object.entries(told.renamed)) rename(from, to);
    for (const name of sent) {
      const row = Object.keys(told.renamed).find((from) => name.startsWith(`${from}.`));
      const now = row ? told.renamed[row] + name.slice(row.length) : name;
      mark(now, told.problems[now], told.drafts.includes(now));
      const echo = document.getElementById(`${now}-echo`);
      if (echo && now in told.echoes) { echo.textContent = told.echoes[now]; echo.hidden = !told.echoes[now]; }
      const line = controls(now)[0] && controls(now)[0].closest("tr");
      if (line && told.drafts.every((draft) => !draft.startsWith(`${line.dataset.line}.`))) delete line.dataset.new;
      document.dispatchEvent(new CustomEvent("docgen:saved", { detail: { path: now, revision: told.revision } }));
    }
    const undo = document.querySelector("[data-undo]");
    if (undo && told.undo) undo.textContent = told.undo;
  };

  const send = async () => {
    clearTimeout(quiet);
    if (busy || !waiting.size) return;
    busy = true;
    const sent = [...waiting];
    waiting.clear();
    say(words.saving);
    try {
      const answer = await desk.post(words.saveTo, [["revision", form.elements.revision.value], ["step", form.elements.step.value], ...sent]);
      const told = await answer.json();
      await desk.pressed();
      if (answer.status === 409 && told.changed) { busy = false; after = null; submit("save"); return; }
      if (!answer.ok) throw new Error(told.why);
      show(told, sent.map(([name]) => name));
      say(words.saved && `${words.saved} ${new Date().toTimeString().slice(0, 5)}`);
      if (failed) announce(words.saved);
      failed = false;
    } catch (fault) {
      await desk.pressed();
      for (const [name, value] of sent) if (!waiting.has(name)) waiting.set(name, value);
      const why = fault instanceof TypeError || fault instanceof SyntaxError ? "" : fault.message;
      say(`${words.failed} ${why}`, true);
      if (!failed) announce(`${words.failed} ${why}`);
      failed = true;
    }
    busy = false;
    if (after) { const go = after; after = null; go(); }
    else if (!failed) send();
  };
  const submit = (deed) => {
    const button = [...form.elements].find((one) => one.name === "do" && one.value === deed);
    form.requestSubmit(button || form.querySelector("[data-save]"));
  };

  if (form) {
    form.addEventListener("change", (event) => { queue(event.target); send(); });
    form.addEventListener("input", (event) => {
      if (event.target.tagName !== "TEXTAREA") return;
      queue(event.target);
      clearTimeout(quiet);
      quiet = setTimeout(send, 2000);
    });
    // --- A page that is sent while a field is being saved waits for it: its revision is the newer one.
    document.addEventListener("submit", (event) => {
      if (busy) {
        event.preventDefault();
        after = () => event.target.requestSubmit(event.submitter);
      } else if (event.target === form) waiting.clear();
    });
    addEventListener("pagehide", () => {
      if (!waiting.size) return;
      const body = new URLSearchParams([["csrf", form.elements.csrf.value], ["revision", form.elements.revision.value], ["step", form.elements.step.value], ...waiting]);
      navigator.sendBeacon(words.saveTo, body);
    });

    // --- Tables: Enter goes down the column, from the last row into a new one.
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target.tagName === "TEXTAREA" || event.isComposing || event.defaultPrevented) return;
      if (event.target.tagName !== "INPUT") return;
      const cell = event.target.closest("table.edit td");
      event.preventDefault();
      if (!cell) return;
      const line = cell.parentElement;
      const below = line.nextElementSibling || another(line);
      const control = below.children[cell.cellIndex].querySelector("input, select, textarea");
      if (control) control.focus();
    });
    const another = (line) => {
      const copy = line.cloneNode(true);
      const was = line.dataset.line;
      const is = was.replace(/\[(\d+)\]$/, (_, number) => `[${Number(number) + 1}]`);
      line.after(copy);
      copy.dataset.line = copy.id = is;
      copy.dataset.new = "";
      copy.firstElementChild.textContent = /\[(\d+)\]$/.exec(is)[1];
      for (const old of copy.querySelectorAll(".error, .draft, .remark, .deeds *")) old.remove();
      for (const old of copy.querySelectorAll(".echo")) { old.textContent = ""; old.hidden = true; }
      for (const part of copy.querySelectorAll("[name], [id], td")) {
        for (const kind of ["name", "id", "list"]) {
          const value = part.getAttribute(kind);
          if (value && value.startsWith(`${was}.`)) part.setAttribute(kind, is + value.slice(was.length));
        }
        part.removeAttribute("aria-describedby"); part.removeAttribute("aria-invalid"); part.classList.remove("wrong");
        if (part.hasAttribute("aria-label")) part.setAttribute("aria-label", `${/\[(\d+)\]$/.exec(is)[1]}, ${part.closest("td").dataset.head}`);
        if (part.tagName === "INPUT") { part.value = ""; part.removeAttribute("value"); }
        if (part.tagName === "SELECT") part.selectedIndex = [...part.options].findIndex((one) => one.defaultSelected);
      }
      return copy;
    };

    // --- More than one cell pasted into a cell of a table: a preview, nothing written.
    form.addEventListener("paste", (event) => {
      const table = event.target.closest && event.target.closest("[data-table]");
      const text = event.clipboardData && event.clipboardData.getData("text/plain");
      if (!table || !text || !event.target.closest("table.edit") || !/\t|\n./.test(text.trimEnd())) return;
      event.preventDefault();
      const away = document.createElement("form");
      away.method = "post";
      away.action = `${form.getAttribute("action").replace(/[^/]*$/, "")}${table.dataset.table}/dan`;
      for (const [name, value] of [["csrf", form.elements.csrf.value], ["revision", form.elements.revision.value], ["do", "look"]]) {
        const field = document.createElement("input");
        field.type = "hidden"; field.name = name; field.value = value;
        away.append(field);
      }
      const area = document.createElement("textarea");
      area.name = "text"; area.value = text; area.hidden = true;
      away.append(area);
      document.body.append(away);
      away.submit();
    });
  }

  // --- The preview of a pasted table follows each choice.
  const look = document.querySelector("[data-preview]");
  if (look) {
    look.hidden = true;
    look.form.addEventListener("change", (event) => {
      if (!event.target.matches("select, input[type=checkbox], input[type=radio]")) return;
      sessionStorage.setItem("docgen-look", event.target.id);
      look.form.requestSubmit(look);
    });
    const last = document.getElementById(sessionStorage.getItem("docgen-look"));
    sessionStorage.removeItem("docgen-look");
    if (last && !document.querySelector("[data-focus]")) last.focus();
  }

  // --- A box that offers: typed freely, nothing chosen unasked; ↓ opens, Enter takes, Esc closes then clears.
  const fold = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const found = (offers, text) => {
    const exact = text.toLowerCase(), loose = fold(text);
    const hits = offers.filter((one) => fold(one).includes(loose));
    return [...hits.filter((one) => one.toLowerCase().includes(exact)), ...hits.filter((one) => !one.toLowerCase().includes(exact))];
  };
  for (const box of document.querySelectorAll("input[list]")) {
    const offers = [...(document.getElementById(box.getAttribute("list")) || { options: [] }).options].map((one) => one.value);
    if (!offers.length || box.closest("td")) continue;
    const list = document.createElement("ul");
    list.id = `${box.id}-offers`; list.className = "offers"; list.hidden = true;
    list.setAttribute("role", "listbox");
    const label = document.querySelector(`label[for="${CSS.escape(box.id)}"]`);
    list.setAttribute("aria-label", label ? label.textContent : box.name);
    box.removeAttribute("list");
    for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"]]) box.setAttribute(name, value);
    const around = document.createElement("div");
    around.className = "offering";
    box.before(around);
    around.append(box, list);
    let at = -1;
    const point = (place) => {
      at = place;
      [...list.children].forEach((one, number) => one.setAttribute("aria-selected", String(number === at)));
      if (at < 0) box.removeAttribute("aria-activedescendant");
      else { box.setAttribute("aria-activedescendant", list.children[at].id); list.children[at].scrollIntoView({ block: "nearest" }); }
    };
    const close = () => { list.hidden = true; box.setAttribute("aria-expanded", "false"); point(-1); };
    const open = (text) => {
      const hits = found(offers, text);
      list.replaceChildren(...hits.map((hit, number) => {
        const one = document.createElement("li");
        one.id = `${list.id}-${number}`; one.textContent = hit;
        one.setAttribute("role", "option");
        return one;
      }));
      list.hidden = !hits.length;
      box.setAttribute("aria-expanded", String(!list.hidden));
      point(-1);
    };
    const take = (one) => {
      box.value = one.textContent;
      close();
      box.dispatchEvent(new Event("input", { bubbles: true }));
      box.dispatchEvent(new Event("change", { bubbles: true }));
    };
    box.addEventListener("input", (event) => { if (event.isTrusted) open(box.value); });
    box.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) open("");
        const last = list.children.length - 1, down = event.key === "ArrowDown";
        if (last >= 0) point(down ? (at < last ? at + 1 : 0) : (at > 0 ? at - 1 : last));
      } else if (event.key === "Enter" && !list.hidden && at >= 0) {
        event.preventDefault();
        take(list.children[at]);
      } else if (event.key === "Escape") {
        if (list.hidden) { if (box.value) { box.value = ""; box.dispatchEvent(new Event("change", { bubbles: true })); } } else close();
        event.preventDefault();
      }
    });
    list.addEventListener("mousedown", (event) => { event.preventDefault(); if (event.target.role === "option" || event.target.getAttribute("role") === "option") take(event.target); });
    box.addEventListener("blur", close);
  }
}
