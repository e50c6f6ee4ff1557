"""The bibliography, and what refers to each work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.model.library import Audit
from generator.model.registers import Work
from generator.read.markdown import plain
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry, Step
from generator.render.pages.parts import AROUND, Part, by_label, in_parts
from generator.render.writer import Plan


@dataclass(frozen=True)
class ReferredWork:
    """A work and where audits refer to it."""

    id: str
    work: Work
    findings: tuple[tuple[str, str, str], ...]
    """Audit, id and text of each finding that refers to it."""
    parts: tuple[tuple[str, Step], ...]
    """Audit, and the part of its analysis or the page that refers to it."""


@dataclass(frozen=True)
class References:
    """Every work that audits refer to or recommend reading."""

    template: ClassVar[str] = "references.html"
    works: tuple[ReferredWork, ...]
    audits: Mapping[str, Audit]
    about: str = "Research, guidance and further reading that audits refer to."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name, and every work by its title and author."""
        return (
            SearchEntry("", "References", self.about, EntryKind.LIST),
            *(
                SearchEntry(
                    referred.id,
                    referred.work.title,
                    f"{referred.work.by} {plain(referred.work.about or '')}",
                    EntryKind.WORK,
                )
                for referred in self.works
            ),
        )


def plans(book: Book) -> Iterator[Plan]:
    """The page, where there are any works."""
    works = sorted(
        book.library.bibliography.items(), key=lambda item: (item[1].by.casefold(), item[1].title)
    )
    if works:
        audits = {audit.id: audit for audit in book.audits}
        referred = {id_: _referred(book, id_, work) for id_, work in works}

        def plan(part: Part) -> Plan:
            view = References(tuple(referred[id_] for id_ in part.keys), audits)
            return Plan(part.uri, "References", view, "audits/bibliography.yml")

        sizes = {id_: _size(of) for id_, of in referred.items()}
        yield from in_parts(
            by_label(uris.REFERENCES, {id_: work.by[:1].upper() for id_, work in works}, sizes),
            plan,
        )


def _size(of: ReferredWork) -> int:
    return AROUND * (1 + len(of.parts)) + sum(AROUND + len(text) for *_, text in of.findings)


def _referred(book: Book, id_: str, work: Work) -> ReferredWork:
    findings = tuple(
        (audit.id, name, finding.text)
        for audit in book.audits
        for name, finding in audit.findings.items()
        if id_ in finding.works
    )
    parts = [
        (audit.id, Step(part.title, f"{uris.of_audit(audit.id, 'analysis')}#{name}"))
        for audit in book.audits
        for name, part in audit.analysis.items()
        if id_ in part.works
    ]
    parts += [
        (audit.id, Step("Further reading", f"{uris.of_audit(audit.id, 'about')}#reading"))
        for audit in book.audits
        if id_ in audit.further_reading
    ]
    return ReferredWork(id_, work, findings, tuple(parts))
