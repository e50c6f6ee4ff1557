"""What an audit's answers say: a tally a question, whole and by agency and by case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from generator.aggregate.printed_row import PrintedRow, RowShare
from generator.aggregate.shown import ShownRow
from generator.aggregate.tally import Tally
from generator.aggregate.target import Standing, standing
from generator.aggregate.totals import Totals, earlier_cases, totals
from generator.model.edition import Intranet, Public
from generator.model.library import Audit, Library
from generator.model.nouns import CASES, RETURNS, Noun
from generator.model.published import PublishedFigure
from generator.model.record import Record
from generator.model.registers import AgencyKind, Scale
from generator.model.returns import Answer, NonAnswer, Reason, Return
from generator.model.tool import JudgementAsked, Question
from generator.model.words import AgencyId, CaseId, Count, Id, Percentage, Prose

Tallies = dict[str, Tally]
"""A tally a question, by its reference."""

BLANK = Answer()


class Comment(Record):
    """What an agency wrote with its answer about a case."""

    agency: Intranet[AgencyId]
    case: Intranet[CaseId]
    answer: Intranet[str]
    text: Intranet[Prose]


class QuestionResult(Record):
    """What came of one question."""

    question: Public[Question]
    section: Public[Id]
    scale: Public[Scale]
    tally: Public[Tally | None] = None
    """None where nothing was reported, or everything in words."""
    reasons: Public[dict[NonAnswer, dict[Reason, int]]] = {}
    """Why returns gave no value of the scale, by how many."""
    printed: Public[PublishedFigure | None] = None
    """What the source printed, where the returns no longer exist."""
    unit: Public[Noun] = RETURNS
    """What it counts."""
    whole: Public[Count | None] = None
    """How many the audit has of what the source says that the row counts, where that is known."""
    target: Public[Percentage | None] = None
    """The share of favourable answers that is aimed at."""
    amber_from: Public[Percentage | None] = None
    """The share from which it is amber where the target is missed."""
    shown: Public[ShownRow | None] = None
    """What is told in place of tally and printed row, where small numbers are not told."""
    by_agency: Intranet[dict[AgencyId, Tally]] = {}
    comments: Intranet[tuple[Comment, ...]] = ()

    @cached_property
    def row(self) -> PrintedRow | None:
        """The row as its source printed it, where there is one."""
        if self.printed is None:
            return None
        several = self.question.several
        return PrintedRow(self.printed, self.scale, self.unit, self.whole, several=several)

    @property
    def has_figure(self) -> bool:
        """Whether anything is known that was counted, or printed as a share."""
        if self.shown:
            return bool(self.shown.cells)
        if self.tally:
            return bool(self.tally.base)
        return bool(self.row and (self.row.counts or self.row.percentages or self.row.joins))

    @property
    def share(self) -> RowShare | None:
        """The share of favourable answers, as far as it is known; none where it is not."""
        if self.shown:
            of = self.shown.figure
            return RowShare(of.unit, None, of.count, of.count, of.base) if of else None
        if self.tally and self.tally.base and self.scale.favourable:
            figure = self.tally.figure
            return RowShare(figure.unit, None, figure.count, figure.count, figure.base)
        return self.row.share if self.row and not self.tally else None

    @property
    def words(self) -> str:
        """The share of favourable answers in words; empty where there is none."""
        if self.shown:
            return self.shown.words
        return self.share.words if self.share else ""

    @property
    def standing(self) -> Standing | None:
        """Whether the target is met; none where there is none, or no share to hold against it."""
        if self.target is None or self.share is None:
            return None
        return standing(self.share, self.target, self.amber_from)

    def is_below(self, percentage: int) -> bool:
        """Whether the share of favourable answers is smaller, before any rounding."""
        share = self.share
        if share is None:
            return False
        if share.figure:
            return 100 * share.figure.count < percentage * share.figure.base
        return share.percentage is not None and share.percentage < percentage


class JudgementResult(Record):
    """What came of one judgement that the tool asks for."""

    judgement: Public[JudgementAsked]
    scale: Public[Scale]
    tally: Public[Tally | None] = None
    """None where only `shown` may be told."""
    shown: Public[ShownRow | None] = None


class AuditResults(Record):
    """All that an audit's answers and judgements say."""

    questions: Public[dict[str, QuestionResult]] = {}
    """By reference, in the order of the tool."""
    judgements: Public[tuple[JudgementResult, ...]] = ()
    """The agencies' own judgements; none where no return holds one."""
    cases_judged: Public[Tally | None] = None
    """The partnership's judgements of the cases."""
    cases_judged_shown: Public[ShownRow | None] = None
    """What is told in their place, where small numbers are not told."""
    unit: Public[Noun] = RETURNS
    totals: Public[Totals] = Totals()
    """The cases, agencies and returns that there were."""
    earlier: Public[dict[str, Count]] = {}
    """The number of cases of each earlier audit, by its year."""


