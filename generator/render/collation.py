"""A collation as a table for the terminal, tidy CSV, JSON or a Markdown table."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from generator.aggregate.collation import By, Row
from generator.render.typed import as_typed

Cells = dict[str, str]

_FORMULA: Final = re.compile(
    r"[\s\u00ad\u200b-\u200f\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212]|[\t\r]"
)
"""How a text starts that a spreadsheet takes for a formula; signs of full width count."""

_OTHERWISE_READ: Final = re.compile(
    r"[(£$€]?[\d.,]+[\d\s.,:/%)€-]*(?:e\d+|[ap]m)?"
    r"|(?=.*\d)(?:\d{1,2}[\s./-]*)?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*"
    r"[\s./-]*\d{0,4}(?:[\s,./-]+\d{2,4})?|true|false",
    re.IGNORECASE,
)
"""Texts that a spreadsheet takes for a number, a date or a truth: 4-6 becomes the 4th of June."""


def cells(audit: str, by: By, rows: Sequence[Row]) -> list[Cells]:
    """The rows as named cells, in the order of the columns."""
    return [_cells(audit, by, row) for row in rows]


def to_csv(rows: Sequence[Cells]) -> str:
    """Tidy CSV that survives a double click.

    It starts with a byte-order mark, by which Excel knows UTF-8. Before a text that a spreadsheet
    would take for a formula, a number or a date stands an apostrophe.
    """
    out = io.StringIO()
    if rows:
        out.write("\ufeff")
        writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: _kept(key, value) for key, value in row.items()} for row in rows)
    return out.getvalue()


def to_xlsx(rows: Sequence[Cells]) -> bytes:
    """A workbook with a sheet; numbers are numbers, and a text is never a formula or a date."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True, "default_date_format": ""}) as book:
        # Without it the time of writing stands there, and two exports differ.
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        sheet = book.add_worksheet("answers")
        for column, key in enumerate(rows[0] if rows else ()):
            sheet.write_string(0, column, key)
            for row, cells_ in enumerate(rows, start=1):
                value = _number(cells_[key]) if key in _NUMBERS else cells_[key]
                if isinstance(value, int | float):
                    sheet.write_number(row, column, value)
                elif value:
                    sheet.write_string(row, column, value)
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def to_json(rows: Sequence[Cells]) -> str:
    """A list of objects; counts and percentages are numbers, and null where there is none.

    What is no single number, such as `<5`, stays a text.
    """
    objects = [
        {key: _number(value) if key in _NUMBERS else value for key, value in row.items()}
        for row in rows
    ]
    return json.dumps(objects, indent=2, ensure_ascii=False) + "\n"


def to_markdown(rows: Sequence[Cells]) -> str:
    """A Markdown table."""
    if not rows:
        return ""
    shown = _without(rows, () if _has_scores(rows) else ("score",))
    lines = ["| " + " | ".join(shown[0]) + " |", "|" + " --- |" * len(shown[0])]
    lines += ["| " + " | ".join(as_typed(value) for value in row.values()) + " |" for row in shown]
    return "\n".join(lines) + "\n"


def to_table(rows: Sequence[Cells]) -> str:
    """A table for the terminal; what stays the same from row to row is written once."""
    if not rows:
        return ""
    shown = _without(rows, ("audit",) if _has_scores(rows) else ("audit", "score"))
    widths = {key: max(len(key), *(len(row[key]) for row in shown)) for key in shown[0]}
    lines = [_line({key: key for key in widths}, widths), _line(_ruled(widths), widths)]
    above: Cells = {}
    for row in shown:
        named = [key for key in (*(by.value for by in By), "section", "ref", "label") if key in row]
        repeated = named if all(row[key] == above.get(key) for key in named) else ()
        lines.append(_line({k: "" if k in repeated else v for k, v in row.items()}, widths))
        above = row
    return "\n".join(lines) + "\n"


_NUMBERS: Final = ("count", "base", "percent", "score")


def _number(text: str) -> int | float | str | None:
    if not text:
        return None
    if text.isdecimal():
        return int(text)
    return float(text) if re.fullmatch(r"[0-9]+\.[0-9]+", text) else text


FORMATS: Final[Mapping[str, Callable[[Sequence[Cells]], str | bytes]]] = {
    "table": to_table,
    "csv": to_csv,
    "xlsx": to_xlsx,
    "json": to_json,
    "markdown": to_markdown,
}


_FOR_PROGRAMS: Final = ("csv", "json")


def written(rows: Sequence[Cells], format_: str) -> str | bytes:
    """The rows in a format: what programs read is UTF-8, whatever the terminal is set to."""
    made = FORMATS[format_](rows)
    return made.encode() if isinstance(made, str) and format_ in _FOR_PROGRAMS else made


def _cells(audit: str, by: By, row: Row) -> Cells:
    group = {} if by is By.QUESTION else {by.value: row.group}
    return {
        "audit": audit,
        **group,
        "section": row.section,
        "ref": row.ref,
        "label": row.label,
        "answer": row.answer,
        "count": "" if row.count is None else str(row.count),
        "base": "" if row.base is None else str(row.base),
        "percent": "" if row.percent is None else str(row.percent),
        "in_base": "yes" if row.in_base else "no",
        "source": row.source.value,
        "score": "" if row.score is None else str(row.score),
    }


def _has_scores(rows: Sequence[Cells]) -> bool:
    return any(row["score"] for row in rows)


def _without(rows: Sequence[Cells], columns: Sequence[str]) -> list[Cells]:
    """The rows for people to read, without columns that say nothing to them."""
    return [{key: value for key, value in row.items() if key not in columns} for row in rows]


def is_misread(text: str) -> bool:
    """Whether a spreadsheet takes a text for a formula, a number, a date or a truth."""
    return bool(_FORMULA.match(text) or _OTHERWISE_READ.fullmatch(text.strip()))


def _kept(key: str, value: str) -> str:
    """The value as a spreadsheet keeps it."""
    is_number = key in _NUMBERS and re.fullmatch(r"[0-9]+(\.[0-9]+)?", value)
    return f"'{value}" if is_misread(value) and not is_number else value


def _ruled(widths: Mapping[str, int]) -> Cells:
    return {key: "-" * width for key, width in widths.items()}


def _line(row: Cells, widths: Mapping[str, int]) -> str:
    padded = (
        value.rjust(widths[key]) if key in _NUMBERS else value.ljust(widths[key])
        for key, value in row.items()
    )
    return "  ".join(padded).rstrip()
