"""What the public edition would lose of each audit: for authors, before the Board sees it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.aggregate.book import Book
from generator.aggregate.shown import ShownRow
from generator.diagnostics.wording import counted
from generator.disclose import disclose
from generator.model.anatomy import lines, parts
from generator.model.disclosure import CONFIDENTIAL, NOT_AVAILABLE, WORDS
from generator.model.library import Audit
from generator.model.words import AuditId


@dataclass(frozen=True)
class Loss:
    """What becomes of the figures of one audit."""

    audit: AuditId
    words: str
    """`the number of cases; 12 of 49 rows in words; 30 [c]; 14 texts with other words`."""


def losses(book: Book) -> Iterator[Loss]:
    """What a book that is narrowed to the public edition loses; nothing of audits that keep all."""
    told = disclose(book)
    for audit in book.audits:
        found = [*_lost(book, told, audit)]
        if found:
            yield Loss(audit.id, ", ".join(found))


def _lost(book: Book, told: Book, audit: Audit) -> Iterator[str]:
    before, after = book.results[audit.id], told.results[audit.id]
    if before.totals.cases and not after.totals.cases:
        yield "the number of cases"
    rows = [one.shown for one in after.questions.values() if one.shown]
    rows += [one for one in (after.cases_judged_shown,) if one]
    rows += [one.shown for one in after.judgements if one.shown]
    in_words = [row for row in rows if not row.figure and _has_word(row)]
    if in_words:
        yield f"the numbers of {len(in_words)} of {counted(len(rows), 'row')}, told in words"
    hidden = sum(cell.words == CONFIDENTIAL for row in rows for cell in row.cells)
    if hidden:
        yield f"{counted(hidden, 'count')} ({CONFIDENTIAL})"
    whole = sum(all(cell.words == NOT_AVAILABLE for cell in row.cells) for row in rows)
    if whole:
        yield f"{counted(whole, 'row')} whole"
    if book.matrices[audit.id].counts:
        yield "how many returns came in"
    if audit.sample:
        yield "the sample"
    texts = _texts(audit) - _texts(told.library.audits[audit.id])
    if texts:
        yield f"figures in {counted(len(texts), 'text')}"


def _has_word(row: ShownRow) -> bool:
    words = {word for _, word, _ in WORDS}
    return bool(row.favourable) or any(cell.words in words for cell in row.cells)


def _texts(audit: Audit) -> set[str]:
    return {part.text for part in parts(audit)} | {text for _, text in lines(audit)}
