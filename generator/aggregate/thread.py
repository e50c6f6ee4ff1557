"""The golden thread: what a recommendation rests on, how far it has come, and who looked again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.aggregate.progress import FoundRecommendation, has_come
from generator.model.deadline import Deadline
from generator.model.edition import Intranet, Public
from generator.model.findings import (
    Finding,
    Progress,
    Recommendation,
    RecommendationKind,
    Share,
    State,
)
from generator.model.follow_up import EarlierPoint
from generator.model.library import Audit
from generator.model.record import Record
from generator.model.words import AuditId, CaseId, Id, Prose


class StationKind(StrEnum):
    """What stands at a place of the thread, as pages head it."""

    GROUNDS = "What it rests on"
    FINDINGS = "What was found"
    ASKED = "What is asked"
    PROGRESS = "Progress"
    DONE = "Done"
    IMPACT = "Impact"
    ANSWER = "Answer"
    TURNED_DOWN = "Turned down"
    LATER = "The next audit"


class Reached(StrEnum):
    """Whether the thread has come to a station."""

    THERE = "there"
    AHEAD = "ahead"
    """Its time has not come yet."""
    MISSING = "missing"
    """It should be there, or nobody can say when it will be."""


class Lack(StrEnum):
    """What somebody must still say before a recommendation can be done and its impact shown."""

    LEAD = "nobody leads"
    DATE = "no date to be done by"
    IMPACT_DATE = "no date for its impact"
    MEASURE = "no measure"


class Station(Record):
    """A place of the thread, and in words what it lacks or waits for."""

    kind: Public[StationKind]
    reached: Public[Reached]
    lacks: Public[tuple[str, ...]] = ()


class Grounds(Record):
    """What findings rest on, each thing once."""

    answers: Public[tuple[str, ...]] = ()
    """The questions, by reference."""
    cases: Intranet[tuple[CaseId, ...]] = ()
    shares: Public[tuple[Share, ...]] = ()
    voices: Public[tuple[Id, ...]] = ()
    statements: Public[tuple[Prose, ...]] = ()


class FollowedUp(Record):
    """A later audit's point that says where a recommendation stands now."""

    audit: Public[AuditId]
    number: Public[int]
    """Its place among the points of that follow-up, from 1."""
    point: Public[EarlierPoint]


class SaidAgain(Record):
    """A later audit's recommendation that says it again."""

    audit: Public[AuditId]
    id: Public[Id]


class Thread(Record):
    """All that a recommendation hangs on and that hangs on it, both ways."""

    id: Public[Id]
    """The recommendation."""
    stations: Public[tuple[Station, ...]]
    """From what it rests on to the audits since."""
    grounds: Public[Grounds] = Grounds()
    followed_up: Public[tuple[FollowedUp, ...]] = ()
    said_again: Public[tuple[SaidAgain, ...]] = ()


@dataclass(frozen=True)
class _Later:
    """What audits say of each other's recommendations, by AUDIT/RECOMMENDATION."""

    points: dict[str, list[FollowedUp]] = field(default_factory=dict)
    again: dict[str, list[SaidAgain]] = field(default_factory=dict)
    followers: dict[AuditId, list[str]] = field(default_factory=dict)
    """The titles of the audits that follow an audit up."""
    to_come: dict[AuditId, list[str]] = field(default_factory=dict)
    """The titles of those that will, and have not been yet."""


def threads(
    audits: Iterable[Audit],
    found: Mapping[AuditId, Iterable[FoundRecommendation]],
    as_at: date,
) -> dict[AuditId, tuple[Thread, ...]]:
    """The thread of every recommendation as at a date, by audit, in the author's order.

    `found` are the recommendations of each audit as they stand at that date.
    """
    held = list(audits)
    later = _later(held, as_at)
    return {
        audit.id: tuple(
            _thread(audit, recommendation, later, as_at) for recommendation in found[audit.id]
        )
        for audit in held
    }


def followed(audit: Audit) -> tuple[AuditId, ...]:
    """The earlier audits that an audit follows up."""
    named = (audit.earlier, audit.follow_up.audit if audit.follow_up else None)
    return tuple(dict.fromkeys(name for name in named if name))


def rests_on_something(finding: Finding) -> bool:
    """Whether a finding says what it rests on: answers, cases, voices, figures or a statement."""
    on = finding.rests_on
    return bool(on.answers or on.cases or on.voices or on.statement or finding.shares)


def lacks(recommendation: Recommendation) -> tuple[Lack, ...]:
    """What is still to be said; a question to the Board has no lead, date or measure.

    Nor has what was turned down.
    """
    is_over = recommendation.not_accepted or (recommendation.done and recommendation.impact)
    if recommendation.kind is RecommendationKind.QUESTION or is_over:
        return ()
    open_ = not recommendation.done
    lacking = {
        Lack.LEAD: open_ and not recommendation.lead,
        Lack.DATE: open_ and not recommendation.due,
        Lack.IMPACT_DATE: not recommendation.impact_due,
        Lack.MEASURE: not recommendation.measure,
    }
    return tuple(lack for lack, is_so in lacking.items() if is_so)


