"""The collation of an audit's answers as rows: one a question and answer, by whatever is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.aggregate.results import Tallies, by_agency, by_case, tallies
from generator.aggregate.tally import Tally
from generator.model.library import Audit, Library
from generator.model.returns import NonAnswer


class By(StrEnum):
    """What a collation is grouped by, besides the question."""

    QUESTION = "question"
    AGENCY = "agency"
    CASE = "case"


@dataclass(frozen=True)
class Row:
    """How many gave one answer to one question."""

    group: str
    """The agency or case; empty where the whole audit is collated."""
    section: str
    ref: str
    label: str
    answer: str
    count: int
    base: int
    """How many gave a value of the scale."""
    percent: int | None
    """As it is shown; none outside the base and where the base is too small to speak of one."""
    in_base: bool


def collate(audit: Audit, library: Library, by: By = By.QUESTION) -> tuple[Row, ...]:
    """The rows of a collation, in the order of the tool within each group."""
    groups: dict[str, Tallies]
    match by:
        case By.QUESTION:
            groups = {"": tallies(audit, library)}
        case By.AGENCY:
            groups = by_agency(audit, library)
        case By.CASE:
            groups = by_case(audit, library)
    return tuple(row for group, of_group in groups.items() for row in _rows(audit, group, of_group))


def _rows(audit: Audit, group: str, of_group: Tallies) -> Iterator[Row]:
    for section in audit.tool.sections if audit.tool else ():
        for question in section.questions:
            tally = of_group.get(question.ref)
            if tally is None:
                continue
            for answer in _answers(audit, tally):
                in_base = answer in tally.choices
                yield Row(
                    group=group,
                    section=section.id,
                    ref=question.ref,
                    label=question.label,
                    answer=answer,
                    count=tally[answer],
                    base=tally.base,
                    percent=tally.share(answer).percent if in_base else None,
                    in_base=in_base,
                )


def _answers(audit: Audit, tally: Tally) -> tuple[str, ...]:
    outside = tuple(answer.value for answer in NonAnswer)
    if audit.published:
        # What its source did not report is not known to have been nought.
        outside = tuple(answer for answer in outside if answer in tally.counts)
    return (*tally.choices, *outside)
