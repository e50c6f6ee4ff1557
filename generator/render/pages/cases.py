"""The cases of an audit: their index, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.matrix import CellState, Matrix
from generator.aggregate.results import AuditResults, QuestionResult
from generator.diagnostics.wording import counted
from generator.model.case import Case
from generator.model.returns import GoodPractice, Return
from generator.model.words import AgencyId, case_name
from generator.read.markdown import plain
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.frame import Frame, audit_plan
from generator.render.writer import Plan


@dataclass(frozen=True)
class NamedCase:
    """A case with what pages call it."""

    id: str
    name: str
    case: Case


@dataclass(frozen=True)
class Cases:
    """The index of the cases."""

    template: ClassVar[str] = "cases.html"
    frame: Frame
    cases: tuple[NamedCase, ...]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"The {counted(len(self.cases), 'case')} of the audit: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its title: the cases' own pages say the rest."""
        return (SearchEntry("", self.frame.called("Cases")),)


@dataclass(frozen=True)
class CaseAnswers:
    """What each agency answered to one question about a case."""

    result: QuestionResult
    answers: dict[str, str]
    """By agency."""
    comments: tuple[tuple[str, str, str], ...]
    """Agency, answer and what it wrote."""


@dataclass(frozen=True)
class CasePage:
    """One child's case, and what each agency answered about it."""

    template: ClassVar[str] = "case.html"
    frame: Frame
    named: NamedCase
    answers: tuple[CaseAnswers, ...]
    returns: dict[str, Return]
    states: dict[str, CellState]
    notes: dict[str, str]
    """What a reader must know of an agency's return, by agency."""
    received: dict[str, Return]
    """The returns of which this edition may show when they came in and who completed them."""
    practice: tuple[tuple[str, GoodPractice], ...]
    """Good practice, each with the agency that saw it."""

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"{self.named.name}: pen picture, what worked well and what to improve."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The pen picture and every point."""
        case = self.named.case
        points = (plain(point.text) for point in (*case.worked_well, *case.to_improve))
        title = self.frame.called(self.named.name)
        return (
            SearchEntry("", title, " ".join([plain(case.pen_picture), *points]), EntryKind.CASE),
        )


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """The index and the pages, where cases have files."""
    audit = frame.audit
    if not audit.cases:
        return
    named = tuple(NamedCase(id_, case_name(id_), case) for id_, case in audit.cases.items())
    index = audit_plan(frame, "cases/index", "Cases", Cases(frame, named), "audit.yml")
    yield index
    for case in named:
        returns = book.library.audits[audit.id].returns.get(case.id, {})
        page = _case(frame, case, returns, book.results[audit.id], book.matrices[audit.id])
        plan = audit_plan(frame, f"cases/{case.id}", case.name, page, f"cases/{case.id}.md")
        yield replace(plan, tab=index.uri)


def _case(
    frame: Frame,
    named: NamedCase,
    of_case: Mapping[AgencyId, Return],
    results: AuditResults,
    matrix: Matrix,
) -> CasePage:
    returns = {
        asked.agency: of_case[asked.agency]
        for asked in frame.audit.asked
        if asked.agency in of_case
    }
    with_answers = {
        agency: return_ for agency, return_ in returns.items() if return_.status.has_answers
    }
    answers = []
    for ref, result in results.questions.items() if with_answers else ():
        given = {
            agency: return_.answers[ref].answer if ref in return_.answers else "blank"
            for agency, return_ in with_answers.items()
        }
        comments = tuple(
            (agency, return_.answers[ref].answer, text)
            for agency, return_ in with_answers.items()
            if ref in return_.answers and (text := return_.answers[ref].comment)
        )
        answers.append(CaseAnswers(result, given, comments))
    return CasePage(
        frame=frame,
        named=named,
        answers=tuple(answers),
        returns=with_answers,
        states={
            agency: row[named.id]
            for agency, row in matrix.rows.items()
            if row[named.id] not in (CellState.NOT_ASKED, CellState.NOT_PRESERVED)
        },
        notes={agency: return_.note for agency, return_ in returns.items() if return_.note},
        received={
            agency: return_
            for agency, return_ in returns.items()
            if return_.received or return_.completed_by
        },
        practice=tuple(
            (agency, practice)
            for agency, return_ in returns.items()
            for practice in return_.good_practice
        ),
    )
