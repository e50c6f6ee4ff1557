"""The book audit by audit: what is told of each, and what follows from that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from generator.aggregate.binding import AuditFigures
from generator.aggregate.book import Book
from generator.aggregate.comparison import (
    Comparison,
    GradedAudit,
    GradesInARow,
    GradesOnAScale,
    Verdict,
)
from generator.aggregate.comparison import (
    told as compared,
)
from generator.aggregate.gathered import Gathered
from generator.aggregate.matrix import CellState, Matrix
from generator.aggregate.results import (
    AuditResults,
    JudgementResult,
    QuestionResult,
    printed_rows,
    question_scales,
)
from generator.aggregate.shown import ShownCell, ShownRow
from generator.aggregate.thread import Grounds, Thread
from generator.aggregate.totals import Totals
from generator.disclose.numbers import has_room, leaves_open
from generator.disclose.records import told_record, told_records, words_of_share
from generator.disclose.rows import OF_CHILDREN, told, told_of_question
from generator.disclose.spans import span_of
from generator.disclose.texts import About, told_text
from generator.model.audit import Survey
from generator.model.disclosure import (
    A_SMALL_NUMBER,
    FEWEST_CASES,
    NOT_AVAILABLE,
    rounded,
)
from generator.model.library import Audit, Library
from generator.model.nouns import AGENCIES, CASES, RETURNS, Noun
from generator.model.published import Movement, PopulationFigure, Published
from generator.model.registers import Theme
from generator.model.words import AuditId, Id

Subject = TypeVar("Subject", bound=str)

_BY_FIGURES = (Verdict.BETTER, Verdict.WORSE, Verdict.TOO_FEW, Verdict.NO_BASE)


def told_book(book: Book) -> Book:
    """The whole book, told."""
    before = {
        audit.id: _about(
            audit, book.results[audit.id], book.library, book.matrices[audit.id].counts
        )
        for audit in book.audits
    }
    results = {
        id_: _results(of, book.library.audits[id_], book.library, before[id_])
        for id_, of in book.results.items()
    }
    about = {id_: replace(of, rows=dict(_shown(results[id_]))) for id_, of in before.items()}
    audits = {
        id_: _audit(audit, about[id_], results[id_].totals)
        for id_, audit in book.library.audits.items()
    }
    return book.model_copy(
        update={
            "library": book.library.model_copy(
                update={"audits": audits, "themes": dict(_themes(book.library.themes))}
            ),
            "results": results,
            "matrices": dict.fromkeys(book.matrices, Matrix()),
            "recommendations": {
                id_: told_records(found, about[id_]) for id_, found in book.recommendations.items()
            },
            "threads": {
                id_: tuple(_thread(thread, about[id_]) for thread in of_audit)
                for id_, of_audit in book.threads.items()
            },
            "agencies": _gathered(book.agencies, about),
            "kinds": _gathered(book.kinds, about),
            "themes": _gathered(book.themes, about),
            "comparisons": {
                id_: tuple(_comparison(one, results, about) for one in of_audit)
                for id_, of_audit in book.comparisons.items()
            },
            "grades": tuple(_grades(row, results) for row in book.grades),
            "judged_twice": {},
        }
    )


def told_results(results: AuditResults, audit: Audit, library: Library) -> AuditResults:
    """The results of one audit, told as in a book; of other audits nothing is needed."""
    return _results(results, audit, library, _about(audit, results, library))


def _themes(themes: Mapping[Id, Theme]) -> Iterator[tuple[Id, Theme]]:
    """The themes; their questions come from findings, and may quote a figure of theirs."""
    about = About(AuditFigures(), few=True)
    for id_, theme in themes.items():
        questions = tuple(told_text(question, about) for question in theme.questions)
        yield id_, theme.model_copy(update={"questions": questions})


def is_of_few(cases: int | None) -> bool:
    """Whether an audit of so many cases, or of nobody knows how many, tells no count of them."""
    return cases is None or cases < FEWEST_CASES


def _about(
    audit: Audit,
    results: AuditResults,
    library: Library,
    states: Mapping[CellState, int] = MappingProxyType({}),
) -> About:
    figures = AuditFigures(
        tallies={ref: one.tally for ref, one in results.questions.items() if one.tally},
        rows=printed_rows(audit, library),
        unit=results.unit,
        totals=results.totals,
        judged=results.cases_judged,
        scales=question_scales(audit, library),
        states=states,
    )
    return About(figures, is_of_few(results.totals.cases), results.totals.cases)


def _results(
    results: AuditResults, of_audit: Audit, library: Library, about: About
) -> AuditResults:
    rows = {
        ref: row
        for ref, one in results.questions.items()
        if (row := told_of_question(one, few=about.few))
    }
    rows = _without_telling_each_other(rows, results.questions)
    rows = {
        ref: row if _fits(row, of_audit, about) else _not_told(row) for ref, row in rows.items()
    }
    questions = {
        # Made anew: a copy would keep the row that was worked out from what was printed.
        ref: QuestionResult(
            question=one.question,
            section=one.section,
            scale=one.scale,
            shown=rows.get(ref),
            unit=one.unit,
            target=one.target,
            amber_from=one.amber_from,
        )
        for ref, one in results.questions.items()
    }
    judged = None
    of_cases = library.scales.get(of_audit.grades or "")
    if results.cases_judged and of_cases:
        judged = told(results.cases_judged, of_cases, few=about.few)
    judgements = tuple(
        JudgementResult(judgement=one.judgement, scale=one.scale, shown=row)
        for one in results.judgements
        if one.tally
        and (row := told(one.tally, one.scale, few=about.few))
        and _fits(row, of_audit, about)
    )
    beside = [*rows.values(), *([judged] if judged else [])]
    beside += [one.shown for one in judgements if one.shown]
    return results.model_copy(
        update={
            "questions": questions,
            "judgements": judgements,
            "cases_judged": None,
            "cases_judged_shown": judged,
            "totals": _totals(results, beside, _asked(of_audit), about),
            "earlier": {},
        }
    )


def _shown(results: AuditResults) -> Iterator[tuple[str, ShownRow]]:
    for ref, one in results.questions.items():
        if one.shown:
            yield ref, one.shown


def _without_telling_each_other(
    rows: Mapping[str, ShownRow], questions: Mapping[str, QuestionResult]
) -> dict[str, ShownRow]:
    """The rows without those that would narrow the answer on which their question depends.

    Who is asked a question only after an answer to another is counted there too.
    """
    safe: dict[str, ShownRow] = {}
    for ref, row in rows.items():
        parents = [
            cell
            for parent, answer in questions[ref].question.asked_if.items()
            for cell in (safe[parent].cells if parent in safe else ())
            if cell.answer == answer
        ]
        spans = [span for cell in row.cells if (span := span_of(cell))]
        least = sum(low for low, _ in spans)
        widest = max((high - low for low, high in spans), default=0)
        is_safe = all(
            least <= span[0] and least + widest <= span[1]
            for cell in parents
            if (span := span_of(cell))
        )
        safe[ref] = row if is_safe or not spans else _not_told(row)
    return safe


def _not_told(row: ShownRow) -> ShownRow:
    return ShownRow(row.unit, tuple(ShownCell(cell.answer, NOT_AVAILABLE) for cell in row.cells))


def _asked(audit: Audit) -> int:
    return len({one.agency for one in audit.asked})


def _fits(row: ShownRow, audit: Audit, about: About) -> bool:
    """Whether what is known of an audit narrows no cell of a row.

    Its agencies are named; and of fewer than twenty cases there are so many returns at the most.
    """
    agencies = audit.number_of_agencies or _asked(audit) or len(audit.took_part)
    if row.unit == AGENCIES and agencies:
        return has_room(row, agencies)
    if row.unit == RETURNS and about.few and _asked(audit):
        return has_room(row, (FEWEST_CASES - 1) * _asked(audit))
    return True


def _totals(results: AuditResults, rows: list[ShownRow], asked: int, about: About) -> Totals:
    """The numbers of cases and of other nouns, where no row beside them tells more by them."""

    def fits(noun: Noun, many: int) -> bool:
        return leaves_open(many, (row for row in rows if row.unit == noun))

    of = results.totals
    cases = of.cases
    is_told = (
        cases is not None
        and not about.few
        and fits(CASES, cases)
        and (
            not asked
            or leaves_open(cases, (row for row in rows if row.unit == RETURNS), times=asked)
        )
    )
    small = f"{A_SMALL_NUMBER} of cases" if cases else ""
    counted = {
        noun: safe
        for noun, many in of.counted.items()
        if not (about.few and noun in OF_CHILDREN)
        and fits(noun, many)
        and (safe := rounded(many)) is not None
    }
    return Totals(
        cases=rounded(cases) if is_told and cases else None,
        agencies=of.agencies,
        counted=counted,
        cases_told="" if is_told else small if about.few else f"{FEWEST_CASES} or more cases",
    )


def _audit(audit: Audit, about: About, totals: Totals) -> Audit:
    told_audit = told_record(audit, about)
    return told_audit.model_copy(
        update={
            "number_of_cases": totals.cases,
            "counted": totals.counted,
            "surveys": tuple(_surveys(audit, about)),
            "published": _published(audit.published, about) if audit.published else None,
        }
    )


def _surveys(audit: Audit, about: About) -> Iterator[Survey]:
    """How many answered and were invited, rounded; a survey that few answered is not told."""
    for survey in audit.surveys:
        answered = rounded(survey.answered)
        if answered:
            invited = rounded(survey.invited) if survey.invited else None
            title = told_text(survey.title, about)
            yield Survey(title=title, answered=answered, invited=invited or None)


def _published(published: Published, about: About) -> Published:
    whole_area = About(about.figures, few=False)
    return told_record(published, about).model_copy(
        update={
            "figures": {},
            "agreement": None,
            "population": {
                id_: PopulationFigure(
                    text=told_text(one.text, whole_area),
                    count=count,
                    of=of,
                    unit=one.unit,
                    date=one.date,
                )
                for id_, one in published.population.items()
                if (count := rounded(one.count)) is not None and (of := rounded(one.of))
            },
            "movements": {
                id_: safe
                for id_, one in published.movements.items()
                if (safe := _movement(one, whole_area))
            },
        }
    )


def _movement(of: Movement, about: About) -> Movement | None:
    """A number that came and went; none where its rounded parts do not come to its end."""
    parts = [rounded(many) for many in (of.at_start, of.added, of.removed, of.at_end)]
    start, added, removed, end = parts
    if start is None or added is None or removed is None or end is None:
        return None
    if start + added - removed != end:
        return None
    return Movement(
        text=told_text(of.text, about),
        at_start=start,
        added=added,
        removed=removed,
        at_end=end,
        unit=of.unit,
        date=of.date,
    )


def _thread(thread: Thread, about: About) -> Thread:
    grounds = thread.grounds
    statements = (*map(words_of_share, grounds.shares), *grounds.statements)
    said = Grounds(answers=grounds.answers, voices=grounds.voices, statements=statements)
    return told_record(thread.model_copy(update={"grounds": said}), about)


def _gathered(
    gathered: Mapping[Subject, Gathered], about: Mapping[AuditId, About]
) -> dict[Subject, Gathered]:
    return {
        subject: of.model_copy(
            update={
                name: tuple(
                    told
                    for found in getattr(of, name)
                    for told in told_records((found,), about[found.audit])
                )
                for name in ("findings", "recommendations", "said", "earlier")
            }
            | {"points": (), "practice": (), "beside": {}, "returns": {}}
        )
        for subject, of in gathered.items()
    }


def _comparison(
    of: Comparison, results: Mapping[AuditId, AuditResults], about: Mapping[AuditId, About]
) -> Comparison:
    verdict, interval = of.verdict, None
    if verdict in _BY_FIGURES:
        then, now = (
            results[one.audit].questions[one.ref].shown for one in (of.link.then, of.link.now)
        )
        verdict, interval = compared(then, now)
    link = told_record(of.link, about[of.link.now.audit])
    return Comparison(link=link, verdict=verdict, interval=interval)


def _grades(row: GradesInARow, results: Mapping[AuditId, AuditResults]) -> GradesInARow:
    return row.model_copy(
        update={
            "scales": tuple(
                GradesOnAScale(scale=of.scale, audits=tuple(_graded(of, results)))
                for of in row.scales
            )
        }
    )


def _graded(of: GradesOnAScale, results: Mapping[AuditId, AuditResults]) -> Iterator[GradedAudit]:
    before: ShownRow | None = None
    for one in of.audits:
        shown = results[one.audit].cases_judged_shown if one.cases else None
        verdict, interval = compared(before, shown) if one.verdict else (None, None)
        yield GradedAudit(audit=one.audit, shown=shown, verdict=verdict, interval=interval)
        before = shown or before
