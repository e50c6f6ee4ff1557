"""Whose voice an audit heard, how, and what they said."""

from __future__ import annotations

from enum import StrEnum

from generator.model.edition import Intranet, Public
from generator.model.record import Record
from generator.model.words import AgencyId, CaseId, Line, Prose, ThemeId


class Speaker(StrEnum):
    """Who was heard."""

    CHILDREN = "children"
    ADULTS = "adults"
    FAMILIES = "families"
    CARERS = "carers"
    PRACTITIONERS = "practitioners"
    LEADERS = "leaders"


class Said(Record):
    """One thing that was said."""

    text: Public[Prose]
    """What was said, in our words and in general terms."""
    themes: Public[tuple[ThemeId, ...]] = ()
    """What it is about."""
    agencies: Public[tuple[AgencyId, ...]] = ()
    """Whose practice it is about."""
    cases: Intranet[tuple[CaseId, ...]] = ()
    """Which case it is about."""


class Voice(Record):
    """People who were heard: an entry of `voices.yml`."""

    who: Public[Speaker]
    """Children, adults, families, carers, practitioners or leaders."""
    title: Public[Line]
    """What pages call it."""
    how: Public[Prose]
    """How they were heard: who was asked, by what means, how many answered."""
    said: Public[tuple[Said, ...]] = ()
    """What they said."""
