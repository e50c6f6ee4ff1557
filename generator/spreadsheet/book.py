"""A spreadsheet's sheets as rows of text, read by a program of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import Any, Final

from generator.diagnostics.wording import listed
from generator.limits import MOST_READING_SECONDS
from generator.spreadsheet.unreadable import UnreadableTableError

_BEGINNINGS: Final = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
"""How .xlsx, .xlsb and .ods, an empty archive, and .xls begin."""


@dataclass(frozen=True)
class Sheet:
    """A sheet of a spreadsheet."""

    name: str
    is_hidden: bool
    rows: tuple[tuple[str, ...], ...]
    """Each cell as the sheet shows it, from A1 on; blank is empty."""
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    """The first and the last cell of each merged range, by row and column from 0."""
    unknown: frozenset[str] = frozenset()
    """The addresses of formulas of which the file does not hold what they come to."""


def is_spreadsheet(data: bytes) -> bool:
    """Whether a file begins as spreadsheets do."""
    return data.startswith(_BEGINNINGS)


def read_sheets(data: bytes) -> tuple[Sheet, ...]:
    """All sheets, hidden ones as well; raises UnreadableTableError where there are none."""
    return tuple(
        Sheet(
            sheet["name"],
            sheet["hidden"],
            tuple(map(tuple, sheet["rows"])),
            tuple(((a, b), (c, d)) for (a, b), (c, d) in sheet["merged"]),
            frozenset(sheet["unknown"]),
        )
        for sheet in _answer(data, "all")["sheets"]
    )


def read_rows(data: bytes, sheet: str | None = None) -> list[list[str]]:
    """The rows of one sheet; raises UnreadableTableError where it is not clear which."""
    answer = _answer(data, "one", *([sheet] if sheet else []))
    rows: list[list[str]] = answer["rows"]
    return rows


def _answer(data: bytes, *arguments: str) -> dict[str, Any]:
    try:
        done = subprocess.run(  # noqa: S603 - this Python, a module of ours
            [sys.executable, "-P", "-m", "generator.spreadsheet.program", *arguments],
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
    answer: dict[str, Any] = json.loads(done.stdout)
    if "why" in answer:
        sheets = f": {listed(answer['sheets'])}; name one by --sheet" if "sheets" in answer else ""
        raise UnreadableTableError(answer["why"] + sheets)
    return answer
