"""The tables in a grid: where each has its headings, its labels and its figures, and which way."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.draft.asked import Asked
from generator.draft.cell import figure, is_unprinted, plain
from generator.draft.headings import (
    YEAR,
    Heading,
    Measure,
    heading,
    paired,
    speaks_of_shares,
    spelled,
    statistic,
)
from generator.draft.sheet import Cell, Grid

Line = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """One table, a question a row; what was turned round is turned back."""

    captions: Sequence[Cell]
    """What stands alone in a row right above it."""
    heads: Sequence[Line]
    """The rows of its headings."""
    headings: Sequence[Heading]
    """What the headings say, a column each."""
    labels: int
    """How many columns at the left say which question a row is."""
    body: Sequence[Line]
    is_turned: bool


@dataclass(frozen=True)
class BodyLine:
    """A line below the headings, taken apart."""

    labels: Sequence[Cell]
    """What stands at its left."""
    names: Sequence[Cell]
    """The labels that say what it is about."""
    measure: Measure
    """What its labels say of how is counted."""
    figures: Sequence[tuple[int, Cell]]
    """What stands below the headings, each with its column."""


def body_lines(table: Table) -> Iterator[BodyLine]:
    """The lines of a table below its headings."""
    for line in table.body:
        labels = _filled(line[: table.labels])
        said = [heading([cell.text]) for cell in labels]
        names = [cell for cell, one in zip(labels, said, strict=True) if not one.is_bare]
        measure = next((one.measure for one in said if one.is_bare), Measure.UNSAID)
        figures = [
            (at, cell)
            for at, cell in enumerate(line)
            if at >= table.labels and not is_unprinted(cell.text)
        ]
        yield BodyLine(labels, names, measure, figures)


def tables(grid: Grid, asked: Asked) -> Iterator[Table]:
    """The tables of a grid, from the top: each begins with its headings."""
    heads: list[bool] = []
    corners: set[str] = set()
    for at, line in enumerate(grid):
        heads.append(_is_head(line, grid[at + 1 : at + 5], asked, corners))
        if heads[-1]:
            corners.add(plain(line[0].text))
    if not any(heads):
        return
    starts = [at for at, is_head in enumerate(heads) if is_head and not (at and heads[at - 1])]
    for start, end in zip(starts, [*starts[1:], len(grid)], strict=True):
        last = next(at for at in range(start, end + 1) if at == end or not heads[at])
        above = start
        while above and len(_filled(grid[above - 1])) == 1:
            above -= 1
        captions = [cell for line in grid[above:start] for cell in _filled(line)]
        if any(len(_filled(line)) > 1 for line in grid[last:end]):
            yield _table(captions, grid[start:last], grid[last:end], asked)


def _filled(line: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in line if not is_unprinted(cell.text)]


def _is_head(line: Line, below: Sequence[Line], asked: Asked, corners: Collection[str]) -> bool:
    """Whether a row holds headings: words and years, or questions with answers below them.

    `corners` is what stood in the first cells of the headings above it.
    """
    filled = _filled(line)
    beside = [cell for cell in filled if cell.column]
    if not beside or (corners and len(filled) < 2):
        return False
    if all(asked.is_entry(cell.text) for cell in beside) and _are_answers(below, asked):
        return True
    words = [cell for cell in filled if not _is_number(cell)]
    if any(asked.is_entry(cell.text) for cell in {*words, line[0]}):
        return False
    said = [heading([cell.text]) for cell in words if cell.column]
    is_known = any(
        one.measure or one.year or statistic(one.words) or asked.is_answer(one.words)
        for one in said
    )
    numbers = [cell.text for cell in filled if _is_number(cell)]
    if numbers:
        # Scores can be headings; so that counts are none, only below what headings began with.
        may_be_scores = not corners or plain(line[0].text) in corners
        are_scores = all(one.isdecimal() and asked.is_answer(one) for one in numbers)
        return may_be_scores and are_scores and (is_known or _is_run(numbers))
    return is_known or len(said) > (2 if corners else 1)


def _is_number(cell: Cell) -> bool:
    return figure(cell.text) is not None and YEAR.fullmatch(cell.text) is None


def _is_run(numbers: Sequence[str]) -> bool:
    """Whether numbers follow each other, as the scores of a scale do in its headings."""
    steps = {int(after) - int(before) for before, after in pairwise(numbers)}
    return steps in ({1}, {-1})


def _are_answers(below: Sequence[Line], asked: Asked) -> bool:
    """Whether the rows that follow are an answer each."""
    firsts = [heading([line[0].text]).words for line in below if _filled(line)]
    return sum(asked.is_answer(one) or statistic(one) != "" for one in firsts) > 1


def _table(captions: Sequence[Cell], heads: Grid, below: Grid, asked: Asked) -> Table:
    # A heading that says no answer, above rows that are an answer each: it is turned round.
    above = [heading(column) for column in _pieces(heads)]
    is_turned = _are_answers(below[:4], asked) and not any(
        asked.is_answer(one.words) for one in above[1:]
    )
    if is_turned:
        rows = [line for line in below if len(_filled(line)) > 1]
        turned = list(zip(*heads, *rows, strict=True))
        labels = len(heads)
        pieces = [[cell.text] for cell in turned[0]]
        heads, body = (turned[0],), tuple(turned[1:])
    else:
        pieces, body = _pieces(heads), below
        labels = _labels([heading(column) for column in pieces], body, asked)
    said = [
        Heading("%", measure=Measure.PERCENTAGES)
        if not one.printed and at >= labels and _are_shares(body, at)
        else one
        for at, one in enumerate(map(heading, pieces))
    ]
    headings = [*said[:labels], *paired(spelled(said[labels:]), asked.is_answer)]
    return Table(captions, heads, headings, labels, body, is_turned)


def _pieces(heads: Grid) -> list[list[str]]:
    """The texts above each column; what spans several stands above each of them."""
    spread: list[list[str]] = []
    for at, line in enumerate(heads):
        texts = [cell.text for cell in line]
        for column in range(1, len(texts)):
            if not texts[column] and any(below[column].text for below in heads[at + 1 :]):
                texts[column] = texts[column - 1]
        spread.append(texts)
    return [list(column) for column in zip(*spread, strict=True)]


def _labels(headings: Sequence[Heading], body: Grid, asked: Asked) -> int:
    """How many columns at the left are words, or name what the tool asks."""
    for at, said in enumerate(headings):
        cells = [line[at].text for line in body if not is_unprinted(line[at].text)]
        is_known = asked.is_answer(said.words) or statistic(said.words)
        names = sum(figure(text) is None or asked.is_entry(text) for text in cells)
        if at and (is_known or said.year or not cells or names * 2 < len(cells)):
            return at
    return len(headings)


def _are_shares(body: Grid, column: int) -> bool:
    """Whether all figures of a column have the sign of a percentage."""
    found = [figure(line[column].text) for line in body if not is_unprinted(line[column].text)]
    return bool(found) and all(one and one.share is not None and not one.number for one in found)


def is_unsure(table: Table, asked: Asked) -> bool:
    """Whether numbers without a sign may as well be percentages as counts.

    So it is where some are no whole numbers, and, where no heading says how is counted, where
    words around the table speak of percentages or the rows add up to 100 each.
    """
    rows = [
        [
            found.number
            for cell, said in zip(line, table.headings, strict=True)
            if asked.is_answer(said.words) and not said.measure and (found := figure(cell.text))
            if found.number is not None
        ]
        for line in table.body
    ]
    if any(number != number.to_integral_value() for row in rows for number in row):
        return True
    around = [cell.text for cell in table.captions]
    around += [said.printed for said in table.headings[: table.labels]]
    sums = [sum(row, Decimal(0)) for row in rows if len(row) > 1]
    are_hundreds = len(sums) > 1 and all(99 <= one <= 101 for one in sums)
    is_said = any(said.measure for said in table.headings)
    return not is_said and (are_hundreds or any(map(speaks_of_shares, around)))
