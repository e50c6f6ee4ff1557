from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.aggregate.progress import state
from generator.model.findings import Recommendation, State

STEP = {"date": "2031-01", "text": "A first step."}


def state_of(as_at: str, **fields: Any) -> State:
    one = Recommendation.model_validate({"text": "Send every plan in time."} | fields)
    return state(one, date.fromisoformat(as_at))


@pytest.mark.parametrize(
    ("due", "last"),
    [
        ("2031-03-15", "2031-03-15"),
        ("2031-03", "2031-03-31"),
        ("2031-02", "2031-02-28"),
        ("2032-02", "2032-02-29"),
        ("2031", "2031-12-31"),
    ],
)
def test_overdue_from_the_day_after_its_date_has_passed(due: str, last: str) -> None:
    day = date.fromisoformat(last)
    after = date.fromordinal(day.toordinal() + 1).isoformat()
    assert (state_of(last, due=due), state_of(after, due=due)) == (State.OPEN, State.OVERDUE)


@pytest.mark.parametrize(
    ("impact_due", "last"),
    [("2031-03-15", "2031-03-15"), ("2031-02", "2031-02-28"), ("2031", "2031-12-31")],
)
def test_impact_overdue_from_the_day_after_its_date_has_passed(impact_due: str, last: str) -> None:
    day = date.fromisoformat(last)
    after = date.fromordinal(day.toordinal() + 1).isoformat()
    done = {"done": STEP, "impact_due": impact_due}
    assert (state_of(last, **done), state_of(after, **done)) == (
        State.DONE,
        State.IMPACT_OVERDUE,
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, State.NO_DATE),
        ({"progress": [STEP]}, State.UNDER_WAY),
        ({"due": "2031-12"}, State.OPEN),
        ({"due": "2031-12", "progress": [STEP]}, State.UNDER_WAY),
        ({"due": "2031-05", "progress": [STEP]}, State.OVERDUE),
        ({"done": STEP}, State.DONE),
        ({"done": STEP, "due": "2030"}, State.DONE),
        ({"done": STEP, "impact": STEP}, State.IMPACT_SHOWN),
        ({"done": STEP, "impact": STEP, "impact_due": "2030"}, State.IMPACT_SHOWN),
        ({"impact_due": "2030"}, State.NO_DATE),
    ],
)
def test_state_by_what_is_known(fields: dict[str, Any], expected: State) -> None:
    assert state_of("2031-06-01", **fields) is expected
