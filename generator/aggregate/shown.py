"""A row of figures as an edition for everyone may tell it: each value safe by itself.

Share, bar and percentage come from these values alone, so they tell no more than they do.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.aggregate.figure import Figure
from generator.model.disclosure import FEWEST_FOR_PERCENT
from generator.model.nouns import Noun


@dataclass(frozen=True)
class ShownCell:
    """What is told of one answer."""

    answer: str
    words: str
    """`25`, `[c]`, or a share in a word."""
    count: int | None = None
    """The rounded count, where one is told."""


@dataclass(frozen=True)
class ShownRow:
    """What is told of one question or judgement."""

    unit: Noun
    cells: tuple[ShownCell, ...]
    """The answers of the scale, in its order, then what stands outside the base."""
    favourable: str = ""
    """The share of favourable answers in a word, where that is how it is told."""
    figure: Figure | None = None
    """That share of the rounded counts; none where it may not be told in numbers."""
    counts: tuple[tuple[str, int], ...] = ()
    """The rounded count of each value of the scale, where all of them are told."""

    @property
    def words(self) -> str:
        """The share of favourable answers: `85% (170 of 200 returns)`, `most cases`, or empty."""
        if self.figure:
            return f"about {self.figure.words}"
        return f"{self.favourable} {self.unit}" if self.favourable else ""

    @property
    def short(self) -> str:
        """`85%`, `most`, or empty."""
        return self.figure.short if self.figure else self.favourable


def share_of(count: int, base: int, unit: Noun) -> Figure | None:
    """The share of rounded counts; none where the rounded base is too small for a percentage."""
    return Figure(min(count, base), base, unit) if base >= FEWEST_FOR_PERCENT else None
