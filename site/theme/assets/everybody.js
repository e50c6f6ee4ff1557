// What a page owes to those who use no mouse: buttons that are buttons, and a focus that is not lost.
"use strict";

(() => {
  const narrow = matchMedia("(max-width: 76.2344em)"); // where the theme has its menu
  const drawer = document.getElementById("__drawer");
  const search = document.getElementById("__search");
  const NAMES = {__drawer: "Menu", __search: "Search"};

  // The theme opens things by labels of boxes that are not shown: no keyboard reaches them.
  function asButton(label) {
    const says = label.matches(".md-search__icon") ? "Close search" : NAMES[label.htmlFor] ?? label.title;
    const box = document.getElementById(label.htmlFor);
    const button = document.createElement("button");
    for (const {name, value} of label.attributes) if (name !== "tabindex") button.setAttribute(name, value);
    button.type = "button";
    button.append(...label.childNodes);
    if (says) button.setAttribute("aria-label", says);
    button.addEventListener("click", () => box.click());
    if (says !== "Close search" && box.type === "checkbox") {
      const say = () => button.setAttribute("aria-expanded", String(box.checked));
      box.addEventListener("change", say);
      say();
    }
    label.replaceWith(button);
    return button;
  }

  document.querySelectorAll(".md-header__inner > label[for], .md-search__icon[for]").forEach(asButton);
  const menu = document.querySelector("button[for=__drawer]");
  const sidebar = document.querySelector(".md-sidebar--primary");
  if (sidebar) menu.setAttribute("aria-controls", (sidebar.id = "menu"));
  const leave = document.querySelector(".md-search__icon[for=__search]");

  // In the menu a section folds; on a wide screen it is open, and there is nothing to press.
  const sections = Array.from(document.querySelectorAll(".md-nav__link[for]"), asButton);
  const foldable = () => sections.forEach((section) => { section.disabled = !narrow.matches; });
  narrow.addEventListener("change", foldable);
  foldable();
  document.querySelectorAll(".md-nav[aria-expanded]").forEach((nav) => nav.removeAttribute("aria-expanded"));

  // Of the two buttons for light and dark one is shown, and focus stays where it was.
  const schemes = Array.from(document.querySelectorAll("[data-md-component=palette] label"), asButton);
  let switched = false;
  const changed = new MutationObserver(() => {
    if (switched) schemes.find((one) => !one.hidden).focus();
    switched = false;
  });
  schemes.forEach((scheme) => {
    scheme.addEventListener("click", () => { switched = true; }, true);
    scheme.addEventListener("keydown", (event) => { if (event.key === "Enter") event.stopPropagation(); }); // the theme would press it too
    changed.observe(scheme, {attributeFilter: ["hidden"]});
  });

  drawer.addEventListener("change", () => {
    if (drawer.checked) Array.from(sidebar.querySelectorAll("a, button")).find((one) => one.checkVisibility({visibilityProperty: true}))?.focus();
    else if (sidebar.contains(document.activeElement)) menu.focus();
  });
  sidebar?.addEventListener("focusout", (event) => {
    if (drawer.checked && event.relatedTarget && event.relatedTarget !== menu && !sidebar.contains(event.relatedTarget)) drawer.click();
  });

  const dialog = document.querySelector("[data-md-component=search]");
  const query = document.querySelector("[data-md-component=search-query]");
  dialog.setAttribute("aria-label", "Search");
  let before = null;
  const goBack = () => { if (before?.checkVisibility()) before.focus(); };
  query.addEventListener("focus", (event) => {
    if (event.relatedTarget && !dialog.contains(event.relatedTarget)) before = event.relatedTarget;
  });
  search.addEventListener("change", () => { if (search.checked) query.focus(); });
  leave.addEventListener("click", goBack);
  const covers = matchMedia("(max-width: 59.9844em)"); // where search covers the page, and can be left by a button
  const leavable = () => { leave.disabled = !covers.matches; };
  covers.addEventListener("change", leavable);
  leavable();

  // Before the theme: it reads single keys too, which those who speak to their computer set off unawares.
  window.addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("input, select, textarea");
    if (event.key.length === 1 && !typing && !search.checked && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopImmediatePropagation();
    if (event.key !== "Escape") return;
    document.documentElement.classList.add("hushed");
    if (drawer.checked) { drawer.click(); menu.focus(); }
    if (search.checked) setTimeout(goBack);
  }, true);
  for (const moved of ["focusin", "pointerover"]) {
    document.addEventListener(moved, () => document.documentElement.classList.remove("hushed"));
  }

  // A table or a listing that does not fit can be scrolled by keyboard; the theme puts tables into boxes late.
  const watched = new ResizeObserver((changes) => changes.forEach(({target}) => {
    if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }));
  window.addEventListener("load", () => {
    document.querySelectorAll(".md-typeset__scrollwrap, .md-typeset pre > code").forEach((box) => watched.observe(box));
  });
})();
