"""Markdown as authors may write it: CommonMark with tables and bound figures; HTML is text in it.

A bound figure is `{{ of("R1") }}`: prose does not repeat a number, it refers to it. One that is
quoted from a source is written like a link: `[59% of cases](printed)`, or `[59%](printed:R1)` where
it is about a question; `[42% of cases](printed@2016)` is of the earlier audit of that year, and
`[30% of children](elsewhere)` is no figure of the audit. A link to
something in the data names its kind: `[R1](question:R1)`, `[late plans](finding:late-plans)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, html_inline
from markdown_it.token import Token

_BOUND = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}", re.DOTALL)
_ARGUMENT = r'(?:[a-z]+\s*=\s*)?"[^"]*"'
_CALL = re.compile(rf"\{{\{{\s*(\w+)\(\s*({_ARGUMENT}(?:\s*,\s*{_ARGUMENT})*)?\s*\)\s*\}}\}}")

NO_MARKS: Final = re.compile(r"[^\\`*_\[\]<>&{}!~|#\r\n]*")
"""A line of text in which nothing can be Markdown, once it is known to stand in a paragraph."""

PRINTED: Final = "printed"
"""What a link leads to whose words are quoted from a source."""

ELSEWHERE: Final = "elsewhere"
"""What a link leads to whose figures are none of the audit's."""

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
    named: tuple[tuple[str, str], ...] = ()
    """Arguments that were given by name, as in `cases(judgement="good")`."""


@dataclass(frozen=True)
class Quoted:
    """Words with figures that stand as their source printed them: `[59% of cases](printed)`."""

    start: int
    end: int
    words: str
    """The words, as the author wrote them."""
    ref: str = ""
    """The question that they are about, where one is named."""
    year: str = ""
    """The year of the earlier audit that they are about, where one is named."""
    before: str = ""
    """What stands before it in its paragraph, as far as it can be about it."""
    after: str = ""
    """What stands behind it."""

    @property
    def about(self) -> str:
        """The words in one line, as an audit's `noted` names them."""
        return " ".join(_MARK.sub("", self.words).split())


@dataclass(frozen=True)
class Placed:
    """A bound figure with where it stands in its text."""

    start: int
    end: int
    bound: Bound


@dataclass(frozen=True)
class ProseOnly:
    """The prose of a text, each sign where it stands there, and what stood in its gaps."""

    text: str
    """Words; a bound figure is a run of `BOUND_MARK`, a marked one or code a run of `GAP`."""
    bounds: tuple[Placed, ...]
    """Each bound figure with where it stands."""
    quotes: tuple[Quoted, ...]


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


_RAW: Final = re.compile(r"<(script|style|textarea)\b", re.IGNORECASE)
"""What holds no marks of Markdown: what stands in it is a program, or typed by somebody else."""


def _html_rule(state: StateInline, silent: bool) -> bool:
    """A tag, or a script to its end, is a text: no mark, escape or reference in it is read."""
    start = state.pos
    if not html_inline(state, silent):
        return False
    if opened := _RAW.match(state.src, start):
        end = f"</{opened[1]}>"
        # Asked first, since many that are never closed would each be looked through to the end.
        if state.html_terminator_last(end) >= state.pos:
            state.pos = state.src.index(end, state.pos) + len(end)
    if not silent:
        state.tokens[-1].type = "text"
        state.tokens[-1].content = state.src[start : state.pos]
    return True


def parser() -> MarkdownIt:
    """A parser of authors' Markdown, in which whatever is typed is shown.

    HTML is a text. So is a line such as `[a]: https://example.org`, which in CommonMark defines a
    link and is not shown.
    """
    markdown = _with_html()
    markdown.disable("html_block")
    markdown.inline.ruler.at("html_inline", _html_rule)
    return markdown


def _with_html() -> MarkdownIt:
    markdown = MarkdownIt("js-default", {"html": True, "linkify": False, "typographer": False})
    markdown.disable("reference")
    markdown.inline.ruler.before("escape", "bound", _bound_rule)
    return markdown


_PARSER: Final = parser()
_HTML_PARSER: Final = _with_html()
_DEFINING: Final = MarkdownIt("commonmark")

# markdown-it leaves `javascript:` and its like as text; a check must see that they were written.
_LINK_PARSER: Final = parser()
_LINK_PARSER.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005


def bound_in(text: str) -> Iterator[Bound]:
    """Every reference to a figure in a text, in order; `{{` alone where it is not closed."""
    if _HAS_ONLY_BOUNDS.fullmatch(text):
        yield from (read_bound(found[0]) for found in _BOUND.finditer(text))
        return
    for token in _flat(_PARSER.parse(text)):
        if token.type == "bound":
            yield read_bound(token.content)
        elif token.type == "text" and "{{" in token.content:
            yield Bound("{{", "")


_HAS_ONLY_BOUNDS: Final = re.compile(
    rf"(?:(?=[A-Za-z{{])(?:{NO_MARKS.pattern}\{{\{{[^{{}}\r\n]*\}}\}})*+"
    rf"{NO_MARKS.pattern}(?:\n+|\Z))+"
)
"""Lines that hold references to figures, and no other mark: they need not be parsed."""


