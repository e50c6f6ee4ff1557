"""What agencies say about one case, side by side, and where they are far apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.aggregate.results import BLANK
from generator.model.library import Audit, Library
from generator.model.registers import Scale, ScaleKind
from generator.model.returns import NonAnswer, Reason, Return
from generator.model.tool import JudgementAsked, Question
from generator.model.words import AgencyId, CaseId

_STEPS_APART: Final = 2
"""So many steps of a scale lie between answers that are far apart: strong beside uneven, yes beside
no where *partly* is between. On a scale of two values it is the one step that there is."""
_SCORES_APART: Final = 4
"""The same of scores from nought to ten, where two neighbours mean much the same."""


@dataclass(frozen=True)
class Said:
    """What one agency gave as its answer or grade."""

    agency: AgencyId
    answer: str
    """A value of the scale, or why there is none."""
    reason: Reason | None
    comment: str | None


@dataclass(frozen=True)
class SideBySide:
    """A question, or a judgement that the tool asks for, with what each agency gave."""

    asked: Question | JudgementAsked
    scale: Scale
    said: tuple[Said, ...]
    """Who sent answers about the case, in the order they were asked."""

    @property
    def by_answer(self) -> dict[str, tuple[Said, ...]]:
        """Who gave which value of the scale, best first; only what was given."""
        given = {choice: self._who_gave(choice) for choice in self.scale.choices}
        return {choice: who for choice, who in given.items() if who}

    @property
    def outside(self) -> dict[str, tuple[Said, ...]]:
        """Who gave none, by what stands in its place; only what there is."""
        given = {answer.value: self._who_gave(answer.value) for answer in NonAnswer}
        return {answer: who for answer, who in given.items() if who}

    @property
    def steps(self) -> int:
        """How many steps of the scale lie between the best and the worst that was given."""
        places = [self.scale.choices.index(answer) for answer in self.by_answer]
        return max(places) - min(places) if places else 0

    @property
    def is_far_apart(self) -> bool:
        """Whether the agencies should speak about it first."""
        if self.scale.kind is ScaleKind.SCORE:
            return self.steps >= _SCORES_APART
        return self.steps >= min(_STEPS_APART, len(self.scale.choices) - 1) > 0

    @property
    def share_apart(self) -> float:
        """How much of the scale lies between them: 1 for yes beside no."""
        return self.steps / max(1, len(self.scale.choices) - 1)

    def _who_gave(self, answer: str) -> tuple[Said, ...]:
        return tuple(one for one in self.said if one.answer == answer)


def side_by_side(audit: Audit, library: Library, case: CaseId) -> tuple[SideBySide, ...]:
    """Every question and judgement, in the order of the form."""
    if audit.tool is None:
        return ()
    of_case = audit.returns.get(case, {})
    returns = {
        asked.agency: of_case[asked.agency]
        for asked in audit.asked
        if asked.agency in of_case and of_case[asked.agency].status.has_answers
    }
    every: tuple[Question | JudgementAsked, ...] = (*audit.tool.questions, *audit.tool.judgements)
    return tuple(
        SideBySide(one, library.scales[one.scale], tuple(_said(one, returns))) for one in every
    )


def farthest_first(rows: tuple[SideBySide, ...]) -> tuple[SideBySide, ...]:
    """Those that are far apart, the farthest first and otherwise in the order of the form."""
    return tuple(
        sorted((row for row in rows if row.is_far_apart), key=lambda row: -row.share_apart)
    )


def _said(asked: Question | JudgementAsked, returns: dict[AgencyId, Return]) -> Iterator[Said]:
    for agency, one in returns.items():
        if isinstance(asked, Question):
            answer = one.answers.get(asked.ref, BLANK)
            yield Said(agency, answer.answer, answer.reason, answer.comment)
        elif grade := one.judgements.get(asked.ref):
            yield Said(agency, grade.grade, None, grade.comment)
        else:
            yield Said(agency, NonAnswer.BLANK.value, None, None)
