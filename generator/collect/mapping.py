"""Which column of an export holds which field of a return: a small file that a person can edit.

`drafted` writes one for the columns of a file: those of the forms that `audits kit` writes for
Kobo, REDCap and Microsoft Forms are all known by their names or headings, with groups before them
or not. What is not known is `ignored` until somebody says what it holds.

`codes` says what else stands in the cells of answers. For an export of REDCap its usual codes for
missing data are drafted, where it is clear what they are:

| code | which REDCap calls | becomes |
| --- | --- | --- |
| `UNK` | unknown | `don't know` |
| `ASKU` | asked but unknown | `don't know` |
| `NI` | no information | `don't know` |
| `NA` | not applicable | `not applicable` |
| `NASK` | not asked | `blank` |
| an empty cell | | `blank` |

Any other code, such as `INV` or `OTH`, is an error until the file says what it means.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.collect.fields import Field, fields_of, hidden_fields
from generator.collect.form import Form
from generator.collect.redcap import INSTRUMENT, RECORD
from generator.collect.rules import NO_COLUMN, UNMAPPED
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.nearest import nearest
from generator.diagnostics.visible import unseen_in
from generator.model.layout import FileKind
from generator.model.record import Record
from generator.model.words import AuditId, Line
from generator.read.one_file import read_file
from generator.read.source_file import SourceFile
from generator.read.yaml import Loc

IGNORED: Final = "ignored"
"""What a mapping says of a column that fills no field."""
TICKS: Final = " = "
"""Between a question and the value of it that a column ticks."""

REDCAP_CODES: Final = {
    "UNK": "don't know",
    "ASKU": "don't know",
    "NI": "don't know",
    "NA": "not applicable",
    "NASK": "blank",
}
"""What the usual codes of REDCap for missing data become."""

_OF_ALL: Final[Mapping[str, Loc]] = {
    "audit": ("audit",),
    "tool": ("tool",),
    "saved": ("saved",),
    "finished": ("finished",),
}


class ColumnMap(Record):
    """Which column of an export holds what."""

    audit: AuditId
    """The audit whose returns they are."""
    columns: dict[str, Line]
    """What each column holds, by its heading: `R1`, `R1 reason`, `ignored`."""
    codes: dict[Line, Line] = {}  # noqa: RUF012 - a field of a frozen record
    """What else stands in the cells of answers, and the answer that it means."""


_KIND: Final = FileKind("map", "map.yml", ColumnMap, "which column of an export holds what")


@dataclass(frozen=True)
class Held:
    """What a column holds."""

    at: Loc
    """The field that it fills; empty where it is ignored."""
    field: Field | None = None
    """What is asked there; none for what no form asks, such as when it was saved."""
    ticks: str = ""
    """The value that it ticks, where it is one of several."""


@dataclass(frozen=True)
class Mapped:
    """A mapping that was understood."""

    path: str
    audit: str
    columns: Mapping[str, Held]
    """What each column holds, by its heading."""
    codes: Mapping[str, str]


def read_map(data: bytes, path: str) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """A mapping as it was typed, which holds a ColumnMap or nothing; what is wrong with it."""
    file, faults = read_file(path, _KIND, data)
    return file, tuple(faults)


def understood_map(
    file: SourceFile, forms: Sequence[Form]
) -> tuple[Mapped, tuple[Diagnostic, ...]]:
    """What a mapping says, by the forms of its audit, and what in it these do not know."""
    held: ColumnMap = file.held
    known = held_by_key(forms)
    columns: dict[str, Held] = {}
    faults: list[Diagnostic] = []
    taken: dict[Loc, str] = {}
    for column, key in held.columns.items():
        place = file.document.place(("columns", column))
        found = Held(()) if key == IGNORED else known.get(key)
        if found is None:
            near = nearest(key, [*known, IGNORED])
            tip = f"Did you mean `{near}`?" if near else _CAN_BE
            faults.append(UNMAPPED.at(place, f"`{column}`: a return holds no `{key}`", tip))
            continue
        if found.at and found.at in taken:
            what = f"`{column}`: `{key}` is held by the column `{taken[found.at]}` already"
            faults.append(UNMAPPED.at(place, what, f"Say `{IGNORED}` for one of them."))
            continue
        taken[found.at] = column
        columns[column] = found
    return Mapped(file.document.path, held.audit, columns, held.codes), tuple(faults)


_CAN_BE: Final = (
    "It can be `agency`, `case`, `status`, a reference such as `R1`, `R1 reason`, `R1 comment`, "
    f"or `{IGNORED}`."
)


def held_by_key(forms: Sequence[Form]) -> dict[str, Held]:
    """All that a column can hold, by what a mapping calls it."""
    known = {key: Held(at) for key, at in _OF_ALL.items()}
    for field in fields_of(forms):
        known[field.key] = Held(field.at, field)
        for at, choice in enumerate(field.choices if field.several else ()):
            known[f"{field.key}{TICKS}{choice.word}"] = Held((*field.at, at), field, choice.word)
    return known


def drafted(headings: Sequence[str], source: str, forms: Sequence[Form]) -> str:
    """A mapping for a file with these headings, as YAML for a person to read and change."""
    audit = forms[0].audit
    lines = [
        f"# Which column of {json.dumps(source, ensure_ascii=False)} holds what. Read it before "
        "you use it.",
        "# A column is `agency`, `case`, `status`, `completed by`, `note`, a reference such as",
        "# `R1`, `R1 reason`, `R1 comment`, `good practice 1`, or `ignored`.",
        f"audit: {audit}",
        "columns:",
    ]
    taken: set[str] = set()
    for heading, key in _keys(headings, forms):
        is_again = key in taken and key != IGNORED
        note = f"  # {key} is in another column" if is_again else ""
        lines.append(f"  {_text(heading)}: {_text(IGNORED if is_again else key)}{note}")
        taken.add(key)
    if _is_redcap(headings):
        lines.append("codes:")
        lines += [f"  {code}: {word}" for code, word in REDCAP_CODES.items()]
    return "".join(f"{line}\n" for line in lines)


def headings_known(headings: Sequence[str], forms: Sequence[Form]) -> int:
    """How many of these columns the draft says something of."""
    return sum(key != IGNORED for _, key in _keys(headings, forms))


def numbered(headings: Iterable[str]) -> list[str]:
    """The headings in one line each, no two the same: the second of a name has `(2)` behind it.

    Signs that nobody sees are left out: nobody could type them into a mapping.
    """
    names: dict[str, None] = {}
    for at, heading in enumerate(headings, 1):
        seen = "".join(_seen(heading))
        name = " ".join(seen.split()) or f"column {at}"
        number, plain = 1, name
        while name in names:
            number += 1
            name = f"{plain} ({number})"
        names[name] = None
    return list(names)


def _seen(text: str) -> Iterator[str]:
    """The parts of a text between signs that nobody sees."""
    start = 0
    for unseen in unseen_in(text):
        yield text[start : unseen.start()]
        start = unseen.end()
    yield text[start:]


def _text(text: str) -> str:
    """A text as YAML: between quotation marks where it would be read as anything else."""
    if re.fullmatch(r"[A-Za-z_]([\w ./'-]*[\w.])?", text) and text.casefold() not in _NOT_PLAIN:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08X}" for sign in quoted)


_NOT_PLAIN: Final = ("true", "false", "null")


def _is_redcap(headings: Iterable[str]) -> bool:
    return any(one in (RECORD, f"{INSTRUMENT}_complete", "Complete?") for one in headings)


def _keys(headings: Sequence[str], forms: Sequence[Form]) -> Iterator[tuple[str, str]]:
    """What each column most likely holds."""
    fields = fields_of(forms)
    named = _named(headings, fields, forms[0])
    for heading in headings:
        parts = _NUMBERED.sub("", heading).split("/")
        ends = (_plain("/".join(parts[at:])) for at in range(len(parts)))
        found = next((named[end] for end in ends if end in named), None)
        yield heading, found or _by_reference(heading, fields) or IGNORED


def _named(headings: Iterable[str], fields: Sequence[Field], form: Form) -> dict[str, str]:
    """What a column holds, by the names and headings that programs write over it."""
    there = {_plain(heading.rpartition("/")[2]) for heading in headings}
    named = {name: key for (name, _), key in zip(hidden_fields(form), _HIDDEN, strict=True)}
    named |= {_plain(name): key for name, key in _OF_PROGRAMS.items()}
    for field in fields:
        named[_plain(field.name)] = named[_plain(field.label)] = field.key
        for choice in field.choices if field.several else ():
            key = f"{field.key}{TICKS}{choice.word}"
            named[_plain(f"{field.name}___{choice.code}")] = key
            named[_plain(f"{field.label} (choice={choice.shown})")] = key
            # Kobo writes what was ticked as a list as well: once is enough.
            is_again = _plain(field.name) in there
            named[_plain(f"{field.name}/{choice.code}")] = IGNORED if is_again else key
    return named


_NUMBERED: Final = re.compile(r" \([0-9]+\)$")
"""What `numbered` puts behind a heading that was there before."""
_HIDDEN: Final = ("audit", "tool")
_OF_PROGRAMS: Final = {
    "_submission_time": "saved",
    f"{INSTRUMENT}_complete": "finished",
    "Complete?": "finished",
}


def _by_reference(heading: str, fields: Sequence[Field]) -> str | None:
    """The longest key that a heading begins with, before a sign that ends it."""
    plain = heading.casefold()
    begun = [
        field.key
        for field in fields
        if field.at[0] in ("answers", "judgements", "good_practice")
        and re.match(rf"{re.escape(field.key.casefold())}\s*[.:)]", plain)
    ]
    return max(begun, key=len, default=None)


def _plain(text: str) -> str:
    """A heading without case, double spaces and a full stop or question mark at its end."""
    return " ".join(text.casefold().split()).rstrip(".?: ")


def lacking(mapped: Mapped, headings: Sequence[str], source: str) -> Iterator[Diagnostic]:
    """Columns that a file has and its mapping has not, and the other way round."""
    for heading in headings:
        if heading not in mapped.columns:
            what = f"the column `{heading}` is not in {mapped.path}"
            yield UNMAPPED.at(Place(source), what, f"Add it there; `{IGNORED}` if it is of no use.")
    there = frozenset(headings)
    for column in mapped.columns:
        if column not in there:
            what = f"there is no column `{column}`, which {mapped.path} names"
            yield NO_COLUMN.at(Place(source), what, "Export it as well, or take it out there.")
