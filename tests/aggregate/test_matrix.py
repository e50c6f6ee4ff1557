from __future__ import annotations

from typing import Any

import pytest

from generator.aggregate.matrix import CellState, Matrix, matrix
from generator.model.case import Case
from generator.model.library import Audit
from generator.model.returns import Return, ReturnStatus
from tests.aggregate.audits import audit, real, small
from tests.sites import EXAMPLE, REAL

CASE = Case(pen_picture="A child in a busy home.")


def asked_about(*cases: str, **fields: Any) -> Audit:
    return audit(cases=dict.fromkeys(cases, CASE), **fields)


def test_small_matrix() -> None:
    complete = {"a": CellState.COMPLETE, "b": CellState.COMPLETE}
    assert matrix(small().audits["small"]) == Matrix(
        cases=("a", "b"),
        rows={"police": complete, "school": complete},
        counts={CellState.COMPLETE: 4},
    )


@pytest.mark.parametrize("status", ReturnStatus)
def test_state_of_a_return_is_its_status(status: ReturnStatus) -> None:
    of = asked_about("a", asked=("police",), returns={"a": {"police": Return(status=status)}})
    state = CellState(status.value)
    assert matrix(of) == Matrix(cases=("a",), rows={"police": {"a": state}}, counts={state: 1})


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("planned", CellState.AWAITED),
        ("collecting", CellState.AWAITED),
        ("discussing", CellState.MISSING),
        ("published", CellState.MISSING),
    ],
)
def test_state_without_a_return_depends_on_whether_they_still_come_in(
    status: str, state: CellState
) -> None:
    of = asked_about("a", asked=("police",), status=status)
    assert matrix(of) == Matrix(cases=("a",), rows={"police": {"a": state}}, counts={state: 1})


@pytest.mark.parametrize("status", ["planned", "collecting", "discussing", "published"])
def test_nothing_is_known_where_returns_were_not_kept(status: str) -> None:
    of = asked_about("a", "b", asked=("police",), status=status, returns_kept="no")
    lost = CellState.NOT_PRESERVED
    assert matrix(of) == Matrix(
        cases=("a", "b"), rows={"police": {"a": lost, "b": lost}}, counts={lost: 2}
    )


def test_agency_asked_about_some_cases_is_not_asked_about_the_others() -> None:
    of = asked_about(
        *"abc",
        asked=("police", {"agency": "school", "cases": ("b",)}),
        returns={"b": {"school": Return(status=ReturnStatus.PARTIAL)}},
    )
    missing, not_asked = CellState.MISSING, CellState.NOT_ASKED
    assert matrix(of) == Matrix(
        cases=("a", "b", "c"),
        rows={
            "police": {"a": missing, "b": missing, "c": missing},
            "school": {"a": not_asked, "b": CellState.PARTIAL, "c": not_asked},
        },
        counts={CellState.PARTIAL: 1, missing: 3},
    )


def test_not_asked_stays_not_asked_where_returns_were_not_kept() -> None:
    of = asked_about(*"ab", asked=({"agency": "school", "cases": ("b",)},), returns_kept="no")
    assert matrix(of).rows == {
        "school": {"a": CellState.NOT_ASKED, "b": CellState.NOT_PRESERVED},
    }


def test_agencies_stand_in_the_order_they_were_asked() -> None:
    assert list(matrix(asked_about("a", asked=("school", "police"))).rows) == ["school", "police"]


def test_audit_that_asked_nobody_has_an_empty_matrix() -> None:
    assert matrix(asked_about("a")) == Matrix(cases=("a",))


def test_outstanding_is_what_was_asked_for_and_has_not_come() -> None:
    of = asked_about(
        *"abc",
        asked=("police", "school"),
        returns={
            "a": {"police": Return(status=ReturnStatus.NO_RETURN)},
            "b": {"police": Return(status=ReturnStatus.NOT_KNOWN)},
            "c": {
                "police": Return(status=ReturnStatus.COMPLETE),
                "school": Return(status=ReturnStatus.COMPLETE),
            },
        },
    )
    assert list(matrix(of).outstanding()) == [
        ("police", "a", CellState.NO_RETURN),
        ("school", "a", CellState.MISSING),
        ("school", "b", CellState.MISSING),
    ]


@pytest.mark.parametrize("state", CellState)
def test_no_state_is_both_outstanding_and_answered(state: CellState) -> None:
    assert not (state.is_outstanding and state.has_answers)


def test_2016_matrix_knows_who_was_asked_and_no_more() -> None:
    found = matrix(real().audits[REAL])
    assert (len(found.rows), found.cases, found.counts, found.asked, found.with_answers) == (
        18,
        ("a", "b", "c", "d", "e", "f"),
        {CellState.NOT_PRESERVED: 108},
        108,
        0,
    )


def test_example_matrix_holds_each_kind_of_outcome() -> None:
    found = matrix(real().audits[EXAMPLE])
    assert (len(found.rows), found.counts, found.asked, found.with_answers) == (
        10,
        {
            CellState.COMPLETE: 42,
            CellState.PARTIAL: 2,
            CellState.NOT_KNOWN: 4,
            CellState.OUTSIDE_PERIOD: 3,
            CellState.NOT_INVOLVED: 2,
            CellState.NO_RETURN: 2,
        },
        55,
        44,
    )
