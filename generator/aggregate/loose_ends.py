"""What hangs loose in an audit: where the thread from answer to impact breaks off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from generator.aggregate.progress import FoundRecommendation
from generator.aggregate.results import AuditResults
from generator.aggregate.thread import Lack, followed, lacks, rests_on_something
from generator.model.edition import Public
from generator.model.findings import (
    Finding,
    FindingKind,
    Recommendation,
    RecommendationKind,
    State,
)
from generator.model.follow_up import Standing
from generator.model.library import Audit, Library
from generator.model.record import Record
from generator.model.words import AuditId, Id, Prose
from generator.read.markdown import bound_in, links_in, prose_of


class LooseThing(StrEnum):
    """What it is that hangs loose."""

    QUESTION = "question"
    FINDING = "finding"
    RECOMMENDATION = "recommendation"
    POINT = "point"
    """A point of a follow-up."""


class LooseKind(StrEnum):
    """In what way it hangs loose, in the order of the thread."""

    POOR = "poor answer that no finding mentions"
    UNUSED = "question that no finding used"
    NO_RECOMMENDATION = "finding with no recommendation and no reason"
    NO_GROUNDS = "recommendation with no finding behind it"
    NO_LEAD = "recommendation that nobody leads"
    NO_DATE = "recommendation without a date"
    NO_MEASURE = "recommendation without a measure"
    IMPACT_LATE = "recommendation done, its impact late"
    UNANSWERED = "question for the Board without an answer"
    NOT_FOLLOWED_UP = "earlier recommendation not followed up"
    NOT_TESTED = "earlier point not tested"

    @property
    def thing(self) -> LooseThing:
        """What it is that hangs loose in this way."""
        match self:
            case LooseKind.POOR | LooseKind.UNUSED:
                return LooseThing.QUESTION
            case LooseKind.NO_RECOMMENDATION:
                return LooseThing.FINDING
            case LooseKind.NOT_TESTED:
                return LooseThing.POINT
            case _:
                return LooseThing.RECOMMENDATION

    @property
    def many(self) -> str:
        """The words for several."""
        return _MANY[self]


_MANY = {
    LooseKind.POOR: "poor answers that no finding mentions",
    LooseKind.UNUSED: "questions that no finding used",
    LooseKind.NO_RECOMMENDATION: "findings with no recommendation and no reason",
    LooseKind.NO_GROUNDS: "recommendations with no finding behind them",
    LooseKind.NO_LEAD: "recommendations that nobody leads",
    LooseKind.NO_DATE: "recommendations without a date",
    LooseKind.NO_MEASURE: "recommendations without a measure",
    LooseKind.IMPACT_LATE: "recommendations done, their impact late",
    LooseKind.UNANSWERED: "questions for the Board without an answer",
    LooseKind.NOT_FOLLOWED_UP: "earlier recommendations not followed up",
    LooseKind.NOT_TESTED: "earlier points not tested",
}


class LooseEnd(Record):
    """One thing that hangs loose."""

    kind: Public[LooseKind]
    audit: Public[AuditId]
    """The audit in which the thing stands: for an earlier recommendation, the earlier one."""
    what: Public[str]
    """Its id; a question's reference; of a point of a follow-up, its place from 1."""
    text: Public[Prose]
    """What it says; the label of a question."""
    why: Public[str] = ""
    """What its kind does not say: the date that has passed, the share that is asked for."""


def loose_ends(
    audit: Audit,
    recommendations: Iterable[FoundRecommendation],
    library: Library,
    results: AuditResults,
) -> tuple[LooseEnd, ...]:
    """All that hangs loose in an audit, in the order of the thread.

    `recommendations` are the audit's as they stand at the date that is asked about.
    """
    found = [
        *_answers(audit, results),
        *_findings(audit),
        *_recommendations(audit, recommendations),
        *_follow_up(audit, library),
    ]
    order = list(LooseKind)
    return tuple(sorted(found, key=lambda end: order.index(end.kind)))


def by_kind(ends: Iterable[LooseEnd]) -> dict[LooseKind, tuple[LooseEnd, ...]]:
    """Loose ends by the way they hang loose, in the order of the thread; only what there is."""
    groups: dict[LooseKind, list[LooseEnd]] = {kind: [] for kind in LooseKind}
    for end in ends:
        groups[end.kind].append(end)
    return {kind: tuple(group) for kind, group in groups.items() if group}


