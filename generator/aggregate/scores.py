"""Scores of nought to ten and the like: every one of them, where they lie, and what is between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.aggregate.tally import Tally

FEWEST_FOR_MEAN: Final = 5
"""Fewer scores than this have no mean: one more could move it too far."""


@dataclass(frozen=True)
class Scores:
    """The scores that were given, at least one, the lowest first."""

    scores: tuple[int, ...]

    @property
    def middle(self) -> str:
        """The score in the middle, exactly: of an even number of them, half-way between two."""
        half = len(self.scores) // 2
        if len(self.scores) % 2:
            return str(self.scores[half])
        twice = self.scores[half - 1] + self.scores[half]
        return str(twice // 2) if twice % 2 == 0 else f"{twice // 2}.5"

    @property
    def mean(self) -> str | None:
        """The mean to one decimal place, halves up; none of fewer than five scores."""
        many = len(self.scores)
        if many < FEWEST_FOR_MEAN:
            return None
        tenths = (20 * sum(self.scores) + many) // (2 * many)
        return f"{tenths // 10}.{tenths % 10}"

    @property
    def spread(self) -> str:
        """From the lowest to the highest: `from 3 to 8`, or `all 6`."""
        lowest, highest = self.scores[0], self.scores[-1]
        if len(self.scores) == 1:
            return f"it is {lowest}"
        return f"all {lowest}" if lowest == highest else f"from {lowest} to {highest}"


def scores(tally: Tally) -> Scores | None:
    """The scores of a tally on a scale of scores; none where nobody gave one."""
    given = tuple(sorted(int(choice) for choice in tally.choices for _ in range(tally[choice])))
    return Scores(given) if given else None
