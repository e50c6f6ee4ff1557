"""A case: one child's situation, generalised, and what the partnership made of it."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Final

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model.edition import Intranet
from generator.model.record import Record
from generator.model.words import AgencyId, JudgementRef, Line, Prose, Reference, ThemeId, Word

AGE_BANDS: Final = ("unborn", "under 1", "1 to 4", "5 to 9", "10 to 14", "15 to 17")
"""The bands of children that audits here use; those of adults are typed the same way."""

_NARROWEST: Final = 3
"""How many years of age a band holds at least: a closer one tells who somebody is."""


_BAND: Final = re.compile(r"([0-9]{1,2}) to (1?[0-9]{1,2})|under [1-9][0-9]?|1?[0-9]{1,2} and over")


def _age_band(value: object) -> object:
    if value in AGE_BANDS or not isinstance(value, str):
        return value
    found = _BAND.fullmatch(value)
    if found is None:
        raise PydanticCustomError(
            "age_band", "this must be a band of ages, such as 5 to 9, 65 to 74, or 85 and over"
        )
    if found[1] and int(found[2]) < int(found[1]):
        raise PydanticCustomError("age_band", "this must be a band that goes up, such as 65 to 74")
    if found[1] and int(found[2]) - int(found[1]) + 1 < _NARROWEST:
        raise PydanticCustomError(
            "age_band",
            f"this must be a band of {_NARROWEST} years or more: closer tells who it is",
        )
    return value


AgeBand = Annotated[
    str,
    BeforeValidator(_age_band),
    WithJsonSchema({"type": "string", "examples": [*AGE_BANDS, "65 to 74", "85 and over"]}),
]
"""How old somebody is, no closer than the learning needs: `5 to 9`, `65 to 74`, `85 and over`."""


class Sex(StrEnum):
    """As the audit recorded it."""

    FEMALE = "female"
    MALE = "male"


LEVELS_OF_NEED: Final = (
    "universal",
    "early help",
    "child in need",
    "child protection",
    "looked after",
    "care leaver",
    "safeguarding concern",
    "section 42 enquiry",
    "care and support assessment",
    "care and support plan",
    "protection plan",
    "closed",
)
"""The kinds of plan or support that are called the same everywhere, of children and of adults.

A partnership's other words stand under its `levels` in partnerships.yml.
"""

LevelOfNeed = Annotated[Line, Reference("level of need")]
"""The kind of plan or support that somebody had."""


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
    """The age when audited, as a band."""
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
    judgement: Intranet[Word | None] = None
    """The partnership's judgement of the work, a value of the audit's `grades`."""
    judgement_note: Intranet[Prose | None] = None
    """Why the partnership judged so."""
    judgements: Intranet[dict[JudgementRef, Word]] = {}
    """What the partnership gave on each of the tool's judgements, by its reference."""
    pen_picture: Intranet[Prose]
    """The child's situation in a few sentences, generalised."""
