"""What points to a child in the tree: in every text, value, key, comment and name of a file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.diagnostics import Diagnostic, Severity
from generator.identify import subject
from generator.identify.sightings import Search
from generator.identify.vocabulary import of_library
from generator.read.tree import Tree
from generator.read.yaml import Loc


@dataclass(frozen=True)
class Identified:
    """What was found, and what audits allow that would have been."""

    found: tuple[Diagnostic, ...]
    silenced: frozenset[tuple[str, str]]
    """Each as the audit and the word, casefolded."""


def search_of(registers: Tree) -> Search:
    """What looks for it in every portion of a tree, going by the names of its registers."""
    return Search(of_library(registers.library, registers.audits))


def identified(tree: Tree, search: Search) -> Identified:
    """All in a portion that points to a child and is not allowed by its audit."""
    found: list[Diagnostic] = []
    silenced: set[tuple[str, str]] = set()
    allowed = {audit.id: subject.allowed(audit) for audit in tree.judged}
    for audit, loc, fault in _sighted(tree, search):
        word = fault.about.casefold()
        if audit is None or word not in allowed.get(audit, ()):
            found.append(fault)
        elif loc[:1] != ("identifiers_allowed",):  # where it is allowed, it silences nothing
            silenced.add((audit, word))
    return Identified(tuple(found), frozenset(silenced))


def not_said_otherwise(
    pointing: Iterable[Diagnostic], others: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """What points to a child, without words that another rule says are mistyped.

    A key that is not known, or a name that stands in no register, is no word of any kind.
    """
    wrong = [fault for fault in others if fault.severity is Severity.ERROR]
    places = {(fault.place.path, fault.place.line, fault.place.column) for fault in wrong}
    words = {word for fault in wrong if fault.rule in _MISTYPED for word in _words(fault.about)}
    for fault in pointing:
        place = (fault.place.path, fault.place.line, fault.place.column)
        if place not in places and fault.about not in words:
            yield fault


_MISTYPED: Final = frozenset({"unknown-name", "unknown-key", "bad-id"})


def _words(id_: str) -> list[str]:
    return re.split(r"[^\w']+", id_)


def _sighted(tree: Tree, search: Search) -> Iterator[tuple[str | None, Loc, Diagnostic]]:
    for file in tree.files:
        about = subject.tells_of_a_case(file.kind.name)
        root = file.document.root if file.whole else None
        for loc, fault in search.in_file(file.document, about_a_case=about, root=root):
            yield file.audit, loc, fault
        names = subject.names_by_authors(file.names)
        for fault in search.in_names(file.document.path, names, about_a_case=about):
            yield file.audit, (), fault
    for path in tree.pictures:
        _, audit, *_, name = path.split("/")
        for fault in search.in_names(path, [name], about_a_case=False):
            yield audit, (), fault
        for fault in search.beside_picture(path, tree.beside_pictures.get(path, "")):
            yield audit, (), fault