def answered(audit: Audit) -> Iterator[tuple[CaseId, AgencyId, Return]]:
    """Every return that holds answers, by case and agency."""
    for case, returns in audit.returns.items():
        for agency, one in returns.items():
            if one.status.has_answers:
                yield case, agency, one


def printed_rows(audit: Audit, library: Library) -> dict[str, PrintedRow]:
    """What the source printed for each question and judgement of the tool, in its order."""
    if not (audit.tool and audit.published):
        return {}
    there_were = totals(audit)
    rows = {}
    all_asked: tuple[Question | JudgementAsked, ...] = (
        *audit.tool.questions,
        *audit.tool.judgements,
    )
    for asked in all_asked:
        figure, scale = audit.published.figures.get(asked.ref), library.scales.get(asked.scale)
        if figure and scale:
            unit = figure.unit or audit.published.unit
            whole = there_were.of(figure.printed_unit or unit)
            several = isinstance(asked, Question) and asked.several
            rows[asked.ref] = PrintedRow(figure, scale, unit, whole, several=several)
    return rows


def question_scales(audit: Audit, library: Library) -> dict[str, Scale]:
    """The scale of each question, as far as it is in the register."""
    return {
        question.ref: scale
        for question in (audit.tool.questions if audit.tool else ())
        if (scale := library.scales.get(question.scale))
    }


def tallies(audit: Audit, library: Library) -> Tallies:
    """A tally a question over the whole audit; a question without figures or scale has none."""
    if audit.published:
        rows = printed_rows(audit, library)
        return {ref: row.tally for ref, row in rows.items() if row.tally}
    return _of_returns(audit, library, (one for _, _, one in answered(audit)))


def by_agency(audit: Audit, library: Library) -> dict[AgencyId, Tallies]:
    """The tallies of each agency's returns, over all cases."""
    groups: dict[AgencyId, list[Return]] = {}
    for _, agency, one in answered(audit):
        groups.setdefault(agency, []).append(one)
    return {
        asked.agency: _of_returns(audit, library, groups[asked.agency])
        for asked in audit.asked
        if asked.agency in groups
    }


def by_kind(by_agency: Mapping[AgencyId, Tally], library: Library) -> dict[AgencyKind, Tally]:
    """The tally of a question by kind of agency, from those of its agencies."""
    kinds: dict[AgencyKind, Tally] = {}
    for agency, tally in by_agency.items():
        kind = library.agencies[agency].kind
        kinds[kind] = kinds[kind] + tally if kind in kinds else tally
    return {kind: kinds[kind] for kind in AgencyKind if kind in kinds}


def by_case(audit: Audit, library: Library) -> dict[CaseId, Tallies]:
    """The tallies of the returns about each case, over all agencies."""
    groups: dict[CaseId, list[Return]] = {}
    for case, _, one in answered(audit):
        groups.setdefault(case, []).append(one)
    return {case: _of_returns(audit, library, returns) for case, returns in groups.items()}


