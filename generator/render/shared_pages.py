"""The pages across audits: home, the indexes, agencies, themes, and the rule reference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from generator.aggregate.book import Book, FoundFinding, FoundPoint, Gathered
from generator.diagnostics import Rule
from generator.model.findings import FindingKind
from generator.model.library import Audit
from generator.model.registers import Agency, AgencyKind, Theme
from generator.render import uris
from generator.render.page import SearchEntry
from generator.render.prose import plain
from generator.render.writer import Plan


@dataclass(frozen=True)
class AuditCard:
    """An audit in short."""

    audit: Audit
    partnership: str
    when: str


@dataclass(frozen=True)
class ThemeEntry:
    """A theme with what is below it, and how much is said about it."""

    id: str
    theme: Theme
    findings: int
    below: tuple[ThemeEntry, ...] = ()


@dataclass(frozen=True)
class AgencyEntry:
    """An agency and how much is said about it."""

    id: str
    agency: Agency
    gathered: Gathered


@dataclass(frozen=True)
class Home:
    """The audits, and three ways in."""

    template: ClassVar[str] = "home.html"
    cards: tuple[AuditCard, ...]
    themes: tuple[ThemeEntry, ...]
    kinds: dict[AgencyKind, tuple[AgencyEntry, ...]]
    about: str = "What multi-agency audits found, and what to do differently."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """What the site is about."""
        return (SearchEntry("", "Home", self.about),)


@dataclass(frozen=True)
class Audits:
    """Every audit."""

    template: ClassVar[str] = "audits.html"
    cards: tuple[AuditCard, ...]
    about: str = "Every audit, the newest first."
    search: tuple[SearchEntry, ...] = ()


@dataclass(frozen=True)
class Agencies:
    """Every agency that an audit says something about, by kind."""

    template: ClassVar[str] = "agencies.html"
    kinds: dict[AgencyKind, tuple[AgencyEntry, ...]]
    about: str = "Find your agency: what audits found about it, and what they ask of it."
    search: tuple[SearchEntry, ...] = ()


@dataclass(frozen=True)
class AgencyPage:
    """What audits found about an agency and ask of it."""

    template: ClassVar[str] = "agency.html"
    id: str
    agency: Agency
    gathered: Gathered
    strengths: tuple[FoundFinding, ...]
    worries: tuple[FoundFinding, ...]
    to_improve: tuple[FoundPoint, ...]
    worked_well: tuple[FoundPoint, ...]
    audits: dict[str, Audit]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"What audits found about {self.agency.name}, and what they ask of it."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The agency by all its names."""
        names = " ".join((self.agency.name, *self.agency.also))
        return (SearchEntry("", self.agency.name, f"{names}. {self.about}"),)


@dataclass(frozen=True)
class Themes:
    """Every theme."""

    template: ClassVar[str] = "themes.html"
    themes: tuple[ThemeEntry, ...]
    about: str = "What audits keep finding, theme by theme."
    search: tuple[SearchEntry, ...] = ()


