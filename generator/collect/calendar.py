"""The dates of an audit as a calendar file (iCalendar, RFC 5545), a day's entry each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from generator.model.library import Audit
from generator.model.words import PartialDate

_SAID: Final = {
    "sent": "forms go out",
    "due": "returns are due",
    "meeting": "the agencies meet",
    "completed": "the audit is finished",
    "published": "the report comes out",
}
"""What happens on each of the audit's dates."""
_OCTETS: Final = 75
"""The most that a line may hold; what is longer goes on in the next."""


def calendar(audit: Audit, as_at: date) -> bytes:
    """The calendar file: an entry for each date of which the day is known.

    An entry keeps its id, so that a date that moved takes the old one's place. `as_at` is when the
    dates were last looked at, which the format asks for.
    """
    return "".join(
        f"{folded}\r\n" for line in _lines(audit, as_at) for folded in _folded(line)
    ).encode("utf-8")


def without_day(audit: Audit) -> dict[str, PartialDate]:
    """The dates that can stand in no calendar, by what happens: only a month or a year is known."""
    return {_SAID[name]: when for name, when in audit.dates.in_order if not when.day}


def _lines(audit: Audit, as_at: date) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//learning-from-audits//audits//EN"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    for name, when in audit.dates.in_order:
        if when.day:
            yield from _entry(audit, name, when.first, as_at)
    yield "END:VCALENDAR"


def _entry(audit: Audit, name: str, day: date, as_at: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{audit.id}.{name}@learning-from-audits"
    yield f"DTSTAMP:{as_at:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(audit.title)}: {_SAID[name]}"
    if audit.made_up:
        yield "DESCRIPTION:Made-up data: no audit has this date."
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    return re.sub(r"([\\;,])", r"\\\1", text)


def _folded(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, each but the first with a space before it."""
    piece = ""
    for letter in line:
        if len(f"{piece}{letter}".encode()) > _OCTETS:
            yield piece
            piece = " "
        piece += letter
    yield piece
