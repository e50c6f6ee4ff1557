"""The five things that people come for: on a phone, from home, by clicks and by search alone.

Each is done within three actions, and its answer then stands on the screen without scrolling.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.sites import EXAMPLE, Site

pytest_plugins = "tests.built"

NEGLECT = "cheshire-east-2018-neglect"
HEIGHT = 740
LINE = 24
"""Of the answer the first line is enough: it says that it is one."""


class Reader:
    """Somebody with a phone, who counts what they have to do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.acts = 0

    def press(self, name: str | re.Pattern[str], *, within: str = "article") -> None:
        """Press a link or a button by its words."""
        part = self.page.locator(within)
        part.get_by_role("link", name=name).or_(part.get_by_role("button", name=name)).first.click()
        self.acts += 1

    def choose(self, label: str, words: str) -> None:
        """Choose from a list."""
        self.page.get_by_label(label).select_option(label=words)
        self.acts += 1

    def search(self, words: str, place: str) -> None:
        """Type words, and press what leads to a place: one of the first three results."""
        self.page.get_by_label("Search the site").fill(words)
        self.page.keyboard.press("Enter")
        self.acts += 1
        results = self.page.locator(".md-search-result__link")
        expect(results.first).to_be_visible()
        links = results.evaluate_all("all => all.slice(0, 3).map(one => one.href)")
        found = [re.sub(r"\?h=[^#]*", "", link) for link in links]
        (nth,) = [nth for nth, link in enumerate(found) if link.endswith(place)]
        results.nth(nth).click()
        self.acts += 1
        self.page.wait_for_url(re.compile(re.escape(place.partition("#")[0])))

    def sees(self, answer: Locator) -> None:
        """The answer is on the screen, and it took three actions at most."""
        expect(answer).to_be_visible()
        self.page.wait_for_function(
            "one => one.getBoundingClientRect().top >= 0", arg=answer.element_handle()
        )
        box = answer.bounding_box()
        assert box is not None
        assert box["y"] + min(box["height"], LINE) <= HEIGHT, f"the answer starts at {box['y']}"
        assert self.acts <= 3


@pytest.fixture
def reader(browser: Browser, site: Site) -> Iterator[Reader]:
    """A reader on the home page of the real site, opened from its folder."""
    context = browser.new_context(viewport={"width": 360, "height": HEIGHT}, has_touch=True)
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto((site.folder / "index.html").as_uri())
    yield Reader(page)
    context.close()


# What should my school do differently about recording?


def test_what_is_asked_of_schools_about_recording_by_clicks(reader: Reader) -> None:
    reader.choose("I work in", "Education")
    reader.choose("and want to know about", "Recording")
    reader.press("Go")
    expect(reader.page).to_have_url(re.compile(r"themes/recording\.html\?for=education$"))
    reader.sees(reader.page.locator("#asked ~ .folded li").first)


def test_what_is_asked_of_schools_about_recording_by_search(reader: Reader) -> None:
    reader.search("schools recording", "agencies/kind-education.html")
    reader.choose("I want to know about", "Recording")
    expect(reader.page).to_have_url(re.compile(r"kind-education\.html\?.*about=recording$"))
    reader.sees(reader.page.locator("#asked-recording ~ .folded li").first)


# What did the last neglect audit find, and what changed since?


def test_what_the_neglect_audit_found_by_clicks(reader: Reader) -> None:
    reader.press("Neglect, and what changed since 2017")
    reader.sees(reader.page.locator(".do-box li").first)


def test_what_the_neglect_audit_found_by_search(reader: Reader) -> None:
    reader.search("neglect audit cheshire east", f"audits/{NEGLECT}/index.html")
    reader.sees(reader.page.locator(".do-box li").first)


def test_what_changed_since_by_clicks(reader: Reader) -> None:
    reader.press("Neglect, and what changed since 2017")
    reader.press("What changed")
    reader.sees(reader.page.locator(".facts li").first)


def test_what_changed_since_by_search(reader: Reader) -> None:
    reader.search("what changed", f"audits/{NEGLECT}/then-and-now.html")
    reader.sees(reader.page.locator(".facts li").first)


# Which recommendations are overdue?


def overdue(page: Page) -> Locator:
    return page.locator("section:has(> #overdue) tr.found").first


def test_what_is_overdue_by_clicks(reader: Reader) -> None:
    reader.press(re.compile("overdue"))
    reader.sees(overdue(reader.page))


def test_what_is_overdue_by_search(reader: Reader) -> None:
    reader.search("overdue", "recommendations/index.html#overdue")
    reader.sees(overdue(reader.page))


# What does a good answer to A3 look like?


def test_good_answer_by_clicks(reader: Reader) -> None:
    reader.press("What does a good answer look like?")
    reader.press(re.compile("^A3 "))
    reader.sees(reader.page.locator("#a3 .example p").first)


def test_good_answer_by_search(reader: Reader) -> None:
    reader.search("A3 example answer", f"audits/{EXAMPLE}/tool.html#a3")
    reader.sees(reader.page.locator("#a3 .example p").first)


# Is this figure to be trusted?


def sure(page: Page) -> Locator:
    return page.get_by_text("Whether to trust a figure depends")


def test_whether_a_figure_is_to_be_trusted_by_clicks(reader: Reader) -> None:
    reader.press("Is this figure to be trusted?")
    reader.sees(sure(reader.page))


def test_whether_a_figure_is_to_be_trusted_by_search(reader: Reader) -> None:
    reader.search("can I trust this figure", "guides/figures.html#how-sure-can-i-be")
    reader.sees(sure(reader.page))
