"""The recommendations of an audit: what is to be done, by whom and by when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.progress import FoundRecommendation
from generator.aggregate.thread import SaidAgain
from generator.model.findings import RecommendationKind
from generator.model.library import Audit
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.frame import Frame, audit_plan
from generator.render.search import entry, names
from generator.render.writer import Plan


@dataclass(frozen=True)
class RecommendationGroup:
    """Recommendations of one kind."""

    id: str
    title: str
    recommendations: tuple[FoundRecommendation, ...]


@dataclass(frozen=True)
class Recommendations:
    """What is to be done, by whom and by when."""

    template: ClassVar[str] = "recommendations.html"
    frame: Frame
    groups: tuple[RecommendationGroup, ...]
    said_again: dict[str, tuple[SaidAgain, ...]]
    """The recommendations of later audits that say one of these again, by its id."""
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
                for found in group.recommendations
            ),
        )


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """The recommendations, where there are any."""
    if frame.audit.recommendations:
        threads = book.threads[frame.audit.id]
        said_again = {thread.id: thread.said_again for thread in threads if thread.said_again}
        called = {
            id_: names(
                (book.library.themes[theme] for theme in recommendation.themes),
                (book.library.agencies[agency] for agency in recommendation.owners),
            )
            for id_, recommendation in frame.audit.recommendations.items()
        }
        view = Recommendations(frame, tuple(_groups(book, frame.audit)), said_again, called)
        yield audit_plan(frame, "recommendations", "Recommendations", view, "recommendations.yml")


def _groups(book: Book, audit: Audit) -> Iterator[RecommendationGroup]:
    titles = {
        RecommendationKind.RECOMMENDATION: "What was recommended",
        RecommendationKind.ACTION: "What was already agreed",
        RecommendationKind.QUESTION: "What the Boards are asked",
        RecommendationKind.PROCESS: "How the next audit should be done",
    }
    for kind, title in titles.items():
        of_kind = tuple(
            found for found in book.recommendations[audit.id] if found.recommendation.kind is kind
        )
        if of_kind:
            yield RecommendationGroup(f"group_{kind.value.replace(' ', '-')}", title, of_kind)
