"""The collation of an audit's answers as rows: one a question and answer, by whatever is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from generator.aggregate.printed_row import Known, PrintedRow
from generator.aggregate.results import Tallies, by_agency, by_case, printed_rows, tallies
from generator.aggregate.tally import Tally
from generator.model.library import Audit, Library
from generator.model.published import GroupFigure
from generator.model.returns import NonAnswer


class By(StrEnum):
    """What a collation is grouped by, besides the question."""

    QUESTION = "question"
    AGENCY = "agency"
    CASE = "case"
    GROUP = "group"
    """The sites, localities or groups that a printed table tells apart."""
    YEAR = "year"
    """The other years that a printed table has beside its own."""


class Source(StrEnum):
    """Where a row of a collation comes from."""

    RETURNS = "returns"
    PRINTED = "printed"
    WORKED_OUT = "worked out"


@dataclass(frozen=True)
class Row:
    """How many gave one answer to one question."""

    group: str
    """The agency, case, group or year; empty where the whole audit is collated."""
    section: str
    ref: str
    label: str
    answer: str
    count: int | str | None
    """How many, as far as it is known: 5, `247 to 252`, `<5`; none where it was not printed."""
    base: int | None
    """How many gave a value of the scale, or the printed total; none where neither is known."""
    percent: int | Decimal | None
    """As shown, or as printed; none outside the base and where it is too small to speak of one."""
    in_base: bool
    source: Source = Source.RETURNS
    """Where it comes from."""
    score: Decimal | None = None
    """The score, where the row is the mean, the median, the lowest or the highest of them."""


def collate(audit: Audit, library: Library, by: By = By.QUESTION) -> tuple[Row, ...]:
    """The rows of a collation, in the order of the tool within each group."""
    match by:
        case By.QUESTION:
            groups = {"": (tallies(audit, library), printed_rows(audit, library))}
        case By.AGENCY:
            groups = {agency: (of, {}) for agency, of in by_agency(audit, library).items()}
        case By.CASE:
            groups = {case: (of, {}) for case, of in by_case(audit, library).items()}
        case By.GROUP | By.YEAR:
            groups = {
                group: ({ref: row.tally for ref, row in rows.items() if row.tally}, rows)
                for group, rows in _printed_groups(printed_rows(audit, library), by).items()
            }
    return tuple(row for group, of in groups.items() for row in _rows(audit, group, *of))


def _printed_groups(rows: Mapping[str, PrintedRow], by: By) -> dict[str, dict[str, PrintedRow]]:
    """What the source prints of each group or year, by question, in the order of its tables."""
    groups: dict[str, dict[str, PrintedRow]] = {}
    for ref, row in rows.items():
        for name, figure in _figures_of(row, by):
            groups.setdefault(name, {})[ref] = row.of_group(figure)
    return groups


def _figures_of(row: PrintedRow, by: By) -> Iterator[tuple[str, GroupFigure]]:
    if by is By.YEAR:
        yield from row.figure.earlier.items()
        return
    for dimension, groups in row.figure.by.items():
        for name, figure in groups.items():
            yield f"{dimension}: {name}", figure


def _rows(
    audit: Audit, group: str, of_group: Tallies, printed: Mapping[str, PrintedRow]
) -> Iterator[Row]:
    for section in audit.tool.sections if audit.tool else ():
        for question in section.questions:
            tally = of_group.get(question.ref)
            row = printed.get(question.ref)
            of = (group, section.id, question.ref, question.label)
            for one in answers_counted(tally, row, is_complete=audit.published is None):
                yield Row(
                    *of, one.answer, one.count, one.base, one.percent, one.in_base, one.source
                )
            for name, score, base in scores_printed(row) if row else ():
                yield Row(*of, name, None, base, None, True, Source.PRINTED, score)


@dataclass(frozen=True)
class Counted:
    """What is known of one answer, or of several that a source prints together."""

    answer: str
    count: int | str | None
    """As `Row.count`."""
    base: int | None
    percent: int | Decimal | None
    in_base: bool
    source: Source
    fewest: int | None
    most: int | None
    """Between the two lies the count; none where nothing is known."""
    is_join: bool = False
    """Whether it is of several answers together, as the source prints them."""


def answers_counted(
    tally: Tally | None, row: PrintedRow | None, *, is_complete: bool
) -> Iterator[Counted]:
    """What is known of each answer to a question, from its tally or the row that was printed.

    `is_complete` says whether everything was counted: what was not counted is then none.
    """
    if tally is not None:
        source = Source.PRINTED if row else Source.RETURNS
        yield from _tallied(tally, source, is_complete=is_complete)
    elif row:
        yield from _as_printed(row)


def _tallied(tally: Tally, source: Source, *, is_complete: bool) -> Iterator[Counted]:
    outside = tuple(answer.value for answer in NonAnswer)
    if not is_complete:
        # What a source did not report is not known to have been nought.
        outside = tuple(answer for answer in outside if answer in tally.counts)
    for answer in (*tally.choices, *outside):
        in_base = answer in tally.choices
        percent = tally.share(answer).percent if in_base else None
        many = tally[answer]
        yield Counted(answer, many, tally.base, percent, in_base, source, many, many)


def scores_printed(row: PrintedRow) -> Iterator[tuple[str, Decimal, int | None]]:
    """What was printed of the scores together, each with how many there were."""
    for name in ("mean", "median", "lowest", "highest"):
        score = getattr(row.figure, name)
        if score is not None:
            yield name, Decimal(str(score)), row.figure.total


def _as_printed(row: PrintedRow) -> Iterator[Counted]:
    for cell in row.cells:
        count = None if cell.known is Known.NOT_PRINTED else cell.words
        source = Source.WORKED_OUT if cell.known is Known.WORKED_OUT else Source.PRINTED
        in_base = cell.answer in row.scale.choices
        if count is not None or cell.percentage is not None:
            known = cell.count if cell.count is not None else count
            base, percent = row.base_of_percentages, cell.percentage
            of = (cell.answer, known, base, percent, in_base, source)
            yield Counted(*of, cell.fewest, cell.most)
    for name, share in row.joins.items():
        joined = share.fewest if share.fewest == share.most else None
        of = (name, joined, share.base, share.percentage, True, Source.PRINTED)
        yield Counted(*of, share.fewest, share.most, is_join=True)
