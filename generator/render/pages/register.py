"""The register of recommendations: all of them, whoever made them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Final

from generator.aggregate.book import Book
from generator.aggregate.progress import FoundRecommendation, is_due_soon
from generator.limits import PART_BYTES
from generator.model.findings import RecommendationKind, State
from generator.model.library import Audit
from generator.model.words import AuditId
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.parts import AROUND, Part, by_audit, in_parts
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
    stands_apart: bool = False
    """Whether it has pages of its own, since all together are too much for one."""

    @property
    def uri(self) -> str:
        """Where it stands."""
        return uris.in_state(self.id) if self.stands_apart else f"{uris.REGISTER}#{self.id}"

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
class Choices:
    """What a list of recommendations can be narrowed to."""

    states: tuple[State, ...]
    agencies: tuple[str, ...]
    themes: tuple[str, ...]
    partnerships: tuple[str, ...]


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
    choices: Choices
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


@dataclass(frozen=True)
class RegisterPart:
    """What has come equally far, or was said again, where all is too much for the one page."""

    template: ClassVar[str] = "register-part.html"
    title: str
    groups: tuple[Group, ...]
    repeated: tuple[Entry, ...]
    choices: Choices
    audits: Mapping[str, Audit]
    search: tuple[SearchEntry, ...] = ()

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"Recommendations of all audits: {self.title.lower()}."


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
    repeated = sorted(
        (entry for entry in entries if entry.repeated_by),
        key=lambda entry: -len(entry.repeated_by),
    )
    groups = _groups(book, entries)
    yield Plan(uris.REGISTER, "Recommendations", _register(book, groups, repeated))
    if any(group.stands_apart for group in groups):
        for group in groups:
            yield from _apart(book, group.title, uris.in_state(group.id), group.entries)
        yield from _apart(book, _AGAIN, uris.SAID_AGAIN, repeated)


def _register(book: Book, groups: tuple[Group, ...], repeated: Sequence[Entry]) -> Register:
    audits = {audit.id: audit for audit in book.audits}
    found = _recommendations(book)
    real = [one for one in found if not audits[one.audit].made_up]
    return Register(
        groups=groups,
        figures=tuple(group for group in groups if group.title in _FIRST),
        number=len(real),
        of_audits=len({one.audit for one in real}),
        repeated=tuple(repeated),
        choices=_choices(book, found),
        audits=audits,
    )


def _choices(book: Book, recommendations: Iterable[FoundRecommendation]) -> Choices:
    found = tuple(recommendations)
    return Choices(
        states=tuple(state for state in State if any(one.state is state for one in found)),
        agencies=tuple(dict.fromkeys(a for one in found for a in one.recommendation.owners)),
        themes=tuple(dict.fromkeys(t for one in found for t in one.recommendation.themes)),
        partnerships=tuple(
            dict.fromkeys(book.library.audits[one.audit].partnership for one in found)
        ),
    )


def _apart(book: Book, title: str, uri: str, entries: Sequence[Entry]) -> Iterator[Plan]:
    """The pages of what has come equally far, where all of it is too much for one page."""
    audits = {audit.id: audit for audit in book.audits}

    def plan(part: Part) -> Plan:
        of_part = [entry for entry in entries if entry.found.audit in part.keys]
        is_again = title == _AGAIN
        view = RegisterPart(
            title=title,
            groups=() if is_again else (_group(book, title, of_part),),
            repeated=tuple(of_part) if is_again else (),
            choices=_choices(book, (entry.found for entry in of_part)),
            audits=audits,
        )
        return Plan(part.uri, f"Recommendations: {title.lower()}", view)

    if entries:
        yield from in_parts(by_audit(uri, book.audits, _sizes(entries)), plan)


def _sizes(entries: Iterable[Entry]) -> Counter[str]:
    sizes: Counter[str] = Counter()
    for entry in entries:
        again = len(entry.repeats) + len(entry.repeated_by)
        lines = 1 if entry.found.state is State.NOT_RECORDED else 2
        sizes[entry.found.audit] += AROUND * lines + len(entry.found.recommendation.text)
        sizes[entry.found.audit] += _AGAIN_BYTES * again
    return sizes


def overdue(book: Book) -> Group:
    """What is overdue, for a Board that comes to see that."""
    return _groups(book, [Entry(found, (), ()) for found in _recommendations(book)])[0]


_AGAIN_BYTES: Final = 200
"""Bytes of the link to an audit that says it too, about."""
_AGAIN: Final = "What keeps coming back"
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


def _groups(book: Book, entries: Sequence[Entry]) -> tuple[Group, ...]:
    held: dict[str, list[Entry]] = {title: [] for title, _ in _GROUPS}
    for entry in entries:
        soon = is_due_soon(entry.found.recommendation, book.as_at)
        title = next(
            title
            for title, states in _GROUPS
            if entry.found.state in states and (soon or title != _DUE_SOON)
        )
        held[title].append(entry)
    is_too_much = sum(_sizes(entries).values()) > 2 * PART_BYTES
    return tuple(
        replace(_group(book, title, held[title]), stands_apart=is_too_much) for title, _ in _GROUPS
    )


def _group(book: Book, title: str, entries: Iterable[Entry]) -> Group:
    states = dict(_GROUPS)[title]
    held = sorted(entries, key=lambda entry: states.index(entry.found.state))
    made_up = sum(book.library.audits[entry.found.audit].made_up for entry in held)
    return Group(title, states, tuple(held), made_up)
