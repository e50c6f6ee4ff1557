"""A row of figures as its source printed it: what is known of each answer, and what is not.

What was not printed is unknown, never nought. Shares need a base that was printed, or that follows
from the whole row; what was worked out says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from itertools import combinations

from generator.aggregate.figure import FEWEST_FOR_PERCENT, Figure
from generator.aggregate.joined import answers_joined
from generator.aggregate.possible import Sum, counts_of, gives, possible
from generator.aggregate.tally import Tally
from generator.limits import UP_TO
from generator.model.nouns import CASES, Noun, with_count
from generator.model.published import GroupFigure, PublishedFigure
from generator.model.registers import Scale
from generator.model.returns import NonAnswer

NON_ANSWERS = tuple(answer.value for answer in NonAnswer)


class Known(StrEnum):
    """How the count of an answer is known."""

    PRINTED = "printed"
    WORKED_OUT = "worked out"
    SUPPRESSED = "suppressed"
    NOT_PRINTED = "not printed"


class Basis(StrEnum):
    """Where the base of a row's shares comes from."""

    ROW = "all answers of the row"
    TOTAL = "the printed total"
    PERCENTAGE = "the only number of which the count is the percentage"
    NONE = "not printed out of how many"


@dataclass(frozen=True)
class Cell:
    """What is known of one answer."""

    answer: str
    known: Known
    fewest: int | None = None
    most: int | None = None
    """Between the two lies how many gave it; both are the count where that is certain."""
    percentage: Decimal | None = None
    """As the source printed it."""
    suppressed: str = ""
    """What the source printed in place of a count, such as `<5`."""

    @property
    def count(self) -> int | None:
        """How many gave it, where that is certain."""
        return self.fewest if self.fewest == self.most else None

    @property
    def words(self) -> str:
        """`5`, `247 to 252`, `<5`, `not printed`."""
        if self.known is Known.SUPPRESSED:
            return self.suppressed
        return "not printed" if self.fewest is None else _counts(self.fewest, self.most)


@dataclass(frozen=True)
class RowShare:
    """The share of an answer, or of several joined, as far as it is known."""

    unit: Noun
    percentage: Decimal | None = None
    """As printed, or as the printed ones add up."""
    fewest: int | None = None
    most: int | None = None
    base: int | None = None
    known: Known = Known.PRINTED

    @property
    def figure(self) -> Figure | None:
        """The figure, where count and base are certain."""
        if self.base is None or self.fewest is None or self.fewest != self.most:
            return None
        return Figure(self.fewest, self.base, self.unit)

    @property
    def range(self) -> tuple[Figure, Figure] | None:
        """The least and the most that it can be; none where no base is known."""
        if self.base is None or self.fewest is None or self.most is None:
            return None
        return tuple(Figure(count, self.base, self.unit) for count in (self.fewest, self.most))  # type: ignore[return-value]

    @property
    def short(self) -> str:
        """`88%`, or `7 of 8` where the base is too small to speak of a percentage."""
        if self.base is not None and self.base < FEWEST_FOR_PERCENT and self.fewest is not None:
            return f"{_counts(self.fewest, self.most)} of {self.base}"
        figure = self.figure
        return (
            f"{self.percentage}%" if self.percentage is not None else figure.short if figure else ""
        )

    @property
    def of(self) -> str:
        """`23 of 26 agencies`; where no base is known, that it is not."""
        if self.base is None or self.fewest is None:
            return Basis.NONE
        counts = _counts(self.fewest, self.most)
        return f"{counts} of {with_count(self.base, self.unit)}"

    @property
    def words(self) -> str:
        """`88% (23 of 26 agencies)`, or `88%, not printed out of how many`."""
        if self.base is None:
            return f"{self.short}, {self.of}"
        is_count = self.base < FEWEST_FOR_PERCENT
        return self.of if is_count else f"{self.short} ({self.of})"


