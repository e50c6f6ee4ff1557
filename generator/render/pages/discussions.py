"""Discussion packs: what a team can ask itself about a theme, with the findings it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from generator.aggregate.book import Book
from generator.aggregate.gathered import FoundFinding
from generator.model.library import Audit
from generator.model.registers import Theme
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry, Step
from generator.render.pages.by_side import by_side
from generator.render.pages.papers import pack_called, packs_of
from generator.render.pages.parts import AROUND, Part, by_audit, in_parts
from generator.render.writer import Plan

_OTHERS_SHOWN: Final = 6


@dataclass(frozen=True)
class DiscussionPack:
    """Questions about a theme, each with the findings that it comes from."""

    template: ClassVar[str] = "discussion.html"
    id: str
    theme: Theme
    asking: tuple[FoundFinding, ...]
    """The findings that have questions of their own: what to improve before what went well."""
    others: tuple[FoundFinding, ...]
    """The first of all other findings."""
    left_out: int
    """How many findings more there are."""
    audits: Mapping[str, Audit]

    @property
    def about(self) -> str:
        """What the page is about."""
        return f"Questions for a team, with the findings that they come from: {self.theme.name}."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The pack by its name: its findings are found where they stand."""
        return (SearchEntry("", pack_called(self.theme), kind=EntryKind.DISCUSSION),)


def plans(book: Book) -> Iterator[Plan]:
    """A pack for each theme about which something was found, and something is asked."""
    audits = {audit.id: audit for audit in book.audits}
    for id_, theme in book.library.themes.items():
        for step in packs_of(book, [id_]):
            yield from _in_parts(book, id_, theme, step, audits)


def _in_parts(
    book: Book, id_: str, theme: Theme, pack: Step, audits: Mapping[str, Audit]
) -> Iterator[Plan]:
    sides = by_side(book.themes[id_])
    found = (*sides.worries, *sides.strengths)
    asking = [one for one in found if one.finding.questions]
    others = tuple(one for one in found if not one.finding.questions)
    sizes: Counter[str] = Counter()
    for one in asking:
        sizes[one.audit] += AROUND + len(one.finding.text) + sum(map(len, one.finding.questions))

    def plan(part: Part) -> Plan:
        view = DiscussionPack(
            id=id_,
            theme=theme if part.is_first else theme.model_copy(update={"questions": ()}),
            asking=tuple(one for one in asking if one.audit in part.keys),
            others=others[:_OTHERS_SHOWN] if part.is_first else (),
            left_out=len(others[_OTHERS_SHOWN:]) if part.is_first else 0,
            audits=audits,
        )
        back = Step(theme.name, uris.theme(id_))
        return Plan(part.uri, pack.title, view, "audits/themes.yml", next=back)

    yield from in_parts(by_audit(pack.uri, book.audits, sizes), plan)
