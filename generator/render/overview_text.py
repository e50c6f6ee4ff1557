"""The audits as lists for the terminal: all of them, and one at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from generator.aggregate.book import Book, newest_first
from generator.aggregate.totals import totals
from generator.diagnostics.wording import counted
from generator.model.findings import FindingKind, RecommendationKind
from generator.model.library import Audit, Library
from generator.model.nouns import singular
from generator.read.markdown import plain

_KINDS: Final = {
    FindingKind.STRENGTH: ("strength", "strengths"),
    FindingKind.WORRY: ("worry", "worries"),
    FindingKind.LEARNING: ("point to learn from", "points to learn from"),
}


def audits_text(library: Library) -> str:
    """Every audit on a line: id, partnership, date, cases, and how far it has come."""
    rows = [
        (
            audit.id,
            library.partnerships[audit.partnership].short,
            _when(audit),
            counted(cases, "case") if (cases := totals(audit).cases) else "? cases",
            "made up" if audit.made_up else audit.status.value,
        )
        for audit in newest_first(library.audits.values())
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(5)] if rows else []
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)


def audit_text(book: Book, audit: Audit) -> str:
    """One audit at a glance."""
    return "".join(f"{line}\n" for line in _lines(book, audit))


def _lines(book: Book, audit: Audit) -> Iterator[str]:
    yield f"{audit.title} ({audit.id})"
    partnership = book.library.partnerships[audit.partnership].name
    made_up = ", made up" if audit.made_up else ""
    yield f"{partnership}, {_when(audit)}, {audit.status.value}{made_up}"
    yield ""
    yield plain(audit.about)
    yield ""
    there_were = book.results[audit.id].totals
    known = (
        (there_were.cases, ("case", "cases")),
        (there_were.agencies, ("agency", "agencies")),
        *((many, (singular(noun), noun)) for noun, many in there_were.counted.items()),
    )
    if any(count for count, _ in known):
        yield ", ".join(counted(count, *words) for count, words in known if count)
    of = book.matrices[audit.id]
    if of.with_answers:
        yield f"{of.with_answers} of {counted(of.asked, 'return')} with answers"
    kinds = Counter(finding.kind for finding in audit.findings.values())
    if kinds:
        yield ", ".join(
            counted(kinds[kind], *words) for kind, words in _KINDS.items() if kinds[kind]
        )
    asked = book.recommendations[audit.id]
    questions = [
        found for found in asked if found.recommendation.kind is RecommendationKind.QUESTION
    ]
    states = Counter(found.state.value for found in asked if found not in questions)
    if states:
        total = counted(sum(states.values()), "recommendation")
        yield f"{total}: " + ", ".join(f"{count} {state}" for state, count in states.items())
    if questions:
        answered = sum(1 for found in questions if found.recommendation.answer)
        yield f"{counted(len(questions), 'question')} for the Board: {answered} answered"
    if audit.in_short:
        yield ""
        yield "To do differently:"
        for line in audit.in_short:
            yield f"  - {plain(line)}"


def _when(audit: Audit) -> str:
    latest = audit.dates.latest
    return latest.words if latest else "no date yet"
