"""The themes: their index, and what audits found about each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.gathered import Gathered
from generator.model.findings import FindingKind
from generator.model.library import Audit
from generator.model.registers import Theme
from generator.read.markdown import plain
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry, Step
from generator.render.pages.by_side import BySide, by_side
from generator.render.pages.narrowing import Choice, kinds_of
from generator.render.pages.papers import packs_of
from generator.render.pages.parts import Part, by_audit, in_parts, sizes_of
from generator.render.writer import Plan


@dataclass(frozen=True)
class ThemeEntry:
    """A theme with what is below it, and how much is said about it."""

    id: str
    theme: Theme
    findings: int
    below: tuple[ThemeEntry, ...] = ()


@dataclass(frozen=True)
class Themes:
    """Every theme."""

    template: ClassVar[str] = "themes.html"
    themes: tuple[ThemeEntry, ...]
    about: str = "What audits keep finding, theme by theme."
    search: tuple[SearchEntry, ...] = (SearchEntry("", "Themes", about, EntryKind.LIST),)


@dataclass(frozen=True)
class FoundAs:
    """What an audit found a theme to be."""

    audit: str
    strengths: int
    worries: int
    others: int


@dataclass(frozen=True)
class ThemePage:
    """What audits found about a theme and ask for."""

    template: ClassVar[str] = "theme.html"
    id: str
    theme: Theme
    above: Theme | None
    below: tuple[ThemeEntry, ...]
    by_side: BySide
    kinds: tuple[Choice, ...]
    """The kinds of agency that the page can be narrowed to."""
    found_as: tuple[FoundAs, ...]
    """By audit, the newest first."""
    packs: tuple[Step, ...]
    """Its discussion pack, if there is one."""
    audits: Mapping[str, Audit]

    @property
    def about(self) -> str:
        """What the page is about."""
        return plain(self.theme.about)

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The theme by its name."""
        return (
            SearchEntry(
                "", self.theme.name, plain(self.theme.about), EntryKind.THEME, self.theme.also
            ),
        )


def plans(book: Book) -> Iterator[Plan]:
    """The index and a page for each theme."""
    audits = {audit.id: audit for audit in book.audits}
    themes = theme_entries(book)
    yield Plan(uris.THEMES, "Themes", Themes(themes), "audits/themes.yml")
    for top in themes:
        for theme in (top, *top.below):
            yield from _in_parts(book, theme, audits)


def _in_parts(book: Book, entry: ThemeEntry, audits: Mapping[str, Audit]) -> Iterator[Plan]:
    gathered = book.themes[entry.id]

    def plan(part: Part) -> Plan:
        view = _page(book, entry, gathered.within(part.keys), audits)
        register = Step("Recommendations of all audits", uris.REGISTER)
        return Plan(part.uri, entry.theme.name, view, "audits/themes.yml", next=register)

    parts = by_audit(uris.theme(entry.id), book.audits, sizes_of(gathered))
    yield from in_parts(parts, plan)


def _page(
    book: Book, entry: ThemeEntry, gathered: Gathered, audits: Mapping[str, Audit]
) -> ThemePage:
    finders = dict.fromkeys(found.audit for found in gathered.findings)
    return ThemePage(
        id=entry.id,
        theme=entry.theme,
        above=book.library.themes.get(entry.theme.under or ""),
        below=entry.below,
        by_side=by_side(gathered),
        kinds=kinds_of(book, gathered),
        found_as=tuple(_found_as(gathered, audit) for audit in finders),
        packs=packs_of(book, [entry.id]),
        audits=audits,
    )


def theme_entries(book: Book) -> tuple[ThemeEntry, ...]:
    """The themes of the first level, each with those below it."""
    library = book.library.themes

    def entry(id_: str) -> ThemeEntry:
        below = tuple(entry(below_id) for below_id, theme in library.items() if theme.under == id_)
        return ThemeEntry(id_, library[id_], len(book.themes[id_].findings), below)

    return tuple(entry(id_) for id_, theme in library.items() if theme.under is None)


def _found_as(gathered: Gathered, audit: str) -> FoundAs:
    kinds = [found.finding.kind for found in gathered.findings if found.audit == audit]
    strengths, worries = kinds.count(FindingKind.STRENGTH), kinds.count(FindingKind.WORRY)
    return FoundAs(audit, strengths, worries, len(kinds) - strengths - worries)
