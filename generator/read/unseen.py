"""Signs that nobody sees in a file, however they are written: typed, as escape, as entity."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Diagnostic
from generator.diagnostics.visible import unseen_in
from generator.read import yaml
from generator.read.document import Document
from generator.read.rules.unseen_sign import unseen_sign
from generator.read.yaml import Event, span_of

_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{3,31});")


def unseen_signs(document: Document) -> Iterator[Diagnostic]:
    """The first of those typed, and every value with others that are spelled out."""
    typed = list(unseen_in(document.text))
    if typed:
        place = document.index_place(typed[0].start())
        yield unseen_sign(place, typed[0].group(), len(typed) - 1)
    if "&" in document.text:
        yield from _entities(document)
    if "\\" in document.text:
        yield from _escapes(document)


def _entities(document: Document) -> Iterator[Diagnostic]:
    for entity in _ENTITY.finditer(document.text):
        for sign in unseen_in(html.unescape(entity.group())):
            yield unseen_sign(document.index_place(entity.start(), len(entity[0])), sign.group())


def _escapes(document: Document) -> Iterator[Diagnostic]:
    for value, event in _scalars(document.root):
        span = span_of(event)
        written = document.text[span.start : span.end]
        if not written.startswith('"') or "\\" not in written:
            continue
        shown = html.unescape(value) if "&" in value else value
        if sign := next(unseen_in(shown), None):
            yield unseen_sign(document.index_place(span.start, len(written)), sign.group())


def _scalars(node: yaml.Node) -> Iterator[tuple[str, Event]]:
    """Every key and every value in double quotes or none."""
    if isinstance(node, yaml.Mapping):
        for key, value in node.items():
            yield key, node.key_events[key]
            yield from _scalar_or_inside(value, node.value_events[key])
    elif isinstance(node, yaml.Sequence):
        for value, event in zip(node, node.item_events, strict=True):
            yield from _scalar_or_inside(value, event)


def _scalar_or_inside(value: yaml.Node, event: Event) -> Iterator[tuple[str, Event]]:
    if isinstance(value, str):
        yield value, event
    else:
        yield from _scalars(value)
