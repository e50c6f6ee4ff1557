"""A file's text cut into passages: prose, values, keys, comments, and what its links lead to.

YAML and Markdown are read with their places; what cannot be parsed is read as it lies there, for a
draft that is broken names a child all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from yaml.events import Event, ScalarEvent

from generator.identify.seen import Seen, Written, see
from generator.read import front_matter, yaml
from generator.read.yaml import Loc, span_of


class Part(Enum):
    """What a passage is in its file."""

    PROSE = "prose"
    LINE = "a line"
    """A value of a few words: a title, a label."""
    ID = "an id"
    """Words without spaces: a key, an id, an address, the name of a file."""


@dataclass(frozen=True)
class Passage:
    """A piece of a file that is read by itself."""

    seen: Seen
    part: Part = Part.PROSE
    about_a_case: bool = True
    """Whether it tells of one child, so that whatever is not known is denied."""
    loc: Loc = ()
    """The keys and indices that lead to it, where it is a value or a key."""

    @property
    def text(self) -> str:
        """The text as a reader sees it."""
        return self.seen.text


def passages(path: str, text: str, *, about_a_case: bool) -> Iterator[Passage]:
    """Every passage of a file, as its name says what it is: YAML, Markdown, or plain text."""
    if path.endswith((".yml", ".yaml")):
        cut = _yaml(text, 0, len(text))
    elif halves := front_matter.split(text) if path.endswith(".md") else None:
        cut = [*_yaml(halves.yaml, 0, len(halves.yaml)), *_prose(text, halves.body_start)]
    else:
        cut = _prose(text, 0)
    for seen, part, loc in cut:
        yield Passage(seen, part, about_a_case, loc)


_Cut = tuple[Seen, Part, Loc]


def _prose(text: str, start: int, end: int | None = None, loc: Loc = ()) -> Iterator[_Cut]:
    end = len(text) if end is None else end
    yield see(text, start, end), Part.PROSE, loc
    yield from _addresses(text, start, end, loc)


def _addresses(text: str, start: int, end: int, loc: Loc) -> Iterator[_Cut]:
    """Where the links and pictures of a text lead: names stand in the names of files."""
    if text.find("](", start, end) < 0:
        return
    for link in _LEADS_TO.finditer(text, start, end):
        if not _IS_A_MARK.fullmatch(link["to"]):
            yield see(text, *link.span("to")), Part.ID, loc
        if link["title"]:
            yield see(text, *link.span("title")), Part.LINE, loc


_LEADS_TO: Final = re.compile(r"\]\(<?(?P<to>[^()\s>]*)>?(?:\s+[\"'(](?P<title>[^\"'()]*)[\"')])?")
_IS_A_MARK: Final = re.compile(r"printed(?:[:@].*)?|elsewhere|[a-z]+:[A-Za-z0-9.-]*|")
"""What only looks like an address: a quoted figure, or a reference into the data."""


def _yaml(text: str, start: int, end: int) -> Iterator[_Cut]:
    parsed = yaml.parse(text)
    if parsed.root is None or not isinstance(parsed.root, yaml.Mapping | yaml.Sequence):
        yield see(text, start, end), Part.PROSE, ()
        return
    scalars = sorted(_scalars(parsed.root, ()), key=lambda one: one[0])
    at = start
    for (first, last), event, loc, is_key in scalars:
        yield from _comments(text, at, first)
        at = max(at, last)
        yield from _scalar(text, event, loc, is_key=is_key)
    yield from _comments(text, at, end)


_Scalar = tuple[tuple[int, int], ScalarEvent, Loc, bool]


def _scalars(node: yaml.Node, loc: Loc) -> Iterator[_Scalar]:
    if isinstance(node, yaml.Mapping):
        for key, value in node.items():
            at = (*loc, key)
            yield from _scalar_at(node.key_events[key], at, is_key=True)
            yield from _value(value, node.value_events[key], at)
    elif isinstance(node, yaml.Sequence):
        for index, value in enumerate(node):
            yield from _value(value, node.item_events[index], (*loc, index))


def _value(value: yaml.Node, event: Event, loc: Loc) -> Iterator[_Scalar]:
    yield from _scalar_at(event, loc, is_key=False)
    yield from _scalars(value, loc)


def _scalar_at(event: Event, loc: Loc, *, is_key: bool) -> Iterator[_Scalar]:
    if isinstance(event, ScalarEvent):
        yield tuple(span_of(event)), event, loc, is_key  # type: ignore[misc]


def _scalar(text: str, event: ScalarEvent, loc: Loc, *, is_key: bool) -> Iterator[_Cut]:
    start, end = span_of(event)
    written = Written.PLAINLY
    if event.style == '"':
        start, end, written = start + 1, end - 1, Written.IN_DOUBLE_QUOTES
    elif event.style == "'":
        start, end, written = start + 1, end - 1, Written.IN_SINGLE_QUOTES
    elif event.style in (">", "|"):
        start = text.find("\n", start, end) + 1 or end
    else:
        end = start + len(text[start:end].rstrip())
    if start >= end:
        return
    if not _HAS_A_SPACE.search(text, start, end):
        yield see(text, start, end, written), Part.ID, loc
    else:
        is_line = is_key or len(event.value) <= _LONGEST_LINE and "." not in event.value
        yield see(text, start, end, written), Part.LINE if is_line else Part.PROSE, loc
    yield from _addresses(text, start, end, loc)


_HAS_A_SPACE: Final = re.compile(r"\s")
_LONGEST_LINE: Final = 80


def _comments(text: str, start: int, end: int) -> Iterator[_Cut]:
    """Every comment between two values."""
    if text.find("#", start, end) < 0:
        return
    for comment in _COMMENT.finditer(text, start, end):
        if not _FOR_EDITORS.match(comment[1]):
            yield see(text, *comment.span(1)), Part.PROSE, ()


_COMMENT: Final = re.compile(r"(?:(?<=\s)|^)#([^\r\n]*)", re.MULTILINE)
_FOR_EDITORS: Final = re.compile(r" *yaml-language-server:")


def of_path(path: str) -> Any:
    """The names of a file and of its folders, as a passage."""
    stem = re.sub(r"\.(?:ya?ml|md|txt|png|jpe?g|webp)$", "", path)
    return see(stem, 0, len(stem))
