"""Spreadsheets to read, made while tests run."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook  # type: ignore[import-untyped]

Value = str | float | tuple[float, str] | None
"""What a cell holds: a text, a number, or a number with the format that it is shown in."""


def workbook(sheets: Mapping[str, Sequence[Sequence[Value]]]) -> bytes:
    """An .xlsx with these sheets."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, tuple):
                        shown = book.add_format({"num_format": value[1]})
                        sheet.write_number(at, column, value[0], shown)
                    elif value == "=1/0":
                        sheet.write_formula(at, column, value, None, "#DIV/0!")
                    elif value is not None:
                        sheet.write(at, column, value)
    return out.getvalue()
