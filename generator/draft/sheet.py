"""A file with a table as rows of text: CSV in the usual encodings, or a sheet of a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass

from generator.limits import MOST_TABLE_BYTES, MOST_TABLE_CELLS
from generator.spreadsheet.book import is_spreadsheet, read_rows
from generator.spreadsheet.text import read_text
from generator.spreadsheet.unreadable import UnreadableTableError


@dataclass(frozen=True)
class Cell:
    """A cell of the file: where it stands, and its text in one line."""

    row: int
    column: int
    text: str


Grid = tuple[tuple[Cell, ...], ...]
"""Rows of cells, all as long as the longest."""


def read_sheet(data: bytes, sheet: str | None = None) -> Grid:
    """The cells of a table; raises UnreadableTableError where the file is none."""
    if not data.strip():
        raise UnreadableTableError("is empty")
    if len(data) > MOST_TABLE_BYTES:
        raise UnreadableTableError(f"has more than {MOST_TABLE_BYTES // 1_000_000} megabytes")
    if is_spreadsheet(data):
        rows = read_rows(data, sheet)
    elif sheet:
        raise UnreadableTableError("is text, and has no sheets: leave out --sheet")
    else:
        rows = read_text(data)
    width = max((len(row) for row in rows), default=0)
    if width * len(rows) > MOST_TABLE_CELLS:
        raise UnreadableTableError(f"has more than {MOST_TABLE_CELLS:,} cells")
    return tuple(
        tuple(
            Cell(at, column, " ".join(row[column].split()) if column < len(row) else "")
            for column in range(width)
        )
        for at, row in enumerate(rows)
    )
