"""What the rules sight in a file, each word once, at its place in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from generator.diagnostics import Diagnostic, Rule
from generator.identify.passages import Passage, of_name, passages
from generator.identify.reading import Reading, Sighting
from generator.identify.rules import (
    contact_detail,
    exact_date,
    initials,
    name,
    number_of_a_person,
    place_of_a_child,
    possible_name,
    possible_number,
)
from generator.identify.vocabulary import Vocabulary
from generator.read import yaml
from generator.read.document import Document
from generator.read.yaml import Loc

Sighted = tuple[Rule, Sighting]

_IN_ORDER: Final[tuple[tuple[Rule, Callable[[Reading], Iterator[Sighting]]], ...]] = tuple(
    (module.RULE, module.find)
    for module in (
        number_of_a_person,
        contact_detail,
        exact_date,
        name,
        place_of_a_child,
        possible_number,
        initials,
        possible_name,
    )
)
"""The rules, the surest first: of two that sight the same words the first speaks."""


def sighted(reading: Reading) -> Iterator[Sighted]:
    """What is sighted in a text, no word twice, in the order of its place."""
    taken: list[Sighted] = []
    for rule, find in _IN_ORDER:
        for one in find(reading):
            if not any(one.start < other.end and other.start < one.end for _, other in taken):
                taken.append((rule, one))
    yield from sorted(taken, key=lambda pair: pair[1].start)


class Search:
    """A search through many files: what was read once without a sighting is not read again.

    The same ids and answers stand in a tree a thousand times.
    """

    def __init__(self, known: Vocabulary) -> None:
        self._known = known
        self._clear: set[tuple[str, bool, str]] = set()

    def in_file(
        self, document: Document, *, about_a_case: bool, root: yaml.Node = None
    ) -> Iterator[tuple[Loc, Diagnostic]]:
        """What is sighted in a file, and where in its data; `root` is that, where it is whole."""
        for passage in passages(document.path, document.text, root):
            for rule, one in self._in_passage(passage, about_a_case=about_a_case):
                start, end = passage.seen.span(one.start, one.end)
                place = document.index_place(start, end - start)
                yield passage.loc, rule.at(place, one.message, one.tip, about=one.about)

    def in_name(self, name: str, *, about_a_case: bool) -> Iterator[Sighted]:
        """What is sighted in the name of a file or of a folder."""
        yield from self._in_passage(of_name(name), about_a_case=about_a_case)

    def _in_passage(self, passage: Passage, *, about_a_case: bool) -> Iterator[Sighted]:
        key = (passage.raw[passage.start : passage.end], about_a_case, passage.field)
        if key in self._clear:
            return
        reading = Reading(passage.seen.text, self._known, passage.part, about_a_case, passage.field)
        found = list(sighted(reading))
        if not found:
            self._clear.add(key)
        yield from found
