"""The agencies: their index, a page for each, and one for each kind across partnerships."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from generator.aggregate.book import Book
from generator.aggregate.gathered import Gathered
from generator.aggregate.progress import FoundRecommendation
from generator.model.library import Audit
from generator.model.registers import Agency, AgencyKind
from generator.read.markdown import plain
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry, Step
from generator.render.pages.answered import AnsweredBeside, answered_beside
from generator.render.pages.by_side import BySide, by_side
from generator.render.pages.narrowing import (
    AskedAbout,
    Choice,
    asked_by_theme,
    of_no_theme,
    themes_of,
)
from generator.render.pages.parts import Part, by_audit, by_label, in_parts, sizes_of
from generator.render.search import names
from generator.render.writer import Plan

_LINE: Final = 150
"""Bytes of an agency in the index, about."""


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
class Ours:
    """What audits say about an agency or a kind of agency, as its own people read it."""

    by_side: BySide
    asked: tuple[AskedAbout, ...]
    """What is asked, by theme; once under each theme that it is about."""
    asked_besides: tuple[FoundRecommendation, ...]
    """What is asked without a theme being named."""
    themes: tuple[Choice, ...]
    """What the page can be narrowed to."""

    @property
    def number(self) -> int:
        """How many things are said that a theme can be chosen for, each once."""
        of = self.by_side.gathered
        return sum(map(len, (of.recommendations, of.findings, of.points, of.said, of.earlier)))

    @property
    def about(self) -> str:
        """`What is asked is about: Planning; Recording.`, or empty where nothing is asked."""
        names = "; ".join(asked.theme.name for asked in self.asked)
        return f"What is asked is about: {names}." if names else ""


@dataclass(frozen=True)
class AgencyPage:
    """What audits found about an agency and ask of it."""

    template: ClassVar[str] = "agency.html"
    id: str
    agency: Agency
    ours: Ours
    answered: tuple[AnsweredBeside, ...]
    """How it answered, and everyone else."""
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
                f"{self.about} {self.ours.about}",
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
    kind: AgencyKind
    ours: Ours
    audits: Mapping[str, Audit]
    seen_in_cases: bool
    """Whether audits saw anything of it in single cases."""

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
                f"{self.about} {self.ours.about}",
                EntryKind.AGENCY,
                self.also,
            ),
            *(
                SearchEntry(
                    uris.asked_about(asked.id),
                    f"{self.name}: what is asked about {asked.theme.name}",
                    " ".join(plain(found.recommendation.text) for found in asked.recommendations),
                    EntryKind.AGENCY,
                    asked.theme.also,
                    made_up=all(
                        self.audits[found.audit].made_up for found in asked.recommendations
                    ),
                )
                for asked in self.ours.asked
            ),
        )


def plans(book: Book) -> Iterator[Plan]:
    """The index, and a page for each agency and each kind that anything is said about."""
    audits = {audit.id: audit for audit in book.audits}
    kinds = entries_by_kind(book)
    yield from _index(kinds)
    for kind, entries in kinds.items():
        for entry in entries:
            yield from _of_agency(book, entry, audits)
        yield from _of_kind(book, kind, entries, audits)


def _index(kinds: Mapping[AgencyKind, tuple[AgencyEntry, ...]]) -> Iterator[Plan]:
    entries = [entry for of_kind in kinds.values() for entry in of_kind]

    def plan(part: Part) -> Plan:
        held = {
            kind: tuple(entry for entry in of_kind if entry.id in part.keys)
            for kind, of_kind in kinds.items()
        }
        view = Agencies({kind: of_kind for kind, of_kind in held.items() if of_kind})
        return Plan(part.uri, "Agencies", view, "audits/agencies.yml")

    labels = {entry.id: entry.agency.kind.shown for entry in entries}
    sizes = {entry.id: _LINE + len(entry.agency.name) for entry in entries}
    yield from in_parts(by_label(uris.AGENCIES, labels, sizes), plan)


def _of_agency(book: Book, entry: AgencyEntry, audits: Mapping[str, Audit]) -> Iterator[Plan]:
    kind = entry.agency.kind

    def plan(part: Part) -> Plan:
        gathered = entry.gathered.within(part.keys)
        ours, answered = _ours(book, gathered), answered_beside(book, gathered)
        view = AgencyPage(entry.id, entry.agency, ours, answered, audits)
        all_of_kind = Step(f"{kind.shown}, all partnerships", uris.kind(kind))
        return Plan(part.uri, entry.agency.name, view, "audits/agencies.yml", next=all_of_kind)

    sizes = sizes_of(entry.gathered, by_theme=True)
    yield from in_parts(by_audit(uris.agency(entry.id), book.audits, sizes), plan)


def _of_kind(
    book: Book, kind: AgencyKind, entries: Sequence[AgencyEntry], audits: Mapping[str, Audit]
) -> Iterator[Plan]:
    agencies = tuple(entry.id for entry in entries)
    real = [entry.agency for entry in entries if not entry.agency.made_up]
    # Single cases stand with the agency and the theme: here they would hide all else.
    gathered = book.kinds[kind].model_copy(update={"points": ()})

    def plan(part: Part) -> Plan:
        ours = _ours(book, gathered.within(part.keys))
        named = agencies if part.is_first else ()
        seen = bool(book.kinds[kind].points)
        view = KindPage(kind.shown, named, names((), real), kind, ours, audits, seen)
        register = Step("Recommendations of all audits", uris.REGISTER)
        return Plan(part.uri, kind.shown, view, "audits/agencies.yml", next=register)

    sizes = sizes_of(gathered, by_theme=True)
    yield from in_parts(by_audit(uris.kind(kind), book.audits, sizes), plan)


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


def _ours(book: Book, gathered: Gathered) -> Ours:
    return Ours(
        by_side(gathered),
        asked_by_theme(book, gathered),
        of_no_theme(gathered),
        themes_of(book, gathered),
    )
