"""How far a recommendation has come: worked out from its dates and evidence, never typed."""

from __future__ import annotations

from datetime import date

from generator.model.findings import Recommendation, State


def state(recommendation: Recommendation, as_at: date, *, from_source: bool = False) -> State:
    """Where a recommendation stands as at a date. A partly known date has passed with its end.

    One taken from a source says nothing of what happened since: without progress that was
    recorded here nobody can say that it is overdue, only that nothing is recorded.
    """
    if recommendation.done:
        if recommendation.impact:
            return State.IMPACT_SHOWN
        late = recommendation.impact_due and recommendation.impact_due.last < as_at
        return State.IMPACT_OVERDUE if late else State.DONE
    if from_source and not recommendation.progress:
        return State.NOT_RECORDED
    if recommendation.due and recommendation.due.last < as_at:
        return State.OVERDUE
    if recommendation.progress:
        return State.UNDER_WAY
    return State.OPEN if recommendation.due else State.NO_DATE
