"""Who may see which field: a list of all of them, for people to read and reviewers to see change.

A field stands under its file with the way to it, and goes no wider than anything on that way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.model.anatomy import records_in
from generator.model.edition import Edition
from generator.model.layout import AUDIT_FILES, REGISTERS, FileKind
from generator.model.library import Audit, Library
from generator.model.record import Record, meaning, widest_edition


@dataclass(frozen=True)
class ListedField:
    """A field of a file, or of a record in it."""

    way: tuple[str, ...]
    """The fields that lead to it from the top of the file, itself the last; keys are left out."""
    edition: Edition
    """The widest edition that it may appear in."""
    meaning: str


_HELD_AS: Final = {"case": "cases", "return": "returns"}
"""The field of an audit that holds the files of a kind, where it is not called as the kind."""


def field_of_files(kind: FileKind) -> tuple[type[Record], str]:
    """The record and its field that all files of a kind come to; not for audit.yml."""
    holder = Library if kind in REGISTERS else Audit
    return holder, _HELD_AS.get(kind.name, kind.name.replace("-", "_"))


def edition_of_file(kind: FileKind) -> Edition:
    """The widest edition that anything of such a file may appear in."""
    return Edition.PUBLIC if kind.name == "audit" else widest_edition(*field_of_files(kind))


def fields_of(kind: FileKind) -> Iterator[ListedField]:
    """Every field of a file; for prose, its whole text."""
    edition = edition_of_file(kind)
    if kind.record is not None:
        yield from fields_within(kind.record, edition)
        return
    holder, field = field_of_files(kind)
    yield ListedField(("the whole text",), edition, meaning(holder, field))


def fields_within(
    record: type[Record], edition: Edition, way: tuple[str, ...] = ()
) -> Iterator[ListedField]:
    """Every field of a record that stands where `edition` is the widest, and of those in it."""
    for name, field in record.model_fields.items():
        own = min(edition, widest_edition(record, name), key=lambda one: one.width)
        yield ListedField((*way, name), own, meaning(record, name))
        for inner in sorted(records_in(field.annotation), key=lambda one: one.__name__):
            yield from fields_within(inner, own, (*way, name))


_HEAD: Final = """# Who may see which field

Written by `audits schema` from `generator/model/`; a change here is a change of who sees what, and
a reviewer looks at it as such. *Widest edition* is the widest that may show a field: `public` is
for anyone, `intranet` for staff, `restricted` for the audit group alone. `a > b` is the field `b`
of what stands under `a`; no field goes wider than what it stands in.
"""


def as_markdown() -> str:
    """The list as Markdown, a table a kind of file."""
    return _HEAD + "".join(_table(kind) for kind in (*REGISTERS, *AUDIT_FILES))


def _table(kind: FileKind) -> str:
    about = kind.about[:1].upper() + kind.about[1:]
    rows = (
        f"| `{' > '.join(one.way)}` | {one.edition} | {one.meaning} |\n" for one in fields_of(kind)
    )
    head = "| Field | Widest edition | What it says |\n| --- | --- | --- |\n"
    return f"\n## `{kind.pattern}`\n\n{about}.\n\n{head}{''.join(rows)}"
