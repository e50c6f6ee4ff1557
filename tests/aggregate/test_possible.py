"""What could have been counted where a percentage was printed, against trying everything."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import (
    ROUND_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    Decimal,
    localcontext,
)
from fractions import Fraction
from itertools import product
from math import floor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.aggregate.possible import (
    Possible,
    Rounding,
    Share,
    as_printed,
    counts_giving,
    places,
    possible,
)
from generator.limits import MOST_WAYS

HALF_UP, HALF_EVEN, TRUNCATION = Rounding
DECIMAL = {HALF_UP: ROUND_HALF_UP, HALF_EVEN: ROUND_HALF_EVEN, TRUNCATION: ROUND_DOWN}


def D(*printed: str) -> list[Share]:  # noqa: N802 - as short as what it stands for
    return [Decimal(one) for one in printed]


# Trying everything, with fractions alone.


def rounded(exact: Fraction, by: Rounding) -> int:
    """A number without its places, rounded so."""
    below = floor(exact)
    rest = exact - below
    half = Fraction(1, 2)
    up = {
        HALF_UP: rest >= half,
        HALF_EVEN: rest > half or (rest == half and below % 2 == 1),
        TRUNCATION: False,
    }
    return below + up[by]


def agrees(share: Share, count: int, base: int, by: Rounding) -> bool:
    """Whether so many of the base can be said so."""
    if isinstance(share, Decimal):
        step: int = 10 ** places(share)
        return rounded(Fraction(100 * count * step, base), by) == share * step
    return count == (share * base if isinstance(share, Fraction) else share)


def ways(shares: Sequence[Share], base: int, by: Rounding, leaves_rest: bool) -> list[Any]:
    fitting = [
        [count for count in range(base + 1) if agrees(share, count, base, by)] for share in shares
    ]
    return [
        way
        for way in product(*fitting)
        if sum(way) == base or (leaves_rest and sum(way) <= base) or len(shares) == 1
    ]


def by_trying(
    shares: Sequence[Share], base: int | None, up_to: int, leaves_rest: bool
) -> tuple[Any, ...]:
    """By what they fit, how, and which bases."""
    for by in Rounding:
        fitting = {
            one: found
            for one in ([base] if base else range(1, up_to + 1))
            if (found := ways(shares, one, by, leaves_rest))
        }
        if fitting:
            return by, tuple(next(iter(fitting.values()))), tuple(fitting)
    return None, (), ()


# One percentage.


@pytest.mark.parametrize("by", Rounding)
@pytest.mark.parametrize("precision", [0, 1, 2])
def test_every_count_of_every_base_is_printed_as_it_is_rounded(
    precision: int, by: Rounding
) -> None:
    with localcontext() as context:
        context.prec = 60
        for base in range(1, 201):
            for count in range(base + 1):
                exact = Decimal(100 * count) / Decimal(base)
                wanted = exact.quantize(Decimal(1).scaleb(-precision), rounding=DECIMAL[by])
                assert str(as_printed(count, base, precision, by)) == str(wanted)


@pytest.mark.parametrize("by", Rounding)
@pytest.mark.parametrize("precision", [0, 1, 2])
def test_the_counts_of_every_percentage_are_those_that_are_printed_so(
    precision: int, by: Rounding
) -> None:
    """Of every base to 200 at least one count gives each percentage, or none is given."""
    for base in range(1, 201):
        printed: dict[Decimal, list[int]] = {}
        for count in range(base + 1):
            steps = rounded(Fraction(100 * count * 10**precision, base), by)
            printed.setdefault(Decimal(steps).scaleb(-precision), []).append(count)
        near = {
            one + step
            for one in printed
            for step in (Decimal(-1).scaleb(-precision), Decimal(1).scaleb(-precision))
            if one + step >= 0
        }
        for percentage in printed.keys() | near:
            counts = list(counts_giving(percentage, base, by))
            assert counts == printed.get(percentage, []), (percentage, base)


@pytest.mark.parametrize(
    ("count", "base", "precision", "printed"),
    [
        (33, 40, 0, "83"),
        (33, 40, 1, "82.5"),
        (1, 8, 2, "12.50"),
        (1, 800, 1, "0.1"),
        (1, 3, 4, "33.3333"),
        # As a source rounds, not as the pages show it: 0 and 100 may be said of nearly none or all.
        (399, 400, 0, "100"),
        (1, 400, 0, "0"),
    ],
)
def test_as_printed(count: int, base: int, precision: int, printed: str) -> None:
    assert str(as_printed(count, base, precision)) == printed


@pytest.mark.parametrize("base", range(1, 41))
def test_every_whole_percentage_of_every_small_base(base: int) -> None:
    for percentage in range(102):
        shares: list[Share] = [Decimal(percentage)]
        found = possible(shares, base)
        assert (found.by, found.counts, found.bases) == by_trying(shares, base, 0, False)


@given(st.integers(1, 200), st.integers(0, 2), st.data())
def test_what_is_printed_is_possible(base: int, precision: int, data: st.DataObject) -> None:
    count, by = data.draw(st.integers(0, base)), data.draw(st.sampled_from(Rounding))
    printed = as_printed(count, base, precision, by)
    found = possible([printed], base)
    assert found.is_possible
    assert count in counts_giving(printed, base, by)
    assert list(Rounding).index(found.by or by) <= list(Rounding).index(by)


@given(st.integers(1, 200), st.integers(0, 2), st.data())
def test_the_nearest_counts_are_the_two_at_the_sides(
    base: int, precision: int, data: st.DataObject
) -> None:
    printed = Decimal(data.draw(st.integers(0, 100 * 10**precision))).scaleb(-precision)
    found = possible([printed], base)
    if found.is_possible:
        assert found.nearest == ()
    else:
        below, above = found.nearest
        exact = Fraction(printed) * base / 100
        assert (above - below, below < exact < above) == (1, True)


@pytest.mark.parametrize(
    ("shares", "base", "by", "counts", "nearest"),
    [
        (D("59"), 6, None, (), (3, 4)),
        (D("83"), 6, HALF_UP, ((5,),), ()),
        (D("83"), 40, HALF_UP, ((33,),), ()),
        (D("82"), 40, HALF_EVEN, ((33,),), ()),
        (D("17"), 40, TRUNCATION, ((7,),), ()),
        (D("83"), 29, HALF_UP, ((24,),), ()),
        (D("0"), 6, HALF_UP, ((0,),), ()),
        (D("100"), 6, HALF_UP, ((6,),), ()),
        (D("0"), 300, HALF_UP, ((0,), (1,)), ()),
        (D("101"), 6, None, (), (5, 6)),
        (D("33.0"), 3, None, (), (0, 1)),
        (D("60"), 1, None, (), (0, 1)),
        ([Fraction(1, 2)], 6, HALF_UP, ((3,),), ()),
        ([Fraction(1, 2)], 5, None, (), (2, 3)),
        ([4], 6, HALF_UP, ((4,),), ()),
        ([7], 6, None, (), (5, 6)),
        (D("59"), 0, None, (), ()),
    ],
)
def test_one_share_of_a_base(
    shares: list[Share], base: int, by: Rounding | None, counts: Any, nearest: Any
) -> None:
    bases = (base,) if by else ()
    assert possible(shares, base) == Possible(by, counts, bases, nearest)


def test_without_a_base_all_that_fit_and_the_counts_of_the_smallest() -> None:
    found = possible(D("18.25"))
    assert found == Possible(HALF_UP, ((23,),), (126, 137), ())


def test_a_base_is_looked_for_no_further_than_asked() -> None:
    assert possible(D("18.25"), up_to=125) == Possible(None, (), (), ())


# Several shares.


@pytest.mark.parametrize(
    ("shares", "by", "way", "bases"),
    [
        # 2015, P2 and P7.
        (D("48.4", "16.1", "35.5"), HALF_UP, (15, 5, 11), (31, 62, 93, 124, 155, 186)),
        (D("28.1", "25", "46.9"), HALF_UP, (9, 8, 15), (32, 64, 96, 128, 160, 192, 196)),
        # 2015, P10: not together, and 18.25 alone is.
        (D("33.3", "18.25", "48.5"), None, (), ()),
        # 98.9 is too far from 100 for three shares to one decimal place.
        (D("33.3", "17.1", "48.5"), None, (), ()),
        ([Fraction(1, 2), 1, Decimal(42)], HALF_UP, (6, 1, 5), (12,)),
        ([Fraction(1, 3), Fraction(1, 2), 1], HALF_UP, (2, 3, 1), (6,)),
    ],
)
def test_several_shares_fit_together_or_not(
    shares: list[Share], by: Rounding | None, way: Any, bases: Any
) -> None:
    assert possible(shares) == Possible(by, (way,) if way else (), bases, ())


@pytest.mark.parametrize(("shares", "base"), [(D("83", "18"), 40), (D("33", "33", "33"), 3)])
def test_99_and_101_are_possible(shares: list[Share], base: int) -> None:
    assert possible(shares, base).by is HALF_UP


def test_what_is_not_printed_may_be_left_over() -> None:
    assert possible(D("29", "15.8")).by is None
    rest = possible(D("29", "15.8"), leaves_rest=True)
    assert (rest.by, rest.counts, rest.bases[0]) == (HALF_UP, ((11, 6),), 38)


def test_all_shares_are_rounded_alike() -> None:
    """One half rounded up and the other down is no way to round."""
    assert possible(D("83", "17"), 40).by is None
    assert possible(D("82", "18"), 40).by is HALF_EVEN
    assert possible(D("82", "17"), 40).by is TRUNCATION


def test_of_many_ways_the_first_are_told() -> None:
    found = possible(D("25", "25", "25", "25"), 9_999)
    assert (len(found.counts), {sum(way) for way in found.counts}) == (MOST_WAYS, {9_999})


def test_no_share_is_no_question() -> None:
    with pytest.raises(ValueError, match=r"^no share to look at$"):
        possible([])


PRINTED = st.integers(0, 2).flatmap(
    lambda precision: st.integers(0, 100 * 10**precision).map(
        lambda steps: Decimal(steps).scaleb(-precision)
    )
)
PARTS = st.sampled_from([Fraction(1, 2), Fraction(1, 3), Fraction(2, 3), Fraction(1, 4)])


@given(
    st.lists(PRINTED | PARTS | st.integers(0, 5), min_size=1, max_size=3),
    st.none() | st.integers(1, 24),
    st.booleans(),
)
def test_any_shares_by_trying_everything(
    shares: list[Share], base: int | None, leaves_rest: bool
) -> None:
    found = possible(shares, base, up_to=12, leaves_rest=leaves_rest)
    assert (found.by, found.counts, found.bases) == by_trying(shares, base, 12, leaves_rest)


@given(st.lists(st.integers(0, 12), min_size=2, max_size=4), st.integers(0, 1), st.data())
def test_what_was_counted_is_among_the_ways(
    counts: list[int], precision: int, data: st.DataObject
) -> None:
    base = sum(counts) or 1
    counts = counts if sum(counts) else [1, *counts[1:]]
    by = data.draw(st.sampled_from(Rounding))
    shares: list[Share] = [as_printed(count, base, precision, by) for count in counts]
    found = possible(shares, base)
    assert found.bases == (base,)
    if found.by is by:
        assert tuple(counts) in found.counts
    without = possible(shares, up_to=60)
    assert without.by is not by or base in without.bases
