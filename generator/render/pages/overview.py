"""The overview of an audit: what was looked at, what was found, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from generator.aggregate.book import Book
from generator.aggregate.figure import Figure
from generator.aggregate.matrix import Matrix
from generator.aggregate.results import AuditResults, QuestionResult
from generator.diagnostics.wording import counted
from generator.model.findings import Finding, FindingKind
from generator.model.library import Audit
from generator.model.nouns import singular
from generator.model.registers import Scale
from generator.model.tool import Question
from generator.read.markdown import plain
from generator.render.answers import Answers, of_cases, of_judgement, of_question
from generator.render.chart_titles import lowest_and_highest, most_given
from generator.render.charts import keys
from generator.render.how_sure import how_sure
from generator.render.page import EntryKind, SearchEntry, Step
from generator.render.pages.frame import Frame, audit_plan
from generator.render.pages.papers import papers_of
from generator.render.writer import Plan

_LOWEST_SHOWN: Final = 5


@dataclass(frozen=True)
class Judged:
    """Grades for one thing, in a row."""

    label: str
    answers: Answers


@dataclass(frozen=True)
class Low:
    """One of the questions with the lowest shares."""

    question: Question
    answers: Answers


@dataclass(frozen=True)
class Lowest:
    """The questions with the lowest shares of favourable answers, the lowest first."""

    finding: str
    """What they come to, as the title of their chart."""
    keys: tuple[Scale, ...]
    rows: tuple[Low, ...]


@dataclass(frozen=True)
class Overview:
    """What was looked at, what was found, what to do."""

    template: ClassVar[str] = "overview.html"
    frame: Frame
    papers: tuple[Step, ...]
    """What can be printed for a team."""
    facts: tuple[tuple[str, str], ...]
    """A number with what it counts."""
    cases_judged: Answers | None
    """How the partnership graded the cases."""
    cases_finding: str
    """What those grades come to, as the title of their chart."""
    cases_named: str
    """What the row of those grades is of."""
    cases_key: tuple[Scale, ...]
    judged: tuple[Judged, ...]
    """How agencies graded their own work and that of all."""
    judged_keys: tuple[Scale, ...]
    lowest: Lowest | None
    worries: tuple[tuple[str, Finding], ...]
    strengths: tuple[tuple[str, Finding], ...]
    how_sure: tuple[str, ...]
    """How much it saw and did not see, a sentence each."""

    @property
    def about(self) -> str:
        """What the page is about."""
        return plain(self.frame.audit.about)

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The audit by its title, and what it says in short."""
        audit = self.frame.audit
        words = " ".join([plain(audit.about), *(plain(text) for text in audit.in_short)])
        return (SearchEntry("", self.frame.called("Overview"), words, EntryKind.AUDIT),)


def plans(book: Book, frame: Frame) -> Iterator[Plan]:
    """Every audit has an overview."""
    yield audit_plan(frame, "index", "Overview", _overview(book, frame), "audit.yml")


def _overview(book: Book, frame: Frame) -> Overview:
    audit, results = frame.audit, book.results[frame.audit.id]
    scale = book.library.scales.get(audit.grades or "")
    cases_judged = of_cases(results, scale)
    are_drawn = cases_judged is not None and cases_judged.drawn.is_drawn
    ranked = sorted(
        (
            (figure.percent, result)
            for result in results.questions.values()
            if (figure := _favourable(result)) is not None and figure.percent is not None
        ),
        key=lambda pair: pair[0],
    )
    return Overview(
        frame=frame,
        papers=papers_of(audit),
        facts=facts(book, audit),
        cases_judged=cases_judged,
        cases_finding=most_given(results.cases_judged, scale, "case")
        if results.cases_judged and scale
        else "",
        cases_named=_cases_named(results, len(audit.cases)),
        cases_key=(scale,) if scale and are_drawn else (),
        judged=tuple(Judged(one.judgement.label, of_judgement(one)) for one in results.judgements),
        judged_keys=keys(one.scale for one in results.judgements),
        lowest=_lowest([result for _, result in ranked[:_LOWEST_SHOWN]]),
        worries=_of_kind(audit, FindingKind.WORRY),
        strengths=_of_kind(audit, FindingKind.STRENGTH),
        how_sure=how_sure(book, audit),
    )


def _cases_named(results: AuditResults, cases: int) -> str:
    judged = results.cases_judged
    of = f" ({judged.base} of {counted(cases, 'case')})" if judged else ""
    return f"How the partnership judged the work on each case{of}"


def _lowest(of: Sequence[QuestionResult]) -> Lowest | None:
    if not of:
        return None
    finding = lowest_and_highest(
        {one.question.ref: one.share for one in of}, are_rounded=any(one.shown for one in of)
    )
    rows = tuple(Low(one.question, of_question(one)) for one in of)
    return Lowest(finding, keys(one.scale for one in of), rows)


def _favourable(result: QuestionResult) -> Figure | None:
    if result.shown:
        return result.shown.figure
    return result.tally.figure if result.tally and result.scale.favourable else None


def _of_kind(audit: Audit, kind: FindingKind) -> tuple[tuple[str, Finding], ...]:
    return tuple((id_, finding) for id_, finding in audit.findings.items() if finding.kind is kind)


def facts(book: Book, audit: Audit) -> tuple[tuple[str, str], ...]:
    """How much was looked at, and how many did: a number with what it counts."""
    return tuple(_facts(book, audit, book.matrices[audit.id]))


def _facts(book: Book, audit: Audit, matrix: Matrix) -> Iterator[tuple[str, str]]:
    there_were = book.results[audit.id].totals
    if there_were.cases:
        yield str(there_were.cases), "case" if there_were.cases == 1 else "cases"
    elif there_were.cases_told:
        yield there_were.cases_told, ""
    if audit.sample and audit.sample.chosen:
        all_cases = audit.sample.there_were
        yield str(audit.sample.chosen), f"chosen of {all_cases}" if all_cases else "chosen"
    for survey in audit.surveys:
        of = f"{survey.answered} of {survey.invited}" if survey.invited else str(survey.answered)
        yield of, f"answered: {survey.title}"
    if audit.asked:
        asked = len({one.agency for one in audit.asked})
        yield str(asked), "agency asked" if asked == 1 else "agencies asked"
    if (part := _took_part(audit, there_were.agencies)) is not None:
        yield part
    for noun, many in there_were.counted.items():
        yield str(many), singular(noun) if many == 1 else noun
    if matrix.with_answers:
        yield f"{matrix.with_answers} of {matrix.asked}", "returns came back with answers"
    if audit.tool:
        count = len(audit.tool.questions)
        yield str(count), "question" if count == 1 else "questions"
    if audit.recommendations:
        count = len(book.recommendations[audit.id])
        yield str(count), "thing to do" if count == 1 else "things to do"


def _took_part(audit: Audit, agencies: int | None) -> tuple[str, str] | None:
    """How many agencies took part; how many are named, where not all of them are."""
    named = len(audit.took_part)
    many = audit.number_of_agencies or named
    if not many:
        return None
    are_all = bool(audit.asked or agencies == many)
    what = "agency" if many == 1 else "agencies"
    return str(many), f"{what} took part" if are_all else f"{what} named as taking part"
