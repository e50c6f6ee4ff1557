"""What a sentence says with a figure: how many, of what, out of what, and how closely."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from generator.model.nouns import Noun


class Hedge(StrEnum):
    """How closely a figure means what it says."""

    EXACT = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE = "more than"
    LESS = "less than"


class Word(StrEnum):
    """A share in a word that names no number."""

    ALL = "all"
    MOST = "most"
    MINORITY = "a minority"
    HARDLY_ANY = "hardly any"
    NONE = "none"


@dataclass(frozen=True)
class Stated:
    """One figure as a sentence states it: a percentage, a part, a count or a word, or several."""

    start: int
    end: int
    text: str
    """As it stands, with the marks of Markdown left out."""
    percent: Decimal | None = None
    part: Fraction | None = None
    """Half, two thirds."""
    count: int | None = None
    base: int | None = None
    """Out of how many, where that is said."""
    word: Word | None = None
    hedge: Hedge = Hedge.EXACT
    unit: Noun | None = None
    """What is counted; none where the sentence does not say, or says it of some of them only."""
    low: Decimal | int | None = None
    """The lower end of a range, of which `percent` or `count` is the upper: *12 to 13 of 20*."""
    left_out: int | None = None
    """How many *all but one* leaves out."""
    is_ratio: bool = False
    """Whether count and base may be a part of a whole: *nine out of ten*."""
    exactly: Decimal | None = None
    """The percentage in brackets behind one that is hedged: *over 50% of cases (53%)*."""
    is_count_first: bool = False
    """Whether the count stands before the percentage, so that a hedge is the count's."""
    is_of_some: bool = False
    """Whether the sentence says that it is of some of them only."""
