"""From a file's data to its record, and from pydantic's errors to diagnostics with a place.

Every fault is reported. What is at fault is then taken out, a stand-in put where a required value
is missing, and the rest validated, so that the checks can judge it in the same run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import EnumType
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic
from generator.diagnostics.wording import nearest
from generator.model.anatomy import record_at
from generator.model.layout import FileKind
from generator.model.words import REF_PATTERN
from generator.read import yaml
from generator.read.document import Document
from generator.read.rules.bad_id import bad_id, bad_ref
from generator.read.rules.empty_text import empty_body, empty_file, empty_text
from generator.read.rules.missing_key import missing_key
from generator.read.rules.unknown_key import unknown_key
from generator.read.rules.wrong_value import wrong_value
from generator.read.yaml import Loc

STAND_IN: Final = "standin"
"""What stands for a missing id, reference or text, so that the rest of its file can be judged."""


@dataclass(frozen=True)
class Shaped:
    """What became of a file's data."""

    held: Any
    """The record or mapping of records; None where nothing could be saved."""
    diagnostics: tuple[Diagnostic, ...] = ()
    keeps_names: bool = True
    """Whether no id or reference went with what is at fault, so that none is lacking."""


def shape(document: Document, kind: FileKind) -> Shaped:
    """Validate a document's data; its tree keeps only what the record was made of."""
    diagnostics: tuple[Diagnostic, ...] = ()
    keeps_names = True
    while True:
        try:
            held = kind.adapter.validate_python(document.root)
            return Shaped(held, diagnostics, keeps_names)
        except ValidationError as invalid:
            errors = invalid.errors(include_url=False)
        if not diagnostics:
            diagnostics = tuple(_diagnostics(document, kind, errors))
        keeps_names = keeps_names and not any(_takes_names(document, error) for error in errors)
        # From the last to the first, so that a list's other indices stay what they are.
        set_right = [_set_right(document, kind, error) for error in reversed(errors)]
        if not all(set_right):
            return Shaped(None, diagnostics, keeps_names=False)


def _diagnostics(
    document: Document, kind: FileKind, errors: Sequence[ErrorDetails]
) -> Iterator[Diagnostic]:
    missing = {error["loc"] for error in errors if error["type"] == "missing"}
    for error in errors:
        loc = error["loc"]
        if error["type"] == "extra_forbidden":
            key = str(loc[-1])
            # A misspelt key leaves the right one missing: that is one fault, not two.
            lost = nearest(key, [str(one[-1]) for one in missing if one[:-1] == loc[:-1]])
            if lost:
                missing.discard((*loc[:-1], lost))
            record = record_at(_annotation(kind), loc[:-1])
            fields = [name for name in record.model_fields if name != kind.body] if record else []
            known = [lost] if lost else fields
            yield unknown_key(document.key_place(loc), key, known)
    for error in errors:
        loc = error["loc"]
        if error["type"] == "extra_forbidden" or (
            error["type"] == "missing" and loc not in missing
        ):
            continue
        yield _diagnostic(document, kind, error)


def _diagnostic(document: Document, kind: FileKind, error: ErrorDetails) -> Diagnostic:
    loc, value = error["loc"], error["input"]
    if error["type"] == "missing":
        record = record_at(_annotation(kind), loc[:-1])
        meaning = record.model_fields[str(loc[-1])].description if record else None
        return missing_key(document.key_place(loc[:-1]), str(loc[-1]), meaning)
    if error["type"] == "string_pattern_mismatch":
        is_key = loc[-1] == "[key]"
        place = document.key_place(loc[:-1]) if is_key else document.place(loc)
        bad = bad_ref if error["ctx"]["pattern"] == REF_PATTERN else bad_id
        return bad(place, str(value))
    if error["type"] == "empty_text" or value is None:
        return _empty(document, kind, loc)
    record = record_at(_annotation(kind), loc)
    return wrong_value(document.place(loc), loc, error, list(record.model_fields) if record else [])


def _empty(document: Document, kind: FileKind, loc: Loc) -> Diagnostic:
    if not loc:
        return empty_file(document.place(loc))
    if loc == (kind.body,):
        return empty_body(document.place(loc))
    record = record_at(_annotation(kind), loc[:-1])
    field = record.model_fields.get(str(loc[-1])) if record else None
    may_go = field is None or not field.is_required()
    # An item of a list has no name of its own.
    name = next(str(step) for step in reversed(loc) if isinstance(step, str))
    return empty_text(document.key_place(loc), name, may_go=may_go)


def _annotation(kind: FileKind) -> Any:
    return dict[str, kind.record] if kind.keyed else kind.record  # type: ignore[name-defined]


def _takes_names(document: Document, error: ErrorDetails) -> bool:
    """Whether taking out what an error is about may take out an id or a reference with it."""
    loc: Loc = error["loc"]
    if not loc or isinstance(loc[-1], int) or loc[-1] in ("id", "ref", "[key]"):
        return True
    return isinstance(_node(document, loc), yaml.Mapping | yaml.Sequence)


def _set_right(document: Document, kind: FileKind, error: ErrorDetails) -> bool:
    """Take out what an error is about, or put a stand-in; False where the whole file is wrong."""
    loc: Loc = error["loc"]
    if error["type"] == "missing":
        return _put_stand_in(document, kind, loc)
    while loc:
        # A short form (`R1: yes`) has no such part: what it stands for goes as a whole.
        if yaml.remove(_node(document, loc[:-1]), loc[-1]):
            return True
        loc = loc[:-1]
    return False


def _put_stand_in(document: Document, kind: FileKind, loc: Loc) -> bool:
    record, node = record_at(_annotation(kind), loc[:-1]), _node(document, loc[:-1])
    if record is None or not isinstance(node, yaml.Mapping):
        return False
    field = record.model_fields[str(loc[-1])]
    annotation = field.rebuild_annotation()
    kind_of_value: Any = field.annotation
    choices: list[object] = list(kind_of_value) if isinstance(kind_of_value, EnumType) else []
    for stand_in in (*choices, STAND_IN, "1", [], {}):
        try:
            TypeAdapter(annotation).validate_python(stand_in)
        except ValidationError:
            continue
        node[str(loc[-1])] = stand_in
        return True
    return False


def _node(document: Document, loc: Loc) -> yaml.Node:
    node = document.root
    for step in loc:
        node = yaml.child(node, step)
    return node
