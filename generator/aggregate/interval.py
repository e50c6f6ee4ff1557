"""How far the difference of two shares is known: Newcombe's interval, made of two of Wilson's.

Newcombe RG. Interval estimation for the difference between independent proportions: comparison of
eleven methods. Statistics in Medicine 1998; 17: 873-890, method 10: hybrid score, 95%, without
continuity correction. Limits are worked out in decimals to 40 places, so that every machine gives
the same; whether they leave out nought is decided exactly, without rounding anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction
from typing import Final

from generator.aggregate.figure import Figure

_Z: Final = Fraction(1_959_964, 1_000_000)
"""Of a normal distribution, 95% lies within so many standard deviations of its middle."""

_PLACES: Final = 40


@dataclass(frozen=True)
class Interval:
    """Between which limits the difference of two shares lies, as far as can be told: -1 to 1."""

    low: Decimal
    high: Decimal

    @property
    def points(self) -> tuple[int, int]:
        """The limits in whole percentage points, halves away from nought; 0 is a true nought."""
        return _points(self.low), _points(self.high)


def difference(then: Figure, now: Figure) -> Interval:
    """By how much the share of `now` is above that of `then`, at 95%.

    Raises ValueError where either has no base: nothing is no share.
    """
    before, after = _Wilson.of(then), _Wilson.of(now)
    with localcontext(Context(prec=_PLACES)):
        share = _decimal(after.share - before.share)
        down = _distance(after.below, before.above)
        up = _distance(after.above, before.below)
        return Interval(share - down, share + up)


def direction(then: Figure, now: Figure) -> int:
    """1 where the whole interval lies above nought, -1 where below, 0 where nought is in it.

    Raises ValueError where either has no base.
    """
    before, after = _Wilson.of(then), _Wilson.of(now)
    if after.share > before.share:
        return int(_is_farther(after.share - before.share, after.below, before.above))
    return -int(_is_farther(before.share - after.share, before.below, after.above))


@dataclass(frozen=True)
class _Surd:
    """`whole` and the square root of `square`, added."""

    whole: Fraction
    square: Fraction


@dataclass(frozen=True)
class _Wilson:
    """A share, and how far Wilson's interval reaches from it to either side."""

    share: Fraction
    below: _Surd
    above: _Surd

    @classmethod
    def of(cls, figure: Figure) -> _Wilson:
        count, base = figure.count, figure.base
        if base <= 0 or not 0 <= count <= base:
            raise ValueError(f"{count} of {base} is no share")
        share = Fraction(count, base)
        wider = base + _Z**2
        middle = (count + _Z**2 / 2) / wider
        half = (_Z**2 * (_Z**2 / 4 + count * (1 - share))) / wider**2
        return cls(share, _Surd(share - middle, half), _Surd(middle - share, half))


def _distance(one: _Surd, other: _Surd) -> Decimal:
    """The root of the sum of both squares."""
    first, second = (_decimal(each.whole) + _decimal(each.square).sqrt() for each in (one, other))
    return (first * first + second * second).sqrt()


def _is_farther(gap: Fraction, one: _Surd, other: _Surd) -> bool:
    """Whether `gap` is more than the root of the sum of both squares; `gap` is not negative."""
    rest = gap**2 - one.whole**2 - one.square - other.whole**2 - other.square
    first, second = -2 * one.whole, -2 * other.whole
    return _sign_of_two(rest, first, one.square, second, other.square) > 0


def _sign_of_two(
    whole: Fraction, first: Fraction, square: Fraction, second: Fraction, other: Fraction
) -> int:
    """The sign of `whole + first * √square + second * √other`."""
    left, right = _sign_of_one(whole, first, square), _sign(second)
    if left * right >= 0:
        return left or right
    rest = whole**2 + first**2 * square - second**2 * other
    return left * _sign_of_one(rest, 2 * whole * first, square)


def _sign_of_one(whole: Fraction, times: Fraction, square: Fraction) -> int:
    """The sign of `whole + times * √square`."""
    left, right = _sign(whole), _sign(times)
    if left * right >= 0:
        return left or right
    return left * _sign(whole**2 - times**2 * square)


def _sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


def _points(limit: Decimal) -> int:
    points = int((100 * limit).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    if points == 0 and limit:
        return 1 if limit > 0 else -1
    return points
