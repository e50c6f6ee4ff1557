"""The digest of a partnership's year: its audits against the priorities that they serve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.model.findings import Finding, FindingKind, Recommendation
from generator.model.library import Audit
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry, Step
from generator.render.writer import Plan


@dataclass(frozen=True)
class YearsAudit:
    """An audit of the year with what it found and asks for."""

    audit: Audit
    cases: int | None
    strengths: tuple[tuple[str, Finding], ...]
    worries: tuple[tuple[str, Finding], ...]
    recommendations: tuple[tuple[str, Recommendation], ...]


@dataclass(frozen=True)
class Digest:
    """A partnership's year."""

    template: ClassVar[str] = "digest.html"
    partnership: str
    year: str
    audits: tuple[YearsAudit, ...]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"{self.partnership}, {self.year}: what the year's audits found, and what to learn."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The digest by its name."""
        titles = ", ".join(entry.audit.title for entry in self.audits)
        return (
            SearchEntry(
                "",
                f"{self.partnership} {self.year}: the year's audits",
                titles,
                EntryKind.AUDIT,
                made_up=all(entry.audit.made_up for entry in self.audits),
            ),
        )


def plans(book: Book) -> Iterator[Plan]:
    """A digest for each year of a partnership that has several audits."""
    years: dict[tuple[str, str], list[Audit]] = {}
    for audit in reversed(book.audits):
        if audit.year:
            years.setdefault((audit.partnership, audit.year), []).append(audit)
    for (partnership, year), audits in sorted(years.items()):
        if len(audits) > 1:
            name = book.library.partnerships[partnership].short
            view = Digest(name, year, tuple(_years_audit(book, audit) for audit in audits))
            every = Step("All audits", uris.AUDITS)
            yield Plan(uris.digest(partnership, year), f"{name} {year}", view, next=every)


def _years_audit(book: Book, audit: Audit) -> YearsAudit:
    findings = audit.findings.items()
    return YearsAudit(
        audit=audit,
        cases=book.results[audit.id].totals.cases,
        strengths=tuple(
            (id_, finding) for id_, finding in findings if finding.kind is FindingKind.STRENGTH
        ),
        worries=tuple(
            (id_, finding) for id_, finding in findings if finding.kind is not FindingKind.STRENGTH
        ),
        recommendations=tuple(audit.recommendations.items()),
    )
