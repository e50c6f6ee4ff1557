"""A tally of answers to one question: a value that adds up with `sum()`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.aggregate.figure import Figure
from generator.model.nouns import RETURNS, Noun
from generator.model.registers import Scale
from generator.model.returns import NonAnswer


@dataclass(frozen=True)
class Tally:
    """How many gave each answer, in one unit, on one scale."""

    choices: tuple[str, ...]
    """The values of the scale, best first: what is in the base."""
    favourable: tuple[str, ...]
    """The values whose share is the question's percentage."""
    unit: Noun = RETURNS
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many gave each answer, don't know, not applicable and blank included."""

    @classmethod
    def of(
        cls, scale: Scale, answers: Iterable[str] | Mapping[str, int], unit: Noun = RETURNS
    ) -> Tally:
        """The tally of answers, or of how many gave each."""
        return cls(scale.choices, scale.favourable, unit, Counter(answers))

    def __add__(self, other: Tally) -> Tally:
        """Both together; raises ValueError where they count other things or on another scale."""
        return self._with(other, 1)

    def __sub__(self, other: Tally) -> Tally:
        """This one without `other`, which must be part of it; raises ValueError as adding does."""
        return self._with(other, -1)

    def __radd__(self, other: int) -> Tally:
        """So that `sum()` may start from 0."""
        if other:
            raise ValueError("a tally adds to tallies only")
        return self

    def __getitem__(self, answer: str) -> int:
        return self.counts.get(answer, 0)

    def _with(self, other: Tally, sign: int) -> Tally:
        if (self.choices, self.favourable, self.unit) != (
            other.choices,
            other.favourable,
            other.unit,
        ):
            raise ValueError("tallies on two scales or in two units do not add up")
        counts = dict(self.counts)
        for answer, count in other.counts.items():
            counts[answer] = counts.get(answer, 0) + sign * count
        if any(count < 0 for count in counts.values()):
            raise ValueError("a tally is no part of one that holds less")
        return replace(self, counts={answer: count for answer, count in counts.items() if count})

    @property
    def base(self) -> int:
        """How many gave a value of the scale."""
        return sum(self[choice] for choice in self.choices)

    @property
    def outside(self) -> dict[NonAnswer, int]:
        """How many gave none, by why; only what there is."""
        return {answer: self[answer.value] for answer in NonAnswer if self[answer.value]}

    @property
    def asked(self) -> int:
        """All that was tallied, in the base and outside it."""
        return sum(self.counts.values())

    @property
    def figure(self) -> Figure:
        """The share of favourable answers."""
        favourable = (choice for choice in self.choices if choice in self.favourable)
        return Figure(sum(self[choice] for choice in favourable), self.base, self.unit)

    def share(self, answer: str) -> Figure:
        """The share of one answer of the scale; raises KeyError for any other."""
        if answer not in self.choices:
            raise KeyError(answer)
        return Figure(self[answer], self.base, self.unit)
