"""Figures of an audit whose returns no longer exist, as their source printed them."""

from __future__ import annotations

from enum import StrEnum

from generator.model.edition import Public
from generator.model.record import Record
from generator.model.words import Count, Line, Printed, Prose, QuestionRef


class Unit(StrEnum):
    """What a figure counts."""

    RETURNS = "returns"
    CASES = "cases"
    CHILDREN = "children"
    AGENCIES = "agencies"
    RESPONDENTS = "respondents"


class PublishedFigure(Record):
    """What a source printed for one question."""

    counts: Public[dict[Line, Count]]
    """How many gave each answer."""
    total: Public[Count | None] = None
    """The total that the source printed."""
    percentages: Public[dict[Line, Printed]] = {}
    """The percentages that the source printed, without their sign."""
    note: Public[Prose | None] = None
    """What is to be said about this row, such as a misprint."""


class Published(Record):
    """The collated figures as printed: `published.yml`."""

    source: Public[Line]
    """Where in the source they stand."""
    unit: Public[Unit]
    """What they count."""
    note: Public[Prose | None] = None
    """How they are to be read."""
    figures: Public[dict[QuestionRef, PublishedFigure]]
    """The figures by question reference."""
