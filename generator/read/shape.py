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
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic
from generator.diagnostics.nearest import nearest
from generator.limits import MAX_ENTRIES
from generator.model.anatomy import record_at
from generator.model.layout import FileKind
from generator.model.record import meaning
from generator.model.words import REF_PATTERN, Prose
from generator.read import yaml
from generator.read.document import Document
from generator.read.rules.bad_id import bad_id, bad_ref
from generator.read.rules.empty_text import empty_body, empty_file, empty_text
from generator.read.rules.missing_key import missing_keys, no_entry_id
from generator.read.rules.unknown_key import misspelt_key, unknown_keys
from generator.read.rules.unsafe_file import too_many_entries
from generator.read.rules.wrong_value import wrong_value
from generator.read.yaml import Loc

STAND_IN: Final = "standin"
"""What stands for a missing id, reference or text, so that the rest of its file can be judged."""

_STAND_INS: Final[tuple[object, ...]] = (STAND_IN, f"{STAND_IN}s", "1", [], {})
"""What is tried in turn: a word, a noun, a number, a list, a set of keys."""

_PROSE: Final[TypeAdapter[str]] = TypeAdapter(Prose)


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
    entries = len(document.root) if isinstance(document.root, yaml.Mapping) else 0
    if kind.keyed and entries > MAX_ENTRIES:
        fault = too_many_entries(document.place(()), entries, MAX_ENTRIES)
        return Shaped(None, (fault,), keeps_names=False)
    without_id = _without_id(document, kind)
    if without_id:
        return Shaped(None, (without_id,), keeps_names=False)
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
        keeps_names = keeps_names and not any(
            _takes_names(document, kind, error) for error in errors
        )
        # From the last to the first, so that a list's other indices stay what they are.
        set_right = [_set_right(document, kind, error) for error in reversed(errors)]
        if not all(set_right):
            return Shaped(None, diagnostics, keeps_names=False)


def shape_prose(document: Document) -> Shaped:
    """Validate a file that is prose from end to end; nothing is held of one that is too long."""
    try:
        return Shaped(_PROSE.validate_python(document.text))
    except ValidationError as invalid:
        (error,) = invalid.errors(include_url=False)
    if error["type"] == "empty_text":
        return Shaped(None, (empty_file(document.place(())),))
    return Shaped(None, (wrong_value(document.place(()), (), error),))


def _diagnostics(
    document: Document, kind: FileKind, errors: Sequence[ErrorDetails]
) -> Iterator[Diagnostic]:
    missing: dict[Loc, list[str]] = {}
    unknown: dict[Loc, list[str]] = {}
    for error in errors:
        *around, key = error["loc"] or ("",)
        if error["type"] == "missing":
            missing.setdefault(tuple(around), []).append(str(key))
        elif error["type"] == "extra_forbidden":
            unknown.setdefault(tuple(around), []).append(str(key))
        else:
            yield _diagnostic(document, kind, error)
    for loc, keys in unknown.items():
        yield from _unknown(document, kind, loc, keys, missing.get(loc, []))
    for loc, keys in missing.items():
        record = record_at(kind.annotation, loc)
        if record and keys:
            meanings = {key: meaning(record, key) for key in keys}
            yield missing_keys(document.key_place(loc), meanings)


def _unknown(
    document: Document, kind: FileKind, loc: Loc, keys: Sequence[str], missing: list[str]
) -> Iterator[Diagnostic]:
    """What is to be said of a mapping's unknown keys; what they were meant to be is not missing."""
    known = [name for name in _fields(kind, loc) if name != kind.body]
    strange = []
    for key in keys:
        near = nearest(key, missing) or nearest(key, known)
        if near is None and len(keys) == len(missing) == 1:
            near = missing[0]  # however it is written: `author` for `by`
        if near is None:
            strange.append(key)
            continue
        if near in missing:
            missing.remove(near)
        yield misspelt_key(document.key_place((*loc, key)), key, near)
    if strange:
        yield unknown_keys(document.key_place((*loc, strange[0])), strange, known)


def _fields(kind: FileKind, loc: Loc) -> dict[str, FieldInfo]:
    """The fields of the record at `loc`, by name."""
    record = record_at(kind.annotation, loc)
    return record.model_fields if record else {}


def _diagnostic(document: Document, kind: FileKind, error: ErrorDetails) -> Diagnostic:
    loc, value = error["loc"], error["input"]
    is_key = loc[-1:] == ("[key]",)
    place = document.key_place(loc[:-1]) if is_key else document.place(loc)
    if error["type"] == "string_pattern_mismatch":
        bad = bad_ref if error["ctx"]["pattern"] == REF_PATTERN else bad_id
        return bad(place, str(value))
    if error["type"] == "empty_text" or value is None:
        return _empty(document, kind, loc)
    return wrong_value(place, loc[:-1] if is_key else loc, error, list(_fields(kind, loc)))


def _empty(document: Document, kind: FileKind, loc: Loc) -> Diagnostic:
    if loc == (kind.body,):
        return empty_body(document.place(loc))
    field = _fields(kind, loc[:-1]).get(str(loc[-1]))
    may_go = field is None or not field.is_required()
    # An item of a list has no name of its own.
    name = next(str(step) for step in reversed(loc) if isinstance(step, str))
    return empty_text(document.key_place(loc), name, may_go=may_go)


def _without_id(document: Document, kind: FileKind) -> Diagnostic | None:
    """The fault that a file of entries starts with what belongs into one, and with no id."""
    if not kind.keyed or not isinstance(document.root, yaml.Mapping):
        return None
    for key, value in document.root.items():
        if key in _fields(kind, (key,)) and not isinstance(value, yaml.Mapping):
            return no_entry_id(document.key_place((key,)), key)
    return None


def _takes_names(document: Document, kind: FileKind, error: ErrorDetails) -> bool:
    """Whether taking out what an error is about may take out an id or a reference with it."""
    loc: Loc = error["loc"]
    is_entry = kind.keyed and len(loc) == 1
    if not loc or is_entry or isinstance(loc[-1], int) or loc[-1] in ("id", "ref", "[key]"):
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
    record, node = record_at(kind.annotation, loc[:-1]), _node(document, loc[:-1])
    if record is None or not isinstance(node, yaml.Mapping):
        return False
    field = record.model_fields[str(loc[-1])]
    annotation = field.rebuild_annotation()
    kind_of_value: Any = field.annotation
    choices: list[object] = list(kind_of_value) if isinstance(kind_of_value, EnumType) else []
    for stand_in in (*choices, *_STAND_INS):
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
