"""The register of recommendations: all of them, whoever made them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.aggregate.progress import FoundRecommendation
from generator.model.findings import RecommendationKind, State
from generator.model.library import Audit
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry
from generator.render.writer import Plan


@dataclass(frozen=True)
class Entry:
    """A recommendation with what it says again and what says it again."""

    found: FoundRecommendation
    repeats: tuple[FoundRecommendation, ...]
    repeated_by: tuple[FoundRecommendation, ...]


@dataclass(frozen=True)
class Register:
    """Every recommendation and action of every audit."""

    template: ClassVar[str] = "register.html"
    entries: tuple[Entry, ...]
    """By state, the most pressing first; in a state the newest audit first."""
    number: int
    """How many there are, those of made-up audits left out, as in all counts."""
    of_audits: int
    counts: dict[State, int]
    repeated: tuple[Entry, ...]
    """Those that a later audit had to say again, the most often said first."""
    states: tuple[State, ...]
    agencies: tuple[str, ...]
    themes: tuple[str, ...]
    partnerships: tuple[str, ...]
    audits: Mapping[str, Audit]
    about: str = "Every recommendation of every audit: who it falls to, and how far it has come."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name, and every state: each recommendation is found in its audit."""
        return (
            SearchEntry("", "Recommendations of all audits", self.about, EntryKind.LIST),
            *(
                SearchEntry(
                    uris.state(state),
                    f"Recommendations, {state.value}: {self.counts.get(state, 0)}",
                    self.about,
                    EntryKind.STATE,
                )
                for state in self.states
            ),
        )


def plans(book: Book) -> Iterator[Plan]:
    """The register, where any audit recommends anything."""
    recommendations = [
        found
        for audit in book.audits
        for found in book.recommendations[audit.id]
        if found.recommendation.kind is not RecommendationKind.QUESTION
    ]
    if not recommendations:
        return
    by_name = {f"{found.audit}/{found.id}": found for found in recommendations}
    later: dict[str, list[FoundRecommendation]] = {}
    for found in recommendations:
        for name in found.recommendation.repeats:
            later.setdefault(name, []).append(found)
    entries = tuple(
        Entry(
            found=found,
            repeats=tuple(by_name[n] for n in found.recommendation.repeats if n in by_name),
            repeated_by=tuple(later.get(f"{found.audit}/{found.id}", ())),
        )
        for found in sorted(recommendations, key=lambda one: list(State).index(one.state))
    )
    audits = {audit.id: audit for audit in book.audits}
    real = [
        found for found in recommendations if not audits[found.audit].made_up
    ] or recommendations
    states = [found.state for found in real]
    view = Register(
        entries=entries,
        number=len(real),
        of_audits=len({found.audit for found in real}),
        counts={state: states.count(state) for state in State if state in states},
        repeated=tuple(
            sorted(
                (entry for entry in entries if entry.repeated_by),
                key=lambda entry: -len(entry.repeated_by),
            )
        ),
        states=tuple(
            state for state in State if any(found.state is state for found in recommendations)
        ),
        agencies=tuple(
            dict.fromkeys(a for found in recommendations for a in found.recommendation.owners)
        ),
        themes=tuple(
            dict.fromkeys(t for found in recommendations for t in found.recommendation.themes)
        ),
        partnerships=tuple(
            dict.fromkeys(audits[found.audit].partnership for found in recommendations)
        ),
        audits=audits,
    )
    yield Plan(uris.REGISTER, "Recommendations", view)
