// What a page does beyond showing: sort results, filter findings, print. Without it all is there.
"use strict";

function start() {
  document.querySelectorAll("[data-sort]").forEach((button) => button.addEventListener("click", () => sort(button)));
  document.querySelectorAll("form[data-filter]").forEach(filter);
  document.querySelectorAll("form[data-go]").forEach(go);
  document.querySelectorAll("form[data-ask]").forEach(ask);
  // What a page is narrowed to is for scripts, so it is they who add it to a link.
  document.querySelectorAll("a[data-search]").forEach((link) => { link.search = link.dataset.search; });
  document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => window.print()));
  document.querySelectorAll("details").forEach(keepShutOnPaper);
  window.addEventListener("afterprint", () => document.querySelectorAll("details.shut").forEach((fold) => { fold.open = false; }));
  window.addEventListener("hashchange", unfold);
  unfold();
  document.querySelectorAll(".audit-tabs .pages").forEach(showCurrent);
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

// Shows what carries all that is chosen, and says how much that is. The choice stands in the address.
function filter(form) {
  const items = Array.from(document.querySelectorAll(form.dataset.filter));
  const lists = Array.from(document.querySelectorAll("[data-first]"), (list) => [list, Array.from(list.querySelectorAll("li.found"))]);
  const asked = new URLSearchParams(location.search);
  Array.from(form.elements).filter((one) => one.name).forEach((one) => {
    const value = asked.get(one.name);
    if (Array.from(one.options).some((option) => option.value === value)) one.value = value;
  });
  const apply = () => {
    const chosen = Array.from(new FormData(form)).filter(([, value]) => value);
    items.forEach((item) => { item.hidden = !chosen.every(([name, value]) => isOf(item, name, value)); });
    lists.forEach(([list, all]) => refold(list, all, chosen));
    document.querySelectorAll(".group").forEach((group) => {
      const left = items.filter((item) => !item.hidden && group.contains(item)).length;
      group.hidden = !left;
      if (group.matches("details")) {
        group.open = chosen.length > 0 && left > 0;
        group.querySelectorAll("[data-number]").forEach((number) => { number.textContent = String(left); });
      }
    });
    const shown = items.filter((item) => !item.hidden).length;
    form.querySelector("output").textContent = chosen.length ? `${shown} of ${form.dataset.of ?? items.length} shown` : "";
  };
  form.addEventListener("change", () => { apply(); remember(form); });
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
  narrowOtherParts();
}

// The theme opens all that is folded before it prints. What is shut on the screen stays shut.
function keepShutOnPaper(fold) {
  fold.classList.toggle("shut", !fold.open);
  fold.querySelector("summary").addEventListener("click", () => fold.classList.toggle("shut", fold.open));
}

// What an item says of itself, or what it stands in says of all of it. What names no
// agency is for everyone.
function isOf(item, name, value) {
  const around = item.closest(`[data-${name}]`);
  return around ? around.dataset[name].split(" ").includes(value) : name === "for";
}

// A list shows the first few of what is left: what names the one chosen before what is for everyone,
// and what is made up after both.
function refold(list, all, chosen) {
  const [first, fold] = list.children;
  const left = all.filter((item) => !item.hidden);
  const place = (item) => 2 * Boolean(item.querySelector(".made-up-mark")) + !item.dataset.for;
  const sorted = chosen.length ? left.slice().sort((a, b) => place(a) - place(b)) : left;
  const most = fold ? Number(list.dataset.first) : all.length;
  first.append(...sorted.slice(0, most));
  if (!fold) return;
  fold.querySelector("ul").append(...sorted.slice(most), ...all.filter((item) => item.hidden));
  fold.hidden = sorted.length <= most;
  fold.querySelector("[data-number]").textContent = String(sorted.length - most);
}

function remember(form) {
  const address = new URL(location.href);
  new FormData(form).forEach((value, name) => {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  });
  history.replaceState(history.state, "", address);
  narrowOtherParts();
}

// What a page is narrowed to holds for its other parts too.
function narrowOtherParts() {
  document.querySelectorAll(".parts a").forEach((link) => { link.search = location.search; });
}

// Home: leads to a theme as it is for a kind of agency, or to the one of the two that was chosen.
function go(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [kind, theme] = [form.elements.kind, form.elements.theme];
    const narrowed = kind.value ? `?for=${kind.selectedOptions[0].dataset.for}` : "";
    if (theme.value) location.href = theme.value + narrowed;
    else if (kind.value) location.href = kind.value;
  });
}

// Hands the words to the site's search box, which answers while it is typed into.
function ask(form) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const [box, opener] = [document.querySelector("[data-md-component=search-query]"), document.getElementById("__search")];
    if (!opener.checked) opener.click();
    box.focus();
    box.value = form.elements.words.value;
    box.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true}));
  });
}

// Whoever follows a link to something folded away or filtered out sees it, and a question with its example.
function unfold() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
    fold.classList.remove("shut");
  }
  target.querySelectorAll("details.example").forEach((example) => {
    example.open = true;
    example.classList.remove("shut");
  });
  if (target.hidden || target.closest("[hidden]")) {
    document.querySelectorAll("form[data-filter]").forEach((form) => { form.reset(); form.dispatchEvent(new Event("change")); });
    target.scrollIntoView();
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
