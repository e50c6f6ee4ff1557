"""The tools side by side: what keeps being asked, and which questions ask several things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.model.library import Audit
from generator.model.tool import Question, Tool
from generator.render import uris
from generator.render.page import SearchEntry
from generator.render.writer import Plan


@dataclass(frozen=True)
class AskedOften:
    """A question that several tools ask, the earliest audit first."""

    asked: tuple[tuple[str, Question], ...]
    """The audit, and the question as it asks it."""
    changes: dict[str, str]
    """What changed in an audit's wording."""


@dataclass(frozen=True)
class Tools:
    """Every tool, and what they have in common."""

    template: ClassVar[str] = "tools.html"
    tools: dict[str, Tool]
    often: tuple[AskedOften, ...]
    several: dict[str, tuple[Question, ...]]
    """By audit, the questions that ask several things at once, the most first."""
    audits: Mapping[str, Audit]
    about: str = "The questions of all audits side by side."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name: the questions are found among the results."""
        return (SearchEntry("", "All tools side by side", self.about),)


def plans(book: Book) -> Iterator[Plan]:
    """The page, where any audit has a tool."""
    audits = {audit.id: audit for audit in book.audits}
    tools = {audit.id: audit.tool for audit in book.audits if audit.tool}
    if not tools:
        return
    several = {
        audit: tuple(
            sorted((one for one in tool.questions if one.parts), key=lambda one: -len(one.parts))
        )
        for audit, tool in tools.items()
    }
    view = Tools(
        tools=tools,
        often=tuple(_asked_often(tools)),
        several={audit: questions for audit, questions in several.items() if questions},
        audits=audits,
    )
    yield Plan(uris.TOOLS, "Tools", view)


def _asked_often(tools: Mapping[str, Tool]) -> Iterator[AskedOften]:
    """The questions that are linked as the same, each chain once, told from its latest."""
    questions = {(audit, one.ref): one for audit, tool in tools.items() for one in tool.questions}
    linked = {
        (same.audit, same.ref) for question in questions.values() for same in question.same_as
    }
    for (audit, ref), question in questions.items():
        if not question.same_as or (audit, ref) in linked:
            continue
        chain = [(audit, question)]
        changes = {}
        todo = [(audit, question)]
        while todo:
            later, one = todo.pop()
            for same in one.same_as:
                earlier = questions.get((same.audit, same.ref))
                if earlier is None or (same.audit, earlier) in chain:
                    continue
                chain.append((same.audit, earlier))
                todo.append((same.audit, earlier))
                if same.changed:
                    changes[later] = same.changed
        yield AskedOften(tuple(reversed(chain)), changes)
