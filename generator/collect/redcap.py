"""The form as a data dictionary of REDCap: a CSV that a project is made from.

One instrument for all agencies and cases, a record a return. Names and codes are of lower-case
letters, digits and underscores, as REDCap asks; what it would take for HTML, for a choice's end or
for the name of a field is written so that it stands there as it is.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Final

from generator.collect.fields import Field, When, fields_of, hidden_fields
from generator.collect.form import Form

INSTRUMENT: Final = "audit_return"
"""The name of the one instrument; an export has a column `audit_return_complete`."""
RECORD: Final = "record_id"
"""The first field, which numbers the records."""

COLUMNS: Final = (
    "Variable / Field Name",
    "Form Name",
    "Section Header",
    "Field Type",
    "Field Label",
    "Choices, Calculations, OR Slider Labels",
    "Field Note",
    "Text Validation Type OR Show Slider Number",
    "Text Validation Min",
    "Text Validation Max",
    "Identifier?",
    "Branching Logic (Show field only if...)",
    "Required Field?",
    "Custom Alignment",
    "Question Number (surveys only)",
    "Matrix Group Name",
    "Matrix Ranking?",
    "Field Annotation",
)
"""The eighteen columns of a data dictionary, in their order."""
_NAME, _FORM, _SECTION, _TYPE, _LABEL, _CHOICES, _NOTE, *_, _ANNOTATION = COLUMNS
_BRANCHING, _REQUIRED = COLUMNS[11], COLUMNS[12]
_ALWAYS: Final = ("agency", "case", "status")

Cells = dict[str, str]


def to_data_dictionary(forms: Sequence[Form]) -> str:
    """The data dictionary of an audit, as CSV."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_rows(forms))
    return out.getvalue()


def _rows(forms: Sequence[Form]) -> Iterator[Cells]:
    yield {_NAME: RECORD, _FORM: INSTRUMENT, _TYPE: "text", _LABEL: "Record"}
    for name, value in hidden_fields(forms[0]):
        annotation = f"@DEFAULT='{value}' @READONLY @HIDDEN-SURVEY"
        label = name.replace("_", " ").capitalize()
        yield {
            _NAME: name,
            _FORM: INSTRUMENT,
            _TYPE: "text",
            _LABEL: label,
            _ANNOTATION: annotation,
        }
    heading = ""
    for field in fields_of(forms):
        yield _row(field, field.section if field.section != heading else "")
        heading = field.section


def _row(field: Field, heading: str) -> Cells:
    if not field.choices:
        kind = "notes" if field.is_long else "text"
    elif field.several:
        kind = "checkbox"
    else:
        kind = "radio" if len(field.choices) <= _MOST_BUTTONS else "dropdown"
    choices = (f"{choice.code}, {_literal(choice.shown)}" for choice in field.choices)
    return {
        _NAME: field.name,
        _FORM: INSTRUMENT,
        _SECTION: _literal(heading),
        _TYPE: kind,
        _LABEL: _literal(field.label),
        _CHOICES: " | ".join(choices),
        _NOTE: _literal(field.hint),
        _BRANCHING: " and ".join(_holds(when) for when in field.asked_if),
        _REQUIRED: "y" if field.name in _ALWAYS else "",
    }


_MOST_BUTTONS: Final = 7
"""Choices that are shown as buttons; more are shown as a list."""


def _holds(when: When) -> str:
    tests = [
        f"[{when.name}({code})] = '1'" if when.several else f"[{when.name}] = '{code}'"
        for code in when.codes
    ]
    return f"({' or '.join(tests)})" if len(tests) > 1 else tests[0]


def _literal(text: str) -> str:
    """A text in which nothing is a tag, the end of a choice, or the name of a field."""
    signs = {"&": "&amp;", "<": "&lt;", "|": "&#124;", "[": "&#91;"}
    return "".join(signs.get(sign, sign) for sign in text)
