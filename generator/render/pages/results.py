"""The results of an audit: what came of every question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar, Final

from generator.aggregate.book import Book
from generator.aggregate.printed_row import PrintedRow
from generator.aggregate.results import AuditResults, QuestionResult
from generator.aggregate.row_verdict import checked
from generator.aggregate.target import Standing
from generator.diagnostics.wording import counted
from generator.model.library import Audit
from generator.model.published import GroupFigure
from generator.model.registers import Scale
from generator.model.tool import Question, Section
from generator.read.markdown import plain
from generator.render import uris
from generator.render.answers import Answers, Drawn, Told, is_printed, of_group, of_question
from generator.render.chart_titles import in_millionths, lowest_and_highest
from generator.render.charts import keys
from generator.render.page import EntryKind, SearchEntry, Step
from generator.render.pages.frame import Frame, audit_plan
from generator.render.possible import beside_row
from generator.render.writer import Plan


@dataclass(frozen=True)
class Target:
    """What a share is aimed at, and whether it got there."""

    percentage: int
    standing: Standing

    @property
    def words(self) -> str:
        """Where it stands, with a sign for who does not see the colour."""
        return _STANDINGS[self.standing]

    @property
    def look(self) -> str:
        """The name of its style."""
        return f"standing-{self.standing.value.replace(', ', '-').replace(' ', '-')}"


@dataclass(frozen=True)
class Group:
    """The same row of one group, or of another year."""

    name: str
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Row:
    """What came of one question."""

    question: Question
    answers: Answers
    came_out: str
    """`82%`; where there is no such figure, what there is instead."""
    sort_by: int | None
    """The share in millionths, by which rows can be sorted."""
    found_by: str
    """What search finds it by, besides its title."""
    asked_elsewhere: tuple[Step, ...] = ()
    """Where the question stands beside the same one of another audit."""
    shows: tuple[Step, ...] = ()
    """The findings that rest on the answers."""
    comments: Step | None = None
    """What agencies wrote with their answers."""
    read: Step | None = None
    """The part of the analysis that answers it in words, where nothing else does."""
    reckoned: tuple[str, ...] = ()
    """What to know of the numbers."""
    target: Target | None = None
    earlier: tuple[Group, ...] = ()
    """Other years, each with its own base."""
    by: dict[str, tuple[Group, ...]] = field(default_factory=dict)
    """Sites, localities or groups, by what they are."""
    note: str = ""
    """What the source says about the row; prose."""
    checked: str = ""
    """What the printed row was checked against; empty for what was returned."""


@dataclass(frozen=True)
class ResultsSection:
    """A section of the tool with what came of its questions."""

    section: Section
    headed: str
    """What the source calls it, where that is another name."""
    finding: str
    """What the answers come to, as the title of their chart."""
    rows: tuple[Row, ...]
    keys: tuple[Scale, ...]
    """The scales that its bars are drawn on."""


@dataclass(frozen=True)
class Results:
    """What came of every question."""

    template: ClassVar[str] = "results.html"
    frame: Frame
    sections: tuple[ResultsSection, ...]
    how_counted: tuple[str, ...]
    """What the figures are of and how to read them, in sentences."""
    note: str
    """What the source says of its figures; prose."""
    can_be_sorted: bool

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
                    uris.anchor(row.question.ref),
                    f"{row.question.ref} {row.question.label}: {row.came_out}",
                    row.found_by,
                    EntryKind.RESULT,
                )
                for of_section in self.sections
                for row in of_section.rows
            ),
        )


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """The results, where anything was reported, in figures or in words."""
    audit, results = frame.audit, book.results[frame.audit.id]
    if not has_results(book, audit):
        return
    published = audit.published
    view = Results(
        frame=frame,
        sections=tuple(_sections(book, audit, results)),
        how_counted=tuple(_how_counted(audit, results)),
        note=published.note or "" if published else "",
        can_be_sorted=bool(published)
        or any(one.tally or one.shown for one in results.questions.values()),
    )
    file = "published.yml" if published else "tool.yml"
    yield audit_plan(frame, "results", "Results", view, file)


def _how_counted(audit: Audit, results: AuditResults) -> Iterator[str]:
    """What the figures are of, and how to read them."""
    published, of_all = audit.published, results.questions.values()
    tallied = any(one.tally for one in of_all)
    if any(one.shown for one in of_all):
        source = "As the source printed them" if published else "Added up from the returns"
        yield (
            f"{source}, without small numbers: shares of cases are words, other counts go to the "
            "nearest 5, and [c] stands for what is confidential."
        )
        yield "Blank answers are left out."
    elif published:
        source = published.source.strip(".")
        yield f"Counted in {results.unit}, as the source printed them ({source})."
        if not tallied:
            yield "No row has the counts of all its answers, so nothing is added up here."
    elif tallied:
        yield "Added up from the returns of all agencies about all cases."
        yield "The share is of those who answered."
        yield "Don't know, not applicable and blank stand beside it."
    else:
        yield "Answered in words: each question leads to what was said."


def _sections(book: Book, audit: Audit, results: AuditResults) -> Iterator[ResultsSection]:
    in_prose = {
        ref: Step(part.title, f"{uris.of_audit(audit.id, 'analysis')}#{name}")
        for name, part in audit.analysis.items()
        for ref in part.questions
    }
    elsewhere, shows = _asked_elsewhere(book, audit, results), _shows(audit)
    headings = audit.published.headings if audit.published else {}
    for section in audit.tool.sections if audit.tool else ():
        of_section = [results.questions[question.ref] for question in section.questions]
        headed = headings.get(section.id, section.title)
        yield ResultsSection(
            section=section,
            headed="" if headed == section.title else headed,
            finding=lowest_and_highest(
                {one.question.ref: one.share for one in of_section},
                are_rounded=any(one.shown for one in of_section),
            ),
            rows=tuple(
                replace(
                    _row(audit, one, in_prose.get(one.question.ref)),
                    asked_elsewhere=elsewhere[one.question.ref],
                    shows=shows.get(one.question.ref, ()),
                )
                for one in of_section
            ),
            keys=keys(one.scale for one in of_section),
        )


def _row(audit: Audit, result: QuestionResult, read: Step | None) -> Row:
    answers = of_question(result)
    is_known = result.shown or result.tally or is_printed(result)
    if read and not is_known:
        answers = replace(answers, drawn=Drawn(instead="in words"), told=())
    row, printed = result.row, result.printed
    return Row(
        question=result.question,
        answers=answers,
        came_out=_came_out(result) or ("no single share" if is_known else answers.drawn.instead),
        sort_by=in_millionths(result.share),
        found_by=_found_by(result),
        comments=Step(
            counted(len(result.comments), "comment"),
            uris.comment(audit.id, result.section, result.question.ref),
        )
        if result.comments
        else None,
        read=None if is_known else read,
        reckoned=tuple(_reckoned(result)),
        target=Target(result.target, result.standing)
        if result.standing and result.target is not None
        else None,
        earlier=_groups(row, row.figure.earlier) if row else (),
        by={what: _groups(row, groups) for what, groups in row.figure.by.items()} if row else {},
        note=printed.note or "" if printed else "",
        checked=checked(row).words if row else "",
    )


def _came_out(result: QuestionResult) -> str:
    rounded = " (rounded)" if result.shown else ""
    return f"{result.share.short}{rounded}" if result.share and result.share.short else ""


def _reckoned(result: QuestionResult) -> Iterator[str]:
    row = result.row
    if row and result.tally and row.holds:
        holds = " and ".join(row.holds)
        others = f"the share is of the {row.answered} others"
        yield f"The printed total of {row.total} holds {holds}; {others}."
    if row and (known := beside_row(row)):
        yield known
    if result.printed and (agreed := result.printed.agreement):
        kappa = f" (kappa {agreed.kappa})" if agreed.kappa is not None else ""
        yield f"Two raters agreed on {agreed.same} of {agreed.of}{kappa}."


def _groups(row: PrintedRow, groups: Mapping[str, GroupFigure]) -> tuple[Group, ...]:
    return tuple(Group(name, of_group(row.of_group(one))) for name, one in groups.items())


def has_results(book: Book, audit: Audit) -> bool:
    """Whether there is a page of results: anything was reported, in figures or in words."""
    reported = book.results[audit.id].questions.values()
    told_in_words = any(part.questions for part in audit.analysis.values())
    return told_in_words or any(one.shown or one.tally or one.printed for one in reported)


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


def _shows(audit: Audit) -> dict[str, tuple[Step, ...]]:
    """The findings that rest on a question's answers, by its reference."""
    shows: dict[str, tuple[Step, ...]] = {}
    for id_, finding in audit.findings.items():
        step = Step(plain(finding.text).strip("."), uris.finding(audit.id, id_))
        for ref in finding.rests_on.answers:
            shows[ref] = (*shows.get(ref, ()), step)
    return shows


def _found_by(result: QuestionResult) -> str:
    words = [plain(result.question.text)]
    if result.share:
        words.append(result.share.words if result.share.base else result.share.short)
    return " ".join(words)


_STANDINGS: Final = {
    Standing.MET: "✓ met",
    Standing.AMBER: "◐ missed, amber",
    Standing.MISSED: "✗ missed",
    Standing.TOO_FEW: "? too few to tell",
}
