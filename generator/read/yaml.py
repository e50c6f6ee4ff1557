"""YAML with places: PyYAML's C parser by events, built into mappings that know where they stand.

Only what authors need of YAML 1.2: mappings with text keys, lists, scalars. Of the plain scalars,
`true`, `false` and `null` (and nothing at all) mean something here; everything else stays the text
its author typed, `yes`, `12:30`, `0123`, `1e3` and dates included, until the model says what it is.
Anchors, aliases, tags and a second document are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.limits import MAX_DEPTH

Scalar = str | bool | None
Node = Any
"""A Mapping, a Sequence or a Scalar."""

Loc = tuple[str | int, ...]
"""The keys and indices that lead to a value."""


class Span(NamedTuple):
    """Where something stands, as indices of the text."""

    start: int
    end: int


Event = tuple[int, int, str]
"""What is kept of an event of the parser: where its text starts and ends, and how it is written.

A scalar's way is its style: empty, a quote, or `|` or `>` of a block. Numbers alone, since the
marks of every event of a tree would take three times the memory of its texts.
"""

ALIAS: Final = "*"
COLLECTION: Final = "["
"""How what is no scalar is written."""


class Mapping(dict[str, Node]):
    """A mapping in file order that knows where each key and value stands."""

    __slots__ = ("key_events", "value_events")

    def __init__(self) -> None:
        self.key_events: dict[str, Event] = {}
        self.value_events: dict[str, Event] = {}


class Sequence(list[Node]):
    """A list that knows where each item stands."""

    __slots__ = ("item_events",)

    def __init__(self) -> None:
        self.item_events: list[Event] = []


@dataclass(frozen=True)
class Fault:
    """What the parser or the builder found wrong; the reader makes a diagnostic of it."""

    kind: str
    """duplicate, anchor, documents, key, depth or syntax."""
    span: Span
    detail: str = ""
    first: Span | None = None
    """For a duplicate key: where it stood first."""


@dataclass(frozen=True)
class Parsed:
    """A parsed text: its root, where the root stands, and what was wrong."""

    root: Node = None
    event: Event | None = None
    faults: list[Fault] = field(default_factory=list)


class _UnreadableError(Exception):
    """A fault after which the rest of the text means nothing."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.kind)
        self.fault = fault


_CORE: Final[dict[str, Scalar]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}

_UNREADABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
"""What the parser stops at; the reader has said so of each (`unseen_sign`)."""


def parse(text: str) -> Parsed:
    """Parse one YAML document; never raises for what an author may write."""
    # None of them is printable, and asking for that is quick.
    if not text.replace("\n", "").isprintable() and _UNREADABLE.search(text):
        return Parsed()
    faults: list[Fault] = []
    try:
        parser = CParser(text)
        root, event = _build(parser, faults)
    except _UnreadableError as unreadable:
        return Parsed(faults=[*faults, unreadable.fault])
    except MarkedYAMLError as error:
        syntax = _syntax(text, error)
        # A text that starts with `*` is read as an alias, and then cannot go on.
        if not any("\n" not in text[fault.span.start : syntax.span.start] for fault in faults):
            faults.append(syntax)
        return Parsed(faults=faults)
    return Parsed(root, event, faults)


def _syntax(text: str, error: MarkedYAMLError) -> Fault:
    mark, started = error.problem_mark or error.context_mark, error.context_mark
    if mark and started and started.line < mark.line and _is_open(str(error.context)):
        mark = started
    at = min(mark.index, len(text)) if mark else 0
    detail = ", ".join(part for part in (error.context, error.problem) if part)
    return Fault("syntax", Span(at, at + 1), detail)


def _is_open(context: str) -> bool:
    """Whether the parser stopped where it gave up waiting for an end: the start is at fault."""
    return any(word in context for word in ("quoted", "flow", "simple key"))


def span_of(event: Event) -> Span:
    """Where an event's text stands."""
    return Span(event[0], event[1])


def _span(event: Any) -> Span:
    # Not the marks' lines: YAML counts a line at U+2028 and its like, where editors count none.
    return Span(event.start_mark.index, event.end_mark.index)


