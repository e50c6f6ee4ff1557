"""A figure: a count of something out of a base, and how it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.model.nouns import Noun, singular

FEWEST_FOR_PERCENT: Final = 10
"""A share of fewer than this is shown as a count: 3 of 4 is no 75%."""


def whole_percent(count: int, base: int) -> int:
    """The share as a whole percentage, halves up; 0 and 100 only where nothing or all of it is.

    >>> whole_percent(33, 40), whole_percent(399, 400), whole_percent(1, 400)
    (83, 99, 1)

    Raises ValueError for a base of zero or a count outside it: that is no share.
    """
    if base <= 0 or not 0 <= count <= base:
        raise ValueError(f"{count} of {base} is no share")
    if count in (0, base):
        return 100 * count // base
    return min(99, max(1, (200 * count + base) // (2 * base)))


@dataclass(frozen=True)
class Figure:
    """So many of a base, in a unit: `82% (23 of 28 returns)`."""

    count: int
    base: int
    unit: Noun

    @property
    def percent(self) -> int | None:
        """The percentage that is shown; none where the base is too small to speak of one."""
        if self.base < FEWEST_FOR_PERCENT:
            return None
        return whole_percent(self.count, self.base)

    @property
    def unit_words(self) -> str:
        """The unit as it follows the base: `return` after 1, `returns` otherwise."""
        return singular(self.unit) if self.base == 1 else self.unit

    @property
    def of(self) -> str:
        """`23 of 28 returns`."""
        return f"{self.count} of {self.base} {self.unit_words}"

    @property
    def short(self) -> str:
        """`82%`, or `3 of 4` where the base is too small, or `none answered`."""
        if not self.base:
            return "none answered"
        return f"{self.count} of {self.base}" if self.percent is None else f"{self.percent}%"

    @property
    def words(self) -> str:
        """`82% (23 of 28 returns)`, or the count alone where the base is too small."""
        if not self.base:
            return "none answered"
        return self.of if self.percent is None else f"{self.percent}% ({self.of})"