def audit_results(audit: Audit, library: Library) -> AuditResults:
    """All that an audit's answers and judgements say."""
    there_were = totals(audit)
    if audit.tool is None:
        return AuditResults(
            cases_judged=cases_judged(audit, library),
            totals=there_were,
            earlier=earlier_cases(audit, library),
        )
    whole = tallies(audit, library)
    agencies = by_agency(audit, library)
    questions = {}
    for section in audit.tool.sections:
        for question in section.questions:
            ref = question.ref
            questions[ref] = QuestionResult(
                question=question,
                section=section.id,
                scale=library.scales[question.scale],
                tally=whole.get(ref),
                reasons=_reasons(audit, ref),
                printed=(printed := audit.published.figures.get(ref) if audit.published else None),
                unit=(unit := _unit(audit, printed)),
                whole=there_were.of(printed.printed_unit or unit) if printed else None,
                target=_target(audit, question, printed),
                amber_from=audit.tool.amber_from
                or (audit.published.amber_from if audit.published else None),
                by_agency={agency: of[ref] for agency, of in agencies.items()},
                comments=tuple(_comments(audit, ref)),
            )
    return AuditResults(
        questions=questions,
        judgements=tuple(_judgements(audit, library)),
        cases_judged=cases_judged(audit, library),
        unit=audit.published.unit if audit.published else RETURNS,
        totals=there_were,
        earlier=earlier_cases(audit, library),
    )


def _target(audit: Audit, question: Question, figure: PublishedFigure | None) -> int | None:
    """What a question aims at: its row's target, or its own, or that of all."""
    if figure and figure.target is not None:
        return figure.target
    if question.target is not None:
        return question.target
    of_all = audit.published.target if audit.published else None
    return of_all if of_all is not None else audit.tool.target if audit.tool else None


def _unit(audit: Audit, figure: PublishedFigure | None) -> Noun:
    of_all = audit.published.unit if audit.published else RETURNS
    return (figure.unit if figure else None) or of_all


def _of_returns(audit: Audit, library: Library, returns: Iterable[Return]) -> Tallies:
    held = list(returns)
    if audit.tool is None or not held:
        return {}
    return {
        question.ref: Tally.of(scale, (one.answers.get(question.ref, BLANK).answer for one in held))
        for question in audit.tool.questions
        if (scale := library.scales.get(question.scale))
    }


def _reasons(audit: Audit, ref: str) -> dict[NonAnswer, dict[Reason, int]]:
    counted: dict[NonAnswer, Counter[Reason]] = {}
    for _, _, one in answered(audit):
        answer = one.answers.get(ref, BLANK)
        if answer.reason:
            counted.setdefault(NonAnswer(answer.answer), Counter())[answer.reason] += 1
    return {
        why: {reason: counts[reason] for reason in Reason if counts[reason]}
        for why in NonAnswer
        if (counts := counted.get(why))
    }


def _comments(audit: Audit, ref: str) -> Iterator[Comment]:
    for case, agency, one in answered(audit):
        answer = one.answers.get(ref, BLANK)
        if answer.comment:
            yield Comment(agency=agency, case=case, answer=answer.answer, text=answer.comment)


def _judgements(audit: Audit, library: Library) -> Iterator[JudgementResult]:
    rows = printed_rows(audit, library)
    for judgement in audit.tool.judgements if audit.tool else ():
        row = rows.get(judgement.ref)
        if row and row.tally:
            yield JudgementResult(judgement=judgement, scale=row.scale, tally=row.tally)
    returns = [one for _, _, one in answered(audit)]
    for judgement in audit.tool.judgements if audit.tool else ():
        grades = [
            one.judgements[judgement.ref].grade
            for one in returns
            if judgement.ref in one.judgements
        ]
        scale = library.scales.get(judgement.scale)
        if grades and scale:
            yield JudgementResult(
                judgement=judgement, scale=scale, tally=Tally.of(scale, grades, RETURNS)
            )


def cases_judged(audit: Audit, library: Library) -> Tally | None:
    """The partnership's judgements of the cases; none where it judged none."""
    grades = [case.judgement for case in audit.cases.values() if case.judgement]
    scale = library.scales.get(audit.grades or "")
    return Tally.of(scale, grades, CASES) if grades and scale else None
