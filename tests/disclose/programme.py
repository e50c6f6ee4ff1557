"""The attack: all that is published as one integer programme, and what it leaves of each cell.

The attacker knows how the edition is made. Each told cell lies in a span; a share or bar that is
more than its row's told cells give is a clue of its own; the answers to each question come to the
returns or cases at most, which are the same for every question; who is asked a question only after
an answer is among those who gave it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import highspy

from generator.model.disclosure import CONFIDENTIAL, FEWEST_CASES, WORDS
from tests.disclose.published import ReadAudit, ReadRow

_BANDS = {
    word: (least, next((above for above, _, _ in reversed(WORDS) if above > least), Fraction(2)))
    for least, word, _ in WORDS
}
_MOST = 10_000


@dataclass(frozen=True)
class Left:
    """What is left of a cell: between which counts it can lie."""

    audit: str
    ref: str
    answer: str
    said: str
    low: int
    high: int

    @property
    def wanted(self) -> tuple[int, int] | None:
        """What must be left at the least; none for a word, of which only some counts must be."""
        if self.said == CONFIDENTIAL:
            return 1, 7
        if self.said.isdigit():
            count = int(self.said)
            return (count - 2, count + 2) if count else (0, 0)
        return None

    @property
    def is_safe(self) -> bool:
        """Whether enough is left: the whole span, or of a word four counts."""
        if self.wanted:
            return self.low <= self.wanted[0] and self.high >= self.wanted[1]
        return self.high - self.low >= 3


def attack(
    audit: ReadAudit, asked_if: Mapping[str, Mapping[str, str]], favourable: Mapping[str, set[str]]
) -> Iterator[Left]:
    """What is left of every cell that is not plainly nought.

    `asked_if` and `favourable` stand in the tool, which is published.
    """
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    totals: dict[str, Any] = {}
    cells: dict[tuple[str, str], tuple[Any, str]] = {}
    cases = _cases(solver, audit)

    def total_of(unit: str) -> Any:
        if unit == "cases":
            return cases
        if unit not in totals:
            named = audit.agencies if unit == "agencies" else None
            totals[unit] = _whole(solver, 0, named or _MOST)
            if unit == "returns" and audit.agencies:
                solver.addConstr(totals[unit] <= audit.agencies * cases)
        return totals[unit]

    for row in audit.rows:
        own = {answer: _told(solver, said) for answer, said in row.cells.items()}
        cells |= {(row.ref, answer): (cell, row.cells[answer]) for answer, cell in own.items()}
        if not own:
            continue
        whole = total_of(row.unit)
        if any(said in _BANDS for said in row.cells.values()):
            _words(solver, row, own, whole, favourable.get(row.ref, set()))
        else:
            solver.addConstr(sum(own.values()) <= whole)
        _shares(solver, row, own, favourable.get(row.ref, set()))
    for ref, parents in asked_if.items():
        for parent, answer in parents.items():
            child = [cell for (of, _), (cell, _) in cells.items() if of == ref]
            if child and (parent, answer) in cells:
                solver.addConstr(sum(child) <= cells[parent, answer][0])
    for (ref, answer), (cell, said) in cells.items():
        if said in ("0", "[x]"):
            continue
        low, high = _end(solver, cell, 1), _end(solver, cell, -1)
        yield Left(audit.id, ref, answer, said, low, high)


def _whole(solver: Any, low: int, high: int) -> Any:
    return solver.addVariable(low, high, type=highspy.HighsVarType.kInteger)


def _cases(solver: Any, audit: ReadAudit) -> Any:
    said = audit.cases.split()[0] if audit.cases else ""
    if said.isdigit() and "or more" not in audit.cases:
        return _whole(solver, int(said) - 2, int(said) + 2)
    return _whole(solver, 1, _MOST if "or more" in audit.cases else FEWEST_CASES - 1)


def _told(solver: Any, said: str) -> Any:
    if said == CONFIDENTIAL:
        return _whole(solver, 1, 7)
    if said.isdigit():
        return _whole(solver, max(0, int(said) - 2), int(said) + 2) if int(said) else _none(solver)
    return _whole(solver, 0, _MOST)


def _none(solver: Any) -> Any:
    return _whole(solver, 0, 0)


def _words(solver: Any, row: ReadRow, own: Mapping[str, Any], whole: Any, good: set[str]) -> None:
    """Each word of a row as the share that it means, of all the row counts.

    Of cases that is all its answers; of what a source printed in percentages, nobody knows.
    """
    base = _whole(solver, 1, _MOST)
    solver.addConstr(base <= whole)
    if row.unit == "cases":
        solver.addConstr(sum(own.values()) == base)
    for answer, cell in own.items():
        solver.addConstr(cell <= base)
        _within(solver, cell, base, row.cells[answer])
    if row.unit == "cases" and good:
        _within(solver, sum(own[answer] for answer in good), base, row.favourable)


def _within(solver: Any, count: Any, base: Any, said: str) -> None:
    if band := _BANDS.get(said):
        solver.addConstr(count * band[0].denominator >= base * band[0].numerator)
        if band[1] <= 1:
            solver.addConstr(count * band[1].denominator + 1 <= base * band[1].numerator)


def _shares(solver: Any, row: ReadRow, own: Mapping[str, Any], good: set[str]) -> None:
    """A share, where it is no more than what the row's told cells give, says nothing new."""
    on_scale = [answer for answer in own if answer not in ("don't know", "not applicable")]
    told = {answer: int(row.cells[answer]) for answer in on_scale if row.cells[answer].isdigit()}
    for count, base in row.shares:
        if len(told) == len(on_scale) and (count, base) == (
            sum(told[answer] for answer in good),
            sum(told.values()),
        ):
            continue
        favourable = [own[answer] for answer in good if answer in own]
        for said, parts in ((count, favourable), (base, [own[answer] for answer in on_scale])):
            solver.addConstr(sum(parts) >= said - 2)
            solver.addConstr(sum(parts) <= said + 2)


def _end(solver: Any, cell: Any, sign: int) -> int:
    (solver.minimize if sign > 0 else solver.maximize)(cell)
    assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return int(solver.val(cell) + 0.5)


def widths_say_no_more(row: ReadRow) -> bool:
    """Whether the parts of each bar are as wide as the counts written at them make them."""
    for bar in row.bars:
        counts = [int(said.split()[0]) for said, _ in bar]
        before, total = 0, sum(counts)
        for count, (_, width) in zip(counts, bar, strict=True):
            if width != 240 * (before + count) // total - 240 * before // total:
                return False
            before += count
    return True
