"""The register of recommendations: all of them, whoever made them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from generator.aggregate.book import Book
from generator.aggregate.progress import FoundRecommendation, is_due_soon
from generator.model.findings import RecommendationKind, State
from generator.model.library import Audit
from generator.model.words import AuditId
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
class Group:
    """Recommendations that ask for the same of who reads them."""

    title: str
    states: tuple[State, ...]
    """Where its recommendations stand: in this order."""
    entries: tuple[Entry, ...]
    """The newest audit first, made-up ones last."""
    made_up: int
    """How many of them are of made-up audits."""

    @property
    def id(self) -> str:
        """Its id on the page."""
        return self.title.lower().partition(",")[0].replace(" ", "-")

    @property
    def number(self) -> int:
        """How many there are; made-up ones are counted apart."""
        return len(self.entries) - self.made_up

    @property
    def is_folded(self) -> bool:
        """Whether nothing is known of them but what their source says: they are told by audit."""
        return self.states == (State.NOT_RECORDED,)

    @property
    def by_audit(self) -> dict[AuditId, tuple[Entry, ...]]:
        """The same by audit."""
        of: dict[AuditId, list[Entry]] = {}
        for entry in self.entries:
            of.setdefault(entry.found.audit, []).append(entry)
        return {audit: tuple(entries) for audit, entries in of.items()}


@dataclass(frozen=True)
class Register:
    """Every recommendation and action of every audit."""

    template: ClassVar[str] = "register.html"
    groups: tuple[Group, ...]
    """Every group, the most pressing first, those too that hold nothing."""
    figures: tuple[Group, ...]
    """The groups whose numbers come first."""
    number: int
    """How many there are, those of made-up audits left out, as in all counts."""
    of_audits: int
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
        """The page by its name, and every group: each recommendation is found in its audit."""
        return (
            SearchEntry("", "Recommendations of all audits", self.about, EntryKind.LIST),
            *(
                SearchEntry(
                    group.id,
                    f"Recommendations, {group.title.lower()}: {group.number}",
                    self.about,
                    EntryKind.STATE,
                    tuple(state.value for state in group.states),
                )
                for group in self.groups
                if group.entries
            ),
        )


def plans(book: Book) -> Iterator[Plan]:
    """The register, where any audit recommends anything."""
    recommendations = _recommendations(book)
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
        for found in recommendations
    )
    audits = {audit.id: audit for audit in book.audits}
    real = [found for found in recommendations if not audits[found.audit].made_up]
    groups = _groups(book, entries)
    view = Register(
        groups=groups,
        figures=tuple(group for group in groups if group.title in _FIRST),
        number=len(real),
        of_audits=len({found.audit for found in real}),
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


def overdue(book: Book) -> Group:
    """What is overdue, for a Board that comes to see that."""
    return _groups(book, [Entry(found, (), ()) for found in _recommendations(book)])[0]


_DUE_SOON: Final = "Due in three months"
_NOT_SHOWN: Final = "Done, impact not shown"
_GROUPS: Final = (
    ("Overdue", (State.OVERDUE,)),
    (_DUE_SOON, (State.UNDER_WAY, State.OPEN)),
    (_NOT_SHOWN, (State.IMPACT_OVERDUE, State.DONE)),
    ("Under way", (State.UNDER_WAY,)),
    ("Open", (State.OPEN,)),
    ("No date set", (State.NO_DATE,)),
    ("Not accepted", (State.NOT_ACCEPTED,)),
    ("Impact shown", (State.IMPACT_SHOWN,)),
    ("Nothing recorded", (State.NOT_RECORDED,)),
)
"""The most pressing first. Each recommendation stands in the first that takes it."""
_FIRST: Final = frozenset({"Overdue", _DUE_SOON, _NOT_SHOWN, "Nothing recorded"})


def _recommendations(book: Book) -> list[FoundRecommendation]:
    return [
        found
        for audit in book.audits
        for found in book.recommendations[audit.id]
        if found.recommendation.kind is not RecommendationKind.QUESTION
    ]


def _groups(book: Book, entries: Iterable[Entry]) -> tuple[Group, ...]:
    held: dict[str, list[Entry]] = {title: [] for title, _ in _GROUPS}
    for entry in entries:
        soon = is_due_soon(entry.found.recommendation, book.as_at)
        title = next(
            title
            for title, states in _GROUPS
            if entry.found.state in states and (soon or title != _DUE_SOON)
        )
        held[title].append(entry)
    audits = book.library.audits
    return tuple(
        Group(
            title,
            states,
            tuple(sorted(held[title], key=lambda entry: states.index(entry.found.state))),
            sum(audits[entry.found.audit].made_up for entry in held[title]),
        )
        for title, states in _GROUPS
    )
