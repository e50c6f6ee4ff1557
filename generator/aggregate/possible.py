"""Whether a printed percentage is possible: which whole counts of which bases give it.

Everything is reckoned in whole numbers and fractions; no float decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import islice

from generator.aggregate.figure import whole_percent
from generator.limits import MOST_WAYS, UP_TO

Share = Decimal | Fraction | int
"""A share as it is said: a printed percentage, an exact part (half), or a count (one)."""


class Rounding(StrEnum):
    """How a percentage came to its last place. In the order in which they are tried."""

    HALF_UP = "half-up"
    HALF_EVEN = "half-even"
    TRUNCATION = "truncation"


@dataclass(frozen=True)
class Possible:
    """What could have been counted where shares were printed."""

    by: Rounding | None
    """The first rounding by which they fit; none where they fit by none."""
    counts: tuple[tuple[int, ...], ...]
    """Every way in which they fit the first of the bases: a count a share."""
    bases: tuple[int, ...]
    """The bases that they fit, smallest first."""
    nearest: tuple[int, ...]
    """The two counts nearest to one share that does not fit a base that is known."""

    @property
    def is_possible(self) -> bool:
        """Whether anything fits."""
        return self.by is not None


def places(printed: Decimal) -> int:
    """How many decimal places it was printed with."""
    exponent = printed.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def as_printed(count: int, base: int, places: int, by: Rounding = Rounding.HALF_UP) -> Decimal:
    """The share as a percentage with so many decimal places; the base must not be zero."""
    steps, rest = divmod(100 * count * 10**places, base)
    match by:
        case Rounding.HALF_UP:
            steps += 2 * rest >= base
        case Rounding.HALF_EVEN:
            steps += 2 * rest > base or (2 * rest == base and steps % 2)
        case Rounding.TRUNCATION:
            pass
    return Decimal(steps).scaleb(-places)


def gives(count: int, base: int, printed: Decimal) -> bool:
    """Whether a source may print so for it: halves up, or as pages here never say 0 or 100 of some.

    399 of 400 is 100% by rounding alone, and 99% where only a full house may be 100.
    """
    kept = places(printed) == 0 and printed == whole_percent(count, base)
    return kept or printed == as_printed(count, base, places(printed))


def counts_giving(printed: Decimal, base: int, by: Rounding) -> range:
    """The counts of a base whose share, rounded so, is what was printed.

    What rounds to one number lies between two: the first and the last count in there are
    reckoned, and none is tried.
    """
    step = 10 ** places(printed)
    last = int(printed * step)
    # Twice the steps of the last place, so that a half is a whole number.
    low, high, whole = 2 * last - 1, 2 * last + 1, 200 * step
    holds_low, holds_high = True, False
    match by:
        case Rounding.HALF_EVEN:
            holds_low = holds_high = last % 2 == 0
        case Rounding.TRUNCATION:
            low, high = 2 * last, 2 * last + 2
        case Rounding.HALF_UP:
            pass
    first = -(-low * base // whole) if holds_low else low * base // whole + 1
    stop = high * base // whole + 1 if holds_high else -(-high * base // whole)
    return range(max(0, first), max(0, first, min(base + 1, stop)))


def exactly(share: Share, base: int) -> Fraction:
    """How many of a base the share is, before any rounding; seldom a whole number."""
    match share:
        case Decimal():
            return Fraction(share) * base / 100
        case Fraction():
            return share * base
        case _:
            return Fraction(share)


def counts_of(share: Share, base: int, by: Rounding) -> range:
    """The counts of a base that can be said so."""
    match share:
        case Decimal():
            return counts_giving(share, base, by)
        case Fraction():
            exact = share * base
            return range(int(exact), int(exact) + (exact.denominator == 1 and exact <= base))
        case _:
            return range(share, share + (share <= base))


@dataclass(frozen=True)
class Sum:
    """What the shares of one whole add up to, and what they may add up to."""

    shares: tuple[Decimal, ...]
    total: Decimal
    least: Decimal
    most: Decimal
    """Between `least` and `most`, rounding each share explains it."""

    @classmethod
    def of(cls, shares: Sequence[Decimal]) -> Sum:
        """The sum of shares, each rounded to the place that it was printed to."""
        return cls._of(shares, [places(share) for share in shares])

    @classmethod
    def of_row(cls, shares: Sequence[Decimal]) -> Sum:
        """The sum of shares all rounded to the last place of any: 51 beside 19.4 is 51.0."""
        return cls._of(shares, [max(places(share) for share in shares)] * len(shares))

    @classmethod
    def _of(cls, shares: Sequence[Decimal], precisions: Sequence[int]) -> Sum:
        halves = sum((Decimal(5).scaleb(-1 - precision) for precision in precisions), Decimal(0))
        return cls(tuple(shares), sum(shares, Decimal(0)), 100 - halves, 100 + halves)

    @property
    def words(self) -> str:
        """`83 + 18 is 101`."""
        return f"{' + '.join(map(str, self.shares))} is {self.total}"

    @property
    def around(self) -> str:
        """`99.85 to 100.15`: what rounding each share explains."""
        return f"{self.least.normalize():f} to {self.most.normalize():f}"

    @property
    def is_explained(self) -> bool:
        """Whether rounding each share, or cutting each off, can have led to it."""
        return 2 * self.least - 100 < self.total <= self.most


def possible(
    shares: Sequence[Share],
    base: int | None = None,
    up_to: int = UP_TO,
    *,
    leaves_rest: bool = False,
) -> Possible:
    """What could have been counted where `shares` were printed, of one question and one base.

    The counts of several shares add up to the base; where they leave a rest, to no more than it.
    All of them are rounded in the same way. Raises ValueError where there is no share.
    """
    if not shares:
        raise ValueError("no share to look at")
    leaves_rest = leaves_rest or len(shares) == 1
    tried = range(1, up_to + 1) if base is None else range(base, base + 1)
    for by in Rounding:
        bases = tuple(
            candidate
            for candidate in tried
            if _fits(_ranges(shares, candidate, by), candidate, leaves_rest)
        )
        if bases:
            ways = _ways(_ranges(shares, bases[0], by), bases[0], leaves_rest)
            return Possible(by, tuple(ways), bases, ())
    nearest = _nearest(shares[0], base) if base and len(shares) == 1 else ()
    return Possible(None, (), (), nearest)


def _ranges(shares: Sequence[Share], base: int, by: Rounding) -> list[range]:
    return [counts_of(share, base, by) for share in shares]


def _fits(ranges: Sequence[range], base: int, leaves_rest: bool) -> bool:
    """Whether a count of each can add up to the base: between them every sum is to be had."""
    return (
        base > 0
        and all(ranges)
        and sum(counts[0] for counts in ranges) <= base
        and (leaves_rest or base <= sum(counts[-1] for counts in ranges))
    )


def _ways(ranges: Sequence[range], base: int, leaves_rest: bool) -> Iterator[tuple[int, ...]]:
    """The ways to add up to the base, the first so many of them where there are several shares."""
    if len(ranges) == 1:
        return ((count,) for count in ranges[0])
    return islice(_adding_up(ranges, base, leaves_rest), MOST_WAYS)


def _adding_up(ranges: Sequence[range], left: int, leaves_rest: bool) -> Iterator[tuple[int, ...]]:
    if not ranges:
        yield ()
        return
    first, others = ranges[0], ranges[1:]
    low = first[0] if leaves_rest else max(first[0], left - sum(counts[-1] for counts in others))
    high = min(first[-1], left - sum(counts[0] for counts in others))
    for count in range(low, high + 1):
        for rest in _adding_up(others, left - count, leaves_rest):
            yield (count, *rest)


def _nearest(share: Share, base: int) -> tuple[int, ...]:
    """The two counts nearest to what the share would be exactly."""
    below = min(int(exactly(share, base)), base - 1)
    return (below, below + 1)
