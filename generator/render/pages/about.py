"""How an audit was done, and what was learnt about auditing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.loose_ends import LooseEnd, LooseKind, by_kind
from generator.model.audit import Sample
from generator.read.markdown import plain
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.frame import Frame, audit_plan
from generator.render.writer import Plan


@dataclass(frozen=True)
class About:
    """How the audit was done and what was learnt about auditing."""

    template: ClassVar[str] = "about.html"
    frame: Frame
    sample: str
    """How the cases came out of all there were: `59 chosen, 54 found`; empty without a word."""
    loose: dict[LooseKind, tuple[LooseEnd, ...]]
    """What is still to do, where the edition names it."""
    still_to_do: dict[LooseKind, int]
    """How many things are still to do, where it does not."""

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"Method, sources and what was learnt about auditing: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The prose of the page."""
        audit = self.frame.audit
        prose = (audit.summary, audit.method, audit.process, audit.sources)
        words = " ".join(plain(text) for text in prose if text)
        return (SearchEntry("", self.frame.called("About the audit"), words, EntryKind.ABOUT),)


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """Every audit says how it was done."""
    id_ = frame.audit.id
    loose = by_kind(book.loose_ends.get(id_, ()))
    view = About(frame, _sample(frame.audit.sample), loose, {} if loose else book.still_to_do[id_])
    yield audit_plan(frame, "about", "About the audit", view, "audit.yml")


def _sample(sample: Sample | None) -> str:
    if sample is None:
        return ""
    told = (
        (sample.there_were, "to choose from"),
        (sample.chosen, "chosen"),
        (sample.found, "found"),
    )
    return ", ".join(f"{count} {what}" for count, what in told if count is not None)
