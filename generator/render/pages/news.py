"""What is new: of each audit the latest thing that its dates tell of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from generator.aggregate.book import Book
from generator.aggregate.progress import FoundRecommendation, has_come
from generator.model.library import Audit
from generator.model.words import PartialDate

SHOWN: Final = 4
"""How many real audits; one made-up one may follow."""

_BY_FIELD: Final = {
    "sent": "the tool went out",
    "due": "returns were due",
    "meeting": "the agencies met",
    "completed": "finished",
    "published": "published",
}


@dataclass(frozen=True)
class News:
    """What happened last about an audit."""

    audit: Audit
    when: PartialDate
    what: str
    """In a few words: `published`, `progress`."""
    recommendation: FoundRecommendation | None = None
    """The one that it happened to."""


def news(book: Book) -> tuple[News, ...]:
    """The audits of which something happened last, the newest first, each once."""
    latest = [
        max(events, key=_day) for audit in book.audits if (events := list(_events(audit, book)))
    ]
    newest = sorted(latest, key=_day, reverse=True)
    real = [one for one in newest if not one.audit.made_up]
    made_up = [one for one in newest if one.audit.made_up]
    return (*real[:SHOWN], *made_up[:1])


def _day(one: News) -> date:
    return one.when.last


def _events(audit: Audit, book: Book) -> Iterator[News]:
    for field, when in audit.dates.in_order:
        if has_come(when, book.as_at):
            yield News(audit, when, _BY_FIELD[field])
    for found in book.recommendations[audit.id]:
        of = found.recommendation
        steps = [*((step, "progress") for step in of.progress), (of.done, "done")]
        for step, what in (*steps, (of.impact, "impact shown")):
            if step and step.date:
                yield News(audit, step.date, what, found)
