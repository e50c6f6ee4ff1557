"""The interval of a difference: Newcombe's own examples, and what must hold of every two shares."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, getcontext, localcontext

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.aggregate.figure import Figure
from generator.aggregate.interval import Interval, difference, direction
from generator.model.nouns import RETURNS

FOUR_PLACES = Decimal("0.0001")
TWENTY_PLACES = Decimal(1).scaleb(-20)


def share(count: int, base: int) -> Figure:
    return Figure(count, base, RETURNS)


# Newcombe 1998, table II, method 10.
@pytest.mark.parametrize(
    ("now", "then", "low", "high"),
    [
        ((56, 70), (48, 80), "0.0524", "0.3339"),
        ((9, 10), (3, 10), "0.1705", "0.8090"),
        ((6, 7), (2, 7), "0.0582", "0.8062"),
        ((5, 56), (0, 29), "-0.0381", "0.1926"),
        ((0, 10), (0, 20), "-0.1611", "0.2775"),
        ((0, 10), (0, 10), "-0.2775", "0.2775"),
        ((10, 10), (0, 20), "0.6791", "1.0000"),
        ((10, 10), (0, 10), "0.6075", "1.0000"),
    ],
)
def test_published_examples(
    now: tuple[int, int], then: tuple[int, int], low: str, high: str
) -> None:
    found = difference(share(*then), share(*now))
    assert [
        str(limit.quantize(FOUR_PLACES, rounding=ROUND_HALF_UP))
        for limit in (found.low, found.high)
    ] == [low, high]


SHARES = st.integers(1, 400).flatmap(
    lambda base: st.builds(share, st.integers(0, base), st.just(base))
)


@settings(derandomize=True, deadline=None)
@given(SHARES, SHARES)
def test_the_other_way_round_is_the_mirror_image(then: Figure, now: Figure) -> None:
    there, back = difference(then, now), difference(now, then)
    assert (back.low, back.high) == (there.high.copy_negate(), there.low.copy_negate())
    assert direction(now, then) == -direction(then, now)


@settings(derandomize=True, deadline=None)
@given(SHARES, SHARES)
def test_counting_those_who_did_not_mirrors_it_too(then: Figure, now: Figure) -> None:
    of_yes = difference(then, now)
    of_no = difference(
        share(then.base - then.count, then.base), share(now.base - now.count, now.base)
    )
    assert (of_no.low + of_yes.high).quantize(TWENTY_PLACES) == 0
    assert (of_no.high + of_yes.low).quantize(TWENTY_PLACES) == 0


@settings(derandomize=True, deadline=None)
@given(SHARES, SHARES)
def test_the_difference_itself_lies_within_and_the_limits_are_differences(
    then: Figure, now: Figure
) -> None:
    found = difference(then, now)
    itself = Decimal(now.count) / now.base - Decimal(then.count) / then.base
    assert found.low < itself + TWENTY_PLACES
    assert itself - TWENTY_PLACES < found.high
    assert Decimal(-1) - TWENTY_PLACES < found.low <= found.high < 1 + TWENTY_PLACES


@settings(derandomize=True, deadline=None)
@given(SHARES, SHARES)
def test_the_direction_is_where_the_interval_lies(then: Figure, now: Figure) -> None:
    found = difference(then, now)
    assert direction(then, now) == (found.low > 0) - (found.high < 0)


@pytest.mark.parametrize("base", [10, 11, 28, 29, 40])
def test_the_direction_changes_once_as_more_say_yes(base: int) -> None:
    half = share(base // 2, base)
    directions = [direction(half, share(count, base)) for count in range(base + 1)]
    assert (directions, set(directions)) == (sorted(directions), {-1, 0, 1})


def test_the_limits_do_not_depend_on_the_precision_set_outside() -> None:
    with localcontext() as context:
        context.prec = 5
        coarse = difference(share(14, 29), share(23, 28))
    assert getcontext().prec > 5
    assert coarse == difference(share(14, 29), share(23, 28))


@pytest.mark.parametrize(
    ("low", "high", "points"),
    [
        ("0.0524", "0.3339", (5, 33)),
        ("-0.0381", "0.1926", (-4, 19)),
        ("0.001", "0.125", (1, 13)),
        ("-0.125", "-0.001", (-13, -1)),
        ("0", "1", (0, 100)),
    ],
)
def test_limits_in_whole_points(low: str, high: str, points: tuple[int, int]) -> None:
    assert Interval(Decimal(low), Decimal(high)).points == points


@pytest.mark.parametrize(("now", "points"), [((23, 28), (9, 53)), ((18, 29), (-11, 37))])
def test_examples_of_the_guide(now: tuple[int, int], points: tuple[int, int]) -> None:
    assert difference(share(14, 29), share(*now)).points == points


@pytest.mark.parametrize("figure", [share(0, 0), share(3, 2), share(-1, 5)])
def test_what_is_no_share_has_no_difference(figure: Figure) -> None:
    with pytest.raises(ValueError, match="is no share"):
        difference(figure, share(1, 2))
    with pytest.raises(ValueError, match="is no share"):
        direction(share(1, 2), figure)
