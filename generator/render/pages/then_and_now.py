"""The questions that an earlier audit asked as well: a part of the page on what changed."""

from __future__ import annotations

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
from generator.render.charts import TwoShares, two_shares

_ON_ONE_LINE: Final = (Verdict.BETTER, Verdict.WORSE, Verdict.TOO_FEW, Verdict.NO_BASE)
_LAST: Final = (Verdict.NO_FIGURE, Verdict.IN_WORDS)


@dataclass(frozen=True)
class Then:
    """A question as an earlier audit asked it, beside the later one's."""

    audit: Audit
    result: QuestionResult
    comparison: Comparison
    chart: TwoShares | None
    """None where the two shares do not belong on one line."""
    words: str
    """What the line says besides its verdict; empty where the verdict says all."""


@dataclass(frozen=True)
class AskedAgain:
    """A question of the audit, and what earlier audits found when they asked it."""

    result: QuestionResult
    before: tuple[Then, ...]


@dataclass(frozen=True)
class ThenAndNow:
    """What was asked before, and what came of it then and now."""

    questions: tuple[AskedAgain, ...]
    """In the order asked, those last of which no two figures are known."""
    counts: dict[Verdict, int]
    other_scales: dict[str, Scale]
    """The scales of questions that were asked on two, by their ids."""


def then_and_now(book: Book, audit: Audit) -> ThenAndNow | None:
    """The comparison, where the audit asks what an earlier one asked."""
    id_ = audit.id
    by_ref: dict[str, list[Then]] = {}
    for comparison in book.comparisons.get(id_, ()):
        if comparison.link.now.audit == id_:
            by_ref.setdefault(comparison.link.now.ref, []).append(_then(book, comparison))
    if not by_ref:
        return None
    questions = book.results[id_].questions
    asked = sorted(
        (
            AskedAgain(result, tuple(by_ref[ref]))
            for ref, result in questions.items()
            if ref in by_ref
        ),
        key=lambda one: all(then.comparison.verdict in _LAST for then in one.before),
    )
    verdicts = [then.comparison.verdict for one in asked for then in one.before]
    return ThenAndNow(
        questions=tuple(asked),
        counts={one: verdicts.count(one) for one in Verdict if one in verdicts},
        other_scales={
            question.scale: book.library.scales[question.scale]
            for one in asked
            for then in one.before
            if then.comparison.verdict is Verdict.OTHER_SCALE
            for question in (then.result.question, one.result.question)
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


def _then(book: Book, comparison: Comparison) -> Then:
    link = comparison.link
    then = book.results[link.then.audit].questions[link.then.ref]
    now = book.results[link.now.audit].questions[link.now.ref]
    shares = (_share(then), _share(now))
    chart = None
    if comparison.verdict in _ON_ONE_LINE and shares[0] is not None and shares[1] is not None:
        chart = two_shares(shares[0], shares[1])
    words = difference_words(comparison.verdict, comparison.interval)
    if comparison.verdict is Verdict.OTHER_SCALE:
        words = f"then on “{then.scale.name}”, now on “{now.scale.name}”"
    return Then(book.library.audits[link.then.audit], then, comparison, chart, words)


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
