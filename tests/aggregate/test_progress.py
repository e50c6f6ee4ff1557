from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.aggregate.progress import found_recommendations, recorded, state
from generator.model.findings import Recommendation, State
from tests.aggregate.audits import audit

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


LATER = {"date": "2031-07", "text": "A later step."}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"progress": [LATER]}, State.NO_DATE),
        ({"progress": [STEP, LATER]}, State.UNDER_WAY),
        ({"done": LATER}, State.NO_DATE),
        ({"done": LATER, "due": "2031-05"}, State.OVERDUE),
        ({"done": STEP, "impact": LATER}, State.DONE),
        ({"done": STEP, "impact": LATER, "impact_due": "2031-05"}, State.IMPACT_OVERDUE),
    ],
    ids=str,
)
def test_a_step_of_a_later_date_does_not_count_yet(fields: dict[str, Any], expected: State) -> None:
    assert state_of("2031-06-01", **fields) is expected


@pytest.mark.parametrize(
    ("when", "counts"),
    [("2031-06-01", True), ("2031-06-02", False), ("2031-06", True), ("2031", True)],
)
def test_a_step_counts_from_the_first_day_that_it_can_mean(when: str, *, counts: bool) -> None:
    expected = State.DONE if counts else State.NO_DATE
    assert state_of("2031-06-01", done=STEP | {"date": when}) is expected


def test_a_recommendation_as_recorded_by_a_date_holds_no_later_step() -> None:
    held = {"text": "Send plans.", "due": "2031-12"}
    later = {"progress": [STEP, LATER], "done": LATER, "impact": LATER, "answer": LATER}
    whole = Recommendation.model_validate(held | later)
    by_then = Recommendation.model_validate(held | {"progress": [STEP]})
    days = (date(2031, 6, 30), date(2031, 7, 1))
    assert [recorded(whole, day) for day in days] == [by_then, whole]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, State.NOT_RECORDED),
        ({"due": "2031-05"}, State.NOT_RECORDED),
        ({"progress": [LATER]}, State.NOT_RECORDED),
        ({"progress": [STEP], "due": "2031-05"}, State.OVERDUE),
        ({"done": STEP}, State.DONE),
    ],
    ids=str,
)
def test_what_comes_from_a_source_may_have_gone_on_unrecorded(
    fields: dict[str, Any], expected: State
) -> None:
    source = {"title": "Plans", "publisher": "The Board"}
    of = audit(source=source, recommendations={"plan": {"text": "Plan sooner."} | fields})
    (found,) = found_recommendations(of, date(2031, 6, 1))
    assert found.state is expected
