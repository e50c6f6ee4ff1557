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
    match hedge:
        case Hedge.EXACT:
            return abs(share - part) <= _NEAR
        case Hedge.ABOUT:
            return abs(share - part) <= _ABOUT
        case Hedge.NEARLY:
            return part - _ABOUT <= share < part
        case Hedge.JUST_OVER:
            return part < share <= part + _ABOUT
        case Hedge.AT_LEAST:
            return share >= part
        case Hedge.MORE:
            return share > part
        case Hedge.AT_MOST:
            return share <= part
        case Hedge.LESS:
            return share < part


def bears_percent(share: Fraction, percent: Decimal, hedge: Hedge) -> bool:
    """Whether a share, in points of a hundred, may be called a percentage with a hedge.

    >>> bears_percent(Fraction(95), Decimal(96), Hedge.NEARLY)
    True
    >>> bears_percent(Fraction(65), Decimal(66), Hedge.MORE)
    False
    """
    exact = Fraction(percent)
    match hedge:
        case Hedge.EXACT:
            return share == exact
        case Hedge.ABOUT:
            return abs(share - exact) <= _POINTS
        case Hedge.NEARLY:
            return max(exact - _POINTS, _LEAST) <= share < exact
        case Hedge.JUST_OVER:
            return exact < share <= exact + _POINTS
        case Hedge.AT_LEAST:
            return share >= exact
        case Hedge.MORE:
            return share > exact
        case Hedge.AT_MOST:
            return share <= exact
        case Hedge.LESS:
            return share < exact


_LEAST: Final = Fraction(1, 10**9)
"""Nothing at all is not nearly something."""
_POINTS: Final = 5
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
