"""Reads an export of Kobo, REDCap, Microsoft Forms or the like: a row a return, a column a field.

Which column holds what, a mapping says (`generator.collect.mapping`). A code, or what the form
shows, becomes the word of the return; what is neither stays as it came, for the check to tell. A
column that the mapping does not have keeps the whole file out, so that nothing is lost unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.collect.came import Came, Cell, Ignored, Opened
from generator.collect.fields import Choice
from generator.collect.mapping import Held, Mapped, lacking, numbered
from generator.collect.rules import NO_TEXT, UNREADABLE
from generator.diagnostics import Diagnostic, Place, Severity
from generator.diagnostics.wording import counted
from generator.limits import MOST_BOOK_CELLS, MOST_CELLS, MOST_RETURN_BYTES, MOST_RETURNS
from generator.model.returns import NonAnswer
from generator.spreadsheet.book import is_spreadsheet, read_sheets
from generator.spreadsheet.place import address
from generator.spreadsheet.text import read_text
from generator.spreadsheet.unreadable import UnreadableTableError

_TICKED: Final = ("1", "checked", "yes", "true", "x")
_NOT_TICKED: Final = ("", "0", "unchecked", "no", "false")
_FINISHED: Final = {"2": "yes", "complete": "yes", "0": "no", "1": "no"} | dict.fromkeys(
    ("incomplete", "unverified"), "no"
)
"""What REDCap writes of a record: only *complete* is finished."""
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9:]+)?")


@dataclass(frozen=True)
class Table:
    """The cells of an export."""

    headings: tuple[str, ...]
    """One for each column, no two the same."""
    rows: tuple[tuple[str, ...], ...]
    """The rows below the headings, blank ones as well."""
    sheet: str = ""
    """The name of the sheet; empty where the file is text."""
    others: tuple[str, ...] = ()
    """The names of further sheets with something in them."""

    def where(self, row: int, column: int) -> str:
        """Where a cell is seen; rows count from 0 below the headings."""
        if self.sheet:
            return f"sheet “{self.sheet}”, cell {address(row + 1, column)}"
        heading = self.headings[column] if column < len(self.headings) else f"{column + 1}"
        return f"row {row + 2}, column “{heading}”"


def read_table(data: bytes) -> Table:
    """The table of an export; raises UnreadableTableError where there is none."""
    if len(data) > MOST_RETURN_BYTES:
        raise UnreadableTableError(f"has more than {MOST_RETURN_BYTES // 1_000_000} megabytes")
    sheet, others = "", []
    if is_spreadsheet(data):
        full = [one for one in read_sheets(data) if not one.is_hidden and one.rows]
        if not full:
            raise UnreadableTableError("has nothing in it")
        sheet, others = full[0].name, [one.name for one in full[1:]]
        rows: Sequence[Sequence[str]] = full[0].rows
    else:
        rows = read_text(data)
    if not rows:
        raise UnreadableTableError("has nothing in it")
    if sum(map(len, rows)) > MOST_BOOK_CELLS:
        raise UnreadableTableError(f"has more than {MOST_BOOK_CELLS:,} cells")
    head, *below = rows
    if len(head) > MOST_CELLS:
        raise UnreadableTableError(f"has more than {MOST_CELLS:,} columns")
    return Table(tuple(numbered(head)), tuple(map(tuple, below)), sheet, tuple(others))


def read_export(data: bytes, source: str, mapped: Mapped) -> Opened:
    """The returns in an export; `source` is what the file is called."""
    try:
        table = read_table(data)
    except UnreadableTableError as error:
        return _refused(source, f"the file {error}")
    if len(table.rows) > MOST_RETURNS:
        return _refused(source, f"the file has more than {MOST_RETURNS} rows")
    faults = tuple(lacking(mapped, table.headings, source))
    if any(fault.severity is Severity.ERROR for fault in faults):
        return Opened(faults=faults)
    return Opened(
        tuple(
            _returned(table, row, source, mapped)
            for row, cells in enumerate(table.rows)
            if any(cell.strip() for cell in cells)
        ),
        faults,
        tuple(_ignored(table, mapped)),
    )


def _ignored(table: Table, mapped: Mapped) -> Iterator[Ignored]:
    """Columns that the mapping ignores and that have something in them, and further sheets."""
    for column, heading in enumerate(table.headings):
        full = [row[column] for row in table.rows if column < len(row) and row[column].strip()]
        if full and not mapped.columns[heading].at:
            cells = f"{full[0].strip()} and {len(full) - 1} more" if full[1:] else full[0].strip()
            yield Ignored(f"column “{heading}”", cells, f"is a column that {mapped.path} ignores")
    for name in table.others:
        why = "is not the first sheet, which is the one that is read"
        yield Ignored(f"sheet “{name}”", "", why)


def _refused(source: str, what: str) -> Opened:
    return Opened(faults=(UNREADABLE.at(Place(source), what, "Export it again."),))


Found = Cell | Ignored | Diagnostic


def _returned(table: Table, row: int, source: str, mapped: Mapped) -> Came:
    found = list(_row(table, row, source, mapped))
    if not any(isinstance(one, Cell) and one.at == ("audit",) for one in found):
        found.append(Cell(("audit",), mapped.audit, f"row {row + 2}"))
    return Came(
        source,
        tuple(one for one in found if isinstance(one, Cell)),
        tuple(one for one in found if isinstance(one, Ignored)),
        tuple(one for one in found if isinstance(one, Diagnostic)),
    )


def _row(table: Table, row: int, source: str, mapped: Mapped) -> Iterator[Found]:
    cells, width = table.rows[row], len(table.headings)
    if len(cells) != width:
        what = f"the row has {counted(len(cells), 'cell')}, and there are {width} headings"
        place = Place(source, where=f"row {row + 2}")
        yield NO_TEXT.at(place, what, "Export it again; a row was cut off, or broken by its text.")
    for column, text in enumerate(cells[:width]):
        held = mapped.columns[table.headings[column]]
        where = table.where(row, column)
        if held.at:
            yield from _cell(held, text, where, source, mapped)


def _cell(held: Held, text: str, where: str, source: str, mapped: Mapped) -> Iterator[Found]:
    said, at = text.strip(), held.at
    place = Place(source, width=max(1, len(said)), where=where)
    is_answer = at[-1] == "answer"
    if held.ticks:
        yield _ticked(held, said, place)
    elif at == ("finished",):
        yield Cell(at, _FINISHED.get(said.casefold(), said), where)
    elif said in mapped.codes and is_answer:
        word = mapped.codes[said]
        yield Cell(at, "" if word == NonAnswer.BLANK else word, where)
    elif said in mapped.codes and at[0] in ("answers", "judgements", "good_practice"):
        yield Ignored(where, said, "is a code for what is missing")
        yield Cell(at, "", where)
    elif held.field is None or not held.field.choices:
        yield Cell(at, text, where)
    elif _DATE.fullmatch(said):
        what = f"`{said}` is a date: a spreadsheet made it of something else, such as 4-6"
        yield NO_TEXT.at(place, what, "Export it again, and open it in no spreadsheet before.")
    elif held.field.several:
        for number, word in enumerate(_several(said, held.field.choices)):
            yield Cell((*at, number), word, where)
    else:
        yield Cell(at, _word(said, held.field.choices), where)


def _ticked(held: Held, said: str, place: Place) -> Cell | Diagnostic:
    plain = said.casefold()
    if plain in (*_TICKED, *_NOT_TICKED):
        return Cell(held.at, held.ticks if plain in _TICKED else "", place.where)
    what = f"`{said}` does not say whether “{held.ticks}” is ticked"
    return NO_TEXT.at(place, what, "1 ticks it, and 0 does not.")


def _word(said: str, choices: Sequence[Choice]) -> str:
    """The word of a return that a code or what the form shows stands for; else what was said."""
    whole = re.sub(r"\.0$", "", said)
    for choice in choices:
        if whole == choice.code:
            return choice.word
    for choice in choices:
        if said.casefold() in (choice.shown.casefold(), choice.word.casefold()):
            return choice.word
    return said


def _several(said: str, choices: Sequence[Choice]) -> list[str]:
    """Each that was ticked: codes between spaces, or what the form shows between semicolons."""
    codes = {choice.code for choice in choices}
    parts = said.split()
    if len(parts) < 2 or not codes.issuperset(parts):
        parts = [part.strip() for part in said.split(";") if part.strip()]
    return [_word(part, choices) for part in parts] or [""]
