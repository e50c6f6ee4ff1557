"""Where YAML takes the end of an author's text for a comment: behind ` #`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from generator.diagnostics import Diagnostic
from generator.model.anatomy import is_text
from generator.model.layout import FileKind
from generator.read import yaml
from generator.read.document import Document
from generator.read.rules.text_after_hash import text_after_hash
from generator.read.yaml import ALIAS, COLLECTION, Event, Loc, span_of

_COMMENT: Final = re.compile(r"[ \t]+(#[^\r\n]*)")
_MAY_BE: Final = re.compile(r"[^\s#][ \t]+#")


def lost_behind_a_hash(document: Document, kind: FileKind) -> Iterator[Diagnostic]:
    """What is lost of each text in a file, in the order in which the texts stand."""
    text = document.text
    # Asked first, since few files have any: a comment behind something on its line.
    if not (" #" in text or "\t#" in text) or not _MAY_BE.search(text):
        return
    for loc, event in _plain_values(document.root, ()):
        # A value with nothing in it ends where it starts, at its key's colon.
        comment = _COMMENT.match(document.text, span_of(event).end)
        if comment and is_text(kind.annotation, loc):
            lost = comment[1].rstrip()
            yield text_after_hash(document.index_place(comment.start(1), len(lost)), lost)


def _plain_values(node: yaml.Node, loc: Loc) -> Iterator[tuple[Loc, Event]]:
    """Every value that stands in no quotes and in no block, with its place."""
    held: list[tuple[str | int, Any, Event]] = []
    if isinstance(node, yaml.Mapping):
        held = [(key, value, node.value_events[key]) for key, value in node.items()]
    elif isinstance(node, yaml.Sequence):
        held = [(at, *pair) for at, pair in enumerate(zip(node, node.item_events, strict=True))]
    for step, value, event in held:
        style = event[2]
        if not style:
            yield (*loc, step), event
        elif style in (ALIAS, COLLECTION):
            yield from _plain_values(value, (*loc, step))
