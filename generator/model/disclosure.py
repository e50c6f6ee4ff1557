"""What the public edition may say of small numbers: every threshold, symbol and word, once.

The symbols are those of the Government Statistical Service. The rule is NHS Digital's: small counts
are confidential, all others are rounded, and percentages come from rounded counts only.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

FEWEST_CASES: Final = 20
"""An audit of fewer cases than this, or of an unknown number, shows no count of cases at all."""

LARGEST_CONFIDENTIAL: Final = 7
"""Counts from 1 to this are confidential."""

NEAREST: Final = 5
"""All other counts go to the nearest multiple of this, halves up; nought stays nought."""

FEWEST_FOR_PERCENT: Final = 20
"""A rounded base below this has no percentage."""

CONFIDENTIAL: Final = "[c]"
NOT_APPLICABLE: Final = "[z]"
NOT_AVAILABLE: Final = "[x]"

SYMBOLS: Final = {
    CONFIDENTIAL: "confidential: from 1 to 7, or a number that would give such a one away",
    NOT_APPLICABLE: "not applicable: the question could not arise",
    NOT_AVAILABLE: "not available: it is not known, or not told in this edition",
}

NEARLY_ALL: Final = "nearly all"
MOST: Final = "most"
ABOUT_HALF: Final = "about half"
SOME: Final = "some"
FEW: Final = "few"

WORDS: Final = (
    (Fraction(4, 5), NEARLY_ALL, "four fifths or more of them, all included"),
    (Fraction(3, 5), MOST, "three fifths or more, and less than four fifths"),
    (Fraction(2, 5), ABOUT_HALF, "two fifths or more, and less than three fifths"),
    (Fraction(1, 5), SOME, "a fifth or more, and less than two fifths"),
    (Fraction(0), FEW, "less than a fifth of them, none included"),
)
"""From which share on a word is used, the word, and its meaning for readers.

There is no *all* and no *none*: what is true of every child of an audit, or of none, is known of
each single one.
"""

A_SMALL_NUMBER: Final = "a small number"
"""Fewer cases than `FEWEST_CASES`."""


def word_of(share: Fraction) -> str:
    """The word for a share of a whole.

    >>> word_of(Fraction(6, 6)), word_of(Fraction(1, 2)), word_of(Fraction(0))
    ('nearly all', 'about half', 'few')
    """
    return next(word for least, word, _ in WORDS if share >= least)


def rounded(count: int) -> int | None:
    """A count as it may be told; none where it is confidential.

    >>> [rounded(count) for count in (0, 1, 7, 8, 12, 13, 23)]
    [0, None, None, 10, 10, 15, 25]
    """
    if 1 <= count <= LARGEST_CONFIDENTIAL:
        return None
    return (count + NEAREST // 2) // NEAREST * NEAREST


def rounded_from(told: int) -> tuple[int, int]:
    """Between which counts lies one that is told as a multiple of `NEAREST`; nought is nought.

    >>> rounded_from(25), rounded_from(0)
    ((23, 27), (0, 0))
    """
    return (told - NEAREST // 2, told + NEAREST // 2) if told else (0, 0)
