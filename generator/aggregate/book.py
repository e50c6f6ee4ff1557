"""Everything the pages are made from: the data, what it adds up to, and what belongs together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from generator.aggregate.comparison import (
    Comparison,
    GradesInARow,
    comparisons,
    grades_in_a_row,
)
from generator.aggregate.loose_ends import LooseEnd, loose_ends
from generator.aggregate.matrix import CellState, Matrix, matrix
from generator.aggregate.progress import FoundRecommendation, found_recommendations
from generator.aggregate.results import AuditResults, audit_results
from generator.aggregate.self_judgement import JudgedTwice, judged_twice
from generator.aggregate.tally import Tally
from generator.aggregate.thread import Thread, threads
from generator.model.case import Point
from generator.model.edition import Intranet, Public
from generator.model.findings import Finding, Recommendation
from generator.model.follow_up import EarlierPoint
from generator.model.library import Audit, Library
from generator.model.record import Record
from generator.model.registers import AgencyKind
from generator.model.returns import GoodPractice
from generator.model.voices import Said
from generator.model.words import AgencyId, AuditId, CaseId, Id

Found = TypeVar("Found", bound=Record)
Subject = TypeVar("Subject", bound=str)
_Named = Finding | Recommendation | Point | Said | EarlierPoint


class FoundFinding(Record):
    """A finding and the audit that made it."""

    audit: Public[AuditId]
    id: Public[Id]
    finding: Public[Finding]


class FoundPoint(Record):
    """A point about one case, and whether it worked well or is to improve."""

    audit: Intranet[AuditId]
    case: Intranet[CaseId]
    side: Intranet[Literal["worked well", "to improve"]]
    point: Intranet[Point]


class FoundPractice(Record):
    """Good practice that a return named."""

    audit: Intranet[AuditId]
    case: Intranet[CaseId]
    seen_by: Intranet[AgencyId]
    practice: Intranet[GoodPractice]


class FoundSaid(Record):
    """Something that somebody told an audit."""

    audit: Public[AuditId]
    voice: Public[Id]
    said: Public[Said]


class FoundEarlier(Record):
    """An earlier audit's point, and where the audit that followed it up found it to stand."""

    audit: Public[AuditId]
    point: Public[EarlierPoint]


class Beside(Record):
    """How one agency answered a question beside all the others; in returns."""

    ref: Intranet[str]
    own: Intranet[Tally]
    others: Intranet[Tally]


class Gathered(Record):
    """What all audits say about one theme or one agency, the newest audit first."""

    findings: Public[tuple[FoundFinding, ...]] = ()
    recommendations: Public[tuple[FoundRecommendation, ...]] = ()
    points: Intranet[tuple[FoundPoint, ...]] = ()
    said: Public[tuple[FoundSaid, ...]] = ()
    """What families, practitioners and leaders said about it."""
    earlier: Public[tuple[FoundEarlier, ...]] = ()
    """Points of earlier audits about it, and where they stand."""
    practice: Intranet[tuple[FoundPractice, ...]] = ()
    """Good practice, for an agency: its own, as it or others named it."""
    beside: Intranet[dict[AuditId, tuple[Beside, ...]]] = {}
    """How the agency answered, by audit."""
    returns: Intranet[dict[AuditId, dict[CellState, int]]] = {}
    """What became of asking the agency, by audit."""

    @property
    def audits(self) -> tuple[AuditId, ...]:
        """The audits that say anything, in the order they are told in."""
        found = (
            *(one.audit for one in self.findings),
            *(one.audit for one in self.recommendations),
            *(one.audit for one in self.points),
            *(one.audit for one in self.said),
            *(one.audit for one in self.earlier),
            *(one.audit for one in self.practice),
        )
        return tuple(dict.fromkeys((*found, *self.beside, *self.returns)))

    @property
    def is_empty(self) -> bool:
        """Whether no audit says anything."""
        return not self.audits


