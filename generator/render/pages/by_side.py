"""What audits say about a theme, an agency or a kind of agency, by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.aggregate.gathered import FoundFinding, FoundPoint, Gathered
from generator.model.findings import FindingKind
from generator.model.words import AuditId

PointsByAudit = dict[AuditId, tuple[FoundPoint, ...]]


@dataclass(frozen=True)
class BySide:
    """What was gathered, what went well apart from what did not."""

    gathered: Gathered
    strengths: tuple[FoundFinding, ...]
    worries: tuple[FoundFinding, ...]
    to_improve: PointsByAudit
    worked_well: PointsByAudit


def by_side(gathered: Gathered) -> BySide:
    """What was gathered, by side."""
    return BySide(
        gathered=gathered,
        strengths=tuple(
            found for found in gathered.findings if found.finding.kind is FindingKind.STRENGTH
        ),
        worries=tuple(
            found for found in gathered.findings if found.finding.kind is not FindingKind.STRENGTH
        ),
        to_improve=_by_audit(found for found in gathered.points if found.side == "to improve"),
        worked_well=_by_audit(found for found in gathered.points if found.side == "worked well"),
    )


def _by_audit(points: Iterable[FoundPoint]) -> PointsByAudit:
    by_audit: dict[AuditId, list[FoundPoint]] = {}
    for found in points:
        by_audit.setdefault(found.audit, []).append(found)
    return {audit: tuple(found) for audit, found in by_audit.items()}
