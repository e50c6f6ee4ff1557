"""What is compared across audits: which pairs share questions, and grades side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.comparison import GradedAudit, GradesInARow, Verdict
from generator.model.library import Audit
from generator.model.registers import Scale
from generator.render import uris
from generator.render.answers import Answers, of_shown, of_tally
from generator.render.change_chart import verdict_look
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.parts import AROUND, ROW, Part, by_label, in_parts
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
class Graded:
    """How the cases of one audit were graded."""

    audit: Audit
    answers: Answers | None
    """None where no case's grade is known."""
    verdict: Verdict | None
    """What can be said beside the audit before; none for the first."""
    difference: str
    """How far the difference is known."""

    @property
    def look(self) -> str:
        """The name of the verdict's style."""
        return verdict_look(self.verdict) if self.verdict else ""


@dataclass(frozen=True)
class OnAScale:
    """A partnership's grades on one scale, the earliest audit first."""

    scale: Scale
    rows: tuple[Graded, ...]

    @property
    def keys(self) -> tuple[Scale, ...]:
        """The scale, where a bar is drawn that needs a key."""
        are_drawn = any(row.answers and row.answers.drawn.is_drawn for row in self.rows)
        return (self.scale,) if are_drawn else ()


@dataclass(frozen=True)
class PartnershipGrades:
    """A partnership's grades, each scale for itself."""

    id: str
    name: str
    scales: tuple[OnAScale, ...]
    wordings: tuple[Wording, ...]


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
    if not (book.comparisons or book.grades):
        return
    pairs = tuple(_pairs(book))
    partnerships = tuple(_partnership(book, grades) for grades in book.grades)
    audits = {audit.id: audit for audit in book.audits}
    sizes: Counter[str] = Counter()
    for pair in pairs:
        sizes[pair.now.partnership] += 2 * AROUND
    for of in partnerships:
        sizes[of.id] += AROUND + ROW * sum(len(scale.rows) for scale in of.scales)

    def plan(part: Part) -> Plan:
        view = Compared(
            pairs=tuple(pair for pair in pairs if pair.now.partnership in part.keys),
            partnerships=tuple(of for of in partnerships if of.id in part.keys),
            audits=audits,
        )
        return Plan(part.uri, "Compared", view)

    labels = {id_: one.short for id_, one in book.library.partnerships.items() if sizes[id_]}
    yield from in_parts(by_label(uris.COMPARISON, labels, sizes), plan)


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
        id=grades.partnership,
        name=book.library.partnerships[grades.partnership].short,
        scales=tuple(
            OnAScale(scale, tuple(_graded(book, one, scale) for one in on_scale.audits))
            for on_scale, scale in zip(grades.scales, scales, strict=True)
        ),
        wordings=tuple(_wordings(scales)),
    )


def _graded(book: Book, graded: GradedAudit, scale: Scale) -> Graded:
    answers = None
    if graded.shown:
        answers = of_shown(graded.shown, scale)
    elif graded.cases:
        answers = of_tally(graded.cases, scale)
    verdict = graded.verdict
    return Graded(
        audit=book.library.audits[graded.audit],
        answers=answers,
        verdict=verdict if answers else None,
        difference=difference_words(verdict, graded.interval) if verdict else "",
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
