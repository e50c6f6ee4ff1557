"""How far a recommendation has come: worked out from its dates and evidence, never typed."""

from __future__ import annotations

from datetime import date

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
