"""What became of an earlier audit's points: `follow-up.yml`."""

from __future__ import annotations

from enum import StrEnum

from generator.model.edition import Public
from generator.model.findings import Reach
from generator.model.record import Record
from generator.model.words import (
    AgencyId,
    AuditId,
    Count,
    FindingId,
    Line,
    PartialDate,
    Prose,
    RecommendationRef,
    Remark,
    ThemeId,
)


class Standing(StrEnum):
    """Where an earlier point stands now. Absence from a sample is no improvement."""

    BETTER = "better"
    PARTLY = "partly"
    SAME = "same"
    WORSE = "worse"
    NOT_TESTED = "not tested"
    QUESTION_CHANGED = "question changed"


class EarlierPoint(Record):
    """One point of the earlier audit, and where it stands."""

    text: Public[Prose]
    """What the earlier audit found or asked for."""
    detail: Public[Prose | None] = None
    """What it said in more detail."""
    recommendation: Public[RecommendationRef | None] = None
    """The earlier audit's recommendation that it is, as AUDIT/RECOMMENDATION."""
    reach: Public[Reach | None] = None
    """Whether it was about the wider system, the theme, or a single agency."""
    standing: Public[Standing]
    """Where it stands now."""
    now: Public[Prose]
    """What the later audit says about it."""
    findings: Public[tuple[FindingId, ...]] = ()
    """The later audit's findings that show it."""
    themes: Public[tuple[ThemeId, ...]] = ()
    """What it is about."""
    agencies: Public[tuple[AgencyId, ...]] = ()
    """Whose practice it is about."""


class FollowUp(Record):
    """What became of an earlier audit's points."""

    title: Public[Line]
    """The earlier audit's title."""
    audit: Public[AuditId | None] = None
    """The earlier audit, where it has a folder of its own."""
    dates: Public[tuple[PartialDate, ...]] = ()
    """Its date, or every date that is printed for it."""
    number_of_cases: Public[Count | None] = None
    """How many cases it looked at."""
    note: Public[Remark | None] = None
    """What a reader should know, such as that two dates are printed."""
    points: Public[tuple[EarlierPoint, ...]]
    """Its points, in its order."""
