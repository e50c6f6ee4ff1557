"""What charts say of themselves in their titles."""

from __future__ import annotations

import pytest

from generator.aggregate.comparison import Verdict
from generator.aggregate.printed_row import RowShare
from generator.aggregate.self_judgement import Leaning
from generator.aggregate.tally import Tally
from generator.model.nouns import CASES, RETURNS
from generator.render.chart_titles import (
    MOST_WORDS,
    above_others,
    above_the_panel,
    lowest_and_highest,
    most_given,
    rose_and_fell,
)
from tests.render.test_charts import scale_of

YES_NO = scale_of("yes", "no", favourable=["yes"])


def share(count: int, base: int) -> RowShare:
    return RowShare(RETURNS, None, count, count, base)


def tally(yes: int, no: int) -> Tally:
    return Tally.of(YES_NO, {"yes": yes, "no": no})


@pytest.mark.parametrize(
    ("shares", "title"),
    [
        ({"A": share(7, 20), "B": None, "C": share(19, 20)}, "Lowest 35% (A), highest 95% (C)"),
        ({"A": share(7, 20), "B": share(14, 40)}, "All 2 shares are 35%"),
        ({"A": share(1, 9), "B": share(14, 40)}, ""),
        ({}, ""),
    ],
    ids=["several", "alike", "of fewer than ten", "none"],
)
def test_shares_run_from_the_lowest_to_the_highest(
    shares: dict[str, RowShare | None], title: str
) -> None:
    assert lowest_and_highest(shares) == title


@pytest.mark.parametrize(
    ("sides", "title"),
    [
        ([(tally(19, 1), tally(8, 40)), (tally(10, 10), tally(20, 20))],
         "Of 2 questions above others in 1, below in 0"),
        ([(tally(2, 0), tally(8, 40))], "Too few answers to tell us from others"),
        ([(tally(0, 0), tally(8, 40))], ""),
    ],
    ids=["above", "too few", "none answered"],
)  # fmt: skip
def test_above_others_is_said_only_where_both_bases_bear_it(
    sides: list[tuple[Tally, Tally]], title: str
) -> None:
    assert above_others(sides) == title


GRADES = scale_of("good", "requires improvement", "poor")


@pytest.mark.parametrize(
    ("grades", "title"),
    [
        ({"good": 1, "requires improvement": 4}, "4 of 5 cases: requires improvement"),
        ({"good": 2, "poor": 2}, "2 each of 4 cases: good and poor"),
        ({"good": 1, "requires improvement": 1, "poor": 1}, ""),
        ({}, ""),
    ],
    ids=["one", "two alike", "too long", "none"],
)
def test_the_grade_that_was_given_most(grades: dict[str, int], title: str) -> None:
    assert most_given(Tally.of(GRADES, grades, CASES), GRADES, "case") == title


def test_own_grades_beside_the_panel() -> None:
    titles = [above_the_panel(Leaning(one)) for one in ({}, {0: 3, 1: 2}, {-1: 1, 0: 3, 1: 2})]
    assert titles == [
        "",
        "Own grades above the panel's: 2 of 5",
        "Own grades above the panel's: 2 of 6; below: 1",
    ]


def test_titles_have_ten_words_at_most() -> None:
    hundreds = [Verdict.TOO_FEW] * 300
    titles = [
        rose_and_fell([*hundreds, Verdict.BETTER, Verdict.WORSE], "comparison"),
        rose_and_fell(hundreds, "comparison"),
        above_others([(tally(190, 10), tally(80, 400))] * 30),
        above_the_panel(Leaning({-1: 100, 0: 300, 1: 200})),
    ]
    assert [title for title in titles if len(title.split()) > MOST_WORDS] == []
