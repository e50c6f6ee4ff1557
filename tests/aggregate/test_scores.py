"""Scores: the one in the middle, the mean of five or more, and how far they spread."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.aggregate.scores import Scores, scores
from generator.aggregate.tally import Tally
from generator.model.registers import Scale, ScaleKind

SCORE = Scale(name="A score", kind=ScaleKind.SCORE, lowest=0, highest=10)


def test_every_score_is_there_and_nothing_else() -> None:
    tally = Tally.of(SCORE, ["10", "2", "9", "2", "don't know", "blank"])
    assert scores(tally) == Scores((2, 2, 9, 10))


def test_no_scores_where_nobody_gave_one() -> None:
    assert scores(Tally.of(SCORE, {"blank": 3})) is None


@pytest.mark.parametrize(
    ("given_", "middle"),
    [
        ((7,), "7"),
        ((6, 7), "6.5"),
        ((6, 8), "7"),
        ((1, 6, 7), "6"),
        ((0, 0, 9, 10), "4.5"),
        ((0, 1), "0.5"),
    ],
)
def test_middle_is_exact(given_: tuple[int, ...], middle: str) -> None:
    assert Scores(given_).middle == middle


@pytest.mark.parametrize(
    ("given_", "mean"),
    [
        ((1, 2, 3, 4), None),
        ((1, 2, 3, 4, 5), "3.0"),
        ((0, 0, 0, 0, 0), "0.0"),
        ((10,) * 7, "10.0"),
        ((0,) * 19 + (1,), "0.1"),  # 0.05: a half goes up
        ((0,) * 3 + (6,) * 5, "3.8"),  # 3.75
        ((1, 1, 1, 1, 1, 2), "1.2"),  # 1.1666…
    ],
)
def test_mean_has_one_place_and_five_scores(given_: tuple[int, ...], mean: str | None) -> None:
    assert Scores(given_).mean == mean


@settings(derandomize=True, deadline=None)
@given(st.lists(st.integers(0, 10), min_size=5, max_size=60))
def test_mean_is_the_nearest_tenth(given_: list[int]) -> None:
    mean = Fraction(str(Scores(tuple(sorted(given_))).mean))
    exact = Fraction(sum(given_), len(given_))
    assert mean - Fraction(1, 20) <= exact < mean + Fraction(1, 20)


@pytest.mark.parametrize(
    ("given_", "spread"),
    [((4,), "it is 4"), ((4, 4), "all 4"), ((0, 4, 10), "from 0 to 10")],
)
def test_spread_in_words(given_: tuple[int, ...], spread: str) -> None:
    assert Scores(given_).spread == spread
