"""Figures of an audit whose returns no longer exist, as their source printed them."""

from __future__ import annotations

from generator.model.edition import Public
from generator.model.nouns import RETURNS, Noun
from generator.model.record import Record
from generator.model.words import (
    AskedRef,
    Count,
    CountOrMark,
    Id,
    Line,
    PartialDate,
    Percentage,
    Printed,
    PrintedOrMark,
    Remark,
    Score,
    SectionId,
)


class GroupFigure(Record):
    """What a source printed for one group: one site, one locality, one year."""

    counts: Public[dict[Line, CountOrMark]] = {}
    """How many gave each answer, as far as printed."""
    total: Public[Count | None] = None
    """The group's total that the source printed."""
    percentages: Public[dict[Line, PrintedOrMark]] = {}
    """The percentages that the source printed, without their sign."""
    joined: Public[dict[Line, Printed]] = {}
    """Percentages of several answers together, such as `good or better: 62`."""
    joined_counts: Public[dict[Line, Count]] = {}
    """Counts of several answers together, such as `good or better: 16`."""


class EarlierFigure(GroupFigure):
    """What the table of a report prints for another year beside its own."""


class Agreement(Record):
    """How far two raters of the same cases agreed."""

    same: Public[Count]
    """How many they rated the same."""
    of: Public[Count]
    """How many both rated."""
    kappa: Public[Score | None] = None
    """Cohen's kappa as the source printed it: agreement beyond chance, 1 at the most."""


class PublishedFigure(Record):
    """What a source printed for one question."""

    counts: Public[dict[Line, CountOrMark]] = {}
    """How many gave each answer, as far as printed; `<5` or `*` where the source suppressed it."""
    total: Public[Count | None] = None
    """The total that the source printed: what its shares are out of."""
    percentages: Public[dict[Line, PrintedOrMark]] = {}
    """The percentages that the source printed, without their sign."""
    joined: Public[dict[Line, Printed]] = {}
    """Percentages of several answers together, such as `good or better: 62`."""
    joined_counts: Public[dict[Line, Count]] = {}
    """Counts of several answers together, such as `good or better: 16`."""
    mean: Public[Score | None] = None
    """The mean of the scores."""
    median: Public[Score | None] = None
    """The score in the middle."""
    lowest: Public[Score | None] = None
    """The lowest score that was given."""
    highest: Public[Score | None] = None
    """The highest score that was given."""
    target: Public[Percentage | None] = None
    """The share that was aimed at, in per cent; the question's or the whole audit's without it."""
    earlier: Public[dict[Line, EarlierFigure]] = {}
    """What the same table prints for other years, by year."""
    by: Public[dict[Line, dict[Line, GroupFigure]]] = {}
    """The row by site, locality or group: the dimension, then each group with its own figures."""
    agreement: Public[Agreement | None] = None
    """How far two raters agreed."""
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
    target: Public[Percentage | None] = None
    """The share that every row aims at, in per cent, where its row names no other."""
    amber_from: Public[Percentage | None] = None
    """The share from which a row that misses its target is amber and not red."""
    agreement: Public[Agreement | None] = None
    """How far two raters agreed over the whole audit."""
    figures: Public[dict[AskedRef, PublishedFigure]] = {}
    """The figures by the reference of a question or a judgement."""
    population: Public[dict[Id, PopulationFigure]] = {}
    """Figures about all children of an area, for context."""
    movements: Public[dict[Id, Movement]] = {}
    """Numbers of all children of an area that came and went, for context."""
    headings: Public[dict[SectionId, Line]] = {}
    """Headings of the tool's sections that the source printed otherwise, such as a misprint."""
