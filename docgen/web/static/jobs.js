// The page of a job follows it without being loaded anew.
"use strict";

const job = document.querySelector("[data-job]");
const bar = job && job.querySelector("[data-bar]");

async function follow() {
  try {
    const told = await (await fetch(job.dataset.job)).json();
    if (told.state !== "running" && desk.mayReload()) return location.reload();
    if (told.total) {
      bar.max = told.total;
      bar.value = told.done;
      const said = job.querySelector("[data-said]");
      said.setAttribute("aria-live", "off");
      said.textContent = told.said;
    }
  } catch {
    // The desk does not answer: the next look will tell.
  }
  setTimeout(follow, 400);
}
if (job) follow();
