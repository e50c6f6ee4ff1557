"""The home page and the index of audits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from generator.aggregate.book import Book
from generator.model.library import Audit
from generator.model.registers import AgencyKind
from generator.render import uris
from generator.render.answers import Answers, of_cases
from generator.render.page import EntryKind, SearchEntry, Step
from generator.render.pages import digests, register
from generator.render.pages.agencies import entries_by_kind
from generator.render.pages.news import News, news
from generator.render.pages.parts import AROUND, ROW, Part, by_audit, in_parts
from generator.render.pages.register import Group
from generator.render.pages.themes import ThemeEntry, theme_entries
from generator.render.pages.tools import examples
from generator.render.writer import Plan


@dataclass(frozen=True)
class AuditCard:
    """An audit in short."""

    audit: Audit
    partnership: str
    when: str
    judged: Answers | None
    """How the partnership graded the cases."""


@dataclass(frozen=True)
class Home:
    """Two choices that lead to what is asked, three doors, and what is new."""

    template: ClassVar[str] = "home.html"
    kinds: tuple[AgencyKind, ...]
    themes: tuple[ThemeEntry, ...]
    overdue: Group
    news: tuple[News, ...]
    has_examples: bool
    """Whether any tool shows what a good answer is."""
    about: str = "What multi-agency audits found, and what to do differently."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """What the site is about."""
        return (SearchEntry("", "Home", self.about, EntryKind.LIST),)


@dataclass(frozen=True)
class Audits:
    """Every audit."""

    template: ClassVar[str] = "audits.html"
    cards: tuple[AuditCard, ...]
    digests: tuple[Step, ...]
    """The years that have a digest."""
    about: str = "Every audit, the newest first."
    search: tuple[SearchEntry, ...] = (SearchEntry("", "Audits", about, EntryKind.LIST),)


def plans(book: Book) -> Iterator[Plan]:
    """Home, and the index of audits."""
    kinds = tuple(entries_by_kind(book))
    home = Home(
        kinds, theme_entries(book), register.overdue(book), news(book), bool(examples(book))
    )
    yield Plan(uris.HOME, "Home", home)
    yield from in_parts(
        by_audit(uris.AUDITS, book.audits, {audit.id: _size(audit) for audit in book.audits}),
        partial(_audits, book, tuple(digests.plans(book))),
    )


def _audits(book: Book, years: Sequence[Plan], part: Part) -> Plan:
    cards = tuple(_card(book, audit) for audit in book.audits if audit.id in part.keys)
    # A year's digest is told where the newest of its audits is.
    steps = tuple(
        Step(year.title, year.uri)
        for year in years
        if isinstance(year.view, digests.Digest) and year.view.audits[-1].audit.id in part.keys
    )
    return Plan(part.uri, "Audits", Audits(cards, steps))


def _size(audit: Audit) -> int:
    """About how many bytes its card has: with the bar of its grades."""
    return ROW + AROUND + sum(map(len, audit.in_short[:3] or (audit.about,)))


def _card(book: Book, audit: Audit) -> AuditCard:
    latest = audit.dates.latest
    when = latest.words if latest else ""
    scale = book.library.scales.get(audit.grades or "")
    judged = of_cases(book.results[audit.id], scale)
    return AuditCard(audit, book.library.partnerships[audit.partnership].short, when, judged)
