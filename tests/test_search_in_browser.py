"""Search as practitioners type it, into the real box: from a folder, as most of them open it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from tests.sites import EARLIER, EXAMPLE, REAL, Site

pytest_plugins = "tests.built"

BOX = "[data-md-component=search-query]"
LINK = ".md-search-result__link"


@dataclass(frozen=True)
class Query:
    """What somebody types, and what is to be among the first results."""

    query: str
    first: tuple[str, ...]
    one_of: tuple[str, ...] = ()
    within: int = 3
    never_first: str = ""

    def faults(self, found: list[str]) -> Iterator[str]:
        """What is wrong with what was found, best first."""
        best = found[: self.within]
        yield from (f"{place} is not among {best}" for place in self.first if place not in best)
        if self.one_of and not set(self.one_of) & set(best):
            yield f"none of {self.one_of} is among {best}"
        if self.never_first and found[0].startswith(self.never_first):
            yield f"{found[0]} is the first"


def query(of: dict[str, Any]) -> Query:
    """An entry of `queries.yml`."""
    return Query(**{**of, "first": tuple(of["first"]), "one_of": tuple(of.get("one_of", ()))})


QUERIES = [
    query(of)
    for of in yaml.safe_load((Path(__file__).parent / "queries.yml").read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """The home page of the real site, opened from its folder."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(10_000)
    page.goto((site.folder / "index.html").as_uri())
    yield page
    page.close()


def ask(page: Page, words: str) -> list[str]:
    """Where the results of a search lead from the site's root, best first."""
    page.locator(BOX).click()
    page.locator(BOX).fill("")
    page.keyboard.press("Shift")  # the theme looks at the box when a key is let go
    expect(page.locator(LINK)).to_have_count(0)
    page.keyboard.insert_text(words)
    page.keyboard.press("Shift")
    expect(page.locator(LINK).first).to_be_visible()
    root = page.url.partition("?")[0].partition("#")[0].removesuffix("index.html")
    links = page.locator(LINK).evaluate_all("all => all.map(one => one.href)")
    return [re.sub(r"\?h=[^#]*", "", link).removeprefix(root) for link in links]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.query)
def test_what_people_type_finds_what_they_mean(query: Query, page: Page) -> None:
    assert list(query.faults(ask(page, query.query))) == []


@pytest.mark.parametrize("word", ["neglect", "recording", "chronology", "school", "plan B"])
def test_nothing_made_up_stands_before_what_is_real(word: str, page: Page) -> None:
    made_up = [
        f"{EXAMPLE}/" in place or f"{EARLIER}/" in place or "/example-" in place
        for place in ask(page, word)
    ]
    assert made_up == sorted(made_up)


@pytest.mark.parametrize("word", ["neglect", "recording", "step down", "MARAC"])
def test_cases_and_pages_that_only_hold_the_word_stand_last(word: str, page: Page) -> None:
    places = ask(page, word)
    last = [bool(re.search(r"/(?:about|cases/\w+|findings|results)\.html$", one)) for one in places]
    real = [of for of, place in zip(last, places, strict=True) if "example-" not in place]
    assert real == sorted(real)


def test_result_says_what_it_is_and_shows_the_words(page: Page) -> None:
    ask(page, "timely referral")
    first = page.locator(LINK).first
    assert first.inner_text().splitlines()[:2] == [
        "R1 Timely referral: 82%",
        "Result · Children living with domestic abuse, Cheshire East",
    ]
    assert first.locator("mark").all_inner_texts()[:2] == ["Timely", "referral"]


def test_first_arrow_key_lands_on_the_row_found(browser: Browser, site: Site) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((site.folder / "index.html").as_uri())
    ask(page, "up to date chronology")
    page.keyboard.press("ArrowDown")
    focused = page.locator(f"{LINK}:focus")
    expect(focused).to_have_attribute("href", re.compile(rf"{REAL}/results\.html.*#a7$"))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#a7$"))
    expect(page.locator("tr#a7")).to_be_in_viewport()
    page.close()


def test_slip_is_said_and_what_was_found_for_it(page: Page) -> None:
    ask(page, "chronolgy")
    expect(page.locator(".md-search-result__meta")).to_contain_text("for “chronology”")


def test_so_many_results_are_capped_and_that_is_said(page: Page) -> None:
    ask(page, "child")
    expect(page.locator(".md-search-result__meta")).to_have_text(
        re.compile(r"^\d+ matching documents, the best 50 here$")
    )


def test_nothing_found_gives_ways_on(page: Page) -> None:
    places = ask(page, "xyzzy")
    assert {"themes/index.html", "agencies/index.html", "audits/index.html"} < set(places)
    expect(page.locator(".md-search-result__meta")).to_have_text(
        "Nothing found. Try another word for it, or go on from here:"
    )
