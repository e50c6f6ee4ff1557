"""A row of figures as everyone may read it: rounded counts, `[c]`, or words for shares of cases.

Each value is made safe by itself and nothing else of the row is told: no total, for the difference
to it would be a count; no blank answers, for with them the answers of every question would come to
the same number of returns; no groups and no other years, for they add up to the row. What is
worked out (share, percentage, bar) is worked out from the told values.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from generator.aggregate.figure import Figure
from generator.aggregate.printed_row import Cell, PrintedRow
from generator.aggregate.results import QuestionResult
from generator.aggregate.shown import ShownCell, ShownRow, share_of
from generator.aggregate.tally import Tally
from generator.disclose.spans import leave_room, word_of_row
from generator.model.disclosure import CONFIDENTIAL, NOT_AVAILABLE, rounded, word_of
from generator.model.nouns import CASES, CHILDREN, Noun
from generator.model.registers import Scale
from generator.model.returns import NonAnswer

OF_CHILDREN = (CASES, CHILDREN)
"""What is counted child by child: in an audit of few, told in words."""

OUTSIDE = (NonAnswer.DONT_KNOW.value, NonAnswer.NOT_APPLICABLE.value)
"""What is told beside the base. Blank is not, so that no row adds up to the returns."""


def told_of_question(result: QuestionResult, *, few: bool) -> ShownRow | None:
    """What is told of a question; none where nothing was counted or printed of it."""
    if result.tally:
        return told(result.tally, result.scale, few=few)
    if result.row is None or not (result.has_figure or result.row.outside):
        return None
    return _told_of_row(result.row, few=few)


def told(tally: Tally, scale: Scale, *, few: bool) -> ShownRow:
    """What is told of a tally."""
    unit = tally.unit
    if few and unit in OF_CHILDREN:
        return _in_words({choice: tally[choice] for choice in tally.choices}, scale, unit)
    outside = {answer: tally[answer] for answer in OUTSIDE if tally[answer]}
    counts: dict[str, int | None] = {choice: tally[choice] for choice in tally.choices}
    return _rounded(counts, outside, scale, unit, several=False)


def _told_of_row(row: PrintedRow, *, few: bool) -> ShownRow:
    scale, unit = row.scale, row.unit
    of_scale = [cell for cell in row.cells if cell.answer in scale.choices]
    if (few and {unit, row.named_unit} & {*OF_CHILDREN}) or not row.base:
        return _printed_in_words(row, of_scale)
    counts = {cell.answer: _count(cell, row) for cell in of_scale}
    outside = {answer: count for answer, count in row.outside.items() if answer in OUTSIDE}
    return _rounded(counts, outside, scale, unit, several=row.are_several)


def _count(cell: Cell, row: PrintedRow) -> int | None:
    """The count, or the one nearest to the printed percentage; none where neither is known."""
    if cell.fewest is None or cell.most is None:
        return None
    if cell.count is None and cell.percentage is not None and row.base_of_percentages:
        near = int(Fraction(cell.percentage) * row.base_of_percentages / 100 + Fraction(1, 2))
        return min(max(near, cell.fewest), cell.most)
    return cell.fewest


def _rounded(
    counts: dict[str, int | None],
    outside: dict[str, int],
    scale: Scale,
    unit: Noun,
    *,
    several: bool,
) -> ShownRow:
    cells = [_cell(answer, count) for answer, count in {**counts, **outside}.items()]
    safe = {cell.answer: cell.count for cell in cells if cell.answer in counts}
    held = [(answer, count) for answer, count in safe.items() if count is not None]
    row = ShownRow(unit, tuple(cells))
    if several or not scale.favourable:
        is_whole = len(held) == len(scale.choices) and not several
        return replace(row, counts=tuple(held)) if is_whole else row
    if len(held) == len(scale.choices):
        figure = _favourable(dict(held), scale, unit)
        row = replace(row, figure=figure, counts=tuple(held))
    said = word_of_row(row, scale.favourable)
    return row if row.figure or said == CONFIDENTIAL else replace(row, favourable=said)


def _favourable(counts: dict[str, int], scale: Scale, unit: Noun) -> Figure | None:
    if not scale.favourable:
        return None
    return share_of(sum(counts[one] for one in scale.favourable), sum(counts.values()), unit)


def _cell(answer: str, count: int | None) -> ShownCell:
    if count is None:
        return ShownCell(answer, NOT_AVAILABLE)
    safe = rounded(count)
    return ShownCell(answer, CONFIDENTIAL if safe is None else str(safe), safe)


def _in_words(counts: dict[str, int], scale: Scale, unit: Noun) -> ShownRow:
    base = sum(counts.values())
    if not base:
        return ShownRow(unit, ())
    words = {answer: word_of(Fraction(count, base)) for answer, count in counts.items()}
    if not leave_room(words.values()):
        words = dict.fromkeys(words, NOT_AVAILABLE)
    cells = tuple(ShownCell(answer, word) for answer, word in words.items())
    good = sum(counts[one] for one in scale.favourable)
    is_one_more = len(scale.favourable) > 1 and NOT_AVAILABLE not in words.values()
    if is_one_more or not scale.favourable:
        return ShownRow(unit, cells)  # a word for two answers together would narrow both
    return ShownRow(unit, cells, word_of(Fraction(good, base)))


def _printed_in_words(row: PrintedRow, cells: Iterable[Cell]) -> ShownRow:
    shown = tuple(ShownCell(cell.answer, _word(cell, row) or NOT_AVAILABLE) for cell in cells)
    joins = tuple(
        ShownCell(name, word_of(Fraction(share.percentage) / 100))
        for name, share in row.joins.items()
        if share.percentage is not None
    )
    share = row.share
    part = None
    if share and share.figure and share.figure.base:
        part = Fraction(share.figure.count, share.figure.base)
    elif share and share.percentage is not None:
        part = min(Fraction(share.percentage) / 100, Fraction(1))
    return ShownRow(row.named_unit, (*shown, *joins), "" if part is None else word_of(part))


def _word(cell: Cell, row: PrintedRow) -> str:
    if cell.suppressed:
        return CONFIDENTIAL
    if cell.percentage is not None:
        return word_of(Fraction(cell.percentage) / 100)
    if cell.count is not None and row.base:
        return word_of(Fraction(cell.count, row.base))
    return CONFIDENTIAL if cell.count is not None else ""
