// The paper beside a form follows what is typed, 400 ms after the last key; the newest wins.
"use strict";

for (const beside of document.querySelectorAll("[data-live]")) {
  const form = document.getElementById(beside.dataset.form);
  const live = beside.querySelector(".live"), status = beside.querySelector("[role=status]");
  const QUIET = 400;
  let turn = 0, timer = 0, asking = null, first = {}, field = "", paper = beside.dataset.paper;

  const isVisible = () => beside.offsetParent !== null;

  function soon(wait) {
    clearTimeout(timer);
    timer = setTimeout(ask, wait, false);
  }

  async function ask(linked) {
    if (!isVisible() || !form) return;
    clearTimeout(timer);
    if (asking) asking.abort();
    const mine = ++turn;
    asking = new AbortController();
    const told = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") told.append(name, value);
    told.append("_truong", field);
    told.append("_muc", beside.dataset.section || "");
    told.append("_van-ban", paper);
    told.append("_truoc", first[paper] || "");
    if (linked) told.append("_cho-trong", "1");
    live.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(beside.dataset.live, { method: "POST", body: told, signal: asking.signal });
      const text = await answer.text();
      if (mine !== turn) return;
      if (answer.ok) await show(text, mine, linked);
      else if (answer.status === 422) await refuse(text, mine);
    } catch (fault) {
      if (fault.name !== "AbortError") live.setAttribute("aria-busy", "false");
    }
  }

  // The new pages take the place of the old ones once their pictures are there: nothing flickers.
  async function show(text, mine, linked) {
    const next = document.createElement("div");
    next.innerHTML = text;
    const pages = next.querySelector(".pages");
    const before = live.querySelector(".pages");
    const same = before && before.dataset.key === pages.dataset.key;
    const seen = [...next.querySelectorAll(".page img")].slice(0, 2);
    if (!same) await Promise.all(seen.map((image) => { image.loading = "eager"; return image.decode().catch(() => {}); }));
    await desk.pressed();
    if (mine !== turn) return;
    const other = paper !== pages.dataset.name;
    const opened = new Set([...live.querySelectorAll("details[open]")].map((one) => one.className || one.parentElement.className));
    for (const one of next.querySelectorAll("details")) {
      if (opened.has(one.className || one.parentElement.className)) one.open = true;
    }
    paper = pages.dataset.name;
    if (!first[paper]) first[paper] = pages.dataset.key;
    const top = beside.scrollTop, back = comeBack();
    live.replaceChildren(...next.childNodes);
    live.setAttribute("aria-busy", "false");
    back();
    beside.scrollTop = other ? 0 : top;
    if (!same) bring(live.querySelector(".changed"));
    const said = [...live.querySelectorAll(".changes summary")].map((one) => one.textContent).join();
    if (status.textContent !== said) status.textContent = said;
    if (!linked) timer = setTimeout(ask, 900, true);
  }

  // Who was in the old picture with the keyboard is at the same control of the new one, the next best where it went.
  function comeBack() {
    const was = document.activeElement;
    if (!live.contains(was)) return () => {};
    const alike = () => [...live.querySelectorAll(was.tagName)];
    const place = alike().indexOf(was);
    return () => {
      const now = alike();
      for (const one of [now.find((one) => one.isEqualNode(was)), now[place], live.querySelector(".turn a")]) {
        if (one && !live.contains(document.activeElement)) one.focus({ preventScroll: true });
      }
    };
  }

  async function refuse(text, mine) {
    await desk.pressed();
    if (mine !== turn) return;
    const next = document.createElement("div");
    next.innerHTML = text;
    const said = next.querySelector(".refused");
    const old = live.querySelector(".refused");
    if (old) old.remove();
    const pages = live.querySelector(".pages");
    if (said && pages) pages.before(said);
    else live.replaceChildren(...next.childNodes);
    live.setAttribute("aria-busy", "false");
  }

  // Scrolls only where the change is out of sight.
  function bring(change) {
    if (!change) return;
    const box = change.getBoundingClientRect(), frame = beside.getBoundingClientRect();
    const low = Math.min(frame.bottom, innerHeight), high = Math.max(frame.top, 0);
    if (box.top >= high && box.bottom <= low) return;
    beside.scrollTop += box.top - high - (low - high) / 3;
  }

  live.addEventListener("click", (event) => {
    const button = event.target.closest("[data-show]");
    if (button && button.dataset.show) {
      paper = button.dataset.show;
      field = "";
      ask(false);
      return;
    }
    const link = event.target.closest(".gap[href], .blanks a, .changes a");
    if (!link) return;
    const address = link.getAttribute("href");
    const target = document.getElementById(decodeURIComponent(address.slice(address.indexOf("#") + 1)));
    if (!target) return;
    event.preventDefault();
    if (form.contains(target)) { target.focus(); target.scrollIntoView({ block: "center" }); } else bring(target);
  });
  if (form) {
    form.addEventListener("input", () => soon(QUIET));
    form.addEventListener("change", () => soon(QUIET));
    form.addEventListener("focusin", (event) => {
      const name = event.target.name;
      if (!name || name === "csrf" || name === field) return;
      field = name;
      soon(QUIET);
    });
  }
  addEventListener("hashchange", () => ask(false));
  addEventListener("resize", () => { if (!live.querySelector(".pages")) soon(QUIET); });
  ask(false);
}
