"""What an audit's `noted` and `noted_inside` let stand: faults that somebody looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.diagnostics import Diagnostic
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


def entries(tree: Tree) -> dict[Entry, tuple[int, str]]:
    """Every entry of every audit: where in its list it stands, and what it concludes."""
    return {
        Entry(audit.id, field, noted.rule, noted.about): (index, noted.conclusion)
        for audit in tree.library.audits.values()
        for field in FIELDS
        for index, noted in enumerate(getattr(audit, field))
    }


def let_stand(tree: Tree, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """What was found, as a note where an audit lets it stand."""
    noted = entries(tree)
    for fault in found:
        entry = noted.get(Entry.naming(fault))
        yield fault.noted(" ".join(entry[1].split())) if entry else fault
