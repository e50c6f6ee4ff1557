"""The results of an audit: what came of every question."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.printed_row import PrintedRow, RowShare
from generator.aggregate.results import AuditResults, QuestionResult
from generator.aggregate.row_verdict import checked
from generator.model.library import Audit
from generator.model.registers import ScaleKind
from generator.model.tool import Section
from generator.model.words import case_name
from generator.read.markdown import plain
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry, Step
from generator.render.pages.frame import Frame, audit_plan
from generator.render.possible import beside_row
from generator.render.writer import Plan


@dataclass(frozen=True)
class ResultsSection:
    """A section of the tool with what came of its questions."""

    section: Section
    results: tuple[QuestionResult, ...]


class Kind(StrEnum):
    """What a row of the results shows."""

    SHOWN = "shown"
    """Told without small numbers."""
    TALLIED = "tallied"
    SCORES = "scores"
    AS_PRINTED = "as printed"
    IN_WORDS = "in words"
    NOT_REPORTED = "not reported"


@dataclass(frozen=True)
class Groups:
    """A row by site, locality or group, and for other years; each with its own base."""

    earlier: dict[str, PrintedRow]
    by: dict[str, dict[str, PrintedRow]]


@dataclass(frozen=True)
class Results:
    """What came of every question."""

    template: ClassVar[str] = "results.html"
    frame: Frame
    sections: tuple[ResultsSection, ...]
    results: AuditResults
    case_names: dict[str, str]
    in_prose: dict[str, Step]
    """The part of the analysis that answers a question in words, by reference."""
    beside: dict[str, str]
    """What to know of a question's printed percentages, by reference."""
    kinds: dict[str, Kind]
    """Which kind of row each question has, by reference."""
    sort_by: dict[str, int | None]
    """The share in millionths, by which rows can be sorted, by reference."""
    groups: dict[str, Groups]
    """What the row says of groups and of other years, by reference."""
    checked: dict[str, str]
    """What each printed row was checked against, by reference; empty for what was returned."""
    asked_elsewhere: dict[str, tuple[Step, ...]]
    """Where a question stands beside the same one of another audit, by reference."""
    shows: dict[str, tuple[str, ...]]
    """The findings that rest on a question's answers, by reference."""

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"Every question of the audit with its answers: {self.frame.audit.title}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """Every question by its words."""
        return (
            SearchEntry("", self.frame.called("Results")),
            *(
                SearchEntry(
                    uris.anchor(result.question.ref),
                    f"{result.question.ref} {result.question.label}: {self._came_out(result)}",
                    _result_words(result),
                    EntryKind.RESULT,
                )
                for of_section in self.sections
                for result in of_section.results
            ),
        )

    def _came_out(self, result: QuestionResult) -> str:
        """`82%`; where there is no such figure, what there is instead."""
        if result.share and result.share.short:
            return f"{result.share.short}{' (rounded)' if result.shown else ''}"
        kind = self.kinds[result.question.ref]
        return kind.value if kind in (Kind.IN_WORDS, Kind.NOT_REPORTED) else "no single share"


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """The results, where anything was reported, in figures or in words."""
    audit, results = frame.audit, book.results[frame.audit.id]
    in_prose = {
        ref: Step(part.title, f"{uris.of_audit(audit.id, 'analysis')}#{name}")
        for name, part in audit.analysis.items()
        for ref in part.questions
    }
    if not has_results(book, audit):
        return
    sections = tuple(
        ResultsSection(
            section, tuple(results.questions[question.ref] for question in section.questions)
        )
        for section in (audit.tool.sections if audit.tool else ())
    )
    case_names = {id_: case_name(id_) for id_ in audit.cases}
    file = "published.yml" if audit.published else "tool.yml"
    beside = {ref: beside_row(one.row) if one.row else "" for ref, one in results.questions.items()}
    elsewhere = _asked_elsewhere(book, audit, results)
    of_all = results.questions
    view = Results(
        frame=frame,
        sections=sections,
        results=results,
        case_names=case_names,
        in_prose=in_prose,
        beside=beside,
        kinds={ref: _kind(one, in_prose) for ref, one in of_all.items()},
        sort_by={ref: _millionths(one.share) for ref, one in of_all.items()},
        groups={ref: _groups(one) for ref, one in of_all.items()},
        checked={ref: checked(one.row).words if one.row else "" for ref, one in of_all.items()},
        asked_elsewhere=elsewhere,
        shows=_shows(audit),
    )
    yield audit_plan(frame, "results", "Results", view, file)


def _kind(result: QuestionResult, in_prose: dict[str, Step]) -> Kind:
    if result.shown:
        return Kind.SHOWN
    if result.tally:
        return Kind.SCORES if result.scale.kind is ScaleKind.SCORE else Kind.TALLIED
    figure = result.printed
    if figure and (
        figure.counts
        or figure.percentages
        or figure.joined
        or figure.joined_counts
        or figure.mean is not None
        or figure.median is not None
        or figure.printed_as
        or figure.by
        or figure.earlier
    ):
        return Kind.AS_PRINTED
    return Kind.IN_WORDS if result.question.ref in in_prose else Kind.NOT_REPORTED


def _millionths(share: RowShare | None) -> int | None:
    if share is None:
        return None
    if share.figure:
        return share.figure.count * 1_000_000 // share.figure.base
    return None if share.percentage is None else int(share.percentage * 10_000)


def _groups(result: QuestionResult) -> Groups:
    row = result.row
    if row is None:
        return Groups({}, {})
    return Groups(
        {year: row.of_group(figure) for year, figure in row.figure.earlier.items()},
        {
            dimension: {name: row.of_group(figure) for name, figure in groups.items()}
            for dimension, groups in row.figure.by.items()
        },
    )


def has_results(book: Book, audit: Audit) -> bool:
    """Whether there is a page of results: anything was reported, in figures or in words."""
    reported = book.results[audit.id].questions.values()
    in_words = any(part.questions for part in audit.analysis.values())
    return in_words or any(one.shown or one.tally or one.printed for one in reported)


def _asked_elsewhere(
    book: Book, audit: Audit, results: AuditResults
) -> dict[str, tuple[Step, ...]]:
    steps: dict[str, list[Step]] = {ref: [] for ref in results.questions}
    for link in (one.link for one in book.comparisons.get(audit.id, ())):
        is_now = link.now.audit == audit.id
        own, other = (link.now, link.then) if is_now else (link.then, link.now)
        asked = "Asked before, in" if is_now else "Asked again, in"
        title = f"{asked} {book.library.audits[other.audit].title} ({other.ref})"
        steps[own.ref].append(Step(title, uris.compared(link.now.audit, link.now.ref)))
    return {ref: tuple(of_ref) for ref, of_ref in steps.items()}


def _shows(audit: Audit) -> dict[str, tuple[str, ...]]:
    shows: dict[str, tuple[str, ...]] = {}
    for id_, finding in audit.findings.items():
        for ref in finding.rests_on.answers:
            shows[ref] = (*shows.get(ref, ()), id_)
    return shows


def _result_words(result: QuestionResult) -> str:
    words = [plain(result.question.text)]
    if result.share:
        words.append(result.share.words if result.share.base else result.share.short)
    return " ".join(words)