def _build(parser: Any, faults: list[Fault]) -> tuple[Node, Event | None]:  # noqa: PLR0912, PLR0915
    # One loop without calls for the common case: this is where reading spends its time.
    get_event = parser.get_event
    core = _CORE
    root: Node = None
    root_event: Event | None = None
    documents = 0
    container: Any = None
    is_mapping = False
    key: str | None = None
    key_event: Event | None = None
    above: list[Any] = []

    while True:
        event = get_event()
        kind = type(event)
        node: Node
        if kind is ScalarEvent:
            node = event.value
            style = event.style
            kept = (event.start_mark.index, event.end_mark.index, style)
            if event.anchor is not None or event.tag is not None:
                faults.append(_marked(event))
            if is_mapping and key is None:
                if node in container and not _goes_on(container, faults):
                    first = span_of(container.key_events[node])
                    faults.append(Fault("duplicate", _span(event), node, first))
                key, key_event = node, kept
                continue
            if not style and node in core and event.implicit[0]:
                node = core[node]
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor is not None or event.tag is not None:
                faults.append(_marked(event))
            if is_mapping and key is None:
                raise _UnreadableError(Fault("key", _span(event)))
            if len(above) >= MAX_DEPTH:
                raise _UnreadableError(Fault("depth", _span(event)))
            node = Mapping() if kind is MappingStartEvent else Sequence()
            kept = (event.start_mark.index, event.end_mark.index, COLLECTION)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            container = above.pop()
            is_mapping = type(container) is Mapping
            key = None
            continue
        elif kind is AliasEvent:
            # What it stands for is refused, so nothing that leads on from it is judged.
            faults.append(Fault("anchor", _span(event), f"*{event.anchor}"))
            if is_mapping and key is None:
                raise _UnreadableError(Fault("key", _span(event)))
            node = None
            kept = (event.start_mark.index, event.end_mark.index, ALIAS)
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                faults.append(Fault("documents", _span(event)))
                return root, root_event
            continue
        elif kind is StreamEndEvent:
            return root, root_event
        else:
            continue

        if container is None:
            root, root_event = node, kept
        elif is_mapping:
            assert key is not None  # noqa: S101 - a value follows its key
            # Of two the first is kept, unless there is nothing in it.
            if key not in container or container[key] in (None, ""):
                container[key] = node
                container.key_events[key] = key_event
                container.value_events[key] = kept
        else:
            container.append(node)
            container.item_events.append(kept)
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            above.append(container)
            container = node
            is_mapping = kind is MappingStartEvent
        key = None


def _goes_on(container: Mapping, faults: list[Fault]) -> bool:
    """Whether the key before was there twice as well: a whole block is, and that is one fault."""
    if not faults or faults[-1].kind != "duplicate":
        return False
    *_, last = container.key_events.values()
    return span_of(last).start < faults[-1].span.start


def _marked(event: Any) -> Fault:
    tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
    sign = f"&{event.anchor}" if event.anchor is not None else tag
    return Fault("anchor", _span(event), sign)


def remove(node: Node, step: str | int) -> bool:
    """Take what stands under `step` out of `node`; False where nothing does."""
    if isinstance(node, Mapping) and isinstance(step, str) and step in node:
        del node[step]
        node.key_events.pop(step, None)
        node.value_events.pop(step, None)
        return True
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
        del node[step], node.item_events[step]
        return True
    return False


def child(node: Node, step: str | int) -> Node:
    """What stands under `step` in `node`; None where nothing does."""
    if isinstance(node, Mapping) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
        return node[step]
    return None


def events_along(node: Node, loc: Loc) -> Iterator[tuple[Event | None, Event]]:
    """The key's and value's events of each step of `loc`, as far as it leads."""
    for step in loc:
        if isinstance(node, Mapping) and step in node.value_events:
            yield node.key_events[str(step)], node.value_events[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            yield None, node.item_events[step]
        else:
            return
        node = child(node, step)