def _later(audits: Iterable[Audit], as_at: date) -> _Later:
    later = _Later()
    for audit in audits:
        if audit.dates.latest and not has_come(audit.dates.latest, as_at):
            for earlier in followed(audit):
                later.to_come.setdefault(earlier, []).append(audit.title)
            continue
        for earlier in followed(audit):
            later.followers.setdefault(earlier, []).append(audit.title)
        for number, point in enumerate(audit.follow_up.points if audit.follow_up else (), start=1):
            if point.recommendation:
                found = FollowedUp(audit=audit.id, number=number, point=point)
                later.points.setdefault(point.recommendation, []).append(found)
        for id_, recommendation in audit.recommendations.items():
            for name in recommendation.repeats:
                again = SaidAgain(audit=audit.id, id=id_)
                later.again.setdefault(name, []).append(again)
    return later


def _thread(audit: Audit, of: FoundRecommendation, later: _Later, as_at: date) -> Thread:
    recommendation = of.recommendation
    name = f"{audit.id}/{of.id}"
    found = [audit.findings[id_] for id_ in recommendation.findings if id_ in audit.findings]
    followed_up, again = later.points.get(name, ()), later.again.get(name, ())
    stations = [
        _grounds_station(found),
        _station(StationKind.FINDINGS, () if found else ("no finding named",)),
        Station(
            kind=StationKind.ASKED,
            reached=Reached.THERE,
            lacks=tuple(lack.value for lack in lacks(recommendation)),
        ),
        *_since(recommendation, of.state, as_at),
        _later_station(
            bool(followed_up or again),
            later.followers.get(audit.id, ()),
            later.to_come.get(audit.id, ()),
        ),
    ]
    return Thread(
        id=of.id,
        stations=tuple(stations),
        grounds=_grounds(found),
        followed_up=tuple(followed_up),
        said_again=tuple(again),
    )


def _grounds(findings: Sequence[Finding]) -> Grounds:
    on = [finding.rests_on for finding in findings]
    return Grounds(
        answers=tuple(dict.fromkeys(ref for grounds in on for ref in grounds.answers)),
        cases=tuple(sorted({case for grounds in on for case in grounds.cases})),
        shares=tuple(share for finding in findings for share in finding.shares),
        voices=tuple(dict.fromkeys(voice for grounds in on for voice in grounds.voices)),
        statements=tuple(dict.fromkeys(grounds.statement for grounds in on if grounds.statement)),
    )


def _grounds_station(findings: Sequence[Finding]) -> Station:
    if any(rests_on_something(finding) for finding in findings):
        return _station(StationKind.GROUNDS)
    unsaid = "its findings do not say what they rest on"
    why = unsaid if findings else "nothing that it rests on is named"
    return _station(StationKind.GROUNDS, (why,))


def _since(recommendation: Recommendation, now: State, as_at: date) -> Iterator[Station]:
    """What became of it."""
    if recommendation.kind is RecommendationKind.QUESTION:
        yield _station(StationKind.ANSWER, () if recommendation.answer else ("no answer recorded",))
        return
    if recommendation.not_accepted:
        yield _station(StationKind.TURNED_DOWN)
        return
    if recommendation.progress:
        yield _station(StationKind.PROGRESS)
    elif not recommendation.done:
        reached = Reached.AHEAD if now is State.OPEN else Reached.MISSING
        words = "nothing recorded yet" if now is State.OPEN else "not recorded"
        yield Station(kind=StationKind.PROGRESS, reached=reached, lacks=(words,))
    undated = "not recorded" if now is State.NOT_RECORDED else "no date set"
    yield _clock(StationKind.DONE, recommendation.done, recommendation.due, "done", undated, as_at)
    yield _clock(
        StationKind.IMPACT,
        recommendation.impact,
        recommendation.impact_due,
        "shown",
        undated,
        as_at,
    )


def _clock(
    kind: StationKind,
    evidence: Progress | None,
    due: Deadline | None,
    doing: str,
    undated: str,
    as_at: date,
) -> Station:
    """One of the two clocks: stopped by evidence, still running, or run out."""
    if evidence:
        return _station(kind)
    if due is None:
        return _station(kind, (undated,))
    if due.is_open:
        return Station(kind=kind, reached=Reached.AHEAD, lacks=(due.words.lower(),))
    if due.last < as_at:
        return _station(kind, (f"was to be {doing} by {due.words}",))
    return Station(kind=kind, reached=Reached.AHEAD, lacks=(f"to be {doing} by {due.words}",))


def _later_station(is_there: bool, followers: Iterable[str], to_come: Iterable[str]) -> Station:
    if is_there:
        return _station(StationKind.LATER)
    titles = tuple(f"not followed up by {title}" for title in followers)
    if titles:
        return _station(StationKind.LATER, titles)
    ahead = tuple(f"to be followed up by {title}" for title in to_come)
    return Station(
        kind=StationKind.LATER,
        reached=Reached.AHEAD,
        lacks=ahead or ("no later audit has looked",),
    )


def _station(kind: StationKind, missing: tuple[str, ...] = ()) -> Station:
    """A station that is there, or that is missing and why."""
    reached = Reached.MISSING if missing else Reached.THERE
    return Station(kind=kind, reached=reached, lacks=missing)
