"""How one agency answered, beside everyone else, for its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.aggregate.book import Book
from generator.aggregate.gathered import Beside, Gathered
from generator.aggregate.tally import Tally
from generator.model.library import Audit
from generator.model.registers import Scale, ScaleKind
from generator.render.answers import Drawn, of_tally
from generator.render.chart_titles import above_others
from generator.render.charts import keys


@dataclass(frozen=True)
class Side:
    """The answers of the agency, or of everyone else; drawn when the page is written."""

    who: str
    tally: Tally
    scale: Scale

    @property
    def drawn(self) -> Drawn:
        """The answers as a bar."""
        return of_tally(self.tally, self.scale).drawn

    @property
    def share(self) -> str:
        """The share of favourable answers with its base; empty where there is none."""
        return self.tally.figure.words if self.tally.base and self.tally.favourable else ""


@dataclass(frozen=True)
class AnsweredQuestion:
    """A question with the answers of both."""

    ref: str
    label: str
    sides: tuple[Side, Side]


@dataclass(frozen=True)
class AnsweredBeside:
    """The questions of one audit that the agency answered."""

    audit: Audit
    finding: str
    """What they come to, as the title of their chart."""
    keys: tuple[Scale, ...]
    rows: tuple[AnsweredQuestion, ...]


def answered_beside(book: Book, gathered: Gathered) -> tuple[AnsweredBeside, ...]:
    """Every audit that the agency answered; scores stand on its own pages alone."""
    return tuple(_of_audit(book, audit, rows) for audit, rows in gathered.beside.items())


def _of_audit(book: Book, audit: str, rows: Sequence[Beside]) -> AnsweredBeside:
    questions = book.results[audit].questions
    drawn = [row for row in rows if questions[row.ref].scale.kind is not ScaleKind.SCORE]
    return AnsweredBeside(
        audit=book.library.audits[audit],
        finding=above_others((row.own, row.others) for row in drawn),
        keys=keys(questions[row.ref].scale for row in drawn),
        rows=tuple(
            AnsweredQuestion(
                row.ref,
                questions[row.ref].question.label,
                (
                    Side("Us", row.own, questions[row.ref].scale),
                    Side("Everyone else", row.others, questions[row.ref].scale),
                ),
            )
            for row in drawn
        ),
    )
