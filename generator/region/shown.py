"""What a roll-up prints: a table to read, or CSV and JSON for other programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any, Final

from generator.region.files import csv_cell
from generator.region.rollup import AddedUp

Rows = Sequence[AddedUp]


def to_table(rows: Rows) -> str:
    """A table for the terminal: under each question its answers, what stays the same written once.

    `not known` is a count that no audit tells; nothing is in `left out` where all are in the count.
    """
    if not rows:
        return ""
    shown = [_HEADS, *map(_cells, rows)]
    widths = [max(len(cells[place]) for cells in shown) for place in range(len(_HEADS))]
    lines = [_line(_HEADS, widths), _line(["-" * width for width in widths], widths)]
    question = ""
    for row, cells in zip(rows, shown[1:], strict=True):
        if row.same_as != question:
            question, above = row.same_as, [""] * _NAMING
            lines.append(f"{row.label} ({question})")
        naming = list(cells[:_NAMING])
        same = next((place for place in range(_NAMING) if naming[place] != above[place]), _NAMING)
        lines.append(_line([*[""] * same, *cells[same:]], widths))
        above = naming
    return "\n".join(lines) + "\n"


def to_csv(rows: Rows) -> str:
    """CSV that survives a double click, as an export does."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*(field.name for field in fields(AddedUp)), "percent"])
    for row in rows:
        writer.writerow(map(csv_cell, _whole(row).values()))
    return out.getvalue()


def to_json(rows: Rows) -> str:
    """A list of objects."""
    return json.dumps([_whole(row) for row in rows], indent=2, ensure_ascii=False) + "\n"


FORMATS: Final[Mapping[str, Callable[[Rows], str]]] = {
    "table": to_table,
    "csv": to_csv,
    "json": to_json,
}

_HEADS: Final = (
    *("  scale", "unit", "year", "answer"),
    *("count", "out of", "percent", "audits", "left out"),
)
_NAMING: Final = 3
"""So many of the first columns say what the row is about."""


def _whole(row: AddedUp) -> dict[str, Any]:
    return asdict(row) | {"percent": row.percent}


def _cells(row: AddedUp) -> Sequence[str]:
    return (
        f"  {row.scale}",
        row.unit,
        f"{row.year or 'not known'}{', reworded' if row.reworded else ''}",
        row.answer,
        _span(row.fewest, row.most),
        _span(row.base_fewest, row.base_most) if row.in_base else "",
        "" if row.percent is None else f"{row.percent}%",
        str(row.audits),
        str(row.left_out or ""),
    )


def _span(fewest: int | None, most: int | None) -> str:
    if fewest is None:
        return "not known"
    return str(fewest) if fewest == most else f"{fewest} to {most}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if place > _NAMING else cell.ljust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join(padded).rstrip()
