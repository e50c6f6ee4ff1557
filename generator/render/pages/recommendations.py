"""The recommendations of an audit: what is to be done, what it rests on, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.progress import FoundRecommendation
from generator.aggregate.thread import Reached, Thread
from generator.model.findings import Progress, Recommendation, RecommendationKind
from generator.model.library import Audit
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.frame import Frame, audit_plan
from generator.render.search import entry, names
from generator.render.writer import Plan


@dataclass(frozen=True)
class Followed:
    """A recommendation, and the way from what it rests on to what it changed."""

    found: FoundRecommendation
    thread: Thread
    latest: tuple[str, Progress] | None
    """The last that is known of it, and what that is: done, its impact; else empty."""

    @property
    def how_far(self) -> str:
        """How many of the stations on its way are there."""
        there = [one.reached for one in self.thread.stations].count(Reached.THERE)
        steps = "step" if there == 1 else "steps"
        return (
            f"{there} {steps} of {len(self.thread.stations)} {'is' if there == 1 else 'are'} there"
        )


@dataclass(frozen=True)
class RecommendationGroup:
    """Recommendations of one kind."""

    id: str
    title: str
    recommendations: tuple[Followed, ...]


@dataclass(frozen=True)
class Recommendations:
    """What is to be done, by whom and by when."""

    template: ClassVar[str] = "recommendations.html"
    frame: Frame
    groups: tuple[RecommendationGroup, ...]
    called: dict[str, tuple[str, ...]]
    """What people call the themes and owners of each recommendation."""

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"What is to be done, by whom and by when: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """Every recommendation by its words."""
        return (
            SearchEntry("", self.frame.called("Recommendations")),
            *(
                entry(
                    found.id,
                    found.recommendation.text,
                    found.recommendation.detail,
                    EntryKind.RECOMMENDATION,
                    self.called[found.id],
                )
                for group in self.groups
                for found in (followed.found for followed in group.recommendations)
            ),
        )


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """The recommendations, where there are any."""
    if frame.audit.recommendations:
        called = {
            id_: names(
                (book.library.themes[theme] for theme in recommendation.themes),
                (book.library.agencies[agency] for agency in recommendation.owners),
            )
            for id_, recommendation in frame.audit.recommendations.items()
        }
        view = Recommendations(frame, tuple(_groups(book, frame.audit)), called)
        yield audit_plan(frame, "recommendations", "Recommendations", view, "recommendations.yml")


def _groups(book: Book, audit: Audit) -> Iterator[RecommendationGroup]:
    titles = {
        RecommendationKind.RECOMMENDATION: "What was recommended",
        RecommendationKind.ACTION: "What was already agreed",
        RecommendationKind.QUESTION: "What the Boards are asked",
        RecommendationKind.PROCESS: "How the next audit should be done",
    }
    threads = zip(book.recommendations[audit.id], book.threads[audit.id], strict=True)
    followed = [Followed(found, thread, _latest(found.recommendation)) for found, thread in threads]
    for kind, title in titles.items():
        of_kind = tuple(one for one in followed if one.found.recommendation.kind is kind)
        if of_kind:
            yield RecommendationGroup(f"group_{kind.value.replace(' ', '-')}", title, of_kind)


def _latest(of: Recommendation) -> tuple[str, Progress] | None:
    """What was told last: of its impact, of its being done, or of progress."""
    told = (
        ("impact", of.impact),
        ("done", of.done),
        ("", of.progress[-1] if of.progress else None),
    )
    return next(((what, one) for what, one in told if one), None)