@dataclass(frozen=True)
class PrintedRow:
    """What a source printed for one question or judgement, on the scale of its answers."""

    figure: PublishedFigure
    scale: Scale
    unit: Noun
    """What we take it to count."""
    whole: int | None = None
    """How many the audit has of what the source says that it counts, where that is certain."""
    several: bool = False
    """Whether several answers could be ticked."""

    def of_group(self, group: GroupFigure) -> PrintedRow:
        """The row of one group, or of another year: of how many there were, only it says."""
        figure = PublishedFigure.model_construct(**dict(group))
        return PrintedRow(figure, self.scale, self.unit, several=self.several)

    @property
    def named_unit(self) -> Noun:
        """What the source says that it counts, or else what we take it to count."""
        return self.figure.printed_unit or self.unit

    @property
    def total(self) -> int | None:
        """The total that was printed."""
        return self.figure.total

    @cached_property
    def counts(self) -> dict[str, int]:
        """The counts that were printed for values of the scale."""
        return {
            answer: count
            for answer, count in self.figure.counts.items()
            if answer in self.scale.choices and isinstance(count, int)
        }

    @cached_property
    def outside(self) -> dict[str, int]:
        """How many gave no value of the scale, as printed: don't know, not applicable, blank."""
        return {
            answer: count
            for answer, count in self.figure.counts.items()
            if answer in NON_ANSWERS and isinstance(count, int)
        }

    @cached_property
    def percentages(self) -> dict[str, Decimal]:
        """The percentages that were printed for values of the scale, in its order."""
        printed = self.figure.percentages
        return {
            answer: share
            for answer in self.scale.choices
            if isinstance(share := printed.get(answer), Decimal)
        }

    @cached_property
    def outside_percentages(self) -> dict[str, Decimal]:
        """The percentages that were printed for don't know, not applicable and blank."""
        return {
            answer: share
            for answer in NON_ANSWERS
            if isinstance(share := self.figure.percentages.get(answer), Decimal)
        }

    @property
    def answered(self) -> int:
        """How many are known to have given a value of the scale."""
        return sum(self.counts.values())

    @cached_property
    def holds(self) -> tuple[str, ...]:
        """What the printed total holds besides values of the scale, such as *not applicable*."""
        if self.total is None or self.several:
            return ()
        for many in range(1, len(self.outside) + 1):
            for some in combinations(self.outside, many):
                if self.answered + sum(self.outside[answer] for answer in some) == self.total:
                    return some
        return ()

    @cached_property
    def is_whole(self) -> bool:
        """Whether it is known how many gave each value of the scale.

        Every one was printed; or those printed come to the total, so that the others are none.
        """
        printed = self.figure.counts
        if (
            self.several
            or not self.counts
            or any(isinstance(printed.get(answer), str) for answer in self.scale.choices)
        ):
            return False
        if len(self.counts) == len(self.scale.choices):
            return True
        return self.total is not None and (self.answered == self.total or bool(self.holds))

    @cached_property
    def tally(self) -> Tally | None:
        """The tally; none where it is not known how many gave each value of the scale."""
        if not self.is_whole:
            return None
        return Tally.of(self.scale, {**self.counts, **self.outside}, self.unit)

    @cached_property
    def base_and_basis(self) -> tuple[int | None, Basis]:
        """What the shares of values of the scale are out of, and where that comes from."""
        if self.is_whole:
            return self.answered, Basis.ROW
        if self.total is not None:
            return self.total, Basis.TOTAL
        both = {answer for answer in self.counts if answer in self.percentages}
        if both:
            bases = [base for base in range(1, UP_TO + 1) if self.fits(base, both)]
            if len(bases) == 1:
                return bases[0], Basis.PERCENTAGE
            if self.whole in bases and self.named_unit == CASES:
                return self.whole, Basis.PERCENTAGE
        return None, Basis.NONE

    def fits(self, base: int, answers: set[str]) -> bool:
        """Whether a base gives the percentages of answers by the counts beside them."""
        return self.answered <= base and all(
            gives(self.counts[answer], base, self.percentages[answer]) for answer in answers
        )

    @property
    def base(self) -> int | None:
        """What the shares of values of the scale are out of; none where that is not known."""
        return self.base_and_basis[0]

    @property
    def basis(self) -> Basis:
        """Where the base comes from."""
        return self.base_and_basis[1]

    @cached_property
    def base_of_percentages(self) -> int | None:
        """What the printed percentages are out of: the base, or all that the total holds."""
        if self.is_whole and self.total is not None and self.holds:
            of_all = {**self.counts, **self.outside}
            shares = {**self.percentages, **self.outside_percentages}
            if shares and all(
                gives(of_all.get(answer, 0), self.total, share) for answer, share in shares.items()
            ):
                return self.total
        return self.base

    @property
    def is_full(self) -> bool:
        """Whether a percentage was printed for every value of the scale."""
        return len(self.percentages) == len(self.scale.choices)

    @cached_property
    def are_several(self) -> bool:
        """Whether several answers could be ticked: said so, or seen by shares far over 100.

        A list with no better and no worse, whose shares come to more than rounding explains,
        cannot be a list of which each picked one.
        """
        added = Sum.of(tuple(self.percentages.values())) if self.percentages else None
        is_list = not self.scale.favourable and len(self.scale.choices) > 2
        return self.several or bool(added and is_list and added.total > added.most + 1)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """What is known of each value of the scale, and of what was printed besides."""
        return tuple(self._cell(answer) for answer in (*self.scale.choices, *self._besides()))

    def _besides(self) -> Iterator[str]:
        printed = {*self.figure.counts, *self.figure.percentages}
        yield from (answer for answer in NON_ANSWERS if answer in printed)

    def _cell(self, answer: str) -> Cell:
        count = self.figure.counts.get(answer)
        share = self.figure.percentages.get(answer)
        percentage = share if isinstance(share, Decimal) else None
        if isinstance(count, str) or (count is None and isinstance(share, str)):
            shown = count if isinstance(count, str) else str(share)
            return Cell(answer, Known.SUPPRESSED, percentage=percentage, suppressed=shown)
        if isinstance(count, int):
            return Cell(answer, Known.PRINTED, count, count, percentage)
        if self.is_whole and answer in self.scale.choices:
            return Cell(answer, Known.WORKED_OUT, 0, 0, percentage)
        if percentage is not None and self.base_of_percentages:
            found = possible([percentage], self.base_of_percentages)
            if found.by:
                fit = counts_of(percentage, self.base_of_percentages, found.by)
                return Cell(answer, Known.WORKED_OUT, fit[0], fit[-1], percentage)
        return Cell(answer, Known.NOT_PRINTED, percentage=percentage)

    def cell(self, answer: str) -> Cell | None:
        """What is known of one answer; none where the row has no such answer."""
        return next((cell for cell in self.cells if cell.answer == answer), None)

    def share_of(self, answers: tuple[str, ...]) -> RowShare | None:
        """The share of some values of the scale together; none where it is not known."""
        typed = self._typed_join(answers)
        if typed:
            return typed
        cells = [cell for answer in answers if (cell := self.cell(answer))]
        if len(cells) < len(answers) or not cells or (self.are_several and len(cells) > 1):
            return None
        known = Known.WORKED_OUT if len(cells) > 1 else Known.PRINTED
        shares = [cell.percentage for cell in cells if cell.percentage is not None]
        percentage = sum(shares, Decimal(0)) if len(shares) == len(cells) else None
        base = self.base_of_percentages if percentage is not None else self.base
        fewest = [cell.fewest for cell in cells if cell.fewest is not None]
        most = [cell.most for cell in cells if cell.most is not None]
        if len(fewest) < len(cells) or not base:
            return RowShare(self.unit, percentage, known=known) if percentage is not None else None
        if all(cell.known is Known.PRINTED for cell in cells) and self.is_whole:
            percentage = None  # worked out from the counts, as everywhere
            base = self.base or base
        return RowShare(self.unit, percentage, sum(fewest), min(sum(most), base), base, known)

    def _typed_join(self, answers: tuple[str, ...]) -> RowShare | None:
        """What was printed for these answers together."""
        for name in {**self.figure.joined_counts, **self.figure.joined}:
            if set(answers_joined(name, self.scale) or ()) == set(answers):
                return self._typed(name)
        return None

    def _typed(self, name: str) -> RowShare:
        base = self.base
        count, share = self.figure.joined_counts.get(name), self.figure.joined.get(name)
        if count is not None:
            return RowShare(self.unit, share, count, count, base)
        found = possible([share], base) if base and share is not None else None
        if share is None or base is None or found is None or found.by is None:
            return RowShare(self.unit, share)
        fit = counts_of(share, base, found.by)
        return RowShare(self.unit, share, fit[0], fit[-1], base, Known.WORKED_OUT)

    @property
    def joins(self) -> dict[str, RowShare]:
        """The shares of several answers together that the source printed, by its words."""
        return {
            name: self._typed(name) for name in {**self.figure.joined_counts, **self.figure.joined}
        }

    @cached_property
    def share(self) -> RowShare | None:
        """The share of favourable answers; none where the scale names none, or it is not known."""
        return self.share_of(self.scale.favourable) if self.scale.favourable else None


def _counts(fewest: int, most: int | None) -> str:
    return str(fewest) if most is None or fewest == most else f"{fewest} to {most}"
