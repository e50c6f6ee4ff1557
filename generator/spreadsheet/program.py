"""Reads a spreadsheet as a program of its own: file in, JSON out.

One cell far away from the others makes the reader ask for all memory there is, which ends a
program at once. So it is another program that ends, with limits on its memory and its time.
"""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError
from python_calamine import SheetVisibleEnum as Visible

from generator.limits import (
    MOST_BOOK_CELLS,
    MOST_READING_BYTES,
    MOST_TABLE_CELLS,
    MOST_UNPACKED_BYTES,
)
from generator.spreadsheet.place import address

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

_PERCENT_BUILT_IN: Final = {9: "0%", 10: "0.00%"}
_NO_VALUE: Final = "="
"""Stands for the format of a formula that the file gives no value of."""


def main() -> None:
    """Read the spreadsheet at standard input: `all` sheets, or `one`, which may be named."""
    if resource:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_READING_BYTES, MOST_READING_BYTES))
    try:
        what, *sheet = sys.argv[1:]
        data = sys.stdin.buffer.read()
        answer = _all(data) if what == "all" else _one(data, "".join(sheet))
    except PasswordError:
        answer = {"why": "is locked with a password: save it without one"}
    except (CalamineError, zipfile.BadZipFile, ElementTree.ParseError, KeyError, StopIteration):
        answer = {"why": "is damaged, or no spreadsheet"}
    json.dump(answer, sys.stdout)


def _one(data: bytes, wanted: str) -> dict[str, Any]:
    if _unpacked(data) > MOST_UNPACKED_BYTES:
        return _TOO_MUCH
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    shown = [one.name for one in book.sheets_metadata if one.visible is Visible.Visible]
    if wanted and wanted not in book.sheet_names:
        return {"why": "has no such sheet", "sheets": shown}
    filled = [name for name in shown if wanted in ("", name) and _is_filled(book, name)]
    names = [wanted] if wanted else filled
    if len(names) > 1:
        return {"why": "has several sheets", "sheets": names}
    if not names:
        return {"why": "has nothing in it"}
    sheet = book.get_sheet_by_name(names[0])
    if sheet.total_height * sheet.total_width > MOST_TABLE_CELLS:
        return {"why": f"has more than {MOST_TABLE_CELLS:,} cells"}
    return {"rows": _rows(sheet, _shown(data, names[0]))}


def _all(data: bytes) -> dict[str, Any]:
    if _unpacked(data) > MOST_UNPACKED_BYTES:
        return _TOO_MUCH
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    cells, sheets = 0, []
    for one in book.sheets_metadata:
        sheet = book.get_sheet_by_name(one.name)
        cells += sheet.total_height * sheet.total_width
        if cells > MOST_BOOK_CELLS:
            return {"why": f"has more than {MOST_BOOK_CELLS:,} cells"}
        shown = _shown(data, one.name)
        sheets.append(
            {
                "name": one.name,
                "hidden": one.visible is not Visible.Visible,
                "rows": _rows(sheet, shown),
                "merged": sheet.merged_cell_ranges or [],
                "unknown": [cell for cell, code in shown.items() if code == _NO_VALUE],
            }
        )
    return {"sheets": sheets}


_TOO_MUCH: Final = {"why": f"unpacks to more than {MOST_UNPACKED_BYTES // 1_000_000} megabytes"}


def _unpacked(data: bytes) -> int:
    if not data.startswith(b"PK"):
        return 0
    return sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(data)).infolist())


def _is_filled(book: CalamineWorkbook, name: str) -> bool:
    return book.get_sheet_by_name(name).height > 0


def _rows(sheet: CalamineSheet, shown: dict[str, str]) -> list[list[str]]:
    return [
        [_text(value, shown.get(address(row, column), "")) for column, value in enumerate(cells)]
        for row, cells in enumerate(sheet.to_python(skip_empty_area=False))
    ]


def _text(value: object, shown: str) -> str:
    """A value as the sheet shows it, percentages with their sign."""
    if shown.startswith("#"):
        return shown
    if isinstance(value, bool):
        return str(value).upper()
    if shown == _NO_VALUE or not isinstance(value, int | float):
        return str(value)
    number = Decimal(repr(value))
    if shown:
        places = len(shown.partition(".")[2].partition("%")[0])
        return f"{(number * 100).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)}%"
    return str(int(number)) if number == number.to_integral_value() else f"{number:f}"


def _shown(data: bytes, sheet: str) -> dict[str, str]:
    """The cells of an .xlsx of which the value is not all: a format of percentages, or `#N/A`.

    The reader gives values without formats, where 0.55 may be a score, no error at all, and
    nothing for a formula that no program has worked out yet.
    """
    if not data.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        if not {"xl/workbook.xml", "xl/styles.xml"} <= set(parts.namelist()):
            return {}
        book, links, styles = (
            ElementTree.fromstring(parts.read(f"xl/{name}"))  # noqa: S314 - in a program of its own
            for name in ("workbook.xml", "_rels/workbook.xml.rels", "styles.xml")
        )
        named = next(one for one in book.iterfind(".//{*}sheet") if one.get("name") == sheet)
        link = next(value for key, value in named.items() if key.endswith("}id"))
        target = next(one.get("Target", "") for one in links if one.get("Id") == link)
        codes = _PERCENT_BUILT_IN | {
            int(one.get("numFmtId", 0)): one.get("formatCode", "")
            for one in styles.iterfind(".//{*}numFmt")
        }
        of_style = [
            codes.get(int(one.get("numFmtId", 0)), "")
            for one in styles.iterfind("./{*}cellXfs/{*}xf")
        ]
        shown_as = {str(at): code for at, code in enumerate(of_style) if re.search("%", code)}
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        found = {}
        with parts.open(path) as file:
            for _, cell in ElementTree.iterparse(file):  # noqa: S314
                if cell.tag.endswith("}c") and cell.get("t") == "e":
                    found[cell.get("r", "")] = cell.findtext("{*}v", "#")
                elif cell.tag.endswith("}c") and _is_not_worked_out(cell):
                    found[cell.get("r", "")] = _NO_VALUE
                elif cell.tag.endswith("}c") and cell.get("s") in shown_as:
                    found[cell.get("r", "")] = shown_as[cell.get("s", "")]
        return found


def _is_not_worked_out(cell: ElementTree.Element) -> bool:
    # A text of no letters is `t="str"` with an empty value.
    is_formula = cell.find("{*}f") is not None
    return is_formula and not cell.findtext("{*}v") and cell.get("t") != "str"


if __name__ == "__main__":
    main()
