"""What agencies say of their own work on a case beside what the panel of all agencies said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.aggregate.figure import Figure
from generator.aggregate.results import answered
from generator.model.case import Case
from generator.model.edition import Intranet
from generator.model.library import Audit, Library
from generator.model.published import Unit
from generator.model.record import Record
from generator.model.tool import JudgementAsked
from generator.model.words import AgencyId, CaseId


class JudgedTwice(Record):
    """One judgement of one case by an agency and by the panel, on one scale."""

    agency: Intranet[AgencyId]
    case: Intranet[CaseId]
    ref: Intranet[str]
    """The judgement's reference."""
    own: Intranet[str]
    """The agency's grade."""
    panel: Intranet[str]
    """The panel's grade."""
    steps: Intranet[int]
    """By how many grades the agency's is the better one; below nought where it is the worse."""


@dataclass(frozen=True)
class Leaning:
    """How often agencies judged above, as and below the panel; in pairs of grades."""

    above: int
    same: int
    below: int

    @classmethod
    def of(cls, judged: Iterable[JudgedTwice]) -> Leaning:
        """That of these judgements."""
        steps = [one.steps for one in judged]
        above, below = sum(one > 0 for one in steps), sum(one < 0 for one in steps)
        return cls(above, len(steps) - above - below, below)

    @property
    def figure(self) -> Figure:
        """The share that is above."""
        return Figure(self.above, self.above + self.same + self.below, Unit.RETURNS)


def judged_twice(audit: Audit, library: Library) -> tuple[JudgedTwice, ...]:
    """Every grade of an agency that the panel's grade of the case can stand beside.

    In the order of the tool's judgements, then of the agencies asked, then of the cases.
    """
    order = {asked.agency: at for at, asked in enumerate(audit.asked)}
    returns = sorted(answered(audit), key=lambda one: (order.get(one[1], len(order)), one[0]))
    judged: list[JudgedTwice] = []
    for judgement in audit.tool.judgements if audit.tool else ():
        panels = dict(_panels(audit, judgement))
        best_first = library.scales[judgement.scale].choices
        for case, agency, one in returns:
            given, panel = one.judgements.get(judgement.ref), panels.get(case)
            if given and given.grade in best_first and panel in best_first:
                judged.append(
                    JudgedTwice(
                        agency=agency,
                        case=case,
                        ref=judgement.ref,
                        own=given.grade,
                        panel=panel,
                        steps=best_first.index(panel) - best_first.index(given.grade),
                    )
                )
    return tuple(judged)


def _panels(audit: Audit, judgement: JudgementAsked) -> Iterator[tuple[CaseId, str]]:
    for id_, case in audit.cases.items():
        panel = case.judgements.get(judgement.ref) or _whole(audit, case, judgement)
        if panel:
            yield id_, panel


def _whole(audit: Audit, case: Case, judgement: JudgementAsked) -> str | None:
    """The panel's judgement of the whole, for one of the whole on the same scale."""
    is_whole = judgement.section is None and judgement.scale == audit.grades
    return case.judgement if is_whole else None
