"""The registers: what all audits share. Each file maps an id to its entry."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.limits import MAX_SCORES
from generator.model.edition import Public
from generator.model.record import Record
from generator.model.words import Count, Line, PartialDate, Prose, Short, ThemeId, Word, YesNo


class Partnership(Record):
    """Who runs audits together: a safeguarding partnership or board."""

    name: Public[Line]
    """Its full name."""
    short: Public[Line]
    """What people call it."""
    also: Public[tuple[Line, ...]] = ()
    """Other names it goes by in documents."""
    levels: Public[tuple[Line, ...]] = ()
    """What it calls kinds of plan and support, besides the words that are the same everywhere."""
    about: Public[Prose | None] = None
    """What a reader from elsewhere needs to know about it."""


class AgencyKind(StrEnum):
    """What an agency does, so that the schools of several partnerships stand together."""

    SOCIAL_CARE = "social care"
    EARLY_HELP = "early help"
    POLICE = "police"
    COMMUNITY_HEALTH = "community health"
    HOSPITAL = "hospital"
    MENTAL_HEALTH = "mental health"
    GP = "gp"
    HEALTH_COMMISSIONER = "health commissioner"
    AMBULANCE = "ambulance"
    EDUCATION = "education"
    PROBATION = "probation"
    YOUTH_JUSTICE = "youth justice"
    DOMESTIC_ABUSE = "domestic abuse service"
    SUBSTANCE_MISUSE = "substance misuse service"
    HOUSING = "housing"
    ADULT_SOCIAL_CARE = "adult social care"
    CHARITY = "charity"
    FIRE = "fire and rescue"
    BOARD = "board"

    @property
    def shown(self) -> str:
        """How pages call agencies of the kind."""
        return "GPs" if self is AgencyKind.GP else self.value[:1].upper() + self.value[1:]


class Agency(Record):
    """An organisation or service that takes part in audits."""

    name: Public[Line]
    """Its full name."""
    short: Public[Line | None] = None
    """A short name for tables; the full name where none is given."""
    kind: Public[AgencyKind]
    """What it does."""
    also: Public[tuple[Line, ...]] = ()
    """Other names it goes by in documents."""
    about: Public[Prose | None] = None
    """What it does for families, in a sentence."""
    made_up: Public[YesNo] = False
    """Whether it exists only in made-up audits."""

    @property
    def label(self) -> str:
        """What tables call it."""
        return self.short or self.name


class Theme(Record):
    """What findings are about, across audits."""

    name: Public[Line]
    """A few words."""
    about: Public[Prose]
    """A sentence that a practitioner understands."""
    also: Public[tuple[Line, ...]] = ()
    """Other words that people use for it, by which search finds it."""
    under: Public[ThemeId | None] = None
    """The wider theme it belongs to; none for a theme of the first level."""
    questions: Public[tuple[Short, ...]] = ()
    """What a team can ask itself about the theme as a whole."""


class ScaleKind(StrEnum):
    """What the values of a scale are."""

    ANSWERS = "answers"
    GRADES = "grades"
    FREQUENCY = "frequency"
    SCORE = "score"
    PROSE = "prose"


class ScaleValue(Record):
    """One value that can be chosen."""

    value: Public[Word]
    """What stands in a return, word for word."""
    label: Public[Line | None] = None
    """How pages show it; as the value, with a capital, where none is given."""
    meaning: Public[Prose | None] = None
    """When to choose it, in the wording of the scale."""

    @property
    def shown(self) -> str:
        """How pages show it."""
        return self.label or self.value[:1].upper() + self.value[1:]


HighestScore = Annotated[Count, Field(le=MAX_SCORES - 1)]
"""The highest score that can be given."""


class Scale(Record):
    """The answers a question can have, best first. Other wording makes another scale."""

    name: Public[Line]
    """What it is called, with whose and from when where that tells it from another."""
    kind: Public[ScaleKind]
    """What its values are."""
    about: Public[Prose | None] = None
    """Where the scale comes from and how to read it."""
    values: Public[tuple[ScaleValue, ...]] = ()
    """What can be chosen, best first; none for a score."""
    favourable: Public[tuple[Word, ...]] = ()
    """The values whose share of the base is a question's percentage, such as yes."""
    lowest: Public[Count | None] = None
    """The lowest score, for a score."""
    highest: Public[HighestScore | None] = None
    """The highest score, for a score."""

    @property
    def choices(self) -> tuple[str, ...]:
        """Every value that can stand in a return, best first."""
        if self.kind is ScaleKind.SCORE and self.lowest is not None and self.highest is not None:
            return tuple(str(score) for score in range(self.highest, self.lowest - 1, -1))
        return tuple(value.value for value in self.values)

    def shown(self, value: str) -> str:
        """How pages show `value`."""
        return next((one.shown for one in self.values if one.value == value), value)


class Work(Record):
    """A publication that findings refer to, or worth reading: an entry of the bibliography."""

    title: Public[Line]
    """Its title."""
    by: Public[Line]
    """Who wrote or published it."""
    year: Public[PartialDate | None] = None
    """When it came out."""
    about: Public[Prose | None] = None
    """What it says that matters here, in a sentence."""
    address: Public[Line | None] = None
    """Where it can be read, if the source gives an address."""


class Term(Record):
    """An abbreviation or a word of the field, explained."""

    term: Public[Annotated[Line, Field(examples=["MARAC"])]]
    """The abbreviation or word as it stands in text."""
    means: Public[Line]
    """What it stands for."""
    also: Public[tuple[Line, ...]] = ()
    """Other words for the same, by which search finds it and every text that holds it."""
    about: Public[Prose | None] = None
    """What it is, in a sentence."""
