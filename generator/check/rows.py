"""The rows of published figures, each with its scale, as far as they can be reckoned with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.check.scales import NON_ANSWERS, question_scales
from generator.model.library import Audit
from generator.model.nouns import Noun
from generator.model.published import PublishedFigure
from generator.model.registers import Scale
from generator.read.source_file import SourceFile
from generator.read.tree import Tree


@dataclass(frozen=True)
class PrintedRow:
    """What a source printed for one question."""

    file: SourceFile
    ref: str
    figure: PublishedFigure
    scale: Scale
    of_all: Noun
    """What the rows count that do not say."""

    @property
    def unit(self) -> Noun:
        """What we take it to count."""
        return self.figure.unit or self.of_all

    @property
    def named_unit(self) -> Noun:
        """What the source says that it counts, or else what we take it to count."""
        return self.figure.printed_unit or self.unit

    @property
    def counts(self) -> dict[str, int]:
        """How many gave each value of the scale: what is in the base."""
        return {
            answer: count
            for answer, count in self.figure.counts.items()
            if answer in self.scale.choices
        }

    @property
    def base(self) -> int:
        """How many gave a value of the scale."""
        return sum(self.counts.values())

    @property
    def shares(self) -> dict[str, Decimal]:
        """The printed percentages; none where one is not on the scale."""
        printed = self.figure.percentages
        return printed if printed.keys() <= set(self.scale.choices) else {}

    @property
    def is_full(self) -> bool:
        """Whether a percentage was printed for every value of the scale."""
        return len(self.shares) == len(self.scale.choices)

    @property
    def adds_up(self) -> bool:
        """Whether the counts are the printed total, or none was printed."""
        return self.figure.total in (None, self.base)


def printed_rows(tree: Tree, audit: Audit) -> Iterator[PrintedRow]:
    """The rows whose counts are all known and all on their scale."""
    if audit.published is None or not tree.is_whole("published", audit.id):
        return
    (file,) = tree.of("published", audit.id)
    scales = question_scales(tree, audit)
    for ref, figure in audit.published.figures.items():
        scale = scales.get(ref)
        if scale and all(answer in (*scale.choices, *NON_ANSWERS) for answer in figure.counts):
            yield PrintedRow(file, ref, figure, scale, audit.published.unit)
