"""The thematic analysis of an audit, with its figures bound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.model.findings import Analysis
from generator.read.markdown import plain
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.frame import Frame, audit_plan
from generator.render.writer import Plan


@dataclass(frozen=True)
class AnalysisPage:
    """The thematic analysis, with its figures bound."""

    template: ClassVar[str] = "analysis.html"
    frame: Frame
    parts: dict[str, Analysis]
    has_figures: bool
    """Whether the text refers to figures of the results."""

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"What the answers and the cases say together: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """Every part by its words."""
        return (
            SearchEntry("", self.frame.called("Analysis")),
            *(
                SearchEntry(id_, part.title, plain(part.text), EntryKind.ANALYSIS)
                for id_, part in self.parts.items()
            ),
        )


def plans(book: Book, frame: Frame) -> Iterator[Plan]:  # noqa: ARG001
    """The analysis, where there is one."""
    if frame.audit.analysis:
        first = next(iter(frame.audit.analysis))
        has_figures = any("{{" in part.text for part in frame.audit.analysis.values())
        view = AnalysisPage(frame, frame.audit.analysis, has_figures)
        yield audit_plan(frame, "analysis", "Analysis", view, f"analysis/{first}.md")