class Book(Record):
    """Everything the pages are made from."""

    as_at: Public[date]
    """The date at which states are worked out."""
    library: Public[Library]
    results: Public[dict[AuditId, AuditResults]]
    matrices: Public[dict[AuditId, Matrix]]
    recommendations: Public[dict[AuditId, tuple[FoundRecommendation, ...]]]
    threads: Public[dict[AuditId, tuple[Thread, ...]]]
    """The thread of each recommendation, in the same order."""
    loose_ends: Public[dict[AuditId, tuple[LooseEnd, ...]]]
    """What hangs loose in each audit."""
    agencies: Public[dict[AgencyId, Gathered]]
    kinds: Public[dict[AgencyKind, Gathered]]
    """What audits say about the agencies of a kind, in every partnership."""
    themes: Public[dict[Id, Gathered]]
    comparisons: Public[dict[AuditId, tuple[Comparison, ...]]]
    """The questions that two audits share, by each of the two; only what there is."""
    grades: Public[tuple[GradesInARow, ...]]
    """How partnerships with several audits graded, one after the other."""
    judged_twice: Intranet[dict[AuditId, tuple[JudgedTwice, ...]]] = {}
    """What agencies and the panel both judged, by audit."""

    @property
    def audits(self) -> tuple[Audit, ...]:
        """The audits, newest first."""
        return newest_first(self.library.audits.values())


def newest_first(audits: Iterable[Audit]) -> tuple[Audit, ...]:
    """The audits by the latest date they have, the newest first; made-up ones last; ties by id."""
    by_id = sorted(audits, key=lambda audit: audit.id)
    newest = sorted(by_id, key=lambda audit: audit.dates.latest_day, reverse=True)
    return tuple(sorted(newest, key=lambda audit: audit.made_up))


def book(library: Library, as_at: date) -> Book:
    """Add everything up. The library must be free of errors."""
    audits = newest_first(library.audits.values())
    results = {audit.id: audit_results(audit, library) for audit in audits}
    matrices = {audit.id: matrix(audit) for audit in audits}
    recommendations = {audit.id: found_recommendations(audit, as_at) for audit in audits}
    told = _Told(
        findings=tuple(_findings(audits)),
        recommendations=tuple(one for found in recommendations.values() for one in found),
        points=tuple(_points(audits)),
        said=tuple(_said(audits)),
        earlier=tuple(_earlier(audits)),
    )
    kinds = {id_: agency.kind for id_, agency in library.agencies.items()}
    return Book(
        as_at=as_at,
        library=library,
        results=results,
        matrices=matrices,
        recommendations=recommendations,
        threads=threads(audits, recommendations, as_at),
        loose_ends={
            audit.id: loose_ends(audit, recommendations[audit.id], library, results[audit.id])
            for audit in audits
        },
        agencies=_about_agencies(library, audits, told, results, matrices),
        kinds=told.by(AgencyKind, lambda named: (kinds[one] for one in _agencies(named))),
        themes=told.by(library.themes, lambda named: named.themes),
        comparisons=comparisons(audits, results),
        grades=grades_in_a_row(audits, results, library),
        judged_twice={
            audit.id: judged for audit in audits if (judged := judged_twice(audit, library))
        },
    )


@dataclass(frozen=True)
class _Told:
    """All that names agencies and themes, in the order it is told in."""

    findings: tuple[FoundFinding, ...]
    recommendations: tuple[FoundRecommendation, ...]
    points: tuple[FoundPoint, ...]
    said: tuple[FoundSaid, ...]
    earlier: tuple[FoundEarlier, ...]

    def by(
        self, subjects: Iterable[Subject], about: Callable[[_Named], Iterable[Subject]]
    ) -> dict[Subject, Gathered]:
        """What is told about each subject, where `about` gives what something is about."""
        findings = _grouped(self.findings, lambda one: about(one.finding))
        recommendations = _grouped(self.recommendations, lambda one: about(one.recommendation))
        points = _grouped(self.points, lambda one: about(one.point))
        said = _grouped(self.said, lambda one: about(one.said))
        earlier = _grouped(self.earlier, lambda one: about(one.point))
        return {
            subject: Gathered(
                findings=findings.get(subject, ()),
                recommendations=recommendations.get(subject, ()),
                points=points.get(subject, ()),
                said=said.get(subject, ()),
                earlier=earlier.get(subject, ()),
            )
            for subject in subjects
        }


