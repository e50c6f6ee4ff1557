"""What only people can write of a briefing; the rest is drawn from the audit's other files."""

from __future__ import annotations

from generator.model.edition import Public
from generator.model.record import Record
from generator.model.words import OnASheet, Short


class Briefing(Record):
    """A briefing of seven minutes: `briefing.md`, why it matters below the front matter."""

    background: Public[OnASheet | None] = None
    """What led to the audit; what the audit is about, where none is given."""
    questions: Public[tuple[Short, ...]] = ()
    """What a team can ask itself; those of the findings, where none are given."""
    help: Public[tuple[Short, ...]] = ()
    """Where to get help and advice: services and roles, never a person's name."""
    why: Public[OnASheet]
    """Why it matters, to a child or an adult and to those who work with them."""
