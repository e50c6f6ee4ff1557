"""Whether a share in words is borne by a figure: *most* is no word for 12 of 25."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from generator.read.figures.said import Hedge, Stated, Word

_NEAR: Final = Fraction(5, 200)
"""*Two thirds* may be this far off: two and a half points of a hundred."""
_ABOUT: Final = Fraction(15, 200)
"""*About two thirds*, *nearly half*: seven and a half points."""
_NEARLY_ALL: Final = Fraction(17, 20)
_HARDLY_ANY: Final = Fraction(3, 20)


def bears(share: Fraction, stated: Stated) -> bool:
    """Whether a share of a base may be called so; True for what is said without such a word.

    >>> from generator.read.stated import stated_in
    >>> [bears(Fraction(12, 25), one) for one in stated_in("Most cases. About half of the cases.")]
    [False, True]
    """
    if stated.part is not None:
        return _is_about(share, stated.part, stated.hedge)
    match stated.word:
        case Word.ALL if stated.hedge is Hedge.NEARLY:
            return _NEARLY_ALL <= share < 1
        case Word.ALL:
            return share == 1
        case Word.MOST:
            return Fraction(1, 2) < share
        case Word.MINORITY:
            return share < Fraction(1, 2)
        case Word.HARDLY_ANY:
            return share <= _HARDLY_ANY
        case Word.NONE:
            return share == 0
    return True


def _is_about(share: Fraction, part: Fraction, hedge: Hedge) -> bool:
    if hedge is Hedge.EXACT:
        return abs(share - part) <= _NEAR
    return _within(share, part, hedge, _ABOUT)


def _within(share: Fraction, said: Fraction, hedge: Hedge, near: Fraction) -> bool:
    """Whether a share may be called what is said, with a hedge; `near` is how far off it may be."""
    match hedge:
        case Hedge.EXACT:
            return share == said
        case Hedge.ABOUT:
            return abs(share - said) <= near
        case Hedge.NEARLY:
            # Nothing at all is not nearly something.
            return max(said - near, Fraction(0)) <= share < said and share > 0
        case Hedge.JUST_OVER:
            return said < share <= said + near
        case Hedge.AT_LEAST:
            return share >= said
        case Hedge.MORE:
            return share > said
        case Hedge.AT_MOST:
            return share <= said
        case Hedge.LESS:
            return share < said


def bears_percent(share: Fraction, percent: Decimal, hedge: Hedge) -> bool:
    """Whether a share, in points of a hundred, may be called a percentage with a hedge.

    >>> bears_percent(Fraction(95), Decimal(96), Hedge.NEARLY)
    True
    >>> bears_percent(Fraction(65), Decimal(66), Hedge.MORE)
    False
    """
    return _within(share, Fraction(percent), hedge, _POINTS)


_POINTS: Final = Fraction(5)
"""*Approximately 66%* may be this many points off."""


def bears_count(count: int, stated: Stated) -> bool:
    """Whether a count may be called what is said, with its hedge: *over 12 cases*."""
    said = stated.count
    if said is None:
        return True
    match stated.hedge:
        case Hedge.EXACT:
            return count == said
        case Hedge.ABOUT:
            return abs(count - said) * 10 <= said
        case Hedge.NEARLY:
            return count < said
        case Hedge.AT_LEAST:
            return count >= said
        case Hedge.MORE | Hedge.JUST_OVER:
            return count > said
        case Hedge.AT_MOST:
            return count <= said
        case Hedge.LESS:
            return count < said
