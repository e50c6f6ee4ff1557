"""A collation as a table for the terminal, tidy CSV, JSON or a Markdown table."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from generator.aggregate.collation import By, Row

Cells = dict[str, str]

_RISKY: Final = ("=", "+", "-", "@", "\t", "\r")
_MARKUP: Final = re.compile(r"[\\|`*_\[\]<]")


def cells(audit: str, by: By, rows: Sequence[Row]) -> list[Cells]:
    """The rows as named cells, in the order of the columns."""
    return [_cells(audit, by, row) for row in rows]


def to_csv(rows: Sequence[Cells]) -> str:
    """Tidy CSV; text that a spreadsheet would take for a formula is defused."""
    out = io.StringIO()
    if rows:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: _defused(value) for key, value in row.items()} for row in rows)
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
    lines += ["| " + " | ".join(_piped(value) for value in row.values()) + " |" for row in shown]
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


FORMATS: Final[Mapping[str, Callable[[Sequence[Cells]], str]]] = {
    "table": to_table,
    "csv": to_csv,
    "json": to_json,
    "markdown": to_markdown,
}


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


def _defused(value: str) -> str:
    return f"'{value}" if value.startswith(_RISKY) else value


def _piped(value: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", value)


def _ruled(widths: Mapping[str, int]) -> Cells:
    return {key: "-" * width for key, width in widths.items()}


def _line(row: Cells, widths: Mapping[str, int]) -> str:
    padded = (
        value.rjust(widths[key]) if key in _NUMBERS else value.ljust(widths[key])
        for key, value in row.items()
    )
    return "  ".join(padded).rstrip()
