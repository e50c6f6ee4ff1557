"""Nobody has to know an address: every page can be reached, and is in sight where it should be."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import unescape

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from generator.render import uris
from tests.sites import Site

pytest_plugins = "tests.built"

TABS = [
    {uris.REGISTER, uris.BOARD_QUESTIONS},
    {uris.VOICES, uris.TOOLS, uris.COMPARISON, uris.GLOSSARY, uris.REFERENCES},
]


def led_to(path: str, html: str) -> Iterator[str]:
    """Where the content of a page leads within the site: what a phone shows without its menu."""
    content = html[html.find("<article") : html.rfind("</article>")]
    for link in re.findall(r'<a [^>]*?\bhref="([^"]*)"', content):
        address = unescape(link).partition("#")[0]
        if address and ":" not in address:
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), address))


def test_every_page_of_the_data_is_led_to_from_home_or_a_tab(site: Site) -> None:
    todo = [
        "index.html",
        "guides/rules.html",
        uris.COMPONENTS,
        *(page for tab in TABS for page in tab),
    ]
    reached = set(todo)
    while todo:
        path = todo.pop()
        for target in led_to(path, site.pages[path].html):
            if target in site.pages and target not in reached:
                reached.add(target)
                todo.append(target)
    assert sorted(set(site.ours) - reached) == []


@pytest.mark.parametrize("tab", TABS, ids=["Recommendations", "More"])
def test_pages_of_one_tab_are_all_in_sight_on_each(
    tab: set[str], site: Site, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    for path in sorted(tab):
        page.goto((site.folder / path).as_uri())
        shown = page.locator(".md-sidebar--primary a:visible").evaluate_all(
            "all => all.map(a => a.href)"
        )
        expected = {(site.folder / one).as_uri() for one in tab}
        assert {address.partition("#")[0] for address in shown} >= expected, path
    page.close()


def test_tabs_lead_to_no_page_that_is_not_there(small_site: Site) -> None:
    """The small tree has no voices, questions for Boards or references, and nothing to compare."""
    missing = {uris.VOICES, uris.BOARD_QUESTIONS, uris.COMPARISON, uris.REFERENCES}
    assert missing & set(small_site.pages) == set()
    tabs = BeautifulSoup(small_site.pages["index.html"].html, "html.parser").select(
        ".md-nav a, .md-tabs a"
    )
    led = {posixpath.normpath(str(one["href"])) for one in tabs if one.get("href")}
    assert (led & missing, {uris.REGISTER, uris.TOOLS, uris.GLOSSARY} <= led) == (set(), True)
