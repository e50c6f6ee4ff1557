"""What a page of gathered things can be narrowed to: a theme, or a kind of agency."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.aggregate.book import Book
from generator.aggregate.gathered import Gathered
from generator.aggregate.progress import FoundRecommendation
from generator.model.registers import AgencyKind, Theme
from generator.model.words import AgencyId, Id
from generator.render import uris


@dataclass(frozen=True)
class Choice:
    """Something that a page can be narrowed to."""

    value: str
    """How its items and the page's address name it."""
    words: str


@dataclass(frozen=True)
class AskedAbout:
    """What is asked about one theme."""

    id: Id
    theme: Theme
    recommendations: tuple[FoundRecommendation, ...]


def asked_by_theme(book: Book, gathered: Gathered) -> tuple[AskedAbout, ...]:
    """What is asked under each of its themes, so that a theme has all of it, in register order."""
    about = {
        id_: tuple(
            found for found in gathered.recommendations if id_ in found.recommendation.themes
        )
        for id_ in book.library.themes
    }
    return tuple(
        AskedAbout(id_, book.library.themes[id_], found) for id_, found in about.items() if found
    )


def of_no_theme(gathered: Gathered) -> tuple[FoundRecommendation, ...]:
    """What is asked without a theme being named."""
    return tuple(found for found in gathered.recommendations if not found.recommendation.themes)


def themes_of(book: Book, gathered: Gathered) -> tuple[Choice, ...]:
    """The themes that anything gathered is about, in register order."""
    named = {theme for themes in _themes(gathered) for theme in themes}
    return tuple(
        Choice(id_, theme.name) for id_, theme in book.library.themes.items() if id_ in named
    )


def kinds_of(book: Book, gathered: Gathered) -> tuple[Choice, ...]:
    """The kinds of the agencies that anything gathered names."""
    agencies = book.library.agencies
    named = {agencies[id_].kind for ids in _agencies(gathered) for id_ in ids}
    return tuple(Choice(uris.slug(kind), kind.shown) for kind in AgencyKind if kind in named)


def _themes(gathered: Gathered) -> Iterator[tuple[Id, ...]]:
    yield from (found.recommendation.themes for found in gathered.recommendations)
    yield from (found.finding.themes for found in gathered.findings)
    yield from (found.point.themes for found in gathered.points)
    yield from (found.said.themes for found in gathered.said)
    yield from (found.point.themes for found in gathered.earlier)


def _agencies(gathered: Gathered) -> Iterator[tuple[AgencyId, ...]]:
    yield from (found.recommendation.owners for found in gathered.recommendations)
    yield from (found.finding.agencies for found in gathered.findings)
    yield from (found.point.agencies for found in gathered.points)
    yield from (found.said.agencies for found in gathered.said)
    yield from (found.point.agencies for found in gathered.earlier)
