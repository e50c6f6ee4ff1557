"""Every kind of page under its Content-Security-Policy, from a folder and from a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.looked import NOTE_VIOLATIONS, Looked, served
from tests.sites import EXAMPLE, REAL, SMALL, Site, built, project

pytest_plugins = "tests.built"


@pytest.fixture(scope="module", params=["folder", "server"])
def start(request: pytest.FixtureRequest, site: Site) -> Iterator[str]:
    """Where the site is, from a folder and from a server."""
    if request.param == "folder":
        yield site.folder.as_uri()
    else:
        with served(site.folder) as address:
            yield address


Open = Callable[[str], Page]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Opens an address in a browser that reports no error by the end."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(10_000)
    page.add_init_script(NOTE_VIOLATIONS)
    errors: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(f"{page.url}: {message.text}")

    def open_(address: str) -> Page:
        page.goto(address)
        return page

    page.on("console", said)
    page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
    yield open_
    page.close()
    assert errors == []


def violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate("violations")
    return found


def test_no_kind_of_page_breaks_its_own_policy(looked: dict[str, Looked]) -> None:
    assert {kind: page.violations for kind, page in looked.items() if page.violations} == {}


def test_scripts_run_on_every_kind_of_page(looked: dict[str, Looked]) -> None:
    assert [kind for kind, page in looked.items() if not page.runs_scripts] == []


def test_search_finds(start: str, visit: Open) -> None:
    page = visit(f"{start}/audits/{EXAMPLE}/cases/b.html")
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("chronology")
    expect(page.locator(".md-search-result__meta")).to_contain_text("matching document")
    assert page.locator(f'.md-search-result__link[href*="{REAL}/results.html"]').count() > 0
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "?h=" in address)
    assert violations(page) == []


def test_dark_stays_dark_on_the_next_page(start: str, visit: Open) -> None:
    page = visit(f"{start}/index.html")
    page.get_by_role("button", name="Switch to dark").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    visit(f"{start}/audits/{REAL}/results.html")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert violations(page) == []


def test_results_are_sorted_and_findings_filtered(start: str, visit: Open) -> None:
    page = visit(f"{start}/audits/{REAL}/results.html")
    page.locator("[data-sort=share]").click()
    expect(page.locator("[data-sort=share]")).to_have_attribute("aria-pressed", "true")
    visit(f"{start}/audits/{REAL}/findings.html")
    page.select_option("select[name=theme]", "planning")
    expect(page.locator("form[data-filter] output")).to_contain_text("shown")
    assert violations(page) == []


INJECTED = """
() => {
  document.body.insertAdjacentHTML("beforeend", `
    <img src=x:y onerror="window.ran = 'handler'">
    <a id=link href="javascript:window.ran = 'link'">x</a>
    <form id=form action="https://example.org/"></form>
    <base href="https://example.org/">
    <p id=styled style="color: rgb(1, 2, 3)">x</p>
    <img src="https://example.org/seen.png">`);
  const script = document.createElement("script");
  script.textContent = "window.ran = 'script'";
  document.body.append(script);
  const remote = document.createElement("script");
  remote.src = "https://example.org/a.js";
  document.body.append(remote);
  document.getElementById("link").click();
  document.getElementById("form").submit();
  // Not at once: what a test evaluates may evaluate anything.
  setTimeout(() => { try { window.eval("window.ran = 'eval'"); } catch {} }, 100);
  return new Promise((done) => setTimeout(() => done([
    window.ran ?? null,
    getComputedStyle(document.getElementById("styled")).color === "rgb(1, 2, 3)",
    document.baseURI === location.href,
    [...new Set(violations.map((one) => one.split(":")[0]))].sort(),
  ]), 300));
}
"""


def test_what_somebody_got_into_a_page_neither_runs_nor_tells_anybody(
    start: str, browser: Browser
) -> None:
    page = browser.new_page()
    page.add_init_script(NOTE_VIOLATIONS)
    page.goto(f"{start}/index.html")
    assert page.evaluate(INJECTED) == [
        None,
        False,
        True,
        [
            *("base-uri", "form-action", "img-src", "script-src", "script-src-attr"),
            *("script-src-elem", "style-src-attr"),
        ],
    ]
    page.close()


def test_script_in_a_guide_is_told_and_not_run(tmp_path: Path) -> None:
    folder = project(tmp_path / "project", SMALL / "audits")
    with (folder / "site/pages/guides/start.md").open("a", encoding="utf-8") as guide:
        guide.write("\n<script>alert(1)</script>\n")
    with pytest.raises(AssertionError, match=r"guides/start\.md holds a script of its own"):
        built(folder)
