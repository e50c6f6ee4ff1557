"""How far a recommendation has come: worked out from its dates and evidence, never typed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from generator.model.findings import Recommendation


class State(StrEnum):
    """Where a recommendation stands as at a date, the most pressing first."""

    OVERDUE = "overdue"
    """Not done, and its date has passed."""
    IMPACT_OVERDUE = "impact overdue"
    """Done, but its impact was to be shown by now."""
    UNDER_WAY = "under way"
    """Not done; there is progress."""
    OPEN = "open"
    """Not done; there is a date, and it has not passed."""
    NO_DATE = "no date set"
    """Not done, and nobody has said by when."""
    DONE = "done"
    """Done; its impact is not shown yet."""
    IMPACT_SHOWN = "impact shown"
    """Done, and what it changed has been shown."""


def state(recommendation: Recommendation, as_at: date) -> State:
    """Where a recommendation stands as at a date. A partly known date has passed with its end."""
    if recommendation.done:
        if recommendation.impact:
            return State.IMPACT_SHOWN
        late = recommendation.impact_due and recommendation.impact_due.last < as_at
        return State.IMPACT_OVERDUE if late else State.DONE
    if recommendation.due and recommendation.due.last < as_at:
        return State.OVERDUE
    if recommendation.progress:
        return State.UNDER_WAY
    return State.OPEN if recommendation.due else State.NO_DATE
