"""Prose as tokens: numbers, words and signs, each with where it stands.

Dashes, hyphens and apostrophes of every kind are one kind here, and a number that is part of a
date, a sum of money or a name is no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction
from typing import Final, NamedTuple

from generator.limits import LONGEST_NUMBER
from generator.read.markdown import BOUND_MARK, GAP


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    FRACTION = auto()
    """A sign for a part, such as one half."""
    WORD = auto()
    SIGN = auto()
    BOUND = auto()
    """A bound figure."""
    OTHER = auto()
    """A date, money, a quotation: nothing is read across it, and no number in it."""


class Token(NamedTuple):
    """One piece of prose."""

    kind: Kind
    text: str
    """In small letters."""
    start: int
    end: int
    number: Decimal = Decimal(0)
    part: Fraction = Fraction(0)
    said: str = ""
    """The text of a word or sign; empty for what is read otherwise."""


_FOLDED: Final = {
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\uff0d"), "-"),
    **dict.fromkeys(map(ord, "\u2018\u2019\u02bc"), "'"),
    **dict.fromkeys(
        map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f"),
        " ",
    ),
    **dict.fromkeys(map(ord, "\uff05\ufe6a"), "%"),
    ord("\u2044"): "/",
}
PARTS: Final = {
    "\u00bd": Fraction(1, 2),
    "\u2153": Fraction(1, 3),
    "\u2154": Fraction(2, 3),
    "\u00bc": Fraction(1, 4),
    "\u00be": Fraction(3, 4),
    "\u2155": Fraction(1, 5),
    "\u2156": Fraction(2, 5),
    "\u2157": Fraction(3, 5),
    "\u2158": Fraction(4, 5),
    "\u2159": Fraction(1, 6),
    "\u215a": Fraction(5, 6),
    "\u215b": Fraction(1, 8),
    "\u215c": Fraction(3, 8),
    "\u215d": Fraction(5, 8),
    "\u215e": Fraction(7, 8),
    "\u2152": Fraction(1, 10),
}
"""The signs for a part of a whole."""
_TOKEN: Final = re.compile(
    rf"(?P<bound>{BOUND_MARK}+)|(?P<gap>{GAP}+)"
    r"|(?P<other>[\u00a3$\u20ac] ?[0-9][0-9,.]*(?:k|m|bn)?\b|24/7\b"
    r"|(?:19|20)[0-9]{2}[-/][0-9]{2}(?:[0-9]{2})?(?![0-9])"
    r"|[0-9]+(?:[./:-][0-9]+){2,}|[0-9]+:[0-9]{2}\b|[0-9]+(?:-[^\W\d_]+)+"
    r"|[0-9]+(?!per|pc\b|pct\b|of\b|percent)[^\W\d_]+)"
    r"|(?P<number>[0-9]{1,3}(?:[, ][0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    rf"|(?P<fraction>[{''.join(PARTS)}])"
    r"|(?P<word>[^\W\d_]+(?:['-][^\W\d_]+)*'?[0-9]*)"
    r"|(?P<sign>[^\s])"
)


_JOINED_OF: Final = re.compile(r"(?<=\d)-of-(?=\d)")
"""*13-of-18 adults*."""


def folded(prose: str) -> str:
    """Prose with one kind of dash, apostrophe and space; every sign stays in its place."""
    if not prose.isascii():
        prose = prose.translate(_FOLDED)
    return _JOINED_OF.sub(" of ", prose) if "-of-" in prose else prose


def tokens(prose: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of a piece of folded prose."""
    for match in _TOKEN.finditer(prose, start, len(prose) if end is None else end):
        text, where = match[0].lower(), match.span()
        kind = match.lastgroup
        if kind == "word" and not text[-1].isdigit():
            bare = text.rstrip("'")
            yield Token(Kind.WORD, bare, *where, said=bare)
        elif kind == "sign":
            yield Token(Kind.SIGN, text, *where, said=text)
        elif kind == "number" and len(text) <= LONGEST_NUMBER:
            yield Token(Kind.NUMBER, text, *where, Decimal(re.sub("[, ]", "", text)))
        elif kind == "fraction":
            yield Token(Kind.FRACTION, text, *where, part=PARTS[text])
        elif kind == "bound":
            yield Token(Kind.BOUND, "", *where)
        else:
            yield Token(Kind.OTHER, text, *where)


# Looked for behind the sign: few signs are one, and each place would be asked otherwise.
_ABBREVIATED: Final = (
    r"(?<!\bapprox.)(?<!\bca.)(?<!\bc.)(?<!\be\.g.)(?<!\bi\.e.)(?<!\bvs.)(?<!\bno.)"
)
_END: Final = re.compile(rf"[.!?](?=[\s{BOUND_MARK}]|$){_ABBREVIATED}|\n", re.IGNORECASE)


def sentences(prose: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of folded prose begins and ends."""
    start = 0
    for match in _END.finditer(prose):
        if match.start() > start:
            yield start, match.end() if match[0] != "\n" else match.start()
        start = match.end()
    if start < len(prose):
        yield start, len(prose)
