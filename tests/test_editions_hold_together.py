"""Each edition is whole in itself: nothing leads to what it has not, and nothing looks cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

import pytest

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


_HEADINGS = {"h2", "h3", "h4", "summary", "dt"}
_HOLDS_WORDS = {"p", "li", "ul", "ol", "dl", "dd", "table", "tbody", "section"}
_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<unread>script|style)\b.*?</(?P=unread)>"
    r"|<(?P<tag>/?[a-z][a-z0-9]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>|(?P<text>[^<]+)",
    re.DOTALL,
)
"""A tag or a text of a page that is well formed, as all are: reading it as a tree takes minutes."""


@dataclass
class _Part:
    name: str
    is_to_write_in: bool
    has_text: bool = False
    """If only a space."""
    has_picture: bool = False
    words: list[str] = field(default_factory=list)


def _parts(html: str) -> list[_Part]:
    """The parts of the article of a page, which can hold others, in order, with what is in each."""
    _, _, rest = html.partition("<article")
    article, _, _ = rest.partition(">")[2].rpartition("</article>")
    parts: list[_Part] = []
    around: list[_Part] = []
    for token in _TOKEN.finditer(article):
        tag, text = token["tag"], token["text"]
        if text:
            words = unescape(text).split()
            for part in around:
                part.has_text = True
                part.words += words
        elif tag in ("img", "svg"):
            for part in around:
                part.has_picture = True
        elif tag in _HEADINGS or tag in _HOLDS_WORDS:
            classes = re.search(r'\bclass="([^"]*)"', token["attributes"])
            around.append(_Part(tag, bool(classes and "room" in classes[1].split())))
            parts.append(around[-1])
        elif tag and around and tag == f"/{around[-1].name}":
            around.pop()
    return parts


def empty_parts(html: str) -> Iterator[str]:
    """Headings with nothing below them; lists, tables, paragraphs and sections without a word."""
    parts = _parts(html)
    for part in parts:
        if part.name in _HOLDS_WORDS and not (
            part.is_to_write_in or part.words or part.has_picture
        ):
            yield f"<{part.name}>"
    in_order = [part for part in parts if part.has_text]
    for heading, below in zip(in_order, [*in_order[1:], None], strict=True):
        if heading.name in _HEADINGS and (below is None or below.name == heading.name):
            yield f"nothing below {' '.join(heading.words)!r}"


def test_empty_parts_are_seen() -> None:
    cut = "<article><h2>A</h2><h2>B</h2><section><p></p>x</section><ul></ul><h3>C</h3></article>"
    assert list(empty_parts(cut)) == ["<p>", "<ul>", "nothing below 'A'", "nothing below 'C'"]


def test_no_part_of_a_page_is_empty(edition: tuple[Edition, Site]) -> None:
    _, site = edition
    found = {path: list(empty_parts(page.html)) for path, page in site.ours.items()}
    assert {path: empty for path, empty in found.items() if empty} == {}
