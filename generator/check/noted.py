"""What an audit's `noted` and `noted_inside` let stand: faults that somebody looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.diagnostics import Diagnostic, Place
from generator.read.tree import Tree

FIELDS: Final = ("noted", "noted_inside")


@dataclass(frozen=True)
class Entry:
    """What an entry names: the faults of one rule about one thing."""

    audit: str
    field: str
    """`noted`, or `noted_inside` for what a case or a return says: that is not for everyone."""
    rule: str
    about: str

    @classmethod
    def naming(cls, fault: Diagnostic) -> Entry:
        """The entry that would let a fault stand."""
        parts = fault.place.path.split("/")
        is_inside = parts[2:3] and parts[2] in ("cases", "returns")
        audit = parts[1] if len(parts) > 2 else ""
        return cls(audit, FIELDS[bool(is_inside)], fault.rule, fault.about)


@dataclass(frozen=True)
class Noted:
    """An entry, and what it concludes."""

    entry: Entry
    conclusion: str
    place: Place
    in_whole_audit: bool
    """Whether every file of its audit was read without a fault."""


def noted_in(tree: Tree) -> Iterator[Noted]:
    """Every entry of the audits that are judged."""
    for audit in tree.judged:
        whole = tree.is_whole_audit(audit.id)
        for field in FIELDS:
            for index, noted in enumerate(getattr(audit, field)):
                (head,) = tree.of("audit", audit.id)
                yield Noted(
                    Entry(audit.id, field, noted.rule, noted.about),
                    noted.conclusion,
                    head.document.place((field, index)),
                    whole,
                )


def let_stand(noted: Iterable[Noted], found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """What was found, as a note where an audit lets it stand."""
    concluded = {one.entry: one.conclusion for one in noted}
    for fault in found:
        conclusion = concluded.get(Entry.naming(fault))
        yield fault if conclusion is None else fault.noted(" ".join(conclusion.split()))
