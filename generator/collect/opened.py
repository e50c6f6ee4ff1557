"""What a file that came holds: which reader reads it is told from its first bytes, not its name."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from generator.collect.came import Opened
from generator.collect.export import read_export
from generator.collect.filled import read_workbook
from generator.collect.mapping import Mapped
from generator.collect.rules import UNREADABLE
from generator.collect.saved import read_saved
from generator.diagnostics import Place
from generator.spreadsheet.book import is_spreadsheet

ENDINGS = (".json", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")
"""How files end that are opened where a folder is given."""


def opened(data: bytes, source: str, mapped: Mapped | None = None) -> Opened:
    """The returns in a file; `source` is what it is called for the person who receives it.

    Where it is an export, `mapped` says which column of it holds what.
    """
    if not data.strip():
        return _refused(source, "the file is empty", "Ask for it again.")
    if data.lstrip().startswith(_SAVED):
        return read_saved(data, source)
    if mapped:
        return read_export(data, source, mapped)
    if is_spreadsheet(data):
        return read_workbook(data, source)
    if PurePath(source).suffix.lower() in _TEXTS:
        tip = "Where it is an export, say by --map which column holds what."
        return _refused(source, "the file is a table, and no saved return", tip)
    return read_saved(data, source)


_SAVED: Final = (b"{", b"\xef\xbb\xbf{")
"""How what the form saves begins."""
_TEXTS: Final = (".csv", ".txt")


def _refused(source: str, what: str, tip: str) -> Opened:
    return Opened(faults=(UNREADABLE.at(Place(source), what, tip),))
