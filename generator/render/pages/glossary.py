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
    if terms:
        yield Plan(uris.GLOSSARY, "Glossary", Glossary(dict(terms)), "audits/glossary.yml")
