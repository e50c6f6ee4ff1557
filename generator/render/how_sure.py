"""How sure an audit can be of what it says, in plain words: what it saw, and what it did not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.aggregate.book import Book
from generator.aggregate.figure import FEWEST_FOR_PERCENT
from generator.aggregate.matrix import Matrix
from generator.aggregate.results import AuditResults
from generator.diagnostics.wording import counted
from generator.model.library import Audit

_NAMED: Final = 4
"""As many agencies are named that did not answer; of more it is said how many."""


def how_sure(book: Book, audit: Audit) -> tuple[str, ...]:
    """A sentence each: cases, returns, who did not answer, small bases, what the source leaves out.

    Says only what the edition tells: where no number of cases is told, there is none here either.
    """
    results, matrix = book.results[audit.id], book.matrices[audit.id]
    return (
        *_cases(audit, results),
        *_returns(book, audit, matrix),
        *_small(results),
        *_not_told(audit, results),
    )


def _cases(audit: Audit, results: AuditResults) -> Iterator[str]:
    many = results.totals.cases
    if many:
        of = audit.sample.there_were if audit.sample else None
        chosen = f", of {of} that there were" if of and of > many else ""
        yield (
            f"{counted(many, 'case')} {'was' if many == 1 else 'were'} looked at{chosen}, to learn "
            "from: that does not tell how common anything is."
        )
    elif results.totals.cases_told:
        yield (
            "A small number of cases was looked at, to learn from: that does not tell how common "
            "anything is."
        )
    elif not results.totals.counted:
        yield "How many cases were looked at is not known."


def _returns(book: Book, audit: Audit, matrix: Matrix) -> Iterator[str]:
    if not audit.returns_kept:
        yield "What agencies answered was not kept."
        return
    if not matrix.asked:
        return
    yield f"{matrix.with_answers} of {counted(matrix.asked, 'return')} came back with answers."
    silent = [
        book.library.agencies[agency].label
        for agency, row in matrix.rows.items()
        if any(cell.is_outstanding for cell in row.values())
        and not any(cell.has_answers for cell in row.values())
    ]
    if 0 < len(silent) <= _NAMED:
        yield f"Nothing came from: {', '.join(silent)}."
    elif silent:
        yield f"Nothing came from {len(silent)} of {len(matrix.rows)} agencies."


def _small(results: AuditResults) -> Iterator[str]:
    """Of how many questions the share is of so few that it is no percentage."""
    bases = [
        share.base
        for result in results.questions.values()
        if not result.shown and (share := result.share) is not None and share.base
    ]
    few = sum(base < FEWEST_FOR_PERCENT for base in bases)
    if few:
        of = "the only question" if len(bases) == 1 else f"{few} of {len(bases)} questions"
        of = "each question" if few == len(bases) > 1 else of
        yield f"Fewer than {FEWEST_FOR_PERCENT} answered {of}: there, counts stand, no percentages."


def _not_told(audit: Audit, results: AuditResults) -> Iterator[str]:
    """What the document leaves out from which the audit was taken, and what does not add up."""
    if audit.published:
        asked = [one for one in results.questions.values() if one.scale.kind.value != "prose"]
        silent = sum(not one.has_figure for one in asked)
        if silent:
            yield f"Of {counted(len(asked), 'question')}, its source gives no figures for {silent}."
    noted = len(audit.noted) + len(audit.noted_inside)
    if noted:
        what = counted(noted, "figure or statement", "figures or statements")
        does = "does" if noted == 1 else "do"
        yield f"{what} {does} not add up: printed as the source has it, with a note."
