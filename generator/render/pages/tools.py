"""The tools side by side: what keeps being asked, and which questions ask several things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from generator.aggregate.book import Book
from generator.aggregate.comparison import asked_often, questions_of
from generator.model.library import Audit
from generator.model.tool import Question, Tool
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.parts import AROUND, Part, by_audit, in_parts
from generator.render.writer import Plan

Held = TypeVar("Held")


@dataclass(frozen=True)
class Asking:
    """A question as one tool asks it."""

    audit: str
    question: Question

    @property
    def changes(self) -> tuple[str, ...]:
        """What changed in its wording since it was asked before."""
        return tuple(same.changed for same in self.question.same_as if same.changed)


@dataclass(frozen=True)
class AskedOften:
    """A question that several tools ask."""

    asked: tuple[Asking, ...]
    """The earliest audit first."""


@dataclass(frozen=True)
class Tools:
    """Every tool, and what they have in common."""

    template: ClassVar[str] = "tools.html"
    tools: dict[str, Tool]
    often: tuple[AskedOften, ...]
    several: dict[str, tuple[Question, ...]]
    """By audit, the questions that ask several things at once, the most first."""
    examples: dict[str, tuple[Question, ...]]
    """By audit, the questions that show what a good answer is."""
    audits: Mapping[str, Audit]
    about: str = "The questions of all audits side by side."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name: the questions are found among the results."""
        page = SearchEntry("", "All tools side by side", self.about, EntryKind.LIST)
        good = SearchEntry(
            uris.EXAMPLES, "What a good answer looks like", "Examples.", EntryKind.LIST
        )
        return (page, good) if self.examples else (page,)


def plans(book: Book) -> Iterator[Plan]:
    """The page, where any audit has a tool."""
    audits = {audit.id: audit for audit in book.audits}
    tools = {audit.id: audit.tool for audit in book.audits if audit.tool}
    if not tools:
        return
    questions = {
        (audit, question.ref): question
        for audit, tool in tools.items()
        for question in tool.questions
    }
    several = {
        audit: tuple(
            sorted(
                (question for question in tool.questions if question.parts),
                key=lambda question: -len(question.parts),
            )
        )
        for audit, tool in tools.items()
    }
    often = tuple(
        tuple(Asking(same.audit, questions[same.audit, same.ref]) for same in asked)
        for asked in asked_often(map(questions_of, book.audits))
    )
    shown = examples(book)

    def plan(part: Part) -> Plan:
        held = (tuple(one for one in asked if one.audit in part.keys) for asked in often)
        view = Tools(
            tools=_within(tools, part),
            often=tuple(AskedOften(asked) for asked in held if asked),
            several=_within({audit: asked for audit, asked in several.items() if asked}, part),
            examples=_within(shown, part),
            audits=audits,
        )
        return Plan(part.uri, "Tools", view)

    sizes = Counter(dict.fromkeys(tools, AROUND))
    for asking in (asking for asked in often for asking in asked):
        sizes[asking.audit] += AROUND + len(asking.question.text)
    for listed in (several, shown):
        for audit, asked in listed.items():
            sizes[audit] += AROUND * len(asked)
    yield from in_parts(by_audit(uris.TOOLS, book.audits, sizes), plan)


def _within(by_audit: Mapping[str, Held], part: Part) -> dict[str, Held]:
    return {audit: held for audit, held in by_audit.items() if audit in part.keys}


def examples(book: Book) -> dict[str, tuple[Question, ...]]:
    """By audit, the questions of its tool that have an example of a good answer."""
    of = {
        audit.id: tuple(question for question in audit.tool.questions if question.example)
        for audit in book.audits
        if audit.tool
    }
    return {audit: questions for audit, questions in of.items() if questions}
