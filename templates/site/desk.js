// Makes the desk's forms answer in place. Everything works without it: forms are sent, and pages come back.
"use strict";

// A form's answer is a page: its main part takes the place of this one's.
async function send(form, button) {
  const target = button?.getAttribute("formaction") ?? form.getAttribute("action");
  const fields = new URLSearchParams(new FormData(form, button ?? undefined));
  const answer = await fetch(target, {method: "POST", body: fields, credentials: "same-origin"});
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const main = page.getElementById("main");
  if (!main) {
    location.reload();
    return;
  }
  const scrolled = answer.redirected && new URL(answer.url).pathname === location.pathname ? scrollY : 0;
  const opened = [...document.querySelectorAll("[popover]")].find(box => box.matches(":popover-open"));
  opened?.hidePopover();
  document.querySelector(".notice")?.remove();
  const notice = page.querySelector(".notice");
  document.getElementById("main").replaceWith(main);
  if (notice) main.before(notice);
  document.title = page.title;
  if (answer.redirected) history.pushState(null, "", new URL(answer.url).pathname);
  scrollTo(0, scrolled);
  const first = document.querySelector(".notice button, .fault");
  if (first) {
    if (!first.matches("button")) first.tabIndex = -1;
    first.focus({preventScroll: true});
  }
}

addEventListener("submit", event => {
  if (!event.target.matches("form.deed")) return;
  event.preventDefault();
  document.body.setAttribute("aria-busy", "true");
  send(event.target, event.submitter)
    .catch(() => event.target.submit())
    .finally(() => document.body.removeAttribute("aria-busy"));
});
addEventListener("popstate", () => location.reload());

// A piece of work tells how far it is.
const progress = document.querySelector(".progress");
async function look() {
  try {
    const answer = await fetch(progress.dataset.job, {credentials: "same-origin"});
    const {state, doing} = await answer.json();
    if (state !== "running") {
      location.reload();
      return;
    }
    progress.textContent = doing;
  } catch { /* it is asked again */ }
  setTimeout(look, 700);
}
if (progress) setTimeout(look, 300);
