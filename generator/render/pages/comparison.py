"""What is compared across audits: which pairs share questions, and grades side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.comparison import GradesInARow, Verdict
from generator.model.library import Audit
from generator.model.registers import Scale
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.then_and_now import difference_words
from generator.render.writer import Plan


@dataclass(frozen=True)
class Pair:
    """Two audits that share questions."""

    then: Audit
    now: Audit
    verdicts: dict[Verdict, int]
    """How many questions have which verdict."""

    @property
    def questions(self) -> int:
        """How many questions they share."""
        return sum(self.verdicts.values())


@dataclass(frozen=True)
class Wording:
    """Scales that use the same words for grades, with what each says they mean."""

    scales: tuple[Scale, ...]
    alike: tuple[tuple[Scale, ...], ...]
    """Those of them that say the same, where several do."""

    @property
    def differs(self) -> bool:
        """Whether any says something else than another."""
        return self.alike != (self.scales,)

    @property
    def meanings(self) -> dict[str, tuple[str | None, ...]]:
        """By grade, what each scale says of it."""
        of = [{value.value: value.meaning for value in scale.values} for scale in self.scales]
        return {grade: tuple(each[grade] for each in of) for grade in self.scales[0].choices}


@dataclass(frozen=True)
class PartnershipGrades:
    """A partnership's grades, each scale for itself."""

    name: str
    grades: GradesInARow
    wordings: tuple[Wording, ...]
    words: dict[tuple[str, str], str]
    """How far the difference to the audit before is known, by scale and audit."""


@dataclass(frozen=True)
class Compared:
    """Which audits are compared, and by what."""

    template: ClassVar[str] = "comparison.html"
    pairs: tuple[Pair, ...]
    partnerships: tuple[PartnershipGrades, ...]
    audits: Mapping[str, Audit]
    about: str = "What was asked in more than one audit, and grades side by side."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name."""
        return (SearchEntry("", "Audits compared", self.about, EntryKind.LIST),)


def plans(book: Book) -> Iterator[Plan]:
    """The page, where audits share questions or a partnership graded more than once."""
    if book.comparisons or book.grades:
        view = Compared(
            pairs=tuple(_pairs(book)),
            partnerships=tuple(_partnership(book, grades) for grades in book.grades),
            audits={audit.id: audit for audit in book.audits},
        )
        yield Plan(uris.COMPARISON, "Compared", view)


def _pairs(book: Book) -> Iterator[Pair]:
    audits = book.library.audits
    for audit in book.audits:
        verdicts: dict[str, Counter[Verdict]] = {}
        for comparison in book.comparisons.get(audit.id, ()):
            if comparison.link.now.audit == audit.id:
                verdicts.setdefault(comparison.link.then.audit, Counter())[comparison.verdict] += 1
        for then, counts in verdicts.items():
            ordered = {verdict: counts[verdict] for verdict in Verdict if counts[verdict]}
            yield Pair(audits[then], audit, ordered)


def _partnership(book: Book, grades: GradesInARow) -> PartnershipGrades:
    scales = [book.library.scales[on_scale.scale] for on_scale in grades.scales]
    return PartnershipGrades(
        name=book.library.partnerships[grades.partnership].short,
        grades=grades,
        wordings=tuple(_wordings(scales)),
        words={
            (on_scale.scale, graded.audit): difference_words(graded.verdict, graded.interval)
            for on_scale in grades.scales
            for graded in on_scale.audits
            if graded.verdict
        },
    )


def _wordings(scales: Sequence[Scale]) -> Iterator[Wording]:
    by_words: dict[tuple[str, ...], list[Scale]] = {}
    for scale in scales:
        by_words.setdefault(scale.choices, []).append(scale)
    for same_words in by_words.values():
        if len(same_words) > 1:
            by_meaning: dict[tuple[str | None, ...], list[Scale]] = {}
            for scale in same_words:
                meanings = tuple(value.meaning for value in scale.values)
                by_meaning.setdefault(meanings, []).append(scale)
            alike = tuple(tuple(group) for group in by_meaning.values() if len(group) > 1)
            yield Wording(tuple(same_words), alike)
