"""Every kind of page for everybody: for axe, by keyboard, zoomed in, in few colours, unmoved."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import axe
from tests.axe import visit
from tests.conftest import Once
from tests.kinds import few_that_show_most, one_of_each
from tests.looked import NOTE_SHIFTS, TOO_WIDE, Looked, moved
from tests.sites import EXAMPLE, REAL, Site

pytest_plugins = "tests.built"

PARTS = 4
"""So that several processes share the kinds of page among them."""
A_PAGE = f"audits/{EXAMPLE}/findings.html"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with axe.screen(browser, "light", 360) as page:
        yield page


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    with axe.screen(browser, "light", 1280) as page:
        yield page


# Every kind of page, loaded once on a phone: that takes longer than what is asked of it.

FOCUSED = "[document.activeElement.tagName, document.activeElement.textContent.trim()]"
SPACED = """() => {
  const wider = new CSSStyleSheet();
  wider.replaceSync(`* {line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important} p {margin-bottom: 2em !important}`);
  document.adoptedStyleSheets = [wider];
}"""
CUT = """() => [...document.querySelectorAll('body *')]
  .filter((one) => one.checkVisibility({visibilityProperty: true, opacityProperty: true}))
  .filter((one) => getComputedStyle(one).textOverflow === 'ellipsis')
  .filter((one) => getComputedStyle(one).overflowX !== 'visible')
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim()}`)"""


class OnAPhone(NamedTuple):
    """What is seen of a page on a phone."""

    moved: float
    """How much it moved while it loaded."""
    astray: list[str]
    """Where the first press of Tab leads, if it is no way past the navigation."""
    cut: list[str]
    """What is cut or too wide when zoomed in and spaced."""


def on_a_phone(page: Page, site: Site, path: str) -> OnAPhone:
    page.set_viewport_size({"width": 360, "height": 800})
    visit(page, site, path)
    shift = moved(page)
    page.keyboard.press("Tab")
    skip = page.locator(":focus.md-skip")
    past = skip.count() and page.locator(skip.get_attribute("href") or "none").count() == 1
    astray = [] if past else page.evaluate(FOCUSED)
    page.evaluate("document.activeElement.blur()")
    axe.unfold(page)
    # At 400% a screen of 1,280 pixels has 320.
    page.set_viewport_size({"width": 320, "height": 800})
    page.evaluate(SPACED)
    return OnAPhone(shift, astray, page.evaluate(TOO_WIDE) + page.evaluate(CUT))


@pytest.fixture(params=range(PARTS))
def paths(request: pytest.FixtureRequest, site: Site) -> list[str]:
    return list(one_of_each(site).values())[request.param :: PARTS]


@pytest.fixture
def phones(paths: list[str], browser: Browser, site: Site, once: Once) -> dict[str, OnAPhone]:
    """What is seen of each kind of page on a phone."""

    def make(_: Path) -> dict[str, OnAPhone]:
        with axe.screen(browser, "light", 360) as phone:
            phone.add_init_script(NOTE_SHIFTS)
            return {path: on_a_phone(phone, site, path) for path in paths}

    return once(f"phones-{paths[0].replace('/', '-')}", make)


def test_every_kind_of_page_can_be_entered_past_its_navigation(
    phones: dict[str, OnAPhone],
) -> None:
    assert {path: page.astray for path, page in phones.items() if page.astray} == {}


def test_nothing_is_cut_or_too_wide_when_zoomed_in_and_spaced(phones: dict[str, OnAPhone]) -> None:
    assert {path: page.cut for path, page in phones.items() if page.cut} == {}


def test_no_kind_of_page_moves_while_it_loads_on_a_phone(phones: dict[str, OnAPhone]) -> None:
    assert {path: page.moved for path, page in phones.items() if page.moved > 0.05} == {}


def test_no_kind_of_page_moves_while_it_loads_on_a_wide_screen(looked: dict[str, Looked]) -> None:
    assert {kind: page.moved for kind, page in looked.items() if page.moved > 0.05} == {}


def test_headings_of_every_page_are_in_order(site: Site) -> None:
    found = {}
    for path, page in site.pages.items():
        jumps = [pair for pair in pairwise([0, *page.levels]) if pair[1] > pair[0] + 1]
        if jumps or page.levels.count(1) != 1:
            found[path] = page.levels
    assert found == {}


# axe, with all details open; `make axe` asks it of every kind of page in all circumstances.


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_pages_that_show_most_kinds_of_element(
    part: int, phone: Page, site: Site
) -> None:
    faults = []
    for path in few_that_show_most(site)[part::PARTS]:
        visit(phone, site, path)
        axe.unfold(phone)
        faults += axe.faults(phone, path, "details open")
    assert faults == []


# axe on what opens over a page.


@pytest.mark.parametrize("scheme", axe.SCHEMES)
@pytest.mark.parametrize("state", ["menu open", "search open"])
def test_axe_finds_nothing_in_what_opens_over_a_page(
    state: str, scheme: axe.Scheme, browser: Browser, site: Site
) -> None:
    with axe.screen(browser, scheme, 360) as page:
        visit(page, site, A_PAGE)
        axe.STATES[state](page)
        assert axe.faults(page, A_PAGE, state) == []


# By keyboard.

SEEN = """() => {
  const box = document.activeElement.getBoundingClientRect();
  return box.right > 0 && box.left < innerWidth && box.width > 0
    && document.activeElement.checkVisibility({visibilityProperty: true, opacityProperty: true});
}"""


def test_tab_comes_to_nothing_that_is_off_the_screen(phone: Page, site: Site) -> None:
    visit(phone, site, A_PAGE)
    unseen = []
    for _ in range(40):
        phone.keyboard.press("Tab")
        if not phone.evaluate(SEEN):
            unseen.append(phone.evaluate(FOCUSED))
    assert unseen == []


def test_menu_is_opened_walked_and_closed_by_keyboard(phone: Page, site: Site) -> None:
    visit(phone, site, A_PAGE)
    menu = phone.get_by_role("button", name="Menu", exact=True)
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.focus()
    phone.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    assert phone.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    section = phone.get_by_role("button", name="Guides")
    expect(section).to_have_attribute("aria-expanded", "false")
    section.focus()
    phone.keyboard.press("Space")
    expect(section).to_have_attribute("aria-expanded", "true")
    phone.keyboard.press("Tab")
    assert phone.evaluate(FOCUSED) == ["A", "Start here"]
    phone.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


def test_menu_closes_behind_a_focus_that_leaves_it(phone: Page, site: Site) -> None:
    visit(phone, site, A_PAGE)
    axe.open_menu(phone)
    phone.locator("article a").first.focus()
    menu = phone.get_by_role("button", name="Menu", exact=True)
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_switch_to_dark_shows_where_it_is_and_keeps_the_focus(wide: Page, site: Site) -> None:
    visit(wide, site, "index.html")
    dark = wide.get_by_role("button", name="Switch to dark")
    dark.focus()
    wide.keyboard.press("Shift+Tab")
    wide.keyboard.press("Tab")  # a focus that came by the keyboard
    assert dark.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    wide.keyboard.press("Enter")
    expect(wide.get_by_role("button", name="Switch to light")).to_be_focused()


@pytest.mark.parametrize("width", axe.WIDTHS)
def test_focus_returns_to_where_it_was_before_search(
    width: int, browser: Browser, site: Site
) -> None:
    with axe.screen(browser, "light", width) as page:
        visit(page, site, A_PAGE)
        before = page.locator("article a").first
        before.focus()
        page.evaluate("document.querySelector('[data-md-toggle=search]').click()")
        expect(page.locator("[data-md-component=search-query]")).to_be_focused()
        page.keyboard.type("plan")
        page.keyboard.press("Escape")
        expect(before).to_be_focused()


@pytest.mark.parametrize("key", ["s", "/", "n", "p", "."])
def test_one_key_alone_does_nothing(key: str, wide: Page, site: Site) -> None:
    """Those who speak to their computer press keys unawares."""
    visit(wide, site, A_PAGE)
    address = wide.url
    wide.keyboard.press(key)
    assert (wide.url, wide.evaluate(FOCUSED)[0]) == (address, "BODY")


# Abbreviations.

AFTER = "one => getComputedStyle(one, '::after').content"


def test_abbreviation_explains_itself_by_keyboard_by_tap_and_on_paper(
    browser: Browser, site: Site
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    visit(page, site, f"audits/{REAL}/about.html")
    short = page.locator("article abbr").first
    means = short.get_attribute("title")
    assert short.evaluate(AFTER) == "none"
    short.tap()
    assert short.evaluate(AFTER) == f'"{means}"'
    page.keyboard.press("Escape")
    assert short.evaluate("one => getComputedStyle(one, '::after').display") == "none"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert short.evaluate(AFTER) == f'"{means}"'
    page.emulate_media(media="print")
    assert short.evaluate(AFTER) == f'" ({means})"'
    context.close()


# Colours, motion.

LOOKS_IN_EACH_KEY = """() => [...document.querySelectorAll('.key')].map((key) =>
  [...key.querySelectorAll('i, .dot')].map((mark) => {
    const look = getComputedStyle(mark);
    return [look.backgroundColor, look.backgroundImage, look.borderStyle, look.borderColor].join();
  }))"""


@pytest.mark.parametrize("page_of_audit", ["results", "recommendations"])
def test_what_a_key_shows_is_told_apart_in_forced_colours(
    page_of_audit: str, wide: Page, site: Site
) -> None:
    wide.emulate_media(forced_colors="active")
    visit(wide, site, f"audits/{EXAMPLE}/{page_of_audit}.html")
    keys: list[list[str]] = wide.evaluate(LOOKS_IN_EACH_KEY)
    assert any(keys)
    assert [looks for looks in keys if len(looks) != len(set(looks))] == []


def test_nothing_moves_for_those_who_want_no_motion(phone: Page, site: Site) -> None:
    visit(phone, site, A_PAGE)
    moving = phone.evaluate(
        "[...document.querySelectorAll('*')].map((one) => getComputedStyle(one))"
        ".filter((look) => look.transitionDuration.split(', ').some((part) => part !== '0s')"
        " || look.animationName !== 'none' || look.scrollBehavior === 'smooth').length"
    )
    assert moving == 0
