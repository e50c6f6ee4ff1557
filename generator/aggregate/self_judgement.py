"""What agencies say of their own work on a case beside what the panel of all agencies said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.aggregate.figure import Figure
from generator.aggregate.results import answered
from generator.diagnostics.wording import counted
from generator.model.case import Case
from generator.model.edition import Intranet
from generator.model.library import Audit, Library
from generator.model.nouns import RETURNS
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
    """How often agencies judged above, as and below the panel, and how far; in pairs of grades."""

    by_steps: dict[int, int]
    """How many lie by so many grades above the panel, less than nought below; lowest first."""

    @classmethod
    def of(cls, judged: Iterable[JudgedTwice]) -> Leaning:
        """That of these judgements."""
        counts = Counter(grade.steps for grade in judged)
        return cls(dict(sorted(counts.items())))

    @property
    def above(self) -> int:
        """How often the agency's own grade is the better one."""
        return sum(count for steps, count in self.by_steps.items() if steps > 0)

    @property
    def same(self) -> int:
        """How often both are the same."""
        return self.by_steps.get(0, 0)

    @property
    def below(self) -> int:
        """How often the panel's is the better one."""
        return sum(count for steps, count in self.by_steps.items() if steps < 0)

    @property
    def of_all(self) -> int:
        """How many pairs there are."""
        return sum(self.by_steps.values())

    @property
    def balance(self) -> int:
        """How many more are above than below; less than nought where more are below."""
        return self.above - self.below

    @property
    def figure(self) -> Figure:
        """The share that is above, of one judgement: a return gives one grade."""
        return Figure(self.above, self.of_all, RETURNS)

    @property
    def words(self) -> str:
        """`9 grades: above in 5 (by 1 grade in 4, by 2 in 1), the same in 3, below in 1 (…)`."""
        above = {steps: count for steps, count in self.by_steps.items() if steps > 0}
        below = {-steps: count for steps, count in reversed(self.by_steps.items()) if steps < 0}
        parts = [
            f"above in {self.above} ({_by(above)})" if above else "",
            f"the same in {self.same}" if self.same else "",
            f"below in {self.below} ({_by(below)})" if below else "",
        ]
        return f"{counted(self.of_all, 'grade')}: {', '.join(filter(None, parts))}"


def _by(counts: Mapping[int, int]) -> str:
    """`by 1 grade in 4, by 2 in 1`, or `by 1 grade` where that is all."""
    (nearest, times), *farther = counts.items()
    by = f"by {counted(nearest, 'grade')}"
    if not farther:
        return by
    return ", ".join([f"{by} in {times}", *(f"by {steps} in {many}" for steps, many in farther)])


def judged_twice(audit: Audit, library: Library) -> tuple[JudgedTwice, ...]:
    """Every grade of an agency that the panel's grade of the case can stand beside.

    In the order of the tool's judgements, then of the agencies asked, then of the cases.
    """
    order = {asked.agency: at for at, asked in enumerate(audit.asked)}
    returns = sorted(
        answered(audit), key=lambda returned: (order.get(returned[1], len(order)), returned[0])
    )
    judged: list[JudgedTwice] = []
    for judgement in audit.tool.judgements if audit.tool else ():
        panels = dict(_panels(audit, judgement))
        best_first = library.scales[judgement.scale].choices
        for case, agency, return_ in returns:
            given, panel = return_.judgements.get(judgement.ref), panels.get(case)
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
