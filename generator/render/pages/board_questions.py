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
from generator.render.pages.parts import AROUND, Part, by_audit, in_parts
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
    audits = {audit.id: audit for audit in book.audits}
    sizes = {
        audit: sum(AROUND + len(one.recommendation.text) for one in questions)
        for audit, questions in asked.items()
    }

    def plan(part: Part) -> Plan:
        of_part = {audit: of_audit for audit, of_audit in asked.items() if audit in part.keys}
        questions = [question for of_audit in of_part.values() for question in of_audit]
        answered = sum(1 for question in questions if question.recommendation.answer)
        view = BoardQuestions(of_part, answered, audits)
        return Plan(part.uri, "Questions for Boards", view)

    if asked:
        yield from in_parts(by_audit(uris.BOARD_QUESTIONS, book.audits, sizes), plan)
