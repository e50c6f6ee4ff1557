"""The tool of an audit, to read and to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.model.registers import Scale
from generator.model.returns import Reason, ReturnStatus
from generator.model.tool import Question, Tool
from generator.read.markdown import plain
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.frame import Frame, audit_plan
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
    scales: dict[str, Scale]
    """What can be answered and judged, by the scale's id, each once."""

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"The questions that each agency was asked: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its title, and every question as it is asked."""
        words = plain(f"{self.tool.title}\n\n{self.tool.about or self.about}")
        return (
            SearchEntry("", self.frame.called("The tool"), words),
            *(
                SearchEntry(
                    uris.anchor(question.ref),
                    f"{question.ref} {question.label}",
                    _asked_words(question),
                    EntryKind.ASKED,
                )
                for question in self.tool.questions
            ),
        )


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """The tool, where it is known."""
    if frame.audit.tool:
        statuses = tuple(status for status in ReturnStatus if status is not ReturnStatus.NO_RETURN)
        tool = frame.audit.tool
        used = [*(one.scale for one in tool.questions), *(one.scale for one in tool.judgements)]
        named = dict.fromkeys([*used, *([frame.audit.grades] if frame.audit.grades else [])])
        scales = {id_: book.library.scales[id_] for id_ in named}
        view = ToolPage(frame, tool, statuses, tuple(Reason), scales)
        yield audit_plan(frame, "tool", "The tool", view, "tool.yml")


def _asked_words(question: Question) -> str:
    words = [plain(question.text), plain(question.guidance or "")]
    if question.example:
        words.append(f"An example of a good answer: {plain(question.example)}")
    return " ".join(filter(None, words))
