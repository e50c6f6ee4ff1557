"""What hangs loose, for the terminal: of every audit in short, of one in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from generator.aggregate.book import Book
from generator.aggregate.loose_ends import LooseEnd, LooseKind, LooseThing, by_kind
from generator.aggregate.results import AuditResults
from generator.diagnostics.wording import counted
from generator.model.library import Audit
from generator.model.words import day_words
from generator.read.markdown import plain

_TO_CLOSE: Final = {
    LooseKind.POOR: "name it under `rests_on: answers` of a finding, or write the finding.",
    LooseKind.UNUSED: "write what it shows, be it a strength, or do not ask it again.",
    LooseKind.NO_RECOMMENDATION: (
        "name it under `findings` of a recommendation, or say why not under `no_recommendation`."
    ),
    LooseKind.NO_GROUNDS: "name its `findings`, and what they rest on under `rests_on`.",
    LooseKind.NO_LEAD: "write the role that answers for it under `lead`.",
    LooseKind.NO_DATE: "set `due` and `impact_due`.",
    LooseKind.NO_MEASURE: "write what will show that it worked under `measure`.",
    LooseKind.IMPACT_LATE: "write under `impact` when it was shown and by what, or set a new date.",
    LooseKind.UNANSWERED: "write the Board's `answer` with its date.",
    LooseKind.NOT_FOLLOWED_UP: "say where it stands: a point of follow-up.yml names it under "
    "`recommendation`.",
    LooseKind.NOT_TESTED: "test it next time, or ask its owner what became of it.",
}
"""What whoever keeps the audit does about each kind."""


def loose_ends_text(book: Book) -> str:
    """Every audit with how many things hang loose in each way."""
    lines = []
    for audit in book.audits:
        lines.append(_title(audit) + (", made up" if audit.made_up else ""))
        groups = by_kind(book.loose_ends[audit.id])
        lines += [f"  {len(ends):>4}  {_kind(kind, len(ends))}" for kind, ends in groups.items()]
        lines += [] if groups else ["        nothing hangs loose"]
        lines.append("")
    made_up = [audit for audit in book.audits if audit.made_up]
    real = [audit for audit in book.audits if not audit.made_up]
    where = _where(book, real) if real or not made_up else ""
    if made_up:
        where += f"{', and ' if where else ''}{_where(book, made_up)} made up as an example"
    lines.append(f"{where}, as at {day_words(book.as_at)}; `audits thread AUDIT` names them.")
    return "".join(f"{line}\n" for line in lines)


def _where(book: Book, audits: Sequence[Audit]) -> str:
    total = sum(len(book.loose_ends[audit.id]) for audit in audits)
    return f"{counted(total, 'loose end')} in {counted(len(audits), 'audit')}"


def audit_loose_ends_text(
    audit: Audit, ends: Sequence[LooseEnd], results: AuditResults, as_at: date
) -> str:
    """One audit with everything that hangs loose, and what closes it."""
    return "".join(f"{line}\n" for line in _lines(audit, ends, results, as_at))


def _lines(
    audit: Audit, ends: Sequence[LooseEnd], results: AuditResults, as_at: date
) -> Iterator[str]:
    yield f"{_title(audit)}, as at {day_words(as_at)}"
    if not ends:
        yield ""
        yield "Nothing hangs loose."
    for kind, of_kind in by_kind(ends).items():
        yield ""
        yield f"{len(of_kind)} {_kind(kind, len(of_kind))}"
        for end in of_kind:
            yield f"  {_name(end, audit)}: {_text(end, results)}"
        yield f"  To close: {_TO_CLOSE[kind]}"


def _title(audit: Audit) -> str:
    return f"{audit.title} ({audit.id})"


def _kind(kind: LooseKind, count: int) -> str:
    return kind.value if count == 1 else kind.many


def _name(end: LooseEnd, audit: Audit) -> str:
    if end.kind.thing is LooseThing.POINT:
        return f"point {end.what}"
    return end.what if end.audit == audit.id else f"{end.audit}/{end.what}"


def _text(end: LooseEnd, results: AuditResults) -> str:
    if end.kind.thing is LooseThing.QUESTION:
        words = ", ".join(part for part in (results.questions[end.what].words, end.why) if part)
        return f"{end.text}: {words}" if words else end.text
    return f"{plain(end.text)} ({end.why})" if end.why else plain(end.text)
