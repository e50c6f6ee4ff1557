"""Markdown as authors may write it: CommonMark with tables, no raw HTML, and bound figures.

A bound figure is `{{ of("R1") }}`: prose does not repeat a number, it refers to it. A link to
something in the data names its kind: `[R1](question:R1)`, `[late plans](finding:late-plans)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_BOUND = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}", re.DOTALL)
_CALL = re.compile(r'\{\{\s*(\w+)\(\s*("[^"]*"(?:\s*,\s*"[^"]*")*)?\s*\)\s*\}\}')

NO_MARKS: Final = re.compile(r"[^\\`*_\[\]<>&{}!~|#\r\n]*")
"""A line of text in which nothing can be Markdown, once it is known to stand in a paragraph."""

LINK_KINDS: Final = ("question", "finding", "recommendation", "case", "agency", "theme", "audit")
"""What a link may name in place of an address."""


@dataclass(frozen=True)
class Bound:
    """A reference to a figure in prose: `{{ count("R1", "no") }}`."""

    text: str
    """As the author wrote it."""
    name: str
    """What is called; empty where it is no call at all."""
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Link:
    """A link or picture in Markdown."""

    target: str
    is_picture: bool = False


def _bound_rule(state: StateInline, silent: bool) -> bool:
    match = _BOUND.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("bound", "", 0).content = match.group()
    state.pos = match.end()
    return True


def parser(*, html: bool = False) -> MarkdownIt:
    """A parser of authors' Markdown; `html` only for finding what they should not write."""
    markdown = MarkdownIt("js-default", {"html": html, "linkify": False, "typographer": False})
    markdown.inline.ruler.before("escape", "bound", _bound_rule)
    return markdown


_PARSER: Final = parser()
_HTML_PARSER: Final = parser(html=True)

# markdown-it leaves `javascript:` and its like as text; a check must see that they were written.
_LINK_PARSER: Final = parser()
_LINK_PARSER.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005


def bound_in(text: str) -> Iterator[Bound]:
    """Every reference to a figure in a text, in order; `{{` alone where it is not closed."""
    for token in _flat(_PARSER.parse(text)):
        if token.type == "bound":
            yield read_bound(token.content)
        elif token.type == "text" and "{{" in token.content:
            yield Bound("{{", "")


def read_bound(text: str) -> Bound:
    """Read one `{{ … }}`."""
    call = _CALL.fullmatch(text)
    if not call:
        return Bound(text, "")
    return Bound(text, call[1], tuple(re.findall(r'"([^"]*)"', call[2] or "")))


def links_in(text: str) -> Iterator[Link]:
    """Every link and picture in a text, in order, those that are never published included."""
    if "[" not in text and "<" not in text:
        return
    if "[" not in text and "<" not in text:
        return
    for token in _flat(_LINK_PARSER.parse(text)):
        if token.type == "link_open":
            yield Link(str(token.attrGet("href") or ""))
        elif token.type == "image":
            yield Link(str(token.attrGet("src") or ""), is_picture=True)


def html_in(text: str) -> Iterator[str]:
    """Every piece of raw HTML in a text, in order; it is shown as typed, never run."""
    if "<" not in text:
        return
    for token in _flat(_HTML_PARSER.parse(text)):
        if token.type in ("html_inline", "html_block"):
            yield token.content.strip().partition("\n")[0]


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        if token.children:
            yield from _flat(token.children)
