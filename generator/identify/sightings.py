"""What the rules sight in a file, each word once, at its place in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from generator.diagnostics import Diagnostic, Place, Rule
from generator.identify.passages import Clear, Part, Passage, of_name, passages
from generator.identify.reading import Reading, Sighting
from generator.identify.roster import Roster
from generator.identify.rules import (
    contact_detail,
    exact_date,
    initials,
    name,
    number_of_a_person,
    on_roster,
    place_of_a_child,
    possible_name,
    possible_number,
)
from generator.identify.vocabulary import Vocabulary
from generator.read import yaml
from generator.read.beside_picture import TAKEN_AT
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
"""The rules, the surest first: of two that sight the same words the first speaks.

Before them all speaks the roster, so that no other repeats a word of it.
"""


NOBODY: Final = Roster(frozenset())
"""The roster where none is given."""


def sighted(reading: Reading, roster: Roster = NOBODY) -> Iterator[Sighted]:
    """What is sighted in a text, no word twice, in the order of its place."""
    taken: list[Sighted] = []
    if roster.words:
        taken = [(on_roster.RULE, one) for one in on_roster.find(reading.text, roster)]
    for rule, find in _IN_ORDER:
        for one in find(reading):
            if not any(one.start < other.end and other.start < one.end for _, other in taken):
                taken.append((rule, one))
    yield from sorted(taken, key=lambda pair: pair[1].start)


class Search:
    """A search through many files: what was read once without a sighting is not read again.

    The same ids and answers stand in a tree a thousand times.
    """

    def __init__(self, known: Vocabulary, roster: Roster = NOBODY) -> None:
        self._known = known
        self._roster = roster
        self._clear = {about_a_case: Clear() for about_a_case in (True, False)}

    def in_file(
        self, document: Document, *, about_a_case: bool, root: yaml.Node = None
    ) -> Iterator[tuple[Loc, Diagnostic]]:
        """What is sighted in a file, and where in its data; `root` is that, where it is whole."""
        clear = self._clear[about_a_case]
        for passage in passages(document.path, document.text, root, clear):
            for rule, one in self._in_passage(passage, about_a_case=about_a_case):
                start, end = passage.seen().span(one.start, one.end)
                place = document.index_place(start, end - start)
                yield passage.loc, rule.at(place, one.message, one.tip, about=one.about)

    def in_names(
        self, path: str, names: Iterable[str], *, about_a_case: bool
    ) -> Iterator[Diagnostic]:
        """What is sighted in what an author chose to call a file and its folders."""
        for called in names:
            for rule, one in self._in_passage(of_name(called), about_a_case=about_a_case):
                tip = f"Rename the file or its folder. {one.tip}"
                yield rule.at(Place(path), one.message, tip, one.about)

    def beside_picture(self, path: str, said: str) -> Iterator[Diagnostic]:
        """What is sighted in the words of a picture's file that nobody sees in the picture."""
        for passage in passages(f"{path}.txt", said):
            for rule, one in self._in_passage(passage, about_a_case=False):
                message = f"{one.message}: the file of the picture says so beside what it shows"
                tip = f"Save the picture without what your camera or program wrote. {one.tip}"
                yield rule.at(Place(path), message, tip, one.about)
        if f"{TAKEN_AT}: " in said:
            message = "the file of the picture says where it was taken"
            tip = "Save it without its place: in most programs, export it as for the web."
            yield contact_detail.RULE.at(Place(path), message, tip)

    def in_named_picture(self, path: str, said: str, names: Iterable[str]) -> Iterator[Diagnostic]:
        """What is sighted in the words of a picture's file and in its name."""
        yield from self.beside_picture(path, said)
        yield from self.in_names(path, names, about_a_case=False)

    def in_named_file(
        self, document: Document, names: Iterable[str], *, about_a_case: bool
    ) -> Iterator[Diagnostic]:
        """What is sighted in a file and in its name."""
        for _, fault in self.in_file(document, about_a_case=about_a_case):
            yield fault
        yield from self.in_names(document.path, names, about_a_case=about_a_case)

    def _in_passage(self, passage: Passage, *, about_a_case: bool) -> Iterator[Sighted]:
        clear = self._clear[about_a_case]
        typed = passage.raw[passage.start : passage.end]
        if (typed, passage.field) in clear.in_field:
            return
        text = passage.text_seen()
        reading = Reading(text, self._known, passage.part, about_a_case, passage.field)
        found = list(sighted(reading, self._roster))
        if not found:
            # An id with a digit, or a place, may be clear in this field alone.
            is_id = passage.part is Part.ID and not reading.has_digits and passage.field != "area"
            clear.remember(typed, passage.field, is_id=is_id)
        yield from found
