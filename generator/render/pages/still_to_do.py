"""What is still to do in all audits: where the way from finding to change breaks off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from generator.aggregate.book import Book
from generator.aggregate.loose_ends import LooseEnd, LooseKind, by_kind
from generator.model.library import Audit
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.parts import AROUND, Part, by_audit, in_parts
from generator.render.writer import Plan

_LINE: Final = 200
"""Bytes of a thing that hangs loose, about."""


@dataclass(frozen=True)
class LooseAudit:
    """An audit with what hangs loose in it."""

    audit: Audit
    groups: dict[LooseKind, tuple[LooseEnd, ...]]

    @property
    def number(self) -> int:
        """How many things hang loose."""
        return sum(len(ends) for ends in self.groups.values())


@dataclass(frozen=True)
class StillToDo:
    """What hangs loose, by audit, the newest first, and by the way it does."""

    template: ClassVar[str] = "still-to-do.html"
    audits: tuple[LooseAudit, ...]
    counts: dict[LooseKind, int]
    """How many there are, those of made-up audits left out, as in all counts."""
    leaves_out: bool
    """Whether there are made-up audits beside others."""
    about: str = "Where the way from finding to change breaks off, audit by audit."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name."""
        return (SearchEntry("", "Still to do", self.about, EntryKind.LIST),)


def plans(book: Book) -> Iterator[Plan]:
    """The page, where anything hangs loose: for the audit group alone, as the data says."""
    audits = tuple(
        LooseAudit(audit, groups)
        for audit in book.audits
        if (groups := by_kind(book.loose_ends.get(audit.id, ())))
    )
    if not audits:
        return
    real = [loose for loose in audits if not loose.audit.made_up] or audits
    counts = {kind: sum(len(loose.groups.get(kind, ())) for loose in real) for kind in LooseKind}
    counted = {kind: count for kind, count in counts.items() if count}
    sizes = {loose.audit.id: AROUND + _LINE * loose.number for loose in audits}

    def plan(part: Part) -> Plan:
        of_part = tuple(loose for loose in audits if loose.audit.id in part.keys)
        view = StillToDo(of_part, counted, len(real) < len(audits))
        return Plan(part.uri, "Still to do", view)

    yield from in_parts(by_audit(uris.STILL_TO_DO, book.audits, sizes), plan)
