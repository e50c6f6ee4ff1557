"""The tool of an audit, to read and to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.model.returns import Reason, ReturnStatus
from generator.model.tool import Tool
from generator.render.page import SearchEntry
from generator.render.pages.frame import Frame, audit_plan
from generator.render.prose import plain
from generator.render.writer import Plan


@dataclass(frozen=True)
class ToolPage:
    """The tool, to read and to print."""

    template: ClassVar[str] = "tool.html"
    frame: Frame
    tool: Tool
    statuses: tuple[ReturnStatus, ...]
    """What the agency can say that its return is."""
    reasons: tuple[Reason, ...]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"The questions that each agency was asked: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its title: the questions are found among the results."""
        words = plain(f"{self.tool.title}\n\n{self.tool.about or self.about}")
        return (SearchEntry("", self.frame.called("The tool"), words),)


def plans(book: Book, frame: Frame) -> Iterator[Plan]:  # noqa: ARG001
    """The tool, where it is known."""
    if frame.audit.tool:
        statuses = tuple(one for one in ReturnStatus if one is not ReturnStatus.NO_RETURN)
        view = ToolPage(frame, frame.audit.tool, statuses, tuple(Reason))
        yield audit_plan(frame, "tool", "The tool", view, "tool.yml")
