"""A file with a table as rows of text: CSV in the usual encodings, or a sheet of a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import Final

from generator.diagnostics.wording import listed
from generator.limits import MOST_READING_SECONDS, MOST_TABLE_BYTES, MOST_TABLE_CELLS

_SPREADSHEETS: Final = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
"""How .xlsx, .xlsb and .ods, an empty archive, and .xls begin."""


class UnreadableTableError(ValueError):
    """A file cannot be read as a table; the message is what it is or has."""


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
    if data.startswith(_SPREADSHEETS):
        rows = _of_workbook(data, sheet)
    elif sheet:
        raise UnreadableTableError("is text, and has no sheets: leave out --sheet")
    else:
        rows = _of_text(_decoded(data))
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


def _of_workbook(data: bytes, sheet: str | None) -> list[list[str]]:
    try:
        done = subprocess.run(  # noqa: S603 - this Python, a module of ours
            [sys.executable, "-P", "-m", "generator.draft.workbook", *([sheet] if sheet else [])],
            input=data,
            capture_output=True,
            timeout=MOST_READING_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnreadableTableError(
            f"cannot be read within {MOST_READING_SECONDS} seconds"
        ) from None
    if done.returncode < 0:  # ended, as it asked for more memory than it may have
        raise UnreadableTableError(
            "takes too much memory to read: copy the table alone to a new spreadsheet"
        )
    if done.returncode:
        raise UnreadableTableError("is damaged, or no spreadsheet")
    answer = json.loads(done.stdout)
    if "why" in answer:
        sheets = f": {listed(answer['sheets'])}; name one by --sheet" if "sheets" in answer else ""
        raise UnreadableTableError(answer["why"] + sheets)
    rows: list[list[str]] = answer["rows"]
    return rows


def _decoded(data: bytes) -> str:
    """The text, by its mark or else by what it can be; raises where it is none."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in data:
        # English text in UTF-16 has a nought in every second place.
        encodings = ["utf-16-le" if data[1:2] == b"\0" else "utf-16-be"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if all(letter.isspace() or unicodedata.category(letter) != "Cc" for letter in text):
            return text
    raise UnreadableTableError("is no spreadsheet and no text: save it as .xlsx or .csv")


def _of_text(text: str) -> list[list[str]]:
    """The rows by the sign between cells that gives most rows the same number of cells."""
    try:
        read = [list(csv.reader(io.StringIO(text, newline=""), delimiter=one)) for one in "\t;,"]
    except csv.Error:
        raise UnreadableTableError("has a cell longer than a page") from None
    return max(read, key=_evenness)


def _evenness(rows: list[list[str]]) -> int:
    lengths = Counter(len(row) for row in rows if len(row) > 1)
    length, times = max(lengths.items(), key=lambda one: one[1] * one[0], default=(0, 0))
    return length * times
