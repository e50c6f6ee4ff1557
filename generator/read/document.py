"""A file's text with its parsed data: what can say where everything in it stands."""

from __future__ import annotations

from dataclasses import dataclass

from yaml.events import Event

from generator.diagnostics import Place
from generator.read.yaml import Loc, Node, Span, events_along, span_at, span_of


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
        span = self._body_span(loc) or self._root_span()
        for _, value in events_along(self.root, loc):
            span = span_of(value)
        return self._place(span)

    def key_place(self, loc: Loc) -> Place:
        """Where the key at the end of `loc` stands; a list's item where it is no key."""
        span = self._body_span(loc) or self._root_span()
        for key, value in events_along(self.root, loc):
            span = span_of(key or value)
        return self._place(span)

    def place_of(self, loc: Loc, text: str, nth: int = 0, after: str = "") -> Place:
        """Where the `nth` occurrence of `text`, right after `after`, stands in the value at `loc`.

        The whole value's place where the file writes the text otherwise, such as with escapes.
        """
        span = self._body_span(loc)
        if span is None:
            span = self._root_span()
            for _, value in events_along(self.root, loc):
                span = span_of(value)
        at = span.start - 1
        for _ in range(nth + 1):
            at = self.text.find(after + text, at + 1, span.end)
            if at < 0:
                return self.place_of(loc, text) if after else self._place(span)
        return self._place(span_at(self.text, at + len(after), len(text)))

    def index_place(self, index: int, width: int = 1) -> Place:
        """The place of the text's character at `index`."""
        return self._place(span_at(self.text, index, width))

    def line(self, number: int) -> str | None:
        """The text of line `number`, counted from 1; None where there is none."""
        lines = self.text.split("\n")
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else None

    def _body_span(self, loc: Loc) -> Span | None:
        if self.body_start is None or (self.body_field and loc[:1] != (self.body_field,)):
            return None
        body = self.text[self.body_start :]
        start = self.body_start + len(body) - len(body.lstrip())
        return span_at(self.text, start)._replace(end=len(self.text))

    def _root_span(self) -> Span:
        return span_of(self.event) if self.event else Span(1, 1, 0, 1)

    def _place(self, span: Span) -> Place:
        ends = self.text.find("\n", span.start, span.end)
        stop = span.end if ends < 0 else ends
        shown = self.text[span.start : stop].rstrip()
        return Place(self.path, span.line, span.column, max(1, len(shown)))
