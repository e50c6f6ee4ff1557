"""A file's text cut into passages: prose, values, keys, comments, and what its links lead to.

YAML and Markdown are read with their places; what cannot be parsed is read as it lies there, for a
draft that is broken names a child all the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass
from enum import Enum
from typing import Final

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

    raw: str
    """The text of the whole file."""
    start: int
    end: int
    part: Part = Part.PROSE
    loc: Loc = ()
    """The keys and indices that lead to it, where it is a value or a key."""
    written: Written = Written.PLAINLY

    def seen(self) -> Seen:
        """The text as a reader sees it, with its places."""
        return see(self.raw, self.start, self.end, self.written)

    @property
    def field(self) -> str:
        """The key that it stands under, or that it is."""
        for step in reversed(self.loc):
            if type(step) is str:
                return step
        return ""


def passages(
    path: str, text: str, root: yaml.Node = None, clear: Set[str] = frozenset()
) -> Iterator[Passage]:
    """Every passage of a file, as its name says what it is: YAML, Markdown, or plain text.

    `root` is its data, where somebody has parsed it already and left it whole. Ids that are
    `clear` are left out.
    """
    if path.endswith((".yml", ".yaml")):
        yield from _yaml(text, len(text), root, clear)
    elif halves := front_matter.split(text) if path.endswith(".md") else None:
        yield from _yaml(halves.yaml, len(halves.yaml), root, clear)
        yield from _prose(text, halves.body_start, len(text))
    else:
        yield from _prose(text, 0, len(text))


def of_name(name: str) -> Passage:
    """The name of a file or of a folder as a passage."""
    return Passage(name, 0, len(name), Part.ID)


def _prose(text: str, start: int, end: int, loc: Loc = ()) -> Iterator[Passage]:
    yield Passage(text, start, end, Part.PROSE, loc)
    yield from _addresses(text, start, end, loc)


def _addresses(text: str, start: int, end: int, loc: Loc) -> Iterator[Passage]:
    """Where the links and pictures of a text lead: names stand in the names of files."""
    if text.find("](", start, end) < 0:
        return
    for link in _LEADS_TO.finditer(text, start, end):
        if not _IS_A_MARK.fullmatch(link["to"]):
            yield Passage(text, *link.span("to"), Part.ID, loc)
        if link["title"]:
            yield Passage(text, *link.span("title"), Part.LINE, loc)


_LEADS_TO: Final = re.compile(r"\]\(<?(?P<to>[^()\s>]*)>?(?:\s+[\"'(](?P<title>[^\"'()]*)[\"')])?")
_IS_A_MARK: Final = re.compile(r"data:.*|printed(?:[:@].*)?|elsewhere|[a-z]+:[A-Za-z0-9.-]*|")
"""What only looks like an address: a quoted figure, a reference, or a picture itself."""


def _yaml(text: str, end: int, root: yaml.Node, clear: Set[str]) -> Iterator[Passage]:
    root = yaml.parse(text).root if root is None else root
    if not isinstance(root, yaml.Mapping | yaml.Sequence):
        yield from _prose(text, 0, end)
        return
    found = list(_scalars(text, root, clear))
    yield from found
    yield from _comments(text, end, found)
    if text.find("](", 0, end) >= 0:
        for one in found:
            yield from _addresses(text, one.start, one.end, one.loc)


def _scalars(text: str, root: yaml.Node, clear: Set[str]) -> Iterator[Passage]:
    """Every key and every value, by the events: the body of a Markdown file has none."""
    nodes: list[tuple[yaml.Node, Loc]] = [(root, ())]
    for node, loc in nodes:
        if isinstance(node, yaml.Mapping):
            for key, event in node.key_events.items():
                if key not in clear:
                    yield from _scalar(text, event, (*loc, key), is_key=True)
            held = [(node[key], event, (*loc, key)) for key, event in node.value_events.items()]
        else:
            held = [
                (value, event, (*loc, index))
                for index, (value, event) in enumerate(zip(node, node.item_events, strict=True))
            ]
        for value, event, at in held:
            if isinstance(value, yaml.Mapping | yaml.Sequence):
                nodes.append((value, at))
            elif value not in clear:
                yield from _scalar(text, event, at, is_key=False)


def _scalar(text: str, event: Event, loc: Loc, *, is_key: bool) -> Iterator[Passage]:
    if not isinstance(event, ScalarEvent):
        return
    start, end = span_of(event)
    value, style = event.value, event.style
    written = Written.PLAINLY
    if style == '"':
        start, end, written = start + 1, end - 1, Written.IN_DOUBLE_QUOTES
    elif style == "'":
        start, end, written = start + 1, end - 1, Written.IN_SINGLE_QUOTES
    elif style in (">", "|"):
        start = text.find("\n", start, end) + 1 or end
    if start >= end:
        return
    if " " not in value and "\n" not in value:
        part = Part.ID
    elif is_key or (len(value) <= _LONGEST_LINE and "." not in value):
        part = Part.LINE
    else:
        part = Part.PROSE
    yield Passage(text, start, end, part, loc, written)


_LONGEST_LINE: Final = 80


def _comments(text: str, end: int, scalars: list[Passage]) -> Iterator[Passage]:
    """Every comment: what stands behind a `#` and in no key and no value."""
    found = [
        comment
        for comment in _COMMENT.finditer(text, 0, end)
        if text[comment.start() - 1 : comment.start()].strip() == ""
        and not _FOR_EDITORS.match(comment[1])
    ]
    taken = sorted((one.start, one.end) for one in scalars) if found else []
    for comment in found:
        before = bisect_right(taken, (comment.start(1), len(text))) - 1
        if before < 0 or comment.start(1) > taken[before][1]:
            yield Passage(text, *comment.span(1))


_COMMENT: Final = re.compile(r"#([^\r\n]*)")
_FOR_EDITORS: Final = re.compile(r" *yaml-language-server:")
