"""CSV as rows of text: in the usual encodings, with any of the usual signs between cells."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import Counter

from generator.spreadsheet.unreadable import UnreadableTableError


def read_text(data: bytes) -> list[list[str]]:
    """The rows of a table in text; raises UnreadableTableError where the file is none."""
    return _rows(_decoded(data))


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


def _rows(text: str) -> list[list[str]]:
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
