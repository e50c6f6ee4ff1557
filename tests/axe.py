"""What axe-core finds wrong with pages, as they come and with all that can be opened.

`python -m tests.axe` asks it of every kind of page, light and dark, on a phone and a wide screen.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal, NamedTuple

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import browser as chromium
from tests.kinds import all_that_is_shown, one_of_each
from tests.sites import Site, built, project

TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS: Final = {"runOnly": TAGS, "resultTypes": ["violations"]}

Scheme = Literal["light", "dark"]
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
WIDTHS: Final = (360, 1280)


class Fault(NamedTuple):
    """An element that breaks a rule of axe's, and where."""

    rule: str
    element: str
    page: str
    circumstances: str


@contextmanager
def screen(browser: Browser, scheme: Scheme, width: int) -> Iterator[Page]:
    """A page to look at others with."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, reduced_motion="reduce"
    )
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def visit(page: Page, site: Site, path: str) -> None:
    """Open a page as a double click does, and wait until it is as it stays."""
    page.goto((site.folder / path).as_uri())
    page.evaluate("document.fonts.ready.then(() => true)")


def faults(page: Page, path: str, circumstances: str) -> list[Fault]:
    """What is wrong with a page as it stands."""
    found = Axe().run(page, options=OPTIONS).response
    return [
        Fault(violation["id"], " ".join(map(str, node["target"])), path, circumstances)
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


def unfold(page: Page) -> None:
    """Open all that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def open_menu(page: Page) -> None:
    """Open the menu of a phone, as somebody does who has it as a button."""
    page.get_by_role("button", name="Menu", exact=True).click()
    expect(page.locator(".md-nav--primary > .md-nav__list")).to_be_in_viewport()


def open_search(page: Page) -> None:
    """Search for a word that much is found for."""
    page.evaluate("document.querySelector('[data-md-toggle=search]').click()")
    page.locator("[data-md-component=search-query]").press_sequentially("recording")
    expect(page.locator(".md-search-result__link").first).to_be_visible()


STATES: Final[dict[str, Callable[[Page], None]]] = {
    "as it comes": lambda _: None,
    "details open": unfold,
    "menu open": open_menu,
    "search open": open_search,
}


def states(width: int, *, every: bool) -> list[str]:
    """The states to look at a page in: those of the frame too, or only its own."""
    if not every:
        return ["details open"]
    return [state for state in STATES if state != "menu open" or width < 1220]


def run(browser: Browser, site: Site) -> Iterator[tuple[str, list[Fault]]]:
    """What is wrong with each page in all circumstances."""
    kinds = set(one_of_each(site).values())
    for path in all_that_is_shown(site):
        found: list[Fault] = []
        for scheme in SCHEMES:
            for width in WIDTHS:
                with screen(browser, scheme, width) as page:
                    for state in states(width, every=path in kinds):
                        visit(page, site, path)
                        STATES[state](page)
                        found += faults(page, path, f"{scheme}, {width}, {state}")
        yield path, found


@contextmanager
def running() -> Iterator[Browser]:
    """A browser, as the tests have it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.path(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def main() -> int:
    """Say for each page how many faults it has, then each rule with its elements."""
    if why := chromium.missing():
        print(why, file=sys.stderr)
        return 1
    everything: list[Fault] = []
    with tempfile.TemporaryDirectory() as folder, running() as browser:
        site = built(project(Path(folder) / "project"))
        for path, found in run(browser, site):
            print(f"{len(found):6} {path}", flush=True)
            everything += found
    for (rule, element), many in Counter((one.rule, one.element) for one in everything).items():
        print(f"{rule}: {element} ({many} times)")
    print(f"{len(everything)} faults")
    return 1 if everything else 0


if __name__ == "__main__":
    sys.exit(main())
