"""What the rules sight in a file, each word once, at its place in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from generator.diagnostics import Diagnostic, Rule
from generator.identify.passages import Part, Passage, passages
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
from generator.identify.seen import see
from generator.identify.vocabulary import Vocabulary
from generator.read.document import Document

Find = Callable[[Reading], Iterator[Sighting]]

_IN_ORDER: Final[tuple[tuple[Rule, Find], ...]] = tuple(
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


def sighted(passage: Passage, known: Vocabulary) -> Iterator[tuple[Rule, Sighting]]:
    """What is sighted in a passage, no word twice, in the order of its place."""
    reading = Reading(passage, known)
    taken: list[tuple[Sighting, Rule]] = []
    for rule, find in _IN_ORDER:
        for one in find(reading):
            if not any(one.start < other.end and other.start < one.end for other, _ in taken):
                taken.append((one, rule))
    for one, rule in sorted(taken, key=lambda pair: pair[0].start):
        yield rule, one


def sighted_in_file(
    document: Document, known: Vocabulary, *, about_a_case: bool
) -> Iterator[Diagnostic]:
    """What is sighted in a file, and in its own name."""
    for passage in passages(document.path, document.text, about_a_case=about_a_case):
        for rule, one in sighted(passage, known):
            start, end = passage.seen.span(one.start, one.end)
            place = document.index_place(start, end - start)
            yield rule.at(place, one.message, one.tip, about=one.about)
