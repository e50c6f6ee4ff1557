"""The agencies: their index, a page for each, and one for each kind across partnerships."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.gathered import Gathered
from generator.model.library import Audit
from generator.model.registers import Agency, AgencyKind
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry, Step
from generator.render.pages.by_side import BySide, by_side
from generator.render.search import names
from generator.render.writer import Plan


@dataclass(frozen=True)
class AgencyEntry:
    """An agency and how much is said about it."""

    id: str
    agency: Agency
    gathered: Gathered


@dataclass(frozen=True)
class Agencies:
    """Every agency that an audit says something about, by kind."""

    template: ClassVar[str] = "agencies.html"
    kinds: dict[AgencyKind, tuple[AgencyEntry, ...]]
    about: str = "Find your agency: what audits found about it, and what they ask of it."
    search: tuple[SearchEntry, ...] = (SearchEntry("", "Agencies", about, EntryKind.LIST),)


@dataclass(frozen=True)
class AgencyPage:
    """What audits found about an agency and ask of it."""

    template: ClassVar[str] = "agency.html"
    id: str
    agency: Agency
    asked: str
    """What it is asked to do something about, in a sentence."""
    by_side: BySide
    audits: Mapping[str, Audit]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"What audits found about {self.agency.name}, and what they ask of it."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The agency by all its names."""
        return (
            SearchEntry(
                "",
                self.agency.name,
                f"{self.about} {self.asked}",
                EntryKind.AGENCY,
                (*self.agency.also, self.agency.kind.shown),
                made_up=self.agency.made_up,
            ),
        )


@dataclass(frozen=True)
class KindPage:
    """What audits in every partnership found about a kind of agency and ask of it."""

    template: ClassVar[str] = "kind.html"
    name: str
    agencies: tuple[str, ...]
    also: tuple[str, ...]
    """What its agencies are called, each name once."""
    asked: str
    """What they are asked to do something about, in a sentence."""
    by_side: BySide
    audits: Mapping[str, Audit]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"{self.name} in every partnership: what audits found, and what they ask."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The kind by its name."""
        return (
            SearchEntry(
                "",
                f"{self.name}, all partnerships",
                f"{self.about} {self.asked}",
                EntryKind.AGENCY,
                self.also,
            ),
        )


def plans(book: Book) -> Iterator[Plan]:
    """The index, and a page for each agency and each kind that anything is said about."""
    audits = {audit.id: audit for audit in book.audits}
    kinds = entries_by_kind(book)
    yield Plan(uris.AGENCIES, "Agencies", Agencies(kinds), "audits/agencies.yml")
    for kind, entries in kinds.items():
        for entry in entries:
            asked = _asked(book, entry.gathered)
            view = AgencyPage(entry.id, entry.agency, asked, by_side(entry.gathered), audits)
            uri, name = uris.agency(entry.id), entry.agency.name
            all_of_kind = Step(f"{kind.shown}, all partnerships", uris.kind(kind.value))
            yield Plan(uri, name, view, "audits/agencies.yml", next=all_of_kind)
        agencies = tuple(entry.id for entry in entries)
        real = [entry.agency for entry in entries if not entry.agency.made_up]
        page = KindPage(
            kind.shown,
            agencies,
            names((), real),
            _asked(book, book.kinds[kind]),
            by_side(book.kinds[kind]),
            audits,
        )
        register = Step("Recommendations of all audits", uris.REGISTER)
        yield Plan(uris.kind(kind.value), kind.shown, page, "audits/agencies.yml", next=register)


def entries_by_kind(book: Book) -> dict[AgencyKind, tuple[AgencyEntry, ...]]:
    """The agencies that anything is said about, by kind."""
    entries = [
        AgencyEntry(id_, agency, book.agencies[id_])
        for id_, agency in book.library.agencies.items()
        if not book.agencies[id_].is_empty
    ]
    by_kind = {
        kind: tuple(entry for entry in entries if entry.agency.kind is kind) for kind in AgencyKind
    }
    return {kind: of_kind for kind, of_kind in by_kind.items() if of_kind}


def _asked(book: Book, gathered: Gathered) -> str:
    """`What is asked is about: Planning; Recording.`, or empty where nothing is asked."""
    asked = (theme for found in gathered.recommendations for theme in found.recommendation.themes)
    themes = [book.library.themes[theme].name for theme in dict.fromkeys(asked)]
    return f"What is asked is about: {'; '.join(themes)}." if themes else ""
