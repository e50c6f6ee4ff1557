"""How far a recommendation has come: worked out from its dates and evidence, never typed."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Final

from generator.model.edition import Public
from generator.model.findings import Progress, Recommendation, State
from generator.model.library import Audit
from generator.model.record import Record
from generator.model.words import AuditId, Id, PartialDate


class FoundRecommendation(Record):
    """A recommendation as recorded by a date, the audit that made it, and where it stands."""

    audit: Public[AuditId]
    id: Public[Id]
    recommendation: Public[Recommendation]
    state: Public[State]


def found_recommendations(audit: Audit, as_at: date) -> tuple[FoundRecommendation, ...]:
    """The recommendations of an audit as they stand at a date, in the author's order."""
    return tuple(
        FoundRecommendation(
            audit=audit.id,
            id=id_,
            recommendation=recorded(recommendation, as_at),
            state=state_in(audit, recommendation, as_at),
        )
        for id_, recommendation in audit.recommendations.items()
    )


def has_come(when: PartialDate | None, as_at: date) -> bool:
    """Whether a date has come: a partly known one with the first day that it can mean.

    What is told without a date had come when it was told.
    """
    return when is None or when.first <= as_at


SOON: Final = 3
"""What is due within so many months is due soon."""


def is_due_soon(recommendation: Recommendation, as_at: date) -> bool:
    """Whether the last day that it is due by comes within three months.

    >>> one = Recommendation(text="Plan sooner.", due="2027-02")
    >>> is_due_soon(one, date(2026, 11, 27)), is_due_soon(one, date(2026, 11, 28))
    (False, True)
    """
    due = recommendation.due
    return due is not None and as_at <= due.last <= _months_later(as_at, SOON)


def _months_later(day: date, months: int) -> date:
    """The same day of a later month, or the last where that month is shorter."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def recorded(recommendation: Recommendation, as_at: date) -> Recommendation:
    """The recommendation with the evidence that there was by a date: no step of a later one."""

    def by_then(step: Progress | None) -> Progress | None:
        return step if step and has_come(step.date, as_at) else None

    steps = evidence(recommendation)
    if all(has_come(step.date, as_at) for step in steps):
        return recommendation
    return recommendation.model_copy(
        update={
            "answer": by_then(recommendation.answer),
            "progress": tuple(step for step in recommendation.progress if by_then(step)),
            "done": by_then(recommendation.done),
            "impact": by_then(recommendation.impact),
        }
    )


def evidence(recommendation: Recommendation) -> tuple[Progress, ...]:
    """Every dated step that is recorded, whenever it was."""
    of = recommendation
    return tuple(step for step in (*of.progress, of.done, of.impact, of.answer) if step)


def state_in(audit: Audit, recommendation: Recommendation, as_at: date) -> State:
    """Where a recommendation of an audit stands as at a date.

    One taken from a source says nothing of what happened since: without progress that was
    recorded here nobody can say that it is overdue, only that nothing is recorded.
    """
    by_now = recorded(recommendation, as_at)
    if audit.source and not (by_now.done or by_now.progress or by_now.not_accepted):
        return State.NOT_RECORDED
    return state(by_now, as_at)


def state(recommendation: Recommendation, as_at: date) -> State:
    """Where a recommendation stands as at a date, by what was recorded by then and the calendar.

    What is due by a partly known date is overdue once its last day has passed.
    """
    by_now = recorded(recommendation, as_at)
    if by_now.not_accepted:
        return State.NOT_ACCEPTED
    if by_now.done:
        if by_now.impact:
            return State.IMPACT_SHOWN
        late = by_now.impact_due and by_now.impact_due.last < as_at
        return State.IMPACT_OVERDUE if late else State.DONE
    if by_now.due and by_now.due.last < as_at:
        return State.OVERDUE
    if by_now.progress:
        return State.UNDER_WAY
    return State.OPEN if by_now.due else State.NO_DATE
