"""The collection board of an audit: what is still to come, from whom, and by when.

Only the audit group's edition has it: the others know nothing of what it is made from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.collection import Collection
from generator.aggregate.countdown import countdown
from generator.model.audit import AuditStatus
from generator.render.page import SearchEntry
from generator.render.pages.frame import Frame, audit_plan
from generator.render.pages.returns import ShownMatrix, shown_matrix
from generator.render.writer import Plan


@dataclass(frozen=True)
class CollectionBoard:
    """How the collection of returns stands."""

    template: ClassVar[str] = "collection.html"
    frame: Frame
    shown: ShownMatrix | None
    """Agencies by cases; none where no agency was asked about a case."""
    collection: Collection
    as_at: date
    countdown: str
    """The days that are left, in words; empty where nothing is awaited, or no date is set."""
    questions: dict[str, str]
    """What tables call each question, by its reference."""

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"What is still to come, from whom and by when: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its title."""
        return (SearchEntry("", self.frame.called("Collection"), self.about),)


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """The board, where this edition may show it."""
    audit = frame.audit
    if stands := book.collections.get(audit.id):
        due = audit.dates.due
        is_awaited = stands.back < stands.asked and audit.status is not AuditStatus.PUBLISHED
        board = CollectionBoard(
            frame=frame,
            shown=shown_matrix(book, audit.id),
            collection=stands,
            as_at=book.as_at,
            countdown=countdown(due, book.as_at) if due and is_awaited else "",
            questions={one.ref: one.label for one in (audit.tool.questions if audit.tool else ())},
        )
        yield audit_plan(frame, "collection", "Collection", board, "audit.yml")
