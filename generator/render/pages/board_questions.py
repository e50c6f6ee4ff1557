"""The questions that audits put to Boards, with the answers there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.progress import FoundRecommendation
from generator.model.findings import RecommendationKind
from generator.model.library import Audit
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry
from generator.render.writer import Plan


@dataclass(frozen=True)
class BoardQuestions:
    """Questions for Boards, by audit, the newest first."""

    template: ClassVar[str] = "board-questions.html"
    asked: dict[str, tuple[FoundRecommendation, ...]]
    answered: int
    audits: Mapping[str, Audit]
    about: str = "What audits ask the Boards, and what the Boards have answered."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name: each question is found in its audit."""
        return (SearchEntry("", "Questions for Boards", self.about, EntryKind.LIST),)


def plans(book: Book) -> Iterator[Plan]:
    """The page, where any audit asks a Board anything."""
    asked = {
        audit.id: tuple(
            question
            for question in book.recommendations[audit.id]
            if question.recommendation.kind is RecommendationKind.QUESTION
        )
        for audit in book.audits
    }
    asked = {audit: questions for audit, questions in asked.items() if questions}
    if asked:
        questions = [question for of_audit in asked.values() for question in of_audit]
        answered = sum(1 for question in questions if question.recommendation.answer)
        audits = {audit.id: audit for audit in book.audits}
        yield Plan(
            uris.BOARD_QUESTIONS, "Questions for Boards", BoardQuestions(asked, answered, audits)
        )
