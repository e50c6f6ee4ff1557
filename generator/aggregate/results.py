"""What an audit's answers say: a tally a question, whole and by agency and by case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.aggregate.figure import FEWEST_FOR_PERCENT, whole_percent
from generator.aggregate.possible import Possible, Sum, as_printed, places, possible
from generator.aggregate.tally import Tally
from generator.aggregate.totals import Totals, totals
from generator.model.edition import Intranet, Public
from generator.model.library import Audit, Library
from generator.model.nouns import CASES, RETURNS, Noun
from generator.model.published import PublishedFigure
from generator.model.record import Record
from generator.model.registers import Scale
from generator.model.returns import Answer, NonAnswer, Reason, Return
from generator.model.tool import JudgementAsked, Question
from generator.model.words import AgencyId, CaseId, Count, Id, Prose

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
    cases: Public[Count | None] = None
    """How many cases the audit has, where the source printed a share of cases."""
    by_agency: Intranet[dict[AgencyId, Tally]] = {}
    comments: Intranet[tuple[Comment, ...]] = ()

    @property
    def has_figure(self) -> bool:
        """Whether anything is known that was counted, or printed as a share."""
        if self.tally:
            return bool(self.tally.base)
        return bool(self.printed and self.printed.percentages)

    @property
    def printed_share(self) -> Decimal | None:
        """The printed percentage that is the question's share, where no counts are known."""
        return printed_share(self.printed, self.scale) if self.printed else None

    @property
    def shares(self) -> tuple[Decimal, ...]:
        """The percentages that the source printed for values of the scale, in its order."""
        return shares_printed(self.printed, self.scale) if self.printed else ()

    @property
    def added_up(self) -> Sum | None:
        """What the percentages add up to, where one was printed for every value of the scale."""
        if len(self.shares) < max(2, len(self.scale.choices)):
            return None
        return Sum.of_row(self.shares)

    @property
    def of_cases(self) -> Possible | None:
        """What could have been counted, where the source says that its shares are of cases."""
        if not self.cases or not self._stands_alone:
            return None
        return possible(self.shares, self.cases, leaves_rest=self.added_up is None)

    @property
    def smallest(self) -> Possible | None:
        """What could have been counted, smallest base first, where only shares were printed.

        None where what they add up to says already that they do not go together.
        """
        is_of_cases = self.cases and self.unit == CASES
        if is_of_cases or not self._stands_alone:
            return None
        added = self.added_up
        if added and not added.is_explained and possible(self.shares).is_possible:
            return None
        return possible(self.shares, leaves_rest=added is None)

    @property
    def _stands_alone(self) -> bool:
        return bool(self.shares) and not (self.printed and self.printed.counts)

    @property
    def words(self) -> str:
        """The share of favourable answers in words; empty where there is none."""
        if self.tally and self.tally.base and self.scale.favourable:
            return self.tally.figure.words
        return "" if self.printed_share is None else f"{self.printed_share}%, no base printed"

    def is_below(self, percentage: int) -> bool:
        """Whether the share of favourable answers is smaller, before any rounding."""
        if self.tally and self.tally.base and self.scale.favourable:
            figure = self.tally.figure
            return 100 * figure.count < percentage * figure.base
        return self.printed_share is not None and self.printed_share < percentage


class JudgementResult(Record):
    """What came of one judgement that the tool asks for."""

    judgement: Public[JudgementAsked]
    scale: Public[Scale]
    tally: Public[Tally]


class AuditResults(Record):
    """All that an audit's answers and judgements say."""

    questions: Public[dict[str, QuestionResult]] = {}
    """By reference, in the order of the tool."""
    judgements: Public[tuple[JudgementResult, ...]] = ()
    """The agencies' own judgements; none where no return holds one."""
    cases_judged: Public[Tally | None] = None
    """The partnership's judgements of the cases."""
    unit: Public[Noun] = RETURNS
    totals: Public[Totals] = Totals()
    """The cases, agencies and returns that there were."""


