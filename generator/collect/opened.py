"""What a file that came holds: which reader reads it is told from its first bytes, not its name."""

from __future__ import annotations

from generator.collect.came import Opened
from generator.collect.filled import read_workbook
from generator.collect.rules import UNREADABLE
from generator.collect.saved import read_saved
from generator.diagnostics import Place
from generator.spreadsheet.book import is_spreadsheet

ENDINGS = (".json", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
"""How files end that are opened where a folder is given."""


def opened(data: bytes, source: str) -> Opened:
    """The returns in a file; `source` is what it is called for the person who receives it."""
    if not data.strip():
        place = Place(source)
        return Opened(faults=(UNREADABLE.at(place, "the file is empty", "Ask for it again."),))
    if is_spreadsheet(data):
        return read_workbook(data, source)
    return read_saved(data, source)