@dataclass(frozen=True)
class ThemePage:
    """What audits found about a theme and ask for."""

    template: ClassVar[str] = "theme.html"
    id: str
    theme: Theme
    above: Theme | None
    below: tuple[ThemeEntry, ...]
    gathered: Gathered
    strengths: tuple[FoundFinding, ...]
    worries: tuple[FoundFinding, ...]
    to_improve: tuple[FoundPoint, ...]
    worked_well: tuple[FoundPoint, ...]
    audits: dict[str, Audit]

    @property
    def about(self) -> str:
        """What the page is about."""
        return plain(self.theme.about)

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The theme by its name."""
        return (SearchEntry("", self.theme.name, plain(self.theme.about)),)


@dataclass(frozen=True)
class RuleExample:
    """A file that breaks or keeps a rule."""

    path: str
    text: str


@dataclass(frozen=True)
class ShownRule:
    """A rule with its manual, split into what a page shows."""

    rule: Rule
    sentence: str
    reason: str
    fails: RuleExample | None
    passes: RuleExample | None


@dataclass(frozen=True)
class Rules:
    """The reference of all rules, made from their manuals."""

    template: ClassVar[str] = "rules.html"
    rules: tuple[ShownRule, ...]
    about: str = "Every rule that the data is checked by, with an example that breaks it."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """Every rule by its name and sentence."""
        return (
            SearchEntry("", "Rule reference", self.about),
            *(
                SearchEntry(one.rule.name, f"Rule {one.rule.name}", plain(one.sentence))
                for one in self.rules
            ),
        )


def plans(book: Book, rules: Iterable[Rule]) -> Iterator[Plan]:
    """The pages across audits."""
    cards = tuple(_card(book, audit) for audit in book.audits)
    kinds = _kinds(book)
    themes = _themes(book)
    audits = {audit.id: audit for audit in book.audits}
    yield Plan(uris.HOME, "Home", Home(cards, themes, kinds))
    yield Plan(uris.AUDITS, "Audits", Audits(cards))
    yield Plan(uris.AGENCIES, "Agencies", Agencies(kinds), "audits/agencies.yml")
    for entries in kinds.values():
        for entry in entries:
            parts = _sides(entry.gathered)
            view = AgencyPage(entry.id, entry.agency, entry.gathered, *parts, audits)
            yield Plan(uris.agency(entry.id), entry.agency.name, view, "audits/agencies.yml")
    yield Plan(uris.THEMES, "Themes", Themes(themes), "audits/themes.yml")
    for top in themes:
        for theme in (top, *top.below):
            gathered = book.themes[theme.id]
            above = book.library.themes.get(theme.theme.under or "")
            parts = _sides(gathered)
            shown = ThemePage(theme.id, theme.theme, above, theme.below, gathered, *parts, audits)
            yield Plan(uris.theme(theme.id), theme.theme.name, shown, "audits/themes.yml")
    in_order = sorted(rules, key=lambda rule: rule.name)
    yield Plan(uris.RULES, "Rule reference", Rules(tuple(_shown_rule(one) for one in in_order)))


def _card(book: Book, audit: Audit) -> AuditCard:
    dates = audit.dates
    known = (dates.published, dates.meeting, dates.due, dates.sent)
    when = next((one.words for one in known if one), "")
    return AuditCard(audit, book.library.partnerships[audit.partnership].short, when)


def _kinds(book: Book) -> dict[AgencyKind, tuple[AgencyEntry, ...]]:
    entries = [
        AgencyEntry(id_, agency, book.agencies[id_])
        for id_, agency in book.library.agencies.items()
        if not book.agencies[id_].is_empty
    ]
    by_kind = {
        kind: tuple(entry for entry in entries if entry.agency.kind is kind) for kind in AgencyKind
    }
    return {kind: of_kind for kind, of_kind in by_kind.items() if of_kind}


def _themes(book: Book) -> tuple[ThemeEntry, ...]:
    library = book.library.themes

    def entry(id_: str) -> ThemeEntry:
        below = tuple(entry(one) for one, theme in library.items() if theme.under == id_)
        return ThemeEntry(id_, library[id_], len(book.themes[id_].findings), below)

    return tuple(entry(id_) for id_, theme in library.items() if theme.under is None)


def _sides(
    gathered: Gathered,
) -> tuple[
    tuple[FoundFinding, ...],
    tuple[FoundFinding, ...],
    tuple[FoundPoint, ...],
    tuple[FoundPoint, ...],
]:
    """Strengths, worries, points to improve, points that worked well."""
    return (
        tuple(one for one in gathered.findings if one.finding.kind is FindingKind.STRENGTH),
        tuple(one for one in gathered.findings if one.finding.kind is not FindingKind.STRENGTH),
        tuple(one for one in gathered.points if one.side == "to improve"),
        tuple(one for one in gathered.points if one.side == "worked well"),
    )


_FENCED: Final = re.compile(r"(Fails|Passes):\n\n```\S* (\S+)\n(.*?)```", re.DOTALL)


def _shown_rule(rule: Rule) -> ShownRule:
    examples = {
        match[1]: RuleExample(match[2], match[3].rstrip("\n"))
        for match in _FENCED.finditer(rule.manual)
    }
    prose = _FENCED.sub("", rule.manual).strip()
    sentence, _, reason = prose.partition("\n\n")
    return ShownRule(rule, sentence, reason, examples.get("Fails"), examples.get("Passes"))
