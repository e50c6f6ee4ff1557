"""The thread of each recommendation of an audit, and what hangs loose in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.loose_ends import LooseEnd, LooseKind, by_kind
from generator.aggregate.progress import FoundRecommendation
from generator.aggregate.thread import Thread
from generator.render.page import SearchEntry
from generator.render.pages.frame import Frame, audit_plan
from generator.render.writer import Plan


@dataclass(frozen=True)
class ShownThread:
    """A recommendation with its thread."""

    found: FoundRecommendation
    thread: Thread


@dataclass(frozen=True)
class ThreadPage:
    """What each recommendation rests on and what became of it, and what hangs loose."""

    template: ClassVar[str] = "thread.html"
    frame: Frame
    shown: tuple[ShownThread, ...]
    loose: dict[LooseKind, tuple[LooseEnd, ...]]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"What each recommendation rests on and what became of it: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name: a recommendation is found where it stands itself."""
        return (SearchEntry("", self.frame.called("Thread")),)


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """The threads, where anything is asked for or hangs loose."""
    found, threads = book.recommendations[frame.audit.id], book.threads[frame.audit.id]
    shown = tuple(
        ShownThread(recommendation, thread)
        for recommendation, thread in zip(found, threads, strict=True)
    )
    loose = by_kind(book.loose_ends[frame.audit.id])
    if shown or loose:
        view = ThreadPage(frame, shown, loose)
        # An audit that recommends nothing has no such file to edit.
        file = "recommendations.yml" if shown else "audit.yml"
        yield audit_plan(frame, "thread", "Thread", view, file)
