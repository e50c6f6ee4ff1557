"""What is known: words of English, terms of the field, what the registers name, what is allowed.

Whatever else has a capital may be a child's name: the lists say what is none, never who is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from typing import Final

from generator.model.library import Audit, Library
from generator.read import yaml

_HERE: Final = files(__package__)

WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What a capital letter may stand on."""

    english: frozenset[str]
    """Words of English and of the field, in small letters."""
    given: frozenset[str]
    """Words of English that are names as well: hope, ivy, will."""
    families: frozenset[str]
    """Words of English that are names of families as well: baker, hill."""
    terms: frozenset[str]
    """Terms of one word, written as they are."""
    phrases: Mapping[str, tuple[str, ...]]
    """Terms of several words, casefolded, by their first word; the longest first."""
    places: frozenset[str]
    """Of the terms, those that say where somebody lives or comes from, casefolded."""
    peoples: frozenset[str] = frozenset()
    """Of these, nationalities and languages."""
    subjects: frozenset[str] = frozenset()
    """Whom a text speaks of with a capital and no name."""
    function: frozenset[str] = frozenset()
    """Words that only join others."""
    never: frozenset[str] = frozenset()
    """Words that are no name behind *called*, nor in small letters."""
    people: frozenset[str] = frozenset()
    """Words for somebody, which stand before a name: cousin, midwife."""
    authors: frozenset[str] = frozenset()
    """Whose research or inquiry is named: a family name alone."""

    ids: frozenset[str] = frozenset()
    """Ids of the registers and the audits, and names of rules."""

    def phrase_at(self, text: str, start: int, word: str) -> int:
        """Where the longest term of several words that starts here ends; `start` if none does."""
        phrases = self.phrases.get(word)
        if not phrases:
            return start
        here = text[start : start + len(phrases[0])]
        if here.isascii():  # then it is as long in small letters, and folded once for all of them
            here = here.lower()
            phrases = tuple(phrase for phrase in phrases if here.startswith(phrase))
        for phrase in phrases:
            end = start + len(phrase)
            if text[start:end].casefold() == phrase and not text[end : end + 1].isalnum():
                return end
        return start

    def knows(self, word: str) -> bool:
        """Whether the word, as it is written, is a term."""
        return word in self.terms

    def knows_id(self, word: str) -> bool:
        """Whether a word in small letters, as ids have them, is one of any kind."""
        return word in self.english or word in self._small

    @cached_property
    def names_too(self) -> frozenset[str]:
        """Terms of one word that people are called as well, casefolded."""
        return self.given | self.places

    @cached_property
    def begin_places(self) -> frozenset[str]:
        """The first word of each place, casefolded."""
        several = (
            first for first, some in self.phrases.items() if not self.places.isdisjoint(some)
        )
        return self.places.union(several)

    @property
    def _small(self) -> frozenset[str]:
        return _casefolded(self.terms)

    def with_names(self, names: Iterable[str]) -> Vocabulary:
        """The same with these names of organisations and places, and each word of them."""
        names = list(names)
        words = frozenset(word for name in names for word in self._words_in(name))
        return replace(self.with_phrases(names), terms=self.terms | words)

    def with_phrases(self, names: Iterable[str]) -> Vocabulary:
        """The same with these names, each as a whole only: people are among them."""
        said = (name.casefold().replace("\u2019", "'") for name in names)
        return replace(self, phrases=_by_first_word((*_all(self.phrases), *said)))

    def _words_in(self, name: str) -> Iterator[str]:
        """The words of a name that are known by themselves: no word that may be a person's."""
        for word in WORD.findall(name.replace("\u2019", "'")):
            small = word.casefold()
            if not word.islower() and small not in self.english and small not in self.given:
                yield word
                yield word.removesuffix("'s")


@cache
def _casefolded(words: frozenset[str]) -> frozenset[str]:
    return frozenset(part for word in words for part in word.casefold().split("-"))


def _all(phrases: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for some in phrases.values():
        yield from some


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    grouped: dict[str, set[str]] = {}
    for phrase in phrases:
        first = WORD.search(phrase)
        if first and " " in (said := phrase[first.start() :].strip()):
            grouped.setdefault(first[0], set()).add(said)
    return {word: tuple(sorted(some, key=len, reverse=True)) for word, some in grouped.items()}


@cache
def general() -> Vocabulary:
    """What is known everywhere: English, and the terms of the field."""
    listed = yaml.parse(_read("terms.yml")).root
    sections = {name: _entries(value) for name, value in listed.items()}
    field = frozenset(sections.pop("field"))
    people = sections.pop("people")
    subjects, function, never, persons = (
        frozenset(sections.pop(name)) for name in ("subjects", "function", "never", "persons")
    )
    given = frozenset(_read("words/given.txt").split())
    names = [name for some in sections.values() for name in some]
    towns = _read("words/towns.txt").splitlines()
    names += towns
    places = [*sections["places"], *towns, *sections["nationalities"]]
    return Vocabulary(
        english=frozenset(_read("words/english.txt").split()) | field,
        given=given,
        families=frozenset(_read("words/families.txt").split()),
        terms=frozenset(name for name in names if " " not in name),
        phrases=_by_first_word(name.casefold() for name in (*names, *people)),
        places=frozenset(name.casefold() for name in places),
        peoples=frozenset(name.casefold() for name in sections["nationalities"]),
        subjects=subjects,
        function=function,
        never=never,
        people=persons,
        authors=frozenset(name for name in people if " " not in name),
    )


def _entries(section: yaml.Node) -> list[str]:
    return section.split() if isinstance(section, str) else list(section)


def _read(name: str) -> str:
    return _HERE.joinpath(name).read_text(encoding="utf-8")


def of_library(library: Library, audits: Iterable[str] = ()) -> Vocabulary:
    """What is known in a tree: what its registers name as well, and the ids of these audits."""
    known = general()
    names = [
        name
        for register in (library.partnerships.values(), library.agencies.values())
        for one in register
        for name in (one.name, one.short or "", *one.also)
    ]
    names += [name for one in library.glossary.values() for name in (one.term, one.means)]
    names += [one.name for one in library.themes.values()]
    names += [scale.name for scale in library.scales.values()]
    names += [level for one in library.partnerships.values() for level in one.levels]
    works = library.bibliography.values()
    said = [name for one in works for name in (one.title, one.by)]
    registers = (
        library.partnerships,
        library.agencies,
        library.themes,
        library.scales,
        library.glossary,
        library.bibliography,
        library.audits,
    )
    own = frozenset(name.casefold() for text in names for name in WORD.findall(text))
    known = replace(known, places=known.places - own)
    ids = frozenset(id_ for register in registers for id_ in register).union(audits)
    authors = frozenset(words[-1] for one in works if 0 < len(words := one.by.split()) < 4)
    return replace(
        known.with_names(names).with_phrases(said), ids=ids, authors=known.authors | authors
    )


def of_audit(known: Vocabulary, audit: Audit) -> Vocabulary:
    """What is known in an audit: the titles of its tool and of its source, what it allows."""
    source = audit.source
    titles = [source.title, source.publisher] if source else []
    return known.with_phrases(titles)