def read_bound(text: str) -> Bound:
    """Read one `{{ … }}`."""
    call = _CALL.fullmatch(text)
    if not call:
        return Bound(text, "")
    given = re.findall(r'(?:([a-z]+)\s*=\s*)?"([^"]*)"', call[2] or "")
    return Bound(
        text,
        call[1],
        tuple(value for name, value in given if not name),
        tuple((name, value) for name, value in given if name),
    )


@lru_cache(maxsize=1024)
def prose_of(text: str) -> ProseOnly:
    """The prose of a text without marks, code, addresses, bound and quoted figures.

    A line break within a paragraph is a space; one that ends a paragraph, a point of a list, a
    heading or a cell is kept, so that nothing is read across it.
    """
    if NO_MARKS.fullmatch(text):
        return ProseOnly(_with_spaces(text), (), ())
    bounds: list[Placed] = []
    quotes: list[Quoted] = []

    def gap(match: re.Match[str]) -> str:
        if match["bound"]:
            bounds.append(Placed(*match.span(), read_bound(match["bound"])))
            return BOUND_MARK * len(match[0])
        if match["words"] is not None and not match["elsewhere"]:
            quotes.append(
                Quoted(*match.span(), match["words"], match["ref"] or "", match["year"] or "")
            )
            return GAP * len(match[0])
        if match["target"]:
            return " " * len(match[0])
        return GAP * len(match[0])

    prose = _with_spaces(text)
    if _MAY_BE_MARKED.search(prose):  # most texts only have several lines
        prose = _MARK.sub(" ", _GAPS.sub(gap, prose))
    prose = _BREAK.sub(_one_space, prose)
    return ProseOnly(prose, tuple(bounds), tuple(_with_its_place(one, prose) for one in quotes))


def _with_spaces(text: str) -> str:
    return text if text.isascii() else text.translate(_AS_SPACES)


def _with_its_place(quoted: Quoted, prose: str) -> Quoted:
    before = prose[max(0, quoted.start - _NEAR) : quoted.start].rpartition("\n")[2]
    after = prose[quoted.end : quoted.end + _NEAR].partition("\n")[0]
    return replace(quoted, before=before, after=after)


_NEAR: Final = 160
"""So many signs before and behind a quotation can say of which year it is."""


def _one_space(match: re.Match[str]) -> str:
    return " " * len(match[0])


BOUND_MARK: Final = "\ue000"
GAP: Final = "\ue001"
# Spaces of other kinds, which word processors write; and what must stand for gaps only.
_AS_SPACES: Final = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\ue000\ue001"), " ")
_GAPS: Final = re.compile(
    r"(?P<code>^(?P<fence>```|~~~).*?^(?P=fence)|`[^`\n]+`)"
    rf"|(?P<bound>{_BOUND.pattern})"
    r"|\[(?P<words>[^\[\]]*)\]\((?:printed(?::(?P<ref>[A-Za-z0-9]*))?(?:@(?P<year>[0-9-]*))?|(?P<elsewhere>elsewhere))\)"
    r"|(?P<target>\]\([^()\s]*\))",
    re.DOTALL | re.MULTILINE,
)
_MAY_BE_MARKED: Final = re.compile(r"[`~{\[\]*_>]")
_MARK: Final = re.compile(r"[*\[\]]|(?<!\w)_|_(?!\w)|^>", re.MULTILINE)
# A line break that is only where the author's line was full.
# What may not stand before it is asked behind it: so only line breaks are looked at.
_BREAK: Final = re.compile(
    r"(?:\r\n(?<![\n|]\r\n)|\n(?<![\n|]\n))(?!\s*(?:\n|[-+#|>] ?|[0-9]{1,2}[.)] |$))"
)


def links_in(text: str) -> Iterator[Link]:
    """Every link and picture in a text, in order, those that are never published included."""
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


def definitions_in(text: str) -> Iterator[str]:
    """Every line that defines a link in CommonMark, in order; it is shown as typed."""
    if "]:" not in text:
        return
    found: dict[str, Any] = {}
    _DEFINING.parse(text, found)
    definitions = [*found.get("references", {}).values(), *found.get("duplicate_refs", ())]
    lines = text.split("\n")
    for first in sorted(definition["map"][0] for definition in definitions):
        yield lines[first].strip()


def plain(text: str) -> str:
    """The words of a Markdown text without its marks, for search and previews."""
    if NO_MARKS.fullmatch(text) and text[:1].isalpha():
        return " ".join(text.split())
    words: list[str] = []
    for token in _PARSER.parse(text):
        for part in token.children or ():
            if part.type in ("text", "code_inline"):
                words.append(part.content)
            elif part.type == "bound":
                words.append("…")
            elif part.type in ("softbreak", "hardbreak"):
                words.append(" ")
        if token.type in ("fence", "code_block"):
            words.append(token.content)
        if token.type == "inline":
            words.append(" ")
    return " ".join("".join(words).split())


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        if token.children:
            yield from _flat(token.children)
