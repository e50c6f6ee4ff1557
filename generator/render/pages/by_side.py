"""What audits say about a theme, an agency or a kind of agency, by side."""

from __future__ import annotations

from dataclasses import dataclass

from generator.aggregate.gathered import FoundFinding, FoundPoint, Gathered
from generator.model.findings import FindingKind


@dataclass(frozen=True)
class BySide:
    """What was gathered, what went well apart from what did not."""

    gathered: Gathered
    strengths: tuple[FoundFinding, ...]
    worries: tuple[FoundFinding, ...]
    to_improve: tuple[FoundPoint, ...]
    worked_well: tuple[FoundPoint, ...]


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
        to_improve=tuple(found for found in gathered.points if found.side == "to improve"),
        worked_well=tuple(found for found in gathered.points if found.side == "worked well"),
    )
