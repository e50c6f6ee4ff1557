"""How long somebody waits for the first results of a search, in a site opened from a folder."""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median
from typing import Final

from playwright.sync_api import Browser, expect, sync_playwright

from tests import browser as chromium
from tests.bench.country import Country
from tests.bench.lines import Line, Untold
from tests.sites import Site, built, project

_WHAT: Final = "from a click into the box to the first results of search ÷ opening the page"


def lines(country: Country) -> Iterator[Line | Untold]:
    """The first search on a page of the real audits, which reads the index, in a new tab each."""
    if why := chromium.missing():
        yield Untold(_WHAT, why)
        return
    site = built(project(country.fresh("finding")))
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium.path(), args=["--no-sandbox", "--disable-gpu"]
        )
        waited = [_waited(running, site) for _ in range(1 + country.rounds)][1:]
        running.close()
    opening, finding = (median(one) for one in zip(*waited, strict=True))
    yield Line(_WHAT, finding / opening, 4, f"{finding:.2f} s", f"{opening:.2f} s")


def _waited(browser: Browser, site: Site) -> tuple[float, float]:
    """Seconds until the page was there, and from then until something was found."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    begun = time.perf_counter()
    page.goto((site.folder / "index.html").as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")
    opened = time.perf_counter()
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.insert_text("neglect")
    page.keyboard.press("Shift")  # the theme looks at the box when a key is let go
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    found = time.perf_counter()
    page.close()
    return opened - begun, found - opened
