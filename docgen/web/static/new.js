// A new model: the list shows the kind that is chosen, and fills the name until it is typed.
"use strict";
{
  const list = document.getElementById("catalogue");
  const name = document.getElementById("name");
  const folder = document.getElementById("folder");
  const groups = [...list.querySelectorAll("optgroup")];
  let filled = name.value;
  const plain = (text) =>
    text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/[^a-z0-9]+/g, (gap) =>
      /^[\u0300-\u036f]+$/.test(gap) ? "" : "-").slice(0, 60).replace(/^-+|-+$/g, "");
  const show = () => {
    const kind = document.querySelector("input[name=kind]:checked");
    for (const group of groups) group.hidden = group.disabled = Boolean(kind) && group.dataset.kind !== kind.value;
    const chosen = list.selectedOptions[0];
    if (chosen.parentElement.disabled) list.value = "";
  };
  const fill = () => {
    if (name.value !== filled) return;
    name.value = filled = list.value ? list.selectedOptions[0].textContent : "";
  };
  for (const one of document.querySelectorAll("input[name=kind]")) one.addEventListener("change", () => { show(); fill(); });
  list.addEventListener("change", fill);
  const hint = document.getElementById("folder-hint");
  const told = hint.textContent;
  const guess = () => { hint.textContent = name.value && !folder.value ? `${told} → ${plain(name.value)}` : told; };
  for (const event of ["input", "change"]) document.addEventListener(event, guess);
  show();
}
