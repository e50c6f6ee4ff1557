"""The dot plot of shares then and now."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.aggregate.comparison import Verdict
from generator.aggregate.figure import Figure
from generator.aggregate.interval import Interval, difference
from generator.model.nouns import RETURNS
from generator.render.change_chart import Change, ChangeRow, change, change_chart

SHARE = change(Decimal(35), Decimal(70), None)


def row(ref: str, verdict: Verdict) -> ChangeRow:
    return ChangeRow(ref, ref, f"compared-{ref}", "", "35%", "70%", verdict, SHARE)


def test_the_bar_lies_as_far_from_then_as_the_difference_may_be() -> None:
    limits = Interval(low=Decimal("0.15"), high=Decimal("0.55"))
    assert change(Decimal(35), Decimal(70), limits) == Change(
        then=Decimal("86.4"),
        now=Decimal("164.8"),
        start=Decimal("120.0"),
        end=Decimal("209.6"),
        points="+15 to +55 points",
        words="then 35%, now 70%; +15 to +55 points",
    )


def test_no_bar_where_no_difference_can_be_worked_out() -> None:
    assert (SHARE.reach, SHARE.words) == (None, "then 35%, now 70%")


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    then=st.integers(0, 30), now=st.integers(0, 30), before=st.just(30), since=st.integers(30, 90)
)
def test_everything_is_drawn_on_the_line_and_now_within_its_bar(
    then: int, now: int, before: int, since: int
) -> None:
    earlier, later = Figure(then, before, RETURNS), Figure(now, since, RETURNS)
    shares = [Decimal(100 * one.count) / one.base for one in (earlier, later)]
    drawn = change(shares[0], shares[1], difference(earlier, later))
    assert drawn.start is not None
    assert drawn.end is not None
    assert 0 < drawn.start <= drawn.now <= drawn.end < drawn.width


@pytest.mark.parametrize(
    ("verdicts", "title"),
    [
        (["BETTER", "TOO_FEW", "WORSE", "BETTER"], "Of 4 questions 2 rose, 1 fell"),
        (["BETTER", "TOO_FEW"], "Of 2 questions 1 rose, none fell"),
        (["WORSE"], "Of 1 question 1 fell, none rose"),
        (["TOO_FEW", "NO_BASE"], "No rise or fall can be told of 2 questions"),
    ],
    ids=["both", "rose", "fell", "neither"],
)
def test_the_title_says_how_many_rose_and_fell(verdicts: list[str], title: str) -> None:
    chart = change_chart(row(str(at), Verdict[name]) for at, name in enumerate(verdicts))
    assert chart is not None
    assert chart.title == title


def test_a_question_that_two_earlier_audits_asked_is_two_comparisons() -> None:
    chart = change_chart([row("A1", Verdict.BETTER), row("A1", Verdict.WORSE)])
    assert chart is not None
    assert chart.title == "Of 2 comparisons 1 rose, 1 fell"


def test_what_rose_and_fell_comes_first_and_the_rest_in_the_order_asked() -> None:
    asked = [("A", "TOO_FEW"), ("B", "WORSE"), ("C", "NO_BASE"), ("D", "BETTER"), ("E", "TOO_FEW")]
    chart = change_chart(row(ref, Verdict[name]) for ref, name in asked)
    assert chart is not None
    assert [one.ref for one in chart.rows] == ["D", "B", "A", "C", "E"]


def test_no_chart_where_nothing_can_be_drawn() -> None:
    assert change_chart([]) is None
