"""A file's text with its parsed data: what can say where everything in it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.diagnostics import Place
from generator.read.lines import LINE_END
from generator.read.yaml import Event, Loc, Node, Span, events_along, span_of

_WORD: Final = re.compile(r"\S+")
_BLOCK_HEADER: Final = re.compile(r"[|>][-+0-9]{0,2}(?:[ \t]+#[^\r\n]*)?(?=\r|\n)")


@dataclass(frozen=True)
class Alignment:
    """Where the words of a value stand in its text, and where in the file."""

    whole: Span
    """The whole value in the file."""
    here: tuple[int, ...] = ()
    """Where each word starts in the text; none where the file has more or fewer words."""
    there: tuple[int | None, ...] = ()
    """Where the same words start in the file; none for one that it writes otherwise."""

    def part(self, start: int, end: int) -> Span:
        """What of the file a part of the text is; the whole value where that is not known."""
        begins, ends = self._in_file(start), self._in_file(max(start, end - 1))
        return self.whole if begins is None or ends is None else Span(begins, ends + 1)

    def _in_file(self, at: int) -> int | None:
        word = bisect_right(self.here, at) - 1
        there = self.there[word] if word >= 0 else None
        return None if there is None else there + at - self.here[word]


@dataclass(frozen=True)
class Document:
    """One file as read: its text, its data, and for Markdown the text below the front matter."""

    path: str
    text: str
    root: Node = None
    event: Event | None = None
    """The event of the root, where there is one."""
    body_start: int | None = None
    """The index in the text where Markdown's body starts; none where there is no body."""
    body_field: str | None = None
    """The field that the body is."""

    def place(self, loc: Loc) -> Place:
        """Where the value at `loc` stands, or the nearest thing around it that exists."""
        return self._place(self._span(loc))

    def key_place(self, loc: Loc) -> Place:
        """Where the key at the end of `loc` stands; a list's item where it is no key."""
        span = self._body_span(loc) or self._root_span()
        for key, value in events_along(self.root, loc):
            span = span_of(key or value)
        return self._place(span)

    def places_of(self, loc: Loc, pieces: Iterable[str], after: str = "") -> Iterator[Place]:
        """Where each of the pieces of the value at `loc`, right after `after`, stands.

        The pieces are in the order in which they stand. The whole value's place where the file
        writes one otherwise, such as with escapes.
        """
        span = self._span(loc)
        start = span.start
        for piece in pieces:
            at = self.text.find(after + piece, start, span.end)
            if at >= 0:
                # Not to its end: a piece may lie within the one before, as in `[a ![b](c)](d)`.
                start = at + 1
                yield self.index_place(at + len(after), len(piece))
                continue
            alone = self.text.find(piece, span.start, span.end) if after else -1
            yield self._place(span) if alone < 0 else self.index_place(alone, len(piece))

    def aligned(self, loc: Loc, text: str) -> Alignment:
        """How `text`, the value at `loc`, lies in the file, word for word.

        A line of it may be broken elsewhere in the file than in the text. Where the file writes a
        word otherwise, such as with escapes, nothing but the whole value can be pointed at.
        """
        span = self._span(loc)
        begin, end = span
        if header := _BLOCK_HEADER.match(self.text, begin, end):
            begin = header.end()
        elif self.text[begin : begin + 1] in ("'", '"') and text[:1] != self.text[begin]:
            begin, end = begin + 1, end - 1
        there = [word.span() for word in _WORD.finditer(self.text, begin, end)]
        here = [word.span() for word in _WORD.finditer(text)]
        if len(here) != len(there):
            return Alignment(span)
        return Alignment(
            span,
            tuple(a for a, _ in here),
            tuple(
                c if text[a:b] == self.text[c:d] else None
                for (a, b), (c, d) in zip(here, there, strict=True)
            ),
        )

    def place_in(self, alignment: Alignment, start: int, end: int) -> Place:
        """Where the part of an aligned text from `start` to `end` stands."""
        return self._place(alignment.part(start, end))

    def index_place(self, index: int, width: int = 1) -> Place:
        """The place of the text's character at `index`."""
        return self._place(Span(index, index + width))

    def line(self, number: int) -> str | None:
        """The text of line `number`, counted from 1; None where there is none."""
        if not 0 < number <= len(self._starts):
            return None
        following = self._starts[number] if number < len(self._starts) else None
        return self.text[self._starts[number - 1] : following].rstrip("\r\n")

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """The index at which each line starts."""
        return (0, *(end.end() for end in LINE_END.finditer(self.text)))

    def _span(self, loc: Loc) -> Span:
        span = self._body_span(loc) or self._root_span()
        for _, value in events_along(self.root, loc):
            span = span_of(value)
        return span

    def _body_span(self, loc: Loc) -> Span | None:
        if self.body_start is None or (self.body_field and loc[:1] != (self.body_field,)):
            return None
        body = self.text[self.body_start :]
        if not body.strip():
            # There is none: the line above it, which ends the front matter, is all to point at.
            start = self.text.rfind("\n", 0, max(self.body_start - 1, 0)) + 1
            return Span(start, self.body_start)
        start = self.body_start + len(body) - len(body.lstrip())
        return Span(start, len(self.text))

    def _root_span(self) -> Span:
        return span_of(self.event) if self.event else Span(0, 1)

    def _place(self, span: Span) -> Place:
        if "\r" not in self.text:  # one place of a file is asked for, seldom many
            line = self.text.count("\n", 0, span.start) + 1
            column = span.start - self.text.rfind("\n", 0, span.start)
        else:
            line = bisect_right(self._starts, span.start)
            column = span.start - self._starts[line - 1] + 1
        ends = LINE_END.search(self.text, span.start, span.end)
        shown = self.text[span.start : ends.start() if ends else span.end].rstrip()
        return Place(self.path, line, column, max(1, len(shown)))
