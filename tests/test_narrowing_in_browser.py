"""Narrowing to an agency, a theme or a state: the choice stands in the address."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sites import Site

pytest_plugins = "tests.built"

THEME = "themes/recording.html"
KIND = "agencies/kind-education.html"
REGISTER = "recommendations/index.html"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(10_000)
    yield page
    page.close()


def go(page: Page, site: Site, path: str) -> None:
    """Open a page of the site from its folder."""
    file, mark, rest = path.partition("?")
    page.goto((site.folder / file).as_uri() + mark + rest)


def kinds_named(page: Page) -> set[str]:
    """What the items that are left name, an item of everyone's as nothing."""
    return set(
        page.locator(".group .found:not([hidden])").evaluate_all(
            "all => all.flatMap(one => (one.dataset.for ?? '').split(' '))"
        )
    )


def test_theme_is_narrowed_by_keyboard_to_what_names_an_agency_or_nobody(
    page: Page, site: Site
) -> None:
    go(page, site, THEME)
    page.get_by_label("I work in").focus()
    page.keyboard.type("Hosp")  # a list goes to what is typed
    expect(page).to_have_url(re.compile(r"recording\.html\?for=hospital$"))
    left = page.locator(".group .found:not([hidden])")
    for named in left.evaluate_all("all => all.map(one => one.dataset.for ?? 'hospital')"):
        assert "hospital" in named.split()
    total = page.locator(".group .found").count()
    expect(page.locator("output")).to_have_text(f"{left.count()} of {total} shown")


def test_address_narrows_and_choosing_any_gives_all_back_in_their_order(
    page: Page, site: Site
) -> None:
    go(page, site, THEME)
    in_order = page.locator(".group .found").all_inner_texts()
    go(page, site, f"{THEME}?for=education")
    expect(page.get_by_label("I work in")).to_have_value("education")
    assert kinds_named(page) - {""} >= {"education"}
    page.get_by_label("I work in").select_option("")
    assert page.locator(".group .found").all_inner_texts() == in_order
    expect(page).to_have_url(re.compile(r"recording\.html$"))


def test_what_is_real_stands_before_what_is_made_up_and_the_named_before_everyone(
    page: Page, site: Site
) -> None:
    go(page, site, f"{THEME}?for=hospital")
    items = page.locator("#asked ~ .folded > ul > li")
    told = items.evaluate_all(
        "all => all.map(one => 2 * Boolean(one.querySelector('.made-up-mark')) + !one.dataset.for)"
    )
    assert told == sorted(told)
    assert told[0] == 0


def test_agency_is_narrowed_to_a_theme_that_leads_on_to_it_for_that_agency(
    page: Page, site: Site
) -> None:
    go(page, site, KIND)
    page.get_by_label("I want to know about").select_option(label="Recording")
    expect(page).to_have_url(re.compile(r"\?about=recording$"))
    assert page.locator(".do-box h3:visible").all_inner_texts() == ["Recording"]
    page.locator(".do-box").get_by_role("link", name="Recording").click()
    expect(page).to_have_url(re.compile(r"themes/recording\.html\?for=education$"))
    expect(page.get_by_label("I work in")).to_have_value("education")


def test_register_opens_the_folds_that_hold_what_is_chosen(page: Page, site: Site) -> None:
    go(page, site, REGISTER)
    assert page.locator("#register details[open]").count() == 0
    page.get_by_label("Agency").select_option("cheshire-east-social-care")
    folds = page.locator("#register details:visible")
    assert folds.count() == page.locator("#register details[open]").count() > 0
    for nth in range(folds.count()):
        shown = folds.nth(nth).locator("li:visible").count()
        expect(folds.nth(nth).locator("[data-number]")).to_have_text(str(shown))


def test_home_leads_on_with_one_of_the_two_choices(page: Page, site: Site) -> None:
    go(page, site, "index.html")
    page.get_by_label("I work in").select_option(label="Police")
    page.get_by_role("button", name="Go").click()
    expect(page).to_have_url(re.compile(r"agencies/kind-police\.html$"))
    go(page, site, "index.html")
    page.get_by_label("and want to know about").select_option(label="Recording")
    page.get_by_role("button", name="Go").click()
    expect(page).to_have_url(re.compile(r"themes/recording\.html$"))


@pytest.mark.parametrize("path", ["index.html", THEME, KIND, REGISTER])
def test_without_script_all_is_there_and_nothing_that_does_not_work(
    path: str, browser: Browser, site: Site
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    go(page, site, path)
    assert page.locator("article select:visible, article input:visible").count() == 0
    assert page.locator("article :is(.found,.group)[hidden]").count() == 0
    context.close()


@pytest.mark.parametrize(("path", "sheets"), [(REGISTER, 8), (THEME, 5), ("index.html", 2)])
def test_what_is_folded_stays_folded_on_paper(
    path: str, sheets: int, page: Page, site: Site
) -> None:
    go(page, site, path)
    printed = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) <= sheets
