// What a page does beyond showing: sort results, filter findings, print. Without it all is there.
"use strict";

function start() {
  document.querySelectorAll("[data-sort]").forEach((button) => button.addEventListener("click", () => sort(button)));
  document.querySelectorAll("form[data-filter]").forEach(filter);
  document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => window.print()));
  window.addEventListener("hashchange", unfold);
  unfold();
  document.querySelectorAll(".audit-tabs").forEach(showCurrent);
  document.querySelectorAll(".md-search-result").forEach(sayWhatWasFound);
  document.querySelectorAll("[data-asked]").forEach(sayWhatWasAsked);
}

// Where a page is not there: its address, and its words for the search box.
function sayWhatWasAsked(asked) {
  const address = new URLSearchParams(location.search).get("asked");
  if (!address) return;
  asked.querySelector("code").textContent = address;
  asked.hidden = false;
  const words = address.replace(/\.html$/, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ");
  document.querySelectorAll('a[href="?q="]').forEach((link) => { link.href += encodeURIComponent(words); });
}

// The theme says only how many results there are. What else search says comes with the first one.
function sayWhatWasFound(results) {
  const [meta, list] = results.children;
  new MutationObserver(() => {
    const said = list.querySelector(".found-said");
    if (said && meta.textContent !== said.textContent) meta.textContent = said.textContent;
  }).observe(list, {childList: true});
}

// On a phone the tabs scroll, and the one in use may be out of sight.
function showCurrent(tabs) {
  const current = tabs.querySelector("[aria-current]");
  if (current) {
    tabs.scrollLeft += current.getBoundingClientRect().left - tabs.getBoundingClientRect().left - 16;
  }
}

// Rows keep their place in the tool as data-order, so that the order asked comes back.
function sort(button) {
  button.parentElement.querySelectorAll("[data-sort]").forEach((one) => one.setAttribute("aria-pressed", String(one === button)));
  document.querySelectorAll("table[data-sortable] tbody").forEach((body) => {
    const rows = Array.from(body.rows);
    rows.forEach((row, index) => { row.dataset.order ??= String(index); });
    const byOrder = (a, b) => Number(a.dataset.order) - Number(b.dataset.order);
    const share = (row) => (row.dataset.share === "" ? Infinity : Number(row.dataset.share));
    const byShare = (a, b) => share(a) - share(b) || byOrder(a, b);
    rows.sort(button.dataset.sort === "share" ? byShare : byOrder);
    body.append(...rows);
  });
}

// Shows the findings that carry the chosen theme and agency, and says how many there are.
function filter(form) {
  const items = Array.from(document.querySelectorAll(form.dataset.filter));
  const apply = () => {
    const chosen = Array.from(new FormData(form)).filter(([, value]) => value);
    items.forEach((item) => {
      item.hidden = !chosen.every(([name, value]) => item.dataset[name].split(" ").includes(value));
    });
    document.querySelectorAll(".group").forEach((group) => {
      group.hidden = !group.querySelector(`${form.dataset.filter}:not([hidden])`);
    });
    const shown = items.filter((item) => !item.hidden).length;
    form.querySelector("output").textContent = chosen.length ? `${shown} of ${items.length} shown` : "";
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
}

// Whoever follows a link to something folded away or filtered out sees it.
function unfold() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (target.hidden || target.closest("[hidden]")) {
    document.querySelectorAll("form[data-filter]").forEach((form) => { form.reset(); form.dispatchEvent(new Event("change")); });
    target.scrollIntoView();
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
