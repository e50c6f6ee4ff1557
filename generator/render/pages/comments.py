"""What agencies wrote with their answers: a page for each section of the tool."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.results import QuestionResult
from generator.model.tool import Question, Section
from generator.render import uris
from generator.render.charts import in_line
from generator.render.page import SearchEntry
from generator.render.pages.frame import Frame
from generator.render.writer import Plan


@dataclass(frozen=True)
class Comment:
    """What an agency wrote with its answer."""

    agency: str
    case: str
    """The case's id."""
    answer: str
    text: str


@dataclass(frozen=True)
class Commented:
    """A question with all that was written."""

    question: Question
    comments: tuple[Comment, ...]


@dataclass(frozen=True)
class Comments:
    """What agencies wrote about the questions of one section."""

    template: ClassVar[str] = "comments.html"
    frame: Frame
    section: Section
    results: str
    """The address of the answers."""
    questions: tuple[Commented, ...]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"What agencies wrote about {self.section.title}: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its title."""
        return (SearchEntry("", self.frame.called(f"Comments: {self.section.title}"), self.about),)


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """A page for each section where anything was written."""
    audit, results = frame.audit, book.results[frame.audit.id]
    for section in audit.tool.sections if audit.tool else ():
        of_section = (results.questions[question.ref] for question in section.questions)
        commented = tuple(_commented(book, one) for one in of_section if one.comments)
        if commented:
            tab = uris.of_audit(audit.id, "results")
            view = Comments(frame, section, tab, commented)
            title = f"Comments: {section.title}"
            file = f"audits/{audit.id}/tool.yml"
            yield Plan(uris.comments(audit.id, section.id), title, view, file, tab=tab)


def _commented(book: Book, result: QuestionResult) -> Commented:
    return Commented(
        result.question,
        tuple(
            Comment(
                book.library.agencies[comment.agency].label,
                comment.case,
                in_line(result.scale.shown(comment.answer)),
                comment.text,
            )
            for comment in result.comments
        ),
    )
