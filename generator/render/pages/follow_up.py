"""What changed since an earlier audit, point by point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.model.follow_up import FollowUp, Standing
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.frame import Frame, audit_plan
from generator.render.search import entry
from generator.render.writer import Plan


@dataclass(frozen=True)
class FollowUpPage:
    """Where the earlier audit's points stand."""

    template: ClassVar[str] = "follow-up.html"
    frame: Frame
    follow_up: FollowUp
    counts: dict[Standing, int]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"Where the points of {self.follow_up.title} stand now: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name, and every point by its words and where it stands now."""
        title = self.frame.called("What changed since last time")
        return (
            SearchEntry("", title, self.about, EntryKind.CHANGE),
            *(
                entry(f"point_{number}", point.text, point.now, EntryKind.CHANGE)
                for number, point in enumerate(self.follow_up.points, start=1)
            ),
        )


def plans(book: Book, frame: Frame) -> Iterator[Plan]:  # noqa: ARG001
    """The follow-up, where the audit follows one up."""
    follow_up = frame.audit.follow_up
    if follow_up:
        standings = [point.standing for point in follow_up.points]
        counts = {
            standing: standings.count(standing) for standing in Standing if standing in standings
        }
        view = FollowUpPage(frame, follow_up, counts)
        yield audit_plan(frame, "follow-up", "Since last time", view, "follow-up.yml")
