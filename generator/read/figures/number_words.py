"""Numbers and parts of a whole as English writes them: *twenty-three*, *two thirds*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final

ONES: Final = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
    *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
PIECES: Final = {
    **{"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8},
    **{"ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20},
}
"""Into how many pieces each word for a part divides a whole."""


PARTS: Final = tuple(PIECES)
"""The words for parts of a whole."""


def either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


NUMBER: Final = (
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]+|(?:{either(TENS)})(?:[- ](?:{either(ONES[:9])}))?"
    rf"|(?:{either(ONES)}))(?![\w/]|[.,][0-9]|[-\u2013]\w)"
)
"""A pattern for a whole number in digits or words; not for one that is part of another word."""

PART: Final = rf"(?:(?:an?|{either(ONES[:9])})[ -])?(?:{either(PIECES)})s?"
"""A pattern for a part of a whole: half, a third, three-quarters."""


def whole_number(text: str) -> int:
    """The number that a text matching `NUMBER` says.

    >>> whole_number("2,191"), whole_number("twenty-three")
    (2191, 23)
    """
    digits = text.replace(",", "")
    if digits.isdigit():
        return int(digits)
    tens, _, ones = text.lower().replace("-", " ").partition(" ")
    if tens in TENS:
        return 10 * (TENS.index(tens) + 2) + (ONES.index(ones) + 1 if ones else 0)
    return ONES.index(tens) + 1


def percentage(text: str) -> Decimal:
    """The percentage that a text says in digits, with its decimal places, or in words."""
    return Decimal(text) if text[0].isdigit() else Decimal(whole_number(text))


def part(text: str) -> Fraction | None:
    """The part of a whole that a text matching `PART` says; none for what is no part.

    *Each quarter*, *the third*: a part needs its article or number, but for half. *Two quarters*
    are half a year.

    >>> part("two-thirds"), part("half"), part("a quarter")
    (Fraction(2, 3), Fraction(1, 2), Fraction(1, 4))
    >>> part("quarter"), part("two quarters")
    (None, None)
    """
    *many, of = text.lower().replace("-", " ").split()
    pieces = PIECES[of if of in PIECES else of.removesuffix("s")]
    count = 1 if not many or many[0] in ("a", "an") else whole_number(many[0])
    share = Fraction(count, pieces)
    is_part = share < 1 and share.denominator == pieces and (many or of == "half")
    return share if is_part else None
