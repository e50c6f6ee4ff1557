"""A file's text cut into passages: prose, values, keys, comments, and what its links lead to.

YAML and Markdown are read with their places; what cannot be parsed is read as it lies there, for a
draft that is broken names a child all the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from generator.identify.seen import Seen, Written, see, text_seen
from generator.read import front_matter, yaml
from generator.read.yaml import ALIAS, COLLECTION, Event, Loc


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

    def text_seen(self) -> str:
        """The same text without its places."""
        return text_seen(self.raw, self.start, self.end, self.written)

    @property
    def field(self) -> str:
        """The key that it stands under, or that it is."""
        for step in reversed(self.loc):
            if type(step) is str:
                return step
        return ""


@dataclass(frozen=True)
class Clear:
    """What was read once without a sighting, and need not be read again."""

    ids: set[str] = field(default_factory=set)
    """Keys and values that are clear wherever they stand."""
    in_field: set[tuple[str, str]] = field(default_factory=set)
    """Passages as they are typed, each with the field in which they are clear."""

    def remember(self, typed: str, field: str, *, is_id: bool) -> None:
        """It is clear in this field, or wherever it stands.

        A long text hardly stands anywhere again, and a tree has no end of short ones.
        """
        if len(typed) <= _LONGEST_REMEMBERED:
            for known in (self.ids, self.in_field):
                if len(known) >= _MOST_REMEMBERED:
                    known.clear()
            self.in_field.add((typed, field))
            if is_id:
                self.ids.add(typed)


_LONGEST_REMEMBERED: Final = 100
_MOST_REMEMBERED: Final = 3_000


NOTHING: Final = Clear()
"""Where nothing was read yet."""


def passages(
    path: str, text: str, root: yaml.Node = None, clear: Clear = NOTHING
) -> Iterator[Passage]:
    """Every passage of a file, as its name says what it is: YAML, Markdown, or plain text.

    `root` is its data, where somebody has parsed it already and left it whole. Keys and values
    that are `clear` are left out.
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


def _yaml(text: str, end: int, root: yaml.Node, clear: Clear) -> Iterator[Passage]:
    root = yaml.parse(text).root if root is None else root
    if not isinstance(root, yaml.Mapping | yaml.Sequence):
        yield from _prose(text, 0, end)
        return
    yield from _scalars(text, root, clear)
    yield from _comments(text, end, root)
    if text.find("](", 0, end) >= 0:
        for one in _scalars(text, root, NOTHING, holding="]("):
            yield from _addresses(text, one.start, one.end, one.loc)


def _scalars(text: str, root: yaml.Node, clear: Clear, holding: str = "") -> Iterator[Passage]:
    """Every key and value `holding` this, if not clear; the body of a Markdown file is none.

    A tree has a hundred thousand, nearly all of them clear: nothing is made of one that is.
    """
    ids = clear.ids
    waiting: list[tuple[yaml.Node, Loc, str]] = [(root, (), "")]
    for node, loc, under in waiting:
        if isinstance(node, yaml.Mapping):
            for key, event in node.key_events.items():
                if key not in ids and (part := _typed(text, event, key, clear, holding)):
                    yield _passage(text, part, key, (*loc, key), is_key=True)
            for key, event in node.value_events.items():
                value = node[key]
                if event[2] == COLLECTION:
                    waiting.append((value, (*loc, key), key))
                elif value not in ids and (part := _typed(text, event, key, clear, holding)):
                    yield _passage(text, part, value, (*loc, key))
        else:
            for index, (value, event) in enumerate(zip(node, node.item_events, strict=True)):
                if event[2] == COLLECTION:
                    waiting.append((value, (*loc, index), under))
                elif value not in ids and (part := _typed(text, event, under, clear, holding)):
                    yield _passage(text, part, value, (*loc, index))


_Typed = tuple[int, int, Written]
"""Where a key or value starts and ends without its quotes, and how it is written."""


def _typed(text: str, event: Event, under: str, clear: Clear, holding: str) -> _Typed | None:
    """What is typed of a key or value; none where there is nothing, or it is clear in its field."""
    start, end, style = event
    written = Written.PLAINLY
    if style:
        if style == '"':
            start, end, written = start + 1, end - 1, Written.IN_DOUBLE_QUOTES
        elif style == "'":
            start, end, written = start + 1, end - 1, Written.IN_SINGLE_QUOTES
        elif style == ALIAS:
            return None
        else:
            start = text.find("\n", start, end) + 1 or end
    typed = text[start:end]
    if not typed or holding not in typed or (typed, under) in clear.in_field:
        return None
    return start, end, written


def _passage(
    text: str, typed: _Typed, value: yaml.Node, loc: Loc, *, is_key: bool = False
) -> Passage:
    start, end, written = typed
    said = value if isinstance(value, str) else text[start:end]
    if " " not in said and "\n" not in said:
        part = Part.ID
    elif is_key or (len(said) <= _LONGEST_LINE and "." not in said):
        part = Part.LINE
    else:
        part = Part.PROSE
    return Passage(text, start, end, part, loc, written)


_LONGEST_LINE: Final = 80


def _comments(text: str, end: int, root: yaml.Node) -> Iterator[Passage]:
    """Every comment: what stands behind a `#` and in no key and no value."""
    found = [
        comment
        for comment in _COMMENT.finditer(text, 0, end)
        if text[comment.start() - 1 : comment.start()].strip() == ""
        and not _FOR_EDITORS.match(comment[1])
    ]
    scalars = _scalars(text, root, NOTHING, holding="#") if found else ()
    taken = sorted((one.start, one.end) for one in scalars)
    for comment in found:
        before = bisect_right(taken, (comment.start(1), len(text))) - 1
        if before < 0 or comment.start(1) > taken[before][1]:
            yield Passage(text, *comment.span(1))


_COMMENT: Final = re.compile(r"#([^\r\n]*)")
_FOR_EDITORS: Final = re.compile(r" *yaml-language-server:")