def answered(audit: Audit) -> Iterator[tuple[CaseId, AgencyId, Return]]:
    """Every return that holds answers, by case and agency."""
    for case, returns in audit.returns.items():
        for agency, one in returns.items():
            if one.status.has_answers:
                yield case, agency, one


def printed_share(figure: PublishedFigure, scale: Scale) -> Decimal | None:
    """The percentage that was printed without counts for the one favourable answer of its scale.

    Those of several favourable answers are not added up: their sum was not printed.
    """
    if figure.counts or len(scale.favourable) != 1:
        return None
    return figure.percentages.get(scale.favourable[0])


def printed_shares(audit: Audit, library: Library) -> dict[str, Decimal]:
    """The share of each question of which the source printed percentages and no counts."""
    if not (audit.tool and audit.published):
        return {}
    figures = audit.published.figures
    return {
        question.ref: share
        for question in audit.tool.questions
        if (scale := library.scales.get(question.scale))
        and (figure := figures.get(question.ref))
        and (share := printed_share(figure, scale)) is not None
    }


def shares_printed(figure: PublishedFigure, scale: Scale) -> tuple[Decimal, ...]:
    """The percentages that the source printed for values of the scale, in its order."""
    return tuple(one for answer, one in figure.percentages.items() if answer in scale.choices)


def sum_through_rounding(figure: PublishedFigure, scale: Scale) -> Sum | None:
    """What the percentages of a row add up to, where that is not 100 and each of them is right.

    Those that the source printed for every value of the scale, or else those that are shown.
    """
    counts = [figure.counts.get(one, 0) for one in scale.choices]
    base = sum(counts)
    shares = shares_printed(figure, scale)
    if not figure.percentages and base >= FEWEST_FOR_PERCENT:
        shares = tuple(Decimal(whole_percent(count, base)) for count in counts)
    elif len(shares) < max(2, len(scale.choices)):
        return None
    elif figure.counts:
        if not base or any(
            share != as_printed(figure.counts.get(answer, 0), base, places(share))
            for answer, share in figure.percentages.items()
        ):
            return None
    elif not possible(shares).is_possible:
        return None
    added = Sum.of_row(shares)
    return added if added.is_explained and added.total != 100 else None


def tallies(audit: Audit, library: Library) -> Tallies:
    """A tally a question over the whole audit; a question without figures or scale has none."""
    if audit.published:
        return dict(_published(audit, library))
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
        return AuditResults(cases_judged=cases_judged(audit, library), totals=there_were)
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
                unit=_unit(audit, printed),
                cases=_cases_named(audit, printed, there_were.cases),
                by_agency={agency: of[ref] for agency, of in agencies.items()},
                comments=tuple(_comments(audit, ref)),
            )
    return AuditResults(
        questions=questions,
        judgements=tuple(_judgements(audit, library)),
        cases_judged=cases_judged(audit, library),
        unit=audit.published.unit if audit.published else RETURNS,
        totals=there_were,
    )


def _unit(audit: Audit, figure: PublishedFigure | None) -> Noun:
    of_all = audit.published.unit if audit.published else RETURNS
    return (figure.unit if figure else None) or of_all


def _cases_named(audit: Audit, figure: PublishedFigure | None, cases: int | None) -> int | None:
    named = figure.printed_unit if figure else None
    is_of_cases = (named or _unit(audit, figure)) == CASES
    return cases if is_of_cases else None


def _published(audit: Audit, library: Library) -> Iterator[tuple[str, Tally]]:
    if not (audit.tool and audit.published):
        return
    for question in audit.tool.questions:
        figure = audit.published.figures.get(question.ref)
        scale = library.scales.get(question.scale)
        if figure and figure.counts and scale:
            unit = figure.unit or audit.published.unit
            yield question.ref, Tally.of(scale, figure.counts, unit)


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
