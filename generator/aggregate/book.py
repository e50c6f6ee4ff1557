"""Everything the pages are made from: the data, what it adds up to, and what belongs together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.aggregate.collection import Collection, collection
from generator.aggregate.comparison import (
    Comparison,
    GradesInARow,
    comparisons,
    grades_in_a_row,
)
from generator.aggregate.gathered import Gathered, about_agencies, gathered_by, mentions_in
from generator.aggregate.loose_ends import (
    LooseEnd,
    LooseKind,
    LooseThing,
    by_kind,
    loose_ends,
)
from generator.aggregate.matrix import Matrix, matrix
from generator.aggregate.progress import FoundRecommendation, found_recommendations
from generator.aggregate.results import AuditResults, audit_results
from generator.aggregate.self_judgement import JudgedTwice, judged_twice
from generator.aggregate.thread import Thread, threads
from generator.model.edition import Intranet, Public
from generator.model.library import Audit, Library
from generator.model.record import Record
from generator.model.registers import AgencyKind
from generator.model.words import AgencyId, AuditId, Id


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
    loose_ends: dict[AuditId, tuple[LooseEnd, ...]] = {}
    """What hangs loose in each audit: for the audit group, who can do something about it."""
    still_to_do: Public[dict[AuditId, dict[LooseKind, int]]]
    """How many findings, recommendations and points hang loose, by kind; no poor answers."""
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
    collections: dict[AuditId, Collection] = {}
    """How the collection of returns stands, by audit; for the audit group alone."""

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
    mentions = [
        mention for audit in audits for mention in mentions_in(audit, recommendations[audit.id])
    ]
    kinds = {id_: agency.kind for id_, agency in library.agencies.items()}
    loose = {
        audit.id: loose_ends(audit, recommendations[audit.id], library, results[audit.id])
        for audit in audits
    }
    return Book(
        as_at=as_at,
        library=library,
        results=results,
        matrices=matrices,
        recommendations=recommendations,
        threads=threads(audits, recommendations, as_at),
        loose_ends=loose,
        still_to_do={
            id_: {
                kind: len(of_kind)
                for kind, of_kind in by_kind(ends).items()
                if kind.thing is not LooseThing.QUESTION
            }
            for id_, ends in loose.items()
        },
        agencies=about_agencies(library, audits, mentions, results, matrices),
        kinds=gathered_by(
            mentions, AgencyKind, lambda mention: (kinds[agency] for agency in mention.agencies)
        ),
        themes=gathered_by(mentions, library.themes, lambda mention: mention.themes),
        comparisons=comparisons(audits, results),
        grades=grades_in_a_row(audits, results, library),
        judged_twice={
            audit.id: judged for audit in audits if (judged := judged_twice(audit, library))
        },
        collections={
            audit.id: stands
            for audit in audits
            if (stands := collection(audit, library, matrices[audit.id]))
        },
    )
