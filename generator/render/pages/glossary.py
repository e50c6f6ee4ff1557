"""The glossary: every abbreviation and word that is explained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from generator.aggregate.book import Book
from generator.model.registers import Term
from generator.read.markdown import plain
from generator.render import uris
from generator.render.page import EntryKind, SearchEntry
from generator.render.pages.parts import AROUND, Part, by_label, in_parts
from generator.render.writer import Plan


@dataclass(frozen=True)
class Glossary:
    """The terms, by the alphabet."""

    template: ClassVar[str] = "glossary.html"
    terms: dict[str, Term]
    about: str = "What abbreviations stand for, and what the field's words mean."

    @property
    def search(self) -> tuple[SearchEntry, ...]:
        """The page by its name, and every term by its name and meaning."""
        return (
            SearchEntry("", "Glossary", self.about, EntryKind.LIST),
            *(
                SearchEntry(
                    id_,
                    f"{term.term}: {term.means}",
                    plain(term.about or ""),
                    EntryKind.TERM,
                    term.also,
                )
                for id_, term in self.terms.items()
            ),
        )


def plans(book: Book) -> Iterator[Plan]:
    """The page, where there are any terms."""
    terms = sorted(book.library.glossary.items(), key=lambda item: item[1].term.casefold())
    letters = {id_: term.term[:1].upper() for id_, term in terms}
    sizes = {id_: AROUND + len(term.means) + len(term.about or "") for id_, term in terms}

    def plan(part: Part) -> Plan:
        view = Glossary({id_: term for id_, term in terms if id_ in part.keys})
        return Plan(part.uri, "Glossary", view, "audits/glossary.yml")

    if terms:
        yield from in_parts(by_label(uris.GLOSSARY, letters, sizes), plan)
