"""The returns matrix for the terminal, and what is missing, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.aggregate.countdown import countdown, days_left
from generator.aggregate.matrix import CellState, Matrix
from generator.diagnostics.wording import counted
from generator.model.library import Audit, Library
from generator.model.words import day_words

LETTERS: Final = {
    CellState.COMPLETE: "C",
    CellState.PARTIAL: "P",
    CellState.NOT_KNOWN: "k",
    CellState.OUTSIDE_PERIOD: "o",
    CellState.NOT_INVOLVED: "i",
    CellState.NO_RETURN: "X",
    CellState.AWAITED: "?",
    CellState.MISSING: "!",
    CellState.NOT_PRESERVED: "~",
    CellState.NOT_ASKED: ".",
}
"""One letter a state, for a narrow table; the legend says each in words."""


def status_text(audit: Audit, of: Matrix, library: Library, as_at: date | None) -> str:
    """The matrix, its legend and what is missing; days are counted where a date is given."""
    return "\n".join(_lines(audit, of, library, as_at)) + "\n"


def _lines(audit: Audit, of: Matrix, library: Library, as_at: date | None) -> Iterator[str]:
    yield f"{audit.title} ({audit.id}), {audit.status.value}"
    yield from _due(audit, as_at)
    if not of.rows:
        yield "No agency is named under `asked` in audit.yml, so no return is expected."
        return
    if not of.cases:
        yield "No case has a file in cases/, so no return is expected."
        return
    yield ""
    names = {agency: library.agencies[agency].label for agency in of.rows}
    width = max(len(name) for name in names.values())
    columns = [len(case) for case in of.cases]
    head = "  ".join(case.rjust(size) for case, size in zip(of.cases, columns, strict=True))
    yield f"{'':{width}}  {head}"
    for agency, row in of.rows.items():
        cells = (
            LETTERS[row[case]].rjust(size) for case, size in zip(of.cases, columns, strict=True)
        )
        yield f"{names[agency]:{width}}  {'  '.join(cells)}"
    yield ""
    for state, count in of.counts.items():
        yield f"  {LETTERS[state]}  {count:>3}  {state.value}"
    if any(CellState.NOT_ASKED in row.values() for row in of.rows.values()):
        yield f"  {LETTERS[CellState.NOT_ASKED]}       {CellState.NOT_ASKED.value}"
    yield ""
    yield from _missing(audit, of, names, as_at)


def _due(audit: Audit, as_at: date | None) -> Iterator[str]:
    due = audit.dates.due
    if due is None:
        return
    if as_at is None:
        yield f"Returns were due {due.words}."
        return
    days = days_left(due, as_at)
    if days >= 0:
        yield f"Returns are due {due.words}, {counted(days, 'day')} from {day_words(as_at)}."
    else:
        passed = counted(-days, "day")
        yield f"Returns were due {due.words}, {passed} ago as at {day_words(as_at)}."


def _missing(audit: Audit, of: Matrix, names: dict[str, str], as_at: date | None) -> Iterator[str]:
    if not audit.returns_kept:
        yield f"{counted(of.asked, 'return')} asked for; what came of them was not preserved."
        return
    outstanding: dict[str, list[str]] = {}
    for agency, case, state in of.outstanding():
        outstanding.setdefault(agency, []).append(f"{case} ({state.value})")
    back = of.asked - of.missing
    yield f"{back} of {counted(of.asked, 'return')} came back, {of.with_answers} with answers."
    if not outstanding:
        yield "Nothing is missing."
        return
    due = audit.dates.due
    left = f", {countdown(due, as_at)}" if due and as_at else ""
    yield f"Missing from {counted(len(outstanding), 'agency', 'agencies')}{left}:"
    roles = {one.agency: one.contact.role for one in audit.asked if one.contact}
    for agency, cases in outstanding.items():
        ask = f"; ask: {roles[agency]}" if agency in roles else ""
        yield f"  {names[agency]}: {', '.join(cases)}{ask}"
