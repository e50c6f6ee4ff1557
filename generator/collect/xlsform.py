"""The form as an XLSForm, which KoboToolbox, ODK and others make a form of.

One form for all agencies and cases: each says first which it is, and chooses from the cases that it
was asked about. Two fields that nobody sees carry the audit and the fingerprint of the tool.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from generator.collect.fields import Choice, Field, When, fields_of, hidden_fields
from generator.collect.form import Form

_SURVEY: Final = (
    "type",
    "name",
    "label",
    "hint",
    "required",
    "relevant",
    "choice_filter",
    "appearance",
    "calculation",
)
_CHOICES: Final = ("list_name", "name", "label", "only")
_SETTINGS: Final = ("form_title", "form_id", "version")
_REQUIRED: Final = ("agency", "case", "status")

Cells = dict[str, str]


def to_xlsform(forms: Sequence[Form]) -> bytes:
    """The XLSForm of an audit, as .xlsx: the same bytes twice."""
    form, fields = forms[0], fields_of(forms)
    lists = _lists(fields)
    settings = {"form_title": form.title, "form_id": form.audit, "version": form.fingerprint}
    sheets = {
        "survey": (_SURVEY, list(_survey(form, fields, lists))),
        "choices": (_CHOICES, list(_choices(lists))),
        "settings": (_SETTINGS, [settings]),
    }
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        for name, (columns, rows) in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate([dict(zip(columns, columns, strict=True)), *rows]):
                for column, key in enumerate(columns):
                    sheet.write_string(at, column, row.get(key, ""))
    return out.getvalue()


_Lists = dict[tuple[Choice, ...], str]


def _lists(fields: Sequence[Field]) -> _Lists:
    """A name for each list of choices: that of the field which has it first."""
    lists: _Lists = {}
    for field in fields:
        if field.choices:
            lists.setdefault(field.choices, f"list_{field.name}")
    return lists


def _choices(lists: _Lists) -> Iterator[Cells]:
    for choices, name in lists.items():
        for choice in choices:
            yield {
                "list_name": name,
                "name": choice.code,
                "label": _safe(choice.shown),
                "only": " ".join(choice.only),
            }


def _survey(form: Form, fields: Sequence[Field], lists: _Lists) -> Iterator[Cells]:
    for name, value in hidden_fields(form):
        yield {"type": "calculate", "name": name, "calculation": f"'{value}'"}
    for number, (heading, inside) in enumerate(groupby(fields, key=lambda one: one.section), 1):
        group = f"part_{number}"
        yield {"type": "begin_group", "name": group, "label": _safe(heading)}
        for field in inside:
            yield _row(field, lists)
        yield {"type": "end_group", "name": group}


def _row(field: Field, lists: _Lists) -> Cells:
    kind = "text"
    if field.choices:
        kind = f"select_{'multiple' if field.several else 'one'} {lists[field.choices]}"
    return {
        "type": kind,
        "name": field.name,
        "label": _safe(field.label),
        "hint": _safe(field.hint),
        "required": "yes" if field.name in _REQUIRED else "",
        "relevant": " and ".join(_holds(when) for when in field.asked_if),
        "choice_filter": f"selected(only, ${{{field.narrowed_by}}})" if field.narrowed_by else "",
        "appearance": "multiline" if field.is_long else "",
    }


def _holds(when: When) -> str:
    tests = [
        f"selected(${{{when.name}}}, '{code}')" if when.several else f"${{{when.name}}} = '{code}'"
        for code in when.codes
    ]
    return f"({' or '.join(tests)})" if len(tests) > 1 else tests[0]


def _safe(text: str) -> str:
    """A text in which nothing refers to a field."""
    return text.replace("${", "$ {")
