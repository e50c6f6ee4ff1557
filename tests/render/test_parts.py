"""Pages across audits in parts: all is told, once, and links lead to the part that holds it."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from datetime import date
from functools import cache
from html import unescape

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from generator.aggregate.book import Book, book
from generator.check.all_rules import RULES
from generator.limits import PART_BYTES
from generator.model.edition import Edition
from generator.model.library import Audit
from generator.model.registers import Work
from generator.model.words import PartialDate
from generator.narrow import narrow
from generator.render import uris
from generator.render.page import Page
from generator.render.pages.parts import stretches
from generator.render.site import render
from tests.aggregate.audits import audit, real
from tests.render.test_across import bookof
from tests.render.test_across import pages as pages_of_book
from tests.sites import EXAMPLE, ROOT

AS_AT = date(2031, 6, 1)
COPIES = 40
FRAME = 30_000
"""Bytes that the theme puts around a page, and some more."""
MOST = 200_000


@cache
def many() -> Book:
    """The made-up audit many times over, as if there had been one each quarter."""
    audits = dict(real().audits)
    for number in range(COPIES):
        audits[f"copy-{number}"] = _copy(audits[EXAMPLE], number)
    return narrow(book(real().model_copy(update={"audits": audits}), AS_AT), Edition.RESTRICTED)


def _copy(of: Audit, number: int) -> Audit:
    published = PartialDate(2021 + number // 4, 1 + number % 4 * 3, 15)
    dates = of.dates.model_copy(update={"published": published, "completed": None})
    # One audit that forty follow up is none of this world.
    assert of.tool
    sections = tuple(
        section.model_copy(
            update={
                "questions": tuple(
                    question.model_copy(update={"same_as": ()}) for question in section.questions
                )
            }
        )
        for section in of.tool.sections
    )
    tool = of.tool.model_copy(update={"sections": sections})
    apart = {"id": f"copy-{number}", "dates": dates, "made_up": False}
    return of.model_copy(update={**apart, "follow_up": None, "tool": tool})


@cache
def pages() -> dict[str, Page]:
    """All pages of those audits."""
    return {page.uri: page for page in render(many(), RULES.values(), ROOT / "site/templates")}


def parts(uri: str) -> list[Page]:
    """The parts of a page, the first first."""
    soup = BeautifulSoup(pages()[uri].html, "html.parser")
    links = [str(link["href"]) for link in soup.select(".parts a")]
    return [pages()[posixpath.join(posixpath.dirname(uri), link)] for link in links]


def test_no_page_is_heavy() -> None:
    heavy = {uri for uri, page in pages().items() if len(page.html.encode()) > MOST - FRAME}
    assert heavy == set()


ID = re.compile(r'<[^>]* id="([^"]+)"')
LINK = re.compile(r'<a [^>]*\bhref="([^"]+)"')


def test_every_link_leads_to_something() -> None:
    ids = {uri: {*ID.findall(page.html)} for uri, page in pages().items()}
    links = {uri: {*map(unescape, LINK.findall(page.html))} for uri, page in pages().items()}
    nowhere = set()
    for uri, leading in links.items():
        for link in leading:
            address, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(uri), address))
            target = target if address else uri
            if ":" in link or target.startswith("guides/"):
                continue
            if target not in ids or (anchor and anchor not in ids[target]):
                nowhere.add((uri, link))
    assert nowhere == set()
    assert sum(map(len, links.values())) > 10_000


def test_parts_of_a_theme_tell_all_of_it_once_and_the_newest_first() -> None:
    gathered = many().themes["neglect"]
    told = [
        str(link["href"])
        for page in parts(uris.theme("neglect"))
        for link in BeautifulSoup(page.html, "html.parser").select(
            "li.found .source a:last-of-type"
        )
    ]
    findings = [uris.finding(found.audit, found.id) for found in gathered.findings]
    asked = [uris.recommendation(one.audit, one.id) for one in gathered.recommendations]
    within = [f"../{uri}" for uri in (*findings, *asked)]
    assert Counter(link for link in told if link in within) == Counter(within)


def test_parts_say_what_they_hold() -> None:
    first, *others = parts(uris.theme("neglect"))
    nav = BeautifulSoup(first.html, "html.parser").select_one("nav.parts")
    assert nav
    assert nav.text == (
        "In 6 parts, so that it opens on a phone:"
        "2027 to 20302026 to 20272024 to 20262023 to 20242021 to 20232015 to 2026"
    )
    titles = [page.title for page in others]
    assert titles == [f"Neglect, {link.text}" for link in nav.select("a")[1:]]
    assert (first.title, [page.search for page in others]) == ("Neglect", [()] * len(others))


def test_the_register_leads_to_pages_by_state() -> None:
    index = BeautifulSoup(pages()[uris.REGISTER].html, "html.parser")
    listed = {str(of["id"]): str(of.a["href"]) for of in index.select("h2[id]") if of.a}
    assert listed == {
        "overdue": "overdue.html",
        "done": "done.html",
        "under-way": "under-way.html",
        "no-date-set": "no-date-set.html",
        "impact-shown": "impact-shown.html",
        "nothing-recorded": "nothing-recorded.html",
        "repeated": "said-again.html",
    }


def test_a_link_to_a_work_leads_to_the_part_that_lists_it() -> None:
    works = {f"w{n:03}": Work(by=f"{chr(65 + n // 32)}", title=f"Title {n}") for n in range(800)}
    made = pages_of_book(bookof(audit(further_reading=("w000", "w799")), bibliography=works))
    about = BeautifulSoup(made["audits/made/about.html"].html, "html.parser")
    assert [str(link["href"]) for link in about.select("#reading + ul a")] == [
        "../../references/index.html#w000",
        "../../references/index_1.html#w799",
    ]
    assert made["references/index_1.html"].title == "References, U to Y"


@given(st.lists(st.integers(1, 3 * PART_BYTES), min_size=1), st.integers(1, PART_BYTES))
def test_stretches_hold_everything_once_and_none_but_the_first_is_over_full(
    sizes: list[int], room: int
) -> None:
    cuts = stretches(sizes, room)
    assert [size for cut in cuts for size in sizes[cut]] == sizes
    over = [sizes[cut] for cut in cuts[1:] if sum(sizes[cut]) > room and len(sizes[cut]) > 1]
    assert over == []
    first = sizes[cuts[0]]
    assert sum(first) <= 2 * room or len(first) == 1