def _answers(audit: Audit, results: AuditResults) -> Iterator[LooseEnd]:
    """Questions with a figure that no finding mentions, told apart by whether it is poor."""
    used = {ref for finding in audit.findings.values() for ref in _mentioned(finding)}
    rest_on_answers = any(finding.rests_on.answers for finding in audit.findings.values())
    poor_below = audit.tool.poor_below if audit.tool else None
    for ref, result in results.questions.items():
        if ref in used or not audit.findings:
            continue
        label = result.question.label
        if poor_below is not None and result.is_below(poor_below):
            why = f"below {poor_below}%"
            yield LooseEnd(kind=LooseKind.POOR, audit=audit.id, what=ref, text=label, why=why)
        elif rest_on_answers and result.has_figure:
            yield LooseEnd(kind=LooseKind.UNUSED, audit=audit.id, what=ref, text=label)


def _mentioned(finding: Finding) -> Iterator[str]:
    """The questions that a finding rests on, and those that its words show, quote or link to."""
    yield from finding.rests_on.answers
    for text in (finding.text, finding.detail or ""):
        if "{{" in text:
            yield from (bound.arguments[0] for bound in bound_in(text) if bound.arguments)
        if "](" in text:
            yield from (quoted.ref for quoted in prose_of(text).quotes if quoted.ref)
            for link in links_in(text):
                kind, _, name = link.target.partition(":")
                if kind == "question":
                    yield name


def _findings(audit: Audit) -> Iterator[LooseEnd]:
    answered = {
        id_ for recommendation in audit.recommendations.values() for id_ in recommendation.findings
    }
    for id_, finding in audit.findings.items():
        asks = finding.kind is not FindingKind.STRENGTH and not finding.no_recommendation
        if asks and id_ not in answered:
            yield LooseEnd(
                kind=LooseKind.NO_RECOMMENDATION, audit=audit.id, what=id_, text=finding.text
            )


def _recommendations(
    audit: Audit, recommendations: Iterable[FoundRecommendation]
) -> Iterator[LooseEnd]:
    for found in recommendations:
        text = found.recommendation.text
        for kind, why in _of_recommendation(audit, found.recommendation, found.state):
            yield LooseEnd(kind=kind, audit=audit.id, what=found.id, text=text, why=why)


def _of_recommendation(
    audit: Audit, recommendation: Recommendation, now: State
) -> Iterator[tuple[LooseKind, str]]:
    found = [audit.findings[id_] for id_ in recommendation.findings if id_ in audit.findings]
    if not any(rests_on_something(finding) for finding in found):
        yield (
            LooseKind.NO_GROUNDS,
            "its findings do not say what they rest on" if found else "it names no finding",
        )
    lacking = lacks(recommendation)
    if Lack.LEAD in lacking:
        yield LooseKind.NO_LEAD, ""
    dates = [lack.value for lack in (Lack.DATE, Lack.IMPACT_DATE) if lack in lacking]
    if dates:
        yield LooseKind.NO_DATE, "" if len(dates) > 1 else dates[0]
    if Lack.MEASURE in lacking:
        yield LooseKind.NO_MEASURE, ""
    if recommendation.impact_due and now is State.IMPACT_OVERDUE:
        yield LooseKind.IMPACT_LATE, f"was to be shown by {recommendation.impact_due.words}"
    if recommendation.kind is RecommendationKind.QUESTION and not recommendation.answer:
        yield LooseKind.UNANSWERED, ""


def _follow_up(audit: Audit, library: Library) -> Iterator[LooseEnd]:
    points = audit.follow_up.points if audit.follow_up else ()
    looked_at = {point.recommendation for point in points}
    looked_at |= {
        name for recommendation in audit.recommendations.values() for name in recommendation.repeats
    }
    for id_ in followed(audit):
        earlier = library.audits.get(id_)
        for name, recommendation in earlier.recommendations.items() if earlier else ():
            if f"{id_}/{name}" not in looked_at:
                yield _earlier(id_, name, recommendation)
    for number, point in enumerate(points, start=1):
        if point.standing is Standing.NOT_TESTED:
            yield LooseEnd(
                kind=LooseKind.NOT_TESTED, audit=audit.id, what=str(number), text=point.text
            )


def _earlier(audit: AuditId, name: Id, recommendation: Recommendation) -> LooseEnd:
    return LooseEnd(
        kind=LooseKind.NOT_FOLLOWED_UP, audit=audit, what=name, text=recommendation.text
    )
