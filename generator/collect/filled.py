"""Reads the workbook that `generator.collect.excel` writes, as it comes back.

A sheet is known by its hidden row, not by its name; a row by its hidden cell, not by its number.
Values are read, never formulas. What a formula comes to counts as if it was typed; one that no
program has worked out, one that fails, and a date where an answer belongs are told and not taken.
A file is refused as a whole where it is no spreadsheet, has a password, is larger than the limits,
or lacks the hidden sheet that says which form it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.collect.came import Came, Cell, Ignored, Opened
from generator.collect.excel import (
    ASKED,
    COLUMNS,
    FORMAT,
    JUDGED,
    PROGRESS,
    PROGRESS_SHOWN,
    SEPARATOR,
)
from generator.collect.rules import LOST_ROW, LOST_SHEET, NO_TEXT, UNREADABLE
from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.wording import joined
from generator.read.yaml import Loc
from generator.spreadsheet.book import Sheet, read_sheets
from generator.spreadsheet.place import address
from generator.spreadsheet.unreadable import UnreadableTableError

Found = Cell | Ignored | Diagnostic
"""What a cell of a sheet is taken for."""

_TICKED: Final = ("yes", "x", "\u2713", "\u2714", "1", "true")
_NOT_TICKED: Final = ("", "no", "0", "false")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9:]+)?")
"""How the reader writes a cell that a spreadsheet took for a date."""
_ERROR: Final = re.compile(r"#(N/A|NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|GETTING_DATA)")


@dataclass(frozen=True)
class _Facts:
    """What the hidden sheet says of the form."""

    cases: Mapping[str, str]
    """The cases that it was sent out with, and the names of their sheets."""
    status: Mapping[str, str]
    """The word of a return for each that the form shows."""
    asked: Mapping[str, str]
    """The fingerprint of each question."""
    judged: Mapping[str, str]
    """The fingerprint of each judgement."""
    keys: frozenset[str]
    """The rows that every case has."""
    printed: frozenset[str]
    """What the form says itself."""


def read_workbook(data: bytes, source: str) -> Opened:
    """The returns in a workbook; `source` is what the file is called."""
    try:
        sheets = read_sheets(data)
    except UnreadableTableError as error:
        return _refused(source, f"the file {error}", "Ask for it again, saved as .xlsx.")
    return returns_in(sheets, source)


def returns_in(sheets: Sequence[Sheet], source: str) -> Opened:
    """The returns in the sheets of a workbook."""
    hidden = next((sheet for sheet in sheets if _at(sheet, 0, 0) == "format"), None)
    if hidden is None:
        what = "the workbook is none of our forms, or the hidden sheet that says which is gone"
        return _refused(source, what, "Ask for the workbook that was sent out, filled in.")
    if _at(hidden, 0, 1) != FORMAT:
        what = f"the form is of the format `{_at(hidden, 0, 1)}`, and this reads `{FORMAT}`"
        return _refused(source, what, "Send today's form: `audits kit` writes it.")
    facts = _facts(hidden)
    filled = [sheet for sheet in sheets if _at(sheet, 0, 0) == FORMAT]
    others = [sheet for sheet in sheets if sheet not in filled and sheet is not hidden]
    twice = dict(_twice(filled, source))
    return Opened(
        tuple(_returned(sheet, facts, source) for sheet in filled if sheet.name not in twice),
        (*dict.fromkeys(twice.values()), *_lost(filled, facts, source)),
        tuple(one for sheet in others for one in _besides(sheet, facts)),
    )


def _refused(source: str, what: str, tip: str) -> Opened:
    return Opened(faults=(UNREADABLE.at(Place(source), what, tip),))


def _facts(hidden: Sheet) -> _Facts:
    rows = [(*row[:4], "", "", "", "")[:4] for row in hidden.rows]
    return _Facts(
        cases={case: name for what, case, name, _ in rows if what == "case"},
        status={shown: word for what, shown, word, _ in rows if what == "status"},
        asked={ref: hash_ for what, ref, hash_, _ in rows if what == ASKED},
        judged={ref: hash_ for what, ref, hash_, _ in rows if what == JUDGED},
        keys=frozenset(key for what, key, _, _ in rows if what == "row"),
        printed=frozenset(_words(text) for *_, text in rows if text),
    )


def _at(sheet: Sheet, row: int, column: int) -> str:
    cells = sheet.rows[row] if row < len(sheet.rows) else ()
    return cells[column].strip() if column < len(cells) else ""


def _words(text: str) -> str:
    """A text as it can be compared: programs write the ends of lines in their own ways."""
    return " ".join(text.split())


def _case_of(sheet: Sheet) -> str:
    return (_at(sheet, 0, 1).split() or [""])[-1]


def _twice(filled: Sequence[Sheet], source: str) -> Iterator[tuple[str, Diagnostic]]:
    """Sheets that are about the same case, each with what is to be said of them."""
    about = [_at(sheet, 0, 1) for sheet in filled]
    for which, times in Counter(about).items():
        if times > 1:
            names = [sheet.name for sheet in filled if _at(sheet, 0, 1) == which]
            what = f"{joined(f'“{name}”' for name in names)} are all for case `{which.split()[-1]}`"
            tip = "Ask which of them counts, and for a workbook without the others."
            fault = LOST_ROW.at(Place(source, where=f"sheet “{names[1]}”"), what, tip)
            yield from ((name, fault) for name in names)


def _lost(filled: Sequence[Sheet], facts: _Facts, source: str) -> Iterator[Diagnostic]:
    """Cases of which the sheet is gone."""
    there = {_case_of(sheet) for sheet in filled}
    for case, name in facts.cases.items():
        if case not in there:
            what = f"the sheet “{name}” is gone, and with it the return on case `{case}`"
            yield LOST_SHEET.at(Place(source), what, "Ask whether it was meant to be sent.")


def _besides(sheet: Sheet, facts: _Facts) -> Iterator[Ignored]:
    """What somebody typed on a sheet that asks nothing."""
    for row, cells in enumerate(sheet.rows):
        for column, text in enumerate(cells):
            if text.strip() and _words(text) not in facts.printed:
                yield Ignored(_where(sheet, row, column), text, "stands on a sheet of no case")


def _where(sheet: Sheet, row: int, column: int) -> str:
    return f"sheet “{sheet.name}”, cell {address(row, column)}"


def _returned(sheet: Sheet, facts: _Facts, source: str) -> Came:
    audit, tool, agency, case = (*_at(sheet, 0, 1).split(), "", "", "", "")[:4]
    of_sheet = f"sheet “{sheet.name}”"
    which = {"audit": audit, "tool": tool, "agency": agency, "case": case}
    found: list[Found] = [
        # A sheet is its case; what else the hidden row says, nobody sees.
        Cell((name,), text, of_sheet if name == "case" else f"{of_sheet}, hidden row, {name}")
        for name, text in which.items()
    ]
    prints = {**facts.asked, **facts.judged}
    unseen = f"{of_sheet}, hidden sheet"
    found += [Cell(("asked", ref), hash_, unseen) for ref, hash_ in prints.items()]
    found += _Reading(sheet, facts, source).found()
    return Came(
        source,
        tuple(one for one in found if isinstance(one, Cell)),
        tuple(one for one in found if isinstance(one, Ignored)),
        tuple(one for one in found if isinstance(one, Diagnostic)),
    )


@dataclass(frozen=True)
class _Reading:
    """A case's sheet with what is known of its form."""

    sheet: Sheet
    facts: _Facts
    source: str

    def found(self) -> Iterator[Found]:
        """What each cell of the sheet is."""
        columns = {name: at for at, name in enumerate(self._names()) if name}
        lacking = [name for name in _NEEDED if name not in columns]
        if lacking:
            what = f"the hidden row that says what stands where lacks {joined(lacking)}"
            yield UNREADABLE.at(self._place(0, 0), what, "Ask for the sheet as it was sent out.")
            return
        keys = [_at(self.sheet, row, columns["key"]) for row in range(len(self.sheet.rows))]
        yield from self._rows_lost(keys)
        for row, key in enumerate(keys):
            fields = self._fields(key) if row else {}
            for column, text in enumerate(self.sheet.rows[row]):
                name = next((name for name, at in columns.items() if at == column), "")
                if name in fields:
                    yield from self._typed(row, column, key, fields[name], text)
                elif text.strip() and not self._is_mark(row, column, name, text.strip()):
                    yield from self._beside(row, column, name, key, text)

    def _is_mark(self, row: int, column: int, name: str, text: str) -> bool:
        """Whether it is one of the hidden texts by which rows and columns are known."""
        if row == 0:
            return column < 2 or text == name
        return name == "key" and text in (*self.facts.keys, PROGRESS)

    def _names(self) -> Sequence[str]:
        """What stands in each column, as the hidden row says it."""
        first = self.sheet.rows[0]
        return [text if text in _NEEDED else "" for text in first]

    def _rows_lost(self, keys: Sequence[str]) -> Iterator[Diagnostic]:
        """Rows that are gone, and those that are there twice."""
        times = Counter(key for key in keys if key)
        lost = [key for key in sorted(self.facts.keys) if key not in times]
        for key in lost:
            what = f"the row of `{key}` is gone from the sheet, so that it was not asked"
            yield LOST_ROW.at(self._place(), what, "Ask for the answer, on a form with every row.")
        for key, many in times.items():
            if many > 1 and key != PROGRESS:
                rows = [str(row + 1) for row, one in enumerate(keys) if one == key]
                what = f"`{key}` is asked in the rows {joined(rows)}, and only one can count"
                yield LOST_ROW.at(self._place(), what, "Ask which of them counts.")

    def _fields(self, key: str) -> Mapping[str, Loc]:
        """The field that each column of a row fills."""
        ref, _, value = key.partition(SEPARATOR)
        good = re.fullmatch(r"good practice ([0-9]+)", key)
        if key == "status":
            return {"answer": ("status",)}
        if key in ("completed by", "note"):
            return {"comment": (key.replace(" ", "_"),)}
        if good:
            at = int(good[1]) - 1
            return {
                "comment": ("good_practice", at, "text"),
                "answer": ("good_practice", at, "agency"),
            }
        if value and ref in self.facts.asked:
            return {"answer": ("answers", ref, "answer", self._tick(ref, key))}
        if key in self.facts.asked:
            has_ticks = self._ticks(key)
            answer: Loc = ("answers", key, "answer", 0) if has_ticks else ("answers", key, "answer")
            return {
                "answer": answer,
                "reason": ("answers", key, "reason"),
                "comment": ("answers", key, "comment"),
            }
        if key in self.facts.judged:
            return {
                "answer": ("judgements", key, "grade"),
                "comment": ("judgements", key, "comment"),
            }
        return {}

    def _ticks(self, ref: str) -> list[str]:
        """The keys of the values of a question that can be ticked."""
        return sorted(key for key in self.facts.keys if key.startswith(f"{ref}{SEPARATOR}"))

    def _tick(self, ref: str, key: str) -> int:
        return 1 + self._ticks(ref).index(key) if key in self._ticks(ref) else 0

    def _typed(self, row: int, column: int, key: str, at: Loc, text: str) -> Iterator[Found]:
        """What stands in a cell that can be filled in."""
        where = _where(self.sheet, row, column)
        place = Place(self.source, width=max(1, len(text.partition("\n")[0])), where=where)
        is_chosen = at[-1] not in ("comment", "text", "completed_by", "note")
        merged = self._merged(row, column)
        if merged and (text.strip() or merged != (row, column)):
            yield from self._of_merged(row, column, merged, place, text)
        elif address(row, column) in self.sheet.unknown:
            what = "a formula stands here, and the file does not say what it comes to"
            tip = "Ask for the workbook again, opened and saved in Excel, or with the answer typed."
            yield NO_TEXT.at(place, what, tip)
        elif _ERROR.fullmatch(text):
            what = f"the cell shows the error `{text}` in place of what was typed"
            yield NO_TEXT.at(place, what, "Ask what was meant; often a text began with `=` or `-`.")
        elif is_chosen and _DATE.fullmatch(text):
            what = f"`{text}` is a date: the spreadsheet made it of something else, such as 4-6"
            yield NO_TEXT.at(place, what, "Ask for the answer, chosen from the list.")
        elif len(at) == 4:
            yield from _ticked(key, at, text, place)
        elif at == ("status",):
            yield Cell(at, self.facts.status.get(text.strip(), text), where)
        else:
            yield Cell(at, text, where)

    def _merged(self, row: int, column: int) -> tuple[int, int] | None:
        """The first cell of the merged range that a cell is in; none where it is in none."""
        for (top, left), (bottom, right) in self.sheet.merged:
            if top <= row <= bottom and left <= column <= right:
                return top, left
        return None

    def _of_merged(
        self, row: int, column: int, first: tuple[int, int], place: Place, text: str
    ) -> Iterator[Diagnostic]:
        """Of a merged range with something in it, that nobody can tell what it answers."""
        if (row, column) != first or not text.strip():
            return
        (last,) = (end for start, end in self.sheet.merged if start == first)
        cells = f"the cells {address(*first)} to {address(*last)}"
        what = f"{cells} are merged, with `{text.strip()}` in them"
        tip = "Ask which of the questions it answers, with a cell for each."
        yield NO_TEXT.at(place, what, tip)

    def _beside(self, row: int, column: int, name: str, key: str, text: str) -> Iterator[Ignored]:
        """What stands where nothing is to be filled in, and was not there before."""
        is_ours = _words(text) in self.facts.printed and not (name and key)
        is_progress = key == PROGRESS and PROGRESS_SHOWN.fullmatch(text.strip())
        if not (is_ours or is_progress):
            why = "stands where the form asks nothing"
            yield Ignored(_where(self.sheet, row, column), text, why)

    def _place(self, row: int | None = None, column: int = 0) -> Place:
        where = f"sheet “{self.sheet.name}”"
        if row is not None:
            where = _where(self.sheet, row, column)
        return Place(self.source, where=where)


def _ticked(key: str, at: Loc, text: str, place: Place) -> Iterator[Cell | Diagnostic]:
    """Whether a value is ticked; in the row of the question itself, why none is."""
    value = key.partition(SEPARATOR)[2]
    plain = text.strip().casefold()
    if not value:
        yield Cell(at, text, place.where)
    elif plain in (*_TICKED, *_NOT_TICKED):
        yield Cell(at, value if plain in _TICKED else "", place.where)
    else:
        what = f"`{text.strip()}` does not say whether “{value}” is ticked"
        yield NO_TEXT.at(place, what, "Yes ticks it; an empty cell does not.")


_NEEDED: Final = tuple(name for name in COLUMNS if name not in ("ref", "asked", "hint"))
