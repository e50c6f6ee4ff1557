"""The figures that are so many of so many: those of findings, and those of all children."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.aggregate.figure import Figure
from generator.model.findings import Share
from generator.model.library import Audit
from generator.model.published import PopulationFigure
from generator.read.document import Document
from generator.read.tree import Tree
from generator.read.yaml import Loc


@dataclass(frozen=True)
class PrintedShare:
    """So many of so many, as a source printed it, and where it stands."""

    document: Document
    loc: Loc
    about: str
    """The finding that it belongs to, or its own id where it is of all children."""
    held: Share | PopulationFigure

    @property
    def words(self) -> str:
        """`4 of 6 cases`."""
        return Figure(self.held.count, self.held.of, self.held.unit).of


def finding_shares(tree: Tree, audit: Audit) -> Iterator[tuple[PrintedShare, Share]]:
    """The figures of the audit's findings."""
    if not tree.is_whole("findings", audit.id):
        return
    for file in tree.of("findings", audit.id):
        for id_, finding in audit.findings.items():
            for index, share in enumerate(finding.shares):
                yield PrintedShare(file.document, (id_, "shares", index), id_, share), share


def population_shares(tree: Tree, audit: Audit) -> Iterator[PrintedShare]:
    """The figures of all children of the area."""
    if audit.published is None or not tree.is_whole("published", audit.id):
        return
    for file in tree.of("published", audit.id):
        for id_, figure in audit.published.population.items():
            yield PrintedShare(file.document, ("population", id_), id_, figure)


def printed_shares(tree: Tree, audit: Audit) -> Iterator[PrintedShare]:
    """All of them."""
    yield from (printed for printed, _ in finding_shares(tree, audit))
    yield from population_shares(tree, audit)
