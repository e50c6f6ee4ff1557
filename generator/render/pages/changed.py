"""What changed since an earlier audit: its points, and the figures of what was asked again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.follow_up import SinceLastTime, since_last_time
from generator.render.pages.frame import Frame, audit_plan
from generator.render.pages.then_and_now import ThenAndNow, then_and_now
from generator.render.search import entry
from generator.render.writer import Plan


@dataclass(frozen=True)
class Changed:
    """What changed since an earlier audit."""

    template: ClassVar[str] = "changed.html"
    frame: Frame
    since: SinceLastTime | None
    """Where its points stand, where the audit follows one up."""
    compared: ThenAndNow | None
    """The questions that it asked as well, where there are any."""

    @property
    def about(self) -> str:
        """What the page is about."""
        of = self.since.follow_up.title if self.since else "what was asked before"
        return f"Where {of} stands now: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its names, and every point by its words and where it stands now.

        The questions are found among the results.
        """
        title = self.frame.called("What changed since last time")
        also = ("then and now",) if self.compared else ()
        points = self.since.follow_up.points if self.since else ()
        return (
            SearchEntry("", title, self.about, EntryKind.CHANGE, also),
            *(
                entry(f"point_{number}", point.text, point.now, EntryKind.CHANGE)
                for number, point in enumerate(points, start=1)
            ),
        )


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """The page, where the audit follows one up or asks what one asked."""
    audit = frame.audit
    since = since_last_time(audit.follow_up) if audit.follow_up else None
    compared = then_and_now(book, audit)
    if since or compared:
        file = "follow-up.yml" if since else "tool.yml"
        view = Changed(frame, since, compared)
        yield audit_plan(frame, uris.CHANGED, "What changed", view, file)
