"""The questions that an earlier audit asked as well: a part of the page on what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.aggregate.book import Book
from generator.aggregate.comparison import Comparison, Verdict
from generator.aggregate.figure import FEWEST_FOR_PERCENT
from generator.aggregate.interval import Interval
from generator.aggregate.results import QuestionResult
from generator.model.library import Audit
from generator.model.registers import Scale
from generator.model.tool import Question
from generator.render import uris
from generator.render.answers import Drawn, Told, in_words, of_question
from generator.render.change_chart import (
    ChangeChart,
    ChangeRow,
    change,
    change_chart,
    verdict_look,
)

_ON_ONE_LINE: Final = (Verdict.BETTER, Verdict.WORSE, Verdict.TOO_FEW, Verdict.NO_BASE)
_LAST: Final = (Verdict.NO_FIGURE, Verdict.IN_WORDS)


@dataclass(frozen=True)
class Side:
    """A question as one of the two audits asked it."""

    when: str
    audit: Audit
    question: Question
    figure: tuple[Told, ...]
    drawn: Drawn
    """Nothing, where the chart above has its share."""


@dataclass(frozen=True)
class Then:
    """A question as an earlier audit asked it, beside the later one's."""

    comparison: Comparison
    sides: tuple[Side, Side]
    """Then, and now."""
    words: str
    """What the line says besides its verdict; empty where the verdict says all."""

    @property
    def look(self) -> str:
        """The name of the verdict's style."""
        return verdict_look(self.comparison.verdict)

    @property
    def changed(self) -> str:
        """What changed in the wording; empty where it is the same."""
        return self.comparison.link.changed or ""

    @property
    def is_doubtful(self) -> bool:
        """Whether part of a difference may come from the wording."""
        is_told = self.comparison.verdict in (Verdict.BETTER, Verdict.WORSE)
        return is_told and bool(self.changed)


@dataclass(frozen=True)
class AskedAgain:
    """A question of the audit, and what earlier audits found when they asked it."""

    question: Question
    before: tuple[Then, ...]


@dataclass(frozen=True)
class ThenAndNow:
    """What was asked before, and what came of it then and now."""

    chart: ChangeChart | None
    """All shares then and now; none where no question has two of them."""
    questions: tuple[AskedAgain, ...]
    """In the order asked, those last of which no two figures are known."""
    counts: dict[Verdict, int]
    other_scales: dict[str, Scale]
    """The scales of questions that were asked on two, by their ids."""


def then_and_now(book: Book, audit: Audit) -> ThenAndNow | None:
    """The comparison, where the audit asks what an earlier one asked."""
    id_ = audit.id
    by_ref: dict[str, list[Comparison]] = {}
    for comparison in book.comparisons.get(id_, ()):
        if comparison.link.now.audit == id_:
            by_ref.setdefault(comparison.link.now.ref, []).append(comparison)
    if not by_ref:
        return None
    in_order = [
        comparison
        for ref in book.results[id_].questions
        if ref in by_ref
        for comparison in by_ref[ref]
    ]
    asked = sorted(
        (
            AskedAgain(result.question, tuple(_then(book, one) for one in by_ref[ref]))
            for ref, result in book.results[id_].questions.items()
            if ref in by_ref
        ),
        key=lambda one: all(then.comparison.verdict in _LAST for then in one.before),
    )
    verdicts = [one.verdict for one in in_order]
    return ThenAndNow(
        chart=changes_since(book, id_),
        questions=tuple(asked),
        counts={one: verdicts.count(one) for one in Verdict if one in verdicts},
        other_scales={
            result.question.scale: result.scale
            for comparison in in_order
            if comparison.verdict is Verdict.OTHER_SCALE
            for result in _both(book, comparison)
        },
    )


def difference_words(verdict: Verdict, interval: Interval | None) -> str:
    """How far a difference is known, in percentage points, or why it is not."""
    if interval is None:
        small = f"fewer than {_TEN} in one of the two bases, so they are shown as counts"
        return small if verdict is Verdict.TOO_FEW else ""
    low, high = interval.points
    match verdict:
        case Verdict.BETTER:
            return f"{low} to {high} percentage points higher"
        case Verdict.WORSE:
            return f"{-high} to {-low} percentage points lower"
        case _:
            return f"anything from {-low} percentage points lower to {high} higher"


_TEN: Final = {10: "ten"}.get(FEWEST_FOR_PERCENT, str(FEWEST_FOR_PERCENT))


def _both(book: Book, comparison: Comparison) -> tuple[QuestionResult, QuestionResult]:
    link = comparison.link
    then, now = (book.results[one.audit].questions[one.ref] for one in (link.then, link.now))
    return then, now


def _shares(book: Book, comparison: Comparison) -> tuple[Decimal, Decimal] | None:
    """Both percentages, where they belong on one line."""
    then, now = (_share(result) for result in _both(book, comparison))
    if comparison.verdict not in _ON_ONE_LINE or then is None or now is None:
        return None
    return then, now


def changes_since(book: Book, audit: str) -> ChangeChart | None:
    """All shares of an audit beside those that earlier ones had; none where there are no two."""
    asked = book.results[audit].questions
    order = {ref: at for at, ref in enumerate(asked)}
    comparisons = (one for one in book.comparisons.get(audit, ()) if one.link.now.audit == audit)
    in_order = sorted(comparisons, key=lambda one: order[one.link.now.ref])
    return change_chart(_rows(book, in_order))


def _rows(book: Book, comparisons: Sequence[Comparison]) -> Iterator[ChangeRow]:
    """A row of the chart for every two shares."""
    earlier = {comparison.link.then.audit for comparison in comparisons}
    for comparison in comparisons:
        if (shares := _shares(book, comparison)) is None:
            continue
        then, now = _both(book, comparison)
        audit = book.library.audits[comparison.link.then.audit]
        yield ChangeRow(
            ref=now.question.ref,
            label=now.question.label,
            question=uris.compared(comparison.link.now.audit, now.question.ref),
            before=audit.title if len(earlier) > 1 else "",
            then=then.words,
            now=now.words,
            verdict=comparison.verdict,
            change=change(*shares, comparison.interval),
        )


def _then(book: Book, comparison: Comparison) -> Then:
    results = _both(book, comparison)
    is_in_chart = _shares(book, comparison) is not None
    words = difference_words(comparison.verdict, comparison.interval)
    if comparison.verdict is Verdict.OTHER_SCALE:
        then, now = results
        words = f"then on “{then.scale.name}”, now on “{now.scale.name}”"
    link = comparison.link
    before, since = (
        Side(
            when,
            book.library.audits[asked.audit],
            result.question,
            in_words(result),
            Drawn() if is_in_chart else of_question(result).drawn,
        )
        for when, asked, result in zip(("Then", "Now"), (link.then, link.now), results, strict=True)
    )
    return Then(comparison, (before, since), words)


def _share(result: QuestionResult) -> Decimal | None:
    """The percentage as the page writes it; none where it writes none."""
    share = result.share
    if share is None or (share.base is not None and share.base < FEWEST_FOR_PERCENT):
        return None
    if share.percentage is not None:
        return share.percentage
    return (
        Decimal(share.figure.percent) if share.figure and share.figure.percent is not None else None
    )