def _grouped(
    found: Iterable[Found], about: Callable[[Found], Iterable[Subject]]
) -> dict[Subject, tuple[Found, ...]]:
    groups: dict[Subject, list[Found]] = {}
    for one in found:
        for subject in set(about(one)):
            groups.setdefault(subject, []).append(one)
    return {subject: tuple(group) for subject, group in groups.items()}


def _agencies(named: _Named) -> tuple[AgencyId, ...]:
    return named.owners if isinstance(named, Recommendation) else named.agencies


def _about_agencies(
    library: Library,
    audits: Iterable[Audit],
    told: _Told,
    results: dict[AuditId, AuditResults],
    matrices: dict[AuditId, Matrix],
) -> dict[AgencyId, Gathered]:
    practice = _grouped(_practice(audits), lambda one: (one.practice.agency or one.seen_by,))
    about = {}
    for agency, gathered in told.by(library.agencies, _agencies).items():
        asked = {
            audit.id: row
            for audit in audits
            if (row := matrices[audit.id].rows.get(agency)) is not None
        }
        beside = {audit: _beside(results[audit], agency) for audit in asked}
        returns = {audit: _counted(row) for audit, row in asked.items()}
        about[agency] = gathered.model_copy(
            update={
                "practice": practice.get(agency, ()),
                "beside": {audit: rows for audit, rows in beside.items() if rows},
                "returns": {audit: counts for audit, counts in returns.items() if counts},
            }
        )
    return about


def _findings(audits: Iterable[Audit]) -> Iterator[FoundFinding]:
    for audit in audits:
        for id_, finding in audit.findings.items():
            yield FoundFinding(audit=audit.id, id=id_, finding=finding)


def _said(audits: Iterable[Audit]) -> Iterator[FoundSaid]:
    for audit in audits:
        for id_, voice in audit.voices.items():
            for said in voice.said:
                yield FoundSaid(audit=audit.id, voice=id_, said=said)


def _earlier(audits: Iterable[Audit]) -> Iterator[FoundEarlier]:
    for audit in audits:
        for point in audit.follow_up.points if audit.follow_up else ():
            yield FoundEarlier(audit=audit.id, point=point)


def _points(audits: Iterable[Audit]) -> Iterator[FoundPoint]:
    for audit in audits:
        for case_id, case in audit.cases.items():
            for point in case.worked_well:
                yield FoundPoint(audit=audit.id, case=case_id, side="worked well", point=point)
            for point in case.to_improve:
                yield FoundPoint(audit=audit.id, case=case_id, side="to improve", point=point)


def _practice(audits: Iterable[Audit]) -> Iterator[FoundPractice]:
    for audit in audits:
        for case, returns in audit.returns.items():
            for seen_by, one in returns.items():
                for practice in one.good_practice:
                    yield FoundPractice(
                        audit=audit.id, case=case, seen_by=seen_by, practice=practice
                    )


def _beside(results: AuditResults, agency: AgencyId) -> tuple[Beside, ...]:
    return tuple(
        Beside(ref=ref, own=own, others=result.tally - own)
        for ref, result in results.questions.items()
        if (own := result.by_agency.get(agency)) and result.tally and len(result.by_agency) > 1
    )


def _counted(row: dict[CaseId, CellState]) -> dict[CellState, int]:
    states = list(row.values())
    return {
        state: states.count(state)
        for state in CellState
        if state in states and state is not CellState.NOT_ASKED
    }
