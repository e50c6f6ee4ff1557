"""The returns of an audit: who was asked about which case, and what came back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.matrix import Matrix
from generator.model.words import case_name
from generator.render.page import SearchEntry
from generator.render.pages.frame import Frame, audit_plan
from generator.render.writer import Plan


@dataclass(frozen=True)
class Returns:
    """The returns matrix."""

    template: ClassVar[str] = "returns.html"
    frame: Frame
    matrix: Matrix
    case_names: dict[str, str]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"Who was asked about which case, and what came back: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its title."""
        return (SearchEntry("", self.frame.called("Returns"), self.about),)


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """The matrix, where agencies were asked about cases."""
    matrix = book.matrices[frame.audit.id]
    if matrix.rows and matrix.cases:
        case_names = {id_: case_name(id_) for id_ in frame.audit.cases}
        yield audit_plan(
            frame, "returns", "Returns", Returns(frame, matrix, case_names), "audit.yml"
        )
