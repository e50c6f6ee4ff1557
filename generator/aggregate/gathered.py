"""What audits say about one theme, one agency or one kind of agency.

A kind of content that names agencies or themes is known here alone: by its class, its field and
its line in `Gathered`, and its loop in `mentions_in`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, Literal, NamedTuple, TypeVar

from generator.aggregate.matrix import CellState, Matrix
from generator.aggregate.progress import FoundRecommendation
from generator.aggregate.results import AuditResults
from generator.aggregate.tally import Tally
from generator.model.case import Point
from generator.model.edition import Intranet, Public
from generator.model.findings import Finding
from generator.model.follow_up import EarlierPoint
from generator.model.library import Audit, Library
from generator.model.record import Record
from generator.model.returns import GoodPractice
from generator.model.voices import Said
from generator.model.words import AgencyId, AuditId, CaseId, Id

Kind = TypeVar("Kind", bound=Record)
Item = TypeVar("Item")
Subject = TypeVar("Subject", bound=str)


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

    @classmethod
    def of(cls, found: Iterable[Record]) -> Gathered:
        """What was found, each kind by itself."""
        found = tuple(found)
        return cls(
            findings=_only(FoundFinding, found),
            recommendations=_only(FoundRecommendation, found),
            points=_only(FoundPoint, found),
            said=_only(FoundSaid, found),
            earlier=_only(FoundEarlier, found),
        )

    @property
    def audits(self) -> tuple[AuditId, ...]:
        """The audits that say anything, in the order of the fields."""
        # Each field holds things that know their audit, or is a mapping by audit.
        contents: list[Any] = [content for _, content in self]
        named = (item for content in contents for item in content)
        return tuple(dict.fromkeys(item if isinstance(item, str) else item.audit for item in named))

    def within(self, audits: Collection[AuditId]) -> Gathered:
        """What some of the audits say."""
        contents: dict[str, Any] = dict(self)
        return self.model_copy(
            update={
                name: {audit: of for audit, of in content.items() if audit in audits}
                if isinstance(content, dict)
                else tuple(item for item in content if item.audit in audits)
                for name, content in contents.items()
            }
        )

    @property
    def is_empty(self) -> bool:
        """Whether no audit says anything."""
        return not self.audits


class Mention(NamedTuple):
    """Something that an audit says, and the agencies and themes that it names."""

    found: Record
    agencies: tuple[AgencyId, ...]
    themes: tuple[Id, ...]


def mentions_in(audit: Audit, recommendations: Iterable[FoundRecommendation]) -> Iterator[Mention]:
    """What an audit says that names agencies or themes, its recommendations as they stand."""
    for id_, finding in audit.findings.items():
        found_finding = FoundFinding(audit=audit.id, id=id_, finding=finding)
        yield Mention(found_finding, finding.agencies, finding.themes)
    for found in recommendations:
        yield Mention(found, found.recommendation.owners, found.recommendation.themes)
    for found_point in _points(audit):
        yield Mention(found_point, found_point.point.agencies, found_point.point.themes)
    for id_, voice in audit.voices.items():
        for said in voice.said:
            found_said = FoundSaid(audit=audit.id, voice=id_, said=said)
            yield Mention(found_said, said.agencies, said.themes)
    for point in audit.follow_up.points if audit.follow_up else ():
        yield Mention(FoundEarlier(audit=audit.id, point=point), point.agencies, point.themes)


def gathered_by(
    mentions: Iterable[Mention],
    subjects: Iterable[Subject],
    about: Callable[[Mention], Iterable[Subject]],
) -> dict[Subject, Gathered]:
    """What is said about each subject, where `about` gives what a mention is about."""
    grouped = _grouped(mentions, about)
    return {
        subject: Gathered.of(mention.found for mention in grouped.get(subject, ()))
        for subject in subjects
    }


def _grouped(
    items: Iterable[Item], about: Callable[[Item], Iterable[Subject]]
) -> dict[Subject, tuple[Item, ...]]:
    groups: dict[Subject, list[Item]] = {}
    for item in items:
        for subject in set(about(item)):
            groups.setdefault(subject, []).append(item)
    return {subject: tuple(group) for subject, group in groups.items()}


def _only(kind: type[Kind], found: Iterable[Record]) -> tuple[Kind, ...]:
    return tuple(record for record in found if isinstance(record, kind))


def about_agencies(
    library: Library,
    audits: Iterable[Audit],
    mentions: Iterable[Mention],
    results: dict[AuditId, AuditResults],
    matrices: dict[AuditId, Matrix],
) -> dict[AgencyId, Gathered]:
    """What is said about each agency, and what only an agency has: its practice and returns."""
    practice = _grouped(_practice(audits), lambda found: (found.practice.agency or found.seen_by,))
    named = gathered_by(mentions, library.agencies, lambda mention: mention.agencies)
    about = {}
    for agency, gathered in named.items():
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


def _points(audit: Audit) -> Iterator[FoundPoint]:
    for case_id, case in audit.cases.items():
        for point in case.worked_well:
            yield FoundPoint(audit=audit.id, case=case_id, side="worked well", point=point)
        for point in case.to_improve:
            yield FoundPoint(audit=audit.id, case=case_id, side="to improve", point=point)


def _practice(audits: Iterable[Audit]) -> Iterator[FoundPractice]:
    for audit in audits:
        for case, returns in audit.returns.items():
            for seen_by, return_ in returns.items():
                for practice in return_.good_practice:
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
