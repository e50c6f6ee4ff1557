"""A case: one child's situation, generalised, and what the partnership made of it."""

from __future__ import annotations

from enum import StrEnum

from generator.model.edition import Intranet
from generator.model.record import Record
from generator.model.words import AgencyId, JudgementRef, Line, Prose, ThemeId


class AgeBand(StrEnum):
    """How old a child is, no closer than the learning needs."""

    UNBORN = "unborn"
    UNDER_ONE = "under 1"
    ONE_TO_FOUR = "1 to 4"
    FIVE_TO_NINE = "5 to 9"
    TEN_TO_FOURTEEN = "10 to 14"
    FIFTEEN_UP = "15 to 17"


class Sex(StrEnum):
    """As the audit recorded it."""

    FEMALE = "female"
    MALE = "male"


class LevelOfNeed(StrEnum):
    """The kind of plan or support a child had, from least to most intervention."""

    UNIVERSAL = "universal"
    EARLY_HELP = "early help"
    CHILD_IN_NEED = "child in need"
    CHILD_PROTECTION = "child protection"
    LOOKED_AFTER = "looked after"
    CLOSED = "closed"


class Point(Record):
    """One thing that worked well, or that should have gone better."""

    text: Intranet[Prose]
    """What happened and what it meant for the child."""
    themes: Intranet[tuple[ThemeId, ...]] = ()
    """What it is about."""
    agencies: Intranet[tuple[AgencyId, ...]] = ()
    """Whose practice it is about."""


class Stepped(Record):
    """A change of the plan or support that a child had."""

    from_level: Intranet[LevelOfNeed]
    """Before."""
    to_level: Intranet[LevelOfNeed]
    """After."""
    outcome: Intranet[Prose | None] = None
    """What became of it."""


class Case(Record):
    """One child's case: `cases/CASE.md`. The text below the front matter is the pen picture."""

    age_band: Intranet[AgeBand | None] = None
    """The child's age when audited, as a band."""
    sex: Intranet[Sex | None] = None
    """As the audit recorded it; leave out where it adds nothing."""
    level_of_need: Intranet[LevelOfNeed | None] = None
    """The plan or support at the time of the audit."""
    stepped: Intranet[Stepped | None] = None
    """The step down or up that the audit looked at."""
    ethnicity: Line | None = None
    """Shown to the audit group only."""
    area: Line | None = None
    """Shown to the audit group only."""
    facts: Intranet[dict[Line, Line]] = {}
    """Other facts that the audit compared cases by, such as `Heard at MARAC: yes`."""
    worked_well: Intranet[tuple[Point, ...]] = ()
    """What worked well."""
    to_improve: Intranet[tuple[Point, ...]] = ()
    """Areas for improvement."""
    to_do: Intranet[tuple[Point, ...]] = ()
    """What needs to happen, where the audit said so case by case."""
    judgement: Intranet[Line | None] = None
    """The partnership's judgement of the work, a value of the audit's `grades`."""
    judgement_note: Intranet[Prose | None] = None
    """Why the partnership judged so."""
    judgements: Intranet[dict[JudgementRef, Line]] = {}
    """What the partnership gave on each of the tool's judgements, by its reference."""
    pen_picture: Intranet[Prose]
    """The child's situation in a few sentences, generalised."""
