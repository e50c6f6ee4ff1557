"""What is sought in a built site: what its edition must not hold, less what may stand there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.as_at import as_at_of
from generator.building.withheld import Withheld, withheld
from generator.check.all_rules import RULES
from generator.model.as_at import NoDate
from generator.model.edition import Edition
from generator.model.library import Library
from generator.model.words import day_words
from generator.process import uncollected
from generator.read.tree import read_tree


@dataclass(frozen=True)
class Sought:
    """A project's data, and what an edition of it must not hold."""

    library: Library
    allowed: tuple[str, ...]
    """Texts of the program's that its pages hold: templates, the manuals of rules, its date."""
    by_hand: tuple[str, ...]
    """The guides."""
    edition: Edition
    withheld: Withheld
    """What that edition must not hold."""

    def withheld_from(self, edition: Edition) -> Withheld:
        """What an edition must not hold."""
        if edition is self.edition:
            return self.withheld
        with uncollected():
            return withheld(self.library, edition, self.allowed, self.by_hand)


def sought(root: Path, edition: Edition | None) -> Sought:
    """Read a project for the search of this edition; for none, of the usual one."""
    usual = edition or Edition.INTRANET
    with uncollected():
        library = read_tree(root / "audits").library
        allowed = tuple(_of_the_program(root))
        by_hand = tuple(file.read_text("utf-8") for file in root.glob("site/pages/**/*.md"))
        of_usual = withheld(library, usual, allowed, by_hand)
        return Sought(library, allowed, by_hand, usual, of_usual)


def _of_the_program(root: Path) -> Iterator[str]:
    for file in root.glob("site/templates/*.html"):
        yield file.read_text(encoding="utf-8")
    for rule in RULES.values():
        yield rule.manual
    as_at = as_at_of(root)
    if not isinstance(as_at, NoDate):
        yield from (as_at.isoformat(), day_words(as_at))
