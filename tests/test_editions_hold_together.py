"""Each edition is whole in itself: nothing leads to what it has not, and nothing looks cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup, Tag
from bs4.filter import SoupStrainer

from generator.model.edition import Edition
from tests.sites import Site, targets

pytest_plugins = "tests.built"


EDITIONS = ("restricted_site", "site", "public_site")
OF = dict(zip(EDITIONS, Edition, strict=True))


@pytest.fixture(params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> tuple[Edition, Site]:
    return OF[request.param], request.getfixturevalue(request.param)


def test_every_link_and_anchor_is_there(edition: tuple[Edition, Site]) -> None:
    _, site = edition
    assert [
        fault
        for path, page in site.pages.items()
        for link in page.links
        for fault in targets(site, path, link)
    ] == []


SAID = re.compile(r"(?<!impact )not shown|withheld|\b\d+ (?:\w+ )?hidden|hidden here|this edition")


def test_page_does_not_say_that_something_is_hidden(edition: tuple[Edition, Site]) -> None:
    _, site = edition
    said = {path: SAID.findall(page.text) for path, page in site.ours.items()}
    assert {path: words for path, words in said.items() if words} == {}


_HEADINGS = ["h2", "h3", "h4", "summary", "dt"]
_HOLDS_WORDS = ["p", "li", "ul", "ol", "dl", "dd", "table", "tbody", "section"]


def empty_parts(html: str) -> Iterator[str]:
    """Headings with nothing below them; lists, tables, paragraphs and sections without a word."""
    only = SoupStrainer("article")
    article = BeautifulSoup(html, "html.parser", parse_only=only).find("article")
    if not isinstance(article, Tag):
        return
    for part in article.find_all(_HOLDS_WORDS):
        is_to_write_in = "room" in part.get_attribute_list("class")
        if not (is_to_write_in or part.get_text(strip=True) or part.find(["img", "svg"])):
            yield f"<{part.name}>"
    in_order = [one for one in article.find_all([*_HEADINGS, *_HOLDS_WORDS]) if one.get_text()]
    for heading, below in zip(in_order, [*in_order[1:], None], strict=True):
        if heading.name in _HEADINGS and (below is None or below.name == heading.name):
            yield f"nothing below {heading.get_text(' ', strip=True)!r}"


def test_empty_parts_are_seen() -> None:
    cut = "<article><h2>A</h2><h2>B</h2><section><p></p>x</section><ul></ul><h3>C</h3></article>"
    assert list(empty_parts(cut)) == ["<p>", "<ul>", "nothing below 'A'", "nothing below 'C'"]


def test_no_part_of_a_page_is_empty(edition: tuple[Edition, Site]) -> None:
    _, site = edition
    found = {path: list(empty_parts(page.html)) for path, page in site.ours.items()}
    assert {path: empty for path, empty in found.items() if empty} == {}
