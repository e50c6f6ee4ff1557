"""Figures: halves up, 0% and 100% only when true, a small base shown as a count."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.aggregate.figure import Figure, whole_percent
from generator.model.nouns import AGENCIES, CASES, CHILDREN, RESPONDENTS, RETURNS, Noun


@pytest.mark.parametrize("base", range(1, 201))
def test_whole_percent_of_every_small_base(base: int) -> None:
    for count in range(base + 1):
        exact = Decimal(100 * count) / Decimal(base)
        rounded = int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))
        kept_from_the_ends = min(99, max(1, rounded)) if 0 < count < base else rounded
        assert whole_percent(count, base) == kept_from_the_ends


@given(st.integers(1, 10**9), st.data())
def test_whole_percent_is_the_nearest(base: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, base))
    percent, exact = whole_percent(count, base), Fraction(100 * count, base)
    assert (percent == 0) == (count == 0)
    assert (percent == 100) == (count == base)
    if 1 < percent < 99:
        assert percent - Fraction(1, 2) <= exact < percent + Fraction(1, 2)


@given(st.integers(1, 10**6), st.data())
def test_more_is_never_a_smaller_percentage(base: int, data: st.DataObject) -> None:
    more = data.draw(st.integers(1, base))
    assert whole_percent(more - 1, base) <= whole_percent(more, base)


@pytest.mark.parametrize(("count", "base"), [(0, 0), (1, 0), (2, 1), (-1, 5), (0, -1)])
def test_what_is_no_share(count: int, base: int) -> None:
    with pytest.raises(ValueError, match=f"^{count} of {base} is no share$"):
        whole_percent(count, base)


@pytest.mark.parametrize(
    ("figure", "percent", "short", "words"),
    [
        (Figure(23, 28, RETURNS), 82, "82%", "82% (23 of 28 returns)"),
        (Figure(33, 40, RETURNS), 83, "83%", "83% (33 of 40 returns)"),
        (Figure(0, 25, CASES), 0, "0%", "0% (0 of 25 cases)"),
        (Figure(1, 400, RESPONDENTS), 1, "1%", "1% (1 of 400 respondents)"),
        (Figure(399, 400, CHILDREN), 99, "99%", "99% (399 of 400 children)"),
        (Figure(10, 10, AGENCIES), 100, "100%", "100% (10 of 10 agencies)"),
        (Figure(9, 9, AGENCIES), None, "9 of 9", "9 of 9 agencies"),
        (Figure(3, 4, CASES), None, "3 of 4", "3 of 4 cases"),
        (Figure(1, 1, CHILDREN), None, "1 of 1", "1 of 1 child"),
        (Figure(0, 1, RETURNS), None, "0 of 1", "0 of 1 return"),
        (Figure(0, 0, RETURNS), None, "none answered", "none answered"),
    ],
)
def test_how_a_figure_is_shown(figure: Figure, percent: int | None, short: str, words: str) -> None:
    assert (figure.percent, figure.short, figure.words) == (percent, short, words)


@pytest.mark.parametrize(
    ("unit", "one"),
    [
        (RETURNS, "1 of 1 return"),
        (CASES, "1 of 1 case"),
        (CHILDREN, "1 of 1 child"),
        (AGENCIES, "1 of 1 agency"),
        (RESPONDENTS, "1 of 1 respondent"),
    ],
)
def test_a_unit_follows_its_base(unit: Noun, one: str) -> None:
    assert Figure(1, 1, unit).of == one
    assert Figure(1, 2, unit).of == f"1 of 2 {unit}"
