"""The schemas that editors check and complete by, against the model and the real data."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.aggregate.book import Book
from generator.aggregate.collection import OfAgency, SaidUnclear, UnclearQuestion
from generator.model.edition import Edition
from generator.model.layout import AUDIT_FILES, REGISTERS, kind_of
from generator.model.record import Record, widest_edition
from generator.model.schema import schemas

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "schema"
SCHEMAS = schemas()
KINDS = tuple(kind for kind in (*REGISTERS, *AUDIT_FILES) if kind.record)

RESTRICTED = {
    *("Case.ethnicity", "Case.area", "Return.received", "Return.completed_by"),
    "Book.loose_ends",
    *("Audit.identifiers_allowed", "Allowed.word", "Allowed.reason", "Allowed.by"),
    *("Audit.contact", "Asked.contact", "Contact.role", "Contact.address"),
    *("Book.collections", "Collection.agencies", "Collection.unclear"),
    *(f"OfAgency.{field}" for field in OfAgency.model_fields),
    *(f"UnclearQuestion.{field}" for field in UnclearQuestion.model_fields),
    *(f"SaidUnclear.{field}" for field in SaidUnclear.model_fields),
}
"""All that only the audit group may see. A new field is here, or says who may see it."""


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schema_is_what_the_model_gives(name: str) -> None:
    file = SCHEMA / name
    kept = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else None
    assert kept == SCHEMAS[name], f"schema/{name} is not what the model gives: run `make schema`"


def test_there_is_no_other_schema() -> None:
    there = sorted(file.name for file in SCHEMA.iterdir())
    assert there == sorted([*SCHEMAS, "editions.md"]), "run `make schema`"


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schema_is_a_json_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


class Editor(yaml.SafeLoader):
    """Reads YAML as editors do, by YAML 1.2: `yes` is text there, and 82 is a number."""


Editor.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Editor.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_pattern})$"), _first
    )


def data_files() -> Iterator[tuple[str, str]]:
    """The path and kind of every file that a schema is for."""
    for tree in (ROOT / "audits", ROOT / "tests/trees/small/audits"):
        for file in sorted(tree.rglob("*")):
            inside = file.relative_to(tree)
            kinds = REGISTERS if len(inside.parts) == 1 else AUDIT_FILES
            path = inside.as_posix().partition("/")[2] if kinds is AUDIT_FILES else inside.name
            found = kind_of(path, kinds)
            if file.is_file() and found and found[0].record:
                yield file.relative_to(ROOT).as_posix(), found[0].name


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_data_fits_its_schema_as_an_editor_reads_it(kind: str) -> None:
    validator = Draft202012Validator(SCHEMAS[f"{kind}.schema.json"])
    faults = []
    for path in (path for path, of_kind in data_files() if of_kind == kind):
        text = (ROOT / path).read_text(encoding="utf-8")
        data = yaml.load(text.split("\n---\n")[0], Editor)  # noqa: S506 - a SafeLoader
        faults += [f"{path}: {one.json_path}: {one.message}" for one in validator.iter_errors(data)]
    assert faults == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("audit", "asked: [{agency: police, cases: [a]}, school]"),
        ("audit", "dates: {due: 2031, meeting: 2031-04, published: 2031-05-01}"),
        ("audit", "made_up: no"),
        ("audit", "made_up: false"),
        ("return", "answers: {R1: yes, R2: don't know, R3: 7, R4: , R5: {answer: 7}}"),
        ("return", "judgements: {JP: good, JO: {grade: good, comment: Why.}}"),
        ("published", "figures: {R1: {counts: {yes: 6}, percentages: {yes: 18.25}}}"),
    ],
)
def test_every_way_to_write_it_fits(kind: str, text: str) -> None:
    schema = {**SCHEMAS[f"{kind}.schema.json"], "required": []}
    faults = Draft202012Validator(schema).iter_errors(yaml.load(text, Editor))  # noqa: S506
    assert [f"{one.json_path}: {one.message}" for one in faults] == []


@pytest.mark.parametrize(
    ("kind", "text", "path"),
    [
        ("audit", "titel: A misspelt key", "$"),
        ("audit", "status: publisht", "$.status"),
        ("audit", "dates: {due: 31.3.2031}", "$.dates.due"),
        ("audit", "made_up: perhaps", "$.made_up"),
        ("audit", "asked: police", "$.asked"),
        ("return", "answers: {R1: [yes]}", "$.answers.R1"),
        ("return", "answers: {R1: {answer: no, coment: Why.}}", "$.answers.R1"),
        ("return", "answers: {R 1: yes}", "$.answers"),
        ("published", "figures: {R1: {counts: {yes: some}}}", "$.figures.R1.counts.yes"),
        ("findings", "Late plans: {kind: worry, text: Late.}", "$"),
    ],
)
def test_editor_marks_what_is_wrong(kind: str, text: str, path: str) -> None:
    schema = {**SCHEMAS[f"{kind}.schema.json"], "required": []}
    faults = Draft202012Validator(schema).iter_errors(yaml.load(text, Editor))  # noqa: S506
    assert [one.json_path for one in faults] == [path]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_key_is_described(name: str) -> None:
    schema = SCHEMAS[name]
    holders = {"": schema, **schema.get("$defs", {})}
    bare = [
        f"{where}.{key}"
        for where, holder in holders.items()
        for key, of_key in holder.get("properties", {}).items()
        if not of_key.get("description", "").strip()
    ]
    assert bare == [], "these keys have no docstring below their field"


def records(annotation: Any, seen: set[type[Record]]) -> set[type[Record]]:
    """Every record that a value of this type can hold, itself included."""
    if inspect.isclass(annotation) and issubclass(annotation, Record) and annotation not in seen:
        seen.add(annotation)
        for field in annotation.model_fields.values():
            records(field.annotation, seen)
    for argument in get_args(annotation):
        records(argument, seen)
    return seen


def test_every_field_says_who_may_see_it_or_is_known_to_be_restricted() -> None:
    restricted = {
        f"{record.__name__}.{field}"
        for record in records(Book, set())
        for field in record.model_fields
        if widest_edition(record, field) is Edition.RESTRICTED
    }
    assert restricted == RESTRICTED


def test_whatever_a_file_holds_comes_to_the_pages_through_the_book() -> None:
    in_book = records(Book, set())
    of_files = {found for kind in KINDS for found in records(kind.record, set())}
    outside = {one.__name__ for one in of_files if not any(issubclass(b, one) for b in in_book)}
    assert outside == set(), "nothing narrows these records"
