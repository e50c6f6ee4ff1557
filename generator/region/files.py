"""The tidy table written to a file, row by row: the same rows are the same bytes."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from generator.aggregate.tidy import TidyRow
from generator.region.columns import COLUMNS
from generator.region.engine import engine
from generator.render.collation import is_misread

Rows = Iterable[TidyRow]

NAME: Final = "answers"
"""What the file is called, before its ending."""


def to_csv(rows: Rows, file: Path) -> None:
    """CSV that survives a double click, as that of one audit does; nothing is lost by it.

    An apostrophe also stands before a text that starts with one, so that it can be taken away.
    """
    with file.open("w", encoding="utf-8", newline="") as out:
        out.write("\ufeff")
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(column.name for column in COLUMNS)
        for row in rows:
            writer.writerow(map(csv_cell, dict(row).values()))


def to_json(rows: Rows, file: Path) -> None:
    """A list of objects, a line each."""
    with file.open("w", encoding="utf-8", newline="\n") as out:
        before = "[\n"
        for row in rows:
            out.write(before + _json_row(row))
            before = ",\n"
        out.write("\n]\n" if before != "[\n" else "[]\n")


def to_parquet(rows: Rows, file: Path) -> None:
    """Parquet, by DuckDB; raises EngineError where it cannot."""
    with engine() as (made, folder):
        lines = folder / "rows.jsonl"
        with lines.open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(_json_row(row) + "\n" for row in rows)
        columns = {column.name: column.sql_type for column in COLUMNS}
        read = made.read_json(str(lines), format="newline_delimited", columns=columns)
        read.write_parquet(str(file), compression="zstd", row_group_size=_ROWS_HELD)


_ROWS_HELD: Final = 20_480
"""So many rows of Parquet are held at a time; DuckDB takes multiples of 2,048."""

FORMATS: Final[Mapping[str, Callable[[Rows, Path], None]]] = {
    "parquet": to_parquet,
    "csv": to_csv,
    "json": to_json,
}


def _json_row(row: TidyRow) -> str:
    return json.dumps(dict(row), ensure_ascii=False, default=_json_number)


def _json_number(value: Any) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(value)


def csv_cell(value: Any) -> str:
    """A value as a cell of CSV; texts so that a spreadsheet keeps them, and can give them back."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        text = str(value)
        return f"'{text}" if is_misread(text) or text.startswith("'") else text
    return str(value)
