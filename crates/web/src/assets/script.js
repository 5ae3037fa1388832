// Conveniences: everything works without them. When a block comes, the page is asked for again and what changed is put in
// its place, unless somebody is writing in a form.
"use strict";
const height = () => Number(document.body.dataset.height);
const written = () => [...document.querySelectorAll("textarea")].some((one) => one.value !== one.defaultValue);
const busy = () => "busy" in document.body.dataset || written() || document.activeElement?.matches("input, select, textarea");
// What is opened, by the part of the page in which it is and by what stands on it.
const called = (summary) => summary.closest("[id]")?.id + summary.textContent;

async function renew() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html", "Quorate-Renewal": "1" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [open, at] = [new Set([...document.querySelectorAll("details[open] > summary")].map(called)), document.activeElement?.id];
  for (const part of ["main", "footer"]) {
    const [was, is] = [document.querySelector(part), page.querySelector(part)];
    if (was && is && was.innerHTML !== is.innerHTML) was.replaceWith(is);
  }
  for (const one of document.querySelectorAll("details")) one.open = open.has(called(one.querySelector("summary")));
  // Whoever is at a button by keyboard stays there.
  if (at && document.activeElement === document.body) document.getElementById(at)?.focus();
  document.body.dataset.height = page.body.dataset.height;
}

let waits = false;
async function heard(at) {
  if (at <= height() || waits) return;
  if (busy()) {
    const news = document.getElementById("news");
    if (news) news.textContent = "→ " + at;
    return;
  }
  waits = true;
  try { await renew(); } finally { waits = false; }
}

if (window.EventSource && document.body.dataset.height) {
  const live = new EventSource("/live");
  live.addEventListener("height", (event) => heard(Number(event.data)));
  window.addEventListener("pagehide", () => live.close());
}

// A page of which more is to come hears when it does; at its end it is asked for once more, when nobody is writing.
if (window.EventSource && document.body.dataset.arrives) {
  const more = new EventSource(document.body.dataset.arrives);
  const last = () => (busy() || waits ? setTimeout(last, 500) : renew());
  more.addEventListener("runs", () => busy() || waits || renew());
  more.addEventListener("end", () => (more.close(), last()));
  window.addEventListener("pagehide", () => more.close());
}
