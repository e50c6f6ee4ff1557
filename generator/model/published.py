"""Figures of an audit whose returns no longer exist, as their source printed them."""

from __future__ import annotations

from generator.model.edition import Public
from generator.model.nouns import RETURNS, Noun
from generator.model.record import Record
from generator.model.words import (
    Count,
    Id,
    Line,
    PartialDate,
    Printed,
    QuestionRef,
    Remark,
    SectionId,
)


class PublishedFigure(Record):
    """What a source printed for one question."""

    counts: Public[dict[Line, Count]] = {}
    """How many gave each answer; none where only percentages were printed."""
    total: Public[Count | None] = None
    """The total that the source printed."""
    percentages: Public[dict[Line, Printed]] = {}
    """The percentages that the source printed, without their sign."""
    unit: Public[Noun | None] = None
    """What this row counts, where it is not what the others do."""
    printed_unit: Public[Noun | None] = None
    """The unit that the source names, where that is not what we take it to count."""
    printed_as: Public[Line | None] = None
    """The words that the source used for what it counts, such as `59% of cases`."""
    note: Public[Remark | None] = None
    """What is to be said about this row, such as a misprint."""


class PopulationFigure(Record):
    """A figure about all children of an area, not of the audit: it gives a finding its context."""

    text: Public[Remark]
    """What it says."""
    count: Public[Count]
    """How many."""
    of: Public[Count]
    """Out of how many."""
    unit: Public[Noun]
    """What is counted."""
    percentage: Public[Printed | None] = None
    """The percentage that the source printed, without its sign."""
    date: Public[PartialDate | None] = None
    """The date it is of."""


class Movement(Record):
    """What a number was, what came to it and went from it, and what it is now."""

    text: Public[Remark]
    """What it is the number of."""
    at_start: Public[Count]
    """How many there were."""
    added: Public[Count]
    """How many came."""
    removed: Public[Count]
    """How many went."""
    at_end: Public[Count]
    """How many there are now."""
    unit: Public[Noun]
    """What is counted."""
    date: Public[PartialDate | None] = None
    """The date on which it ends."""


class Published(Record):
    """The collated figures as printed: `published.yml`."""

    source: Public[Line]
    """Where in the source they stand."""
    unit: Public[Noun] = RETURNS
    """What they count."""
    note: Public[Remark | None] = None
    """How they are to be read."""
    figures: Public[dict[QuestionRef, PublishedFigure]] = {}
    """The figures by question reference."""
    population: Public[dict[Id, PopulationFigure]] = {}
    """Figures about all children of an area, for context."""
    movements: Public[dict[Id, Movement]] = {}
    """Numbers of all children of an area that came and went, for context."""
    headings: Public[dict[SectionId, Line]] = {}
    """Headings of the tool's sections that the source printed otherwise, such as a misprint."""
