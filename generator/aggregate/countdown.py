"""How many days are left until returns are due, and how people say it."""

from __future__ import annotations

from datetime import date

from generator.diagnostics.wording import counted
from generator.model.words import PartialDate


def days_left(due: PartialDate, as_at: date) -> int:
    """The days until the last day that `due` can mean; below nought once that has passed."""
    return (due.last - as_at).days


def countdown(due: PartialDate, as_at: date) -> str:
    """The same in words.

    >>> countdown(PartialDate(2031, 3, 15), date(2031, 3, 14))
    '1 day left'
    """
    days = days_left(due, as_at)
    if days == 0:
        return "due today"
    return f"{counted(days, 'day')} left" if days > 0 else f"{counted(-days, 'day')} late"
