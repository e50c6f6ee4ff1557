"""The one step that takes from the public edition what small numbers would give away.

A narrowed book goes in, and a book comes out whose figures are safe already, so that no page,
chart, search entry or file can show more, whatever it does with it. Each way on which a number
reaches a reader, and where it is replaced:

- a question's tally, printed row, reasons, and what they make (share, bar, dots, sorting, target,
  search entry, lowest figures, thread, findings): `QuestionResult.shown` takes their place
  (`rows.py`);
- agencies' judgements and those of the cases: `shown` beside them, in the same way;
- numbers of cases, returns and all else, the sample, surveys, the returns by state, whole-area
  figures: `audits.py`; what is not told there is told nowhere;
- then and now, grades in a row, intervals, verdicts: worked out anew from told rows;
- figures in prose, bound, quoted or typed, in whichever record: `texts.py`;
- figures of findings (`shares`): they become a sentence, which is told like any other text;
- any other number: withheld unless `numbers.py` names its field.
"""

from __future__ import annotations

from generator.aggregate.book import Book
from generator.aggregate.results import AuditResults
from generator.disclose.audits import told_book, told_results
from generator.model.library import Audit, Library

__all__ = ["disclose", "disclose_results"]


def disclose(book: Book) -> Book:
    """The book as everyone may read it; it must be narrowed to the public edition."""
    return told_book(book)


def disclose_results(results: AuditResults, audit: Audit, library: Library) -> AuditResults:
    """The results of one audit as everyone may read them, the same as in a book of all audits.

    They and the audit must be narrowed to the public edition. Of `library` the registers are used.
    """
    return told_results(results, audit, library)
