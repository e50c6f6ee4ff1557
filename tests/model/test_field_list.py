"""Who may see which field: the list that people read, and what is derived from fields."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any, get_args

from generator.aggregate.book import Book
from generator.model.edition import Edition
from generator.model.field_list import as_markdown, edition_of_file, field_of_files, fields_of
from generator.model.layout import AUDIT_FILES, REGISTERS
from generator.model.record import Record, widest_edition
from generator.model.words import Reference

KINDS = (*REGISTERS, *AUDIT_FILES)
LIST = Path(__file__).parents[2] / "schema/editions.md"

COUNTED = {
    "QuestionResult.reasons": "how many gave a reason, and not which return",
}
"""Fields wider than what they are made from, since they hold how many and not which."""


def test_list_is_what_the_model_gives() -> None:
    assert LIST.read_text(encoding="utf-8") == as_markdown(), "run `make schema`"


def test_every_kind_of_file_is_held_by_a_field() -> None:
    held = [field_of_files(kind) for kind in KINDS if kind.name != "audit"]
    assert [field for record, field in held if field not in record.model_fields] == []


def test_field_goes_no_wider_than_what_it_stands_in() -> None:
    of_case = {
        one.way: one.edition for kind in KINDS if kind.name == "case" for one in fields_of(kind)
    }
    assert of_case[("worked_well", "themes")] is Edition.INTRANET
    assert of_case[("area",)] is Edition.RESTRICTED
    allowed = {
        one.way: one.edition for kind in KINDS if kind.name == "audit" for one in fields_of(kind)
    }
    assert allowed[("asked", "cases")] is Edition.INTRANET
    assert allowed[("identifiers_allowed", "reason")] is Edition.RESTRICTED


def test_every_field_has_a_meaning() -> None:
    assert [one.way for kind in KINDS for one in fields_of(kind) if not one.meaning] == []


def told_by_type(annotation: Any) -> Iterator[Any]:
    """What a type says of where its value comes from: records, enumerations, what ids name."""
    if inspect.isclass(annotation) and issubclass(annotation, Record | Enum):
        yield annotation
    elif isinstance(annotation, Reference):
        yield annotation.kind
    for argument in getattr(annotation, "__metadata__", ()):
        yield from told_by_type(argument)
    for argument in get_args(annotation):
        yield from told_by_type(argument)


def fields(record: type[Record], within: Edition) -> Iterator[tuple[str, Edition, Any]]:
    """Each field of a record and of those in it: its name, its widest edition, what it tells."""
    for name, field in record.model_fields.items():
        own = min(within, widest_edition(record, name), key=lambda one: one.width)
        told = list(told_by_type(field.rebuild_annotation()))
        for one in told:
            yield f"{record.__name__}.{name}", own, one
            if inspect.isclass(one) and issubclass(one, Record):
                yield from fields(one, own)


def of_files() -> list[tuple[str, Edition, Any]]:
    found = []
    for kind in KINDS:
        if kind.record:
            found.append((kind.name, edition_of_file(kind), kind.record))
            found += fields(kind.record, edition_of_file(kind))
    return found


def test_whatever_is_derived_goes_no_wider_than_what_it_is_made_from() -> None:
    """As far as a type tells: a case's id, a reason or a return stands in no wider field."""
    in_files = of_files()
    names = {name for name, _, _ in in_files}
    widest: dict[Any, Edition] = {}
    for _, edition, told in in_files:
        widest[told] = max(edition, widest.get(told, edition), key=lambda one: one.width)
    held_by_files = {"Library", "Audit"}
    wider = {
        name
        for name, edition, told in fields(Book, Edition.PUBLIC)
        if name not in names and name.partition(".")[0] not in held_by_files
        if told in widest and edition.width > widest[told].width
    }
    assert wider == set(COUNTED)
    narrow = {told for told, edition in widest.items() if edition is not Edition.PUBLIC}
    assert len(narrow) >= 10  # so many kinds of value tell that they are for no open web
