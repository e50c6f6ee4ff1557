"""Several exports added up: the same question over years, by the one query in `rollup.sql`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from generator.aggregate.figure import Figure
from generator.region.engine import engine
from generator.region.given import take

QUERY: Final = (files("generator.region") / "rollup.sql").read_text(encoding="utf-8")
"""The query, as the guide shows it."""


@dataclass(frozen=True)
class AddedUp:
    """How many gave one answer to one question in the audits of one year."""

    same_as: str
    """The same-as group: its earliest question, as `audit/reference`."""
    label: str
    """What the latest audit calls it."""
    reworded: bool
    """Whether an author says of one of these audits that it asked in other words."""
    scale: str
    scale_values: str
    """All answers of the scale, best first, as a JSON list."""
    unit: str
    year: int | None
    answer: str
    in_base: bool
    fewest: int | None
    most: int | None
    """Between the two lies how many gave it; none where it is known of no audit."""
    base_fewest: int | None
    base_most: int | None
    """Between the two lies out of how many; the same audits as the counts."""
    partnerships: int
    """How many partnerships' audits are in the count."""
    audits: int
    """How many audits are in the count."""
    left_out: int
    """How many audits asked it, and are not: count or base is not known, or not told."""

    @property
    def percent(self) -> int | None:
        """The share, as everywhere; none where count or base is not exact, or it is no share."""
        fewest, base = self.fewest, self.base_fewest
        is_exact = fewest == self.most and base == self.base_most
        if not self.in_base or not is_exact or fewest is None or base is None:
            return None
        return Figure(fewest, base, self.unit).percent


@dataclass(frozen=True)
class Rollup:
    """What several exports come to, and what is to be said about them."""

    rows: tuple[AddedUp, ...]
    said: tuple[str, ...]
    """What was left out or counted once, a sentence each."""


def rollup(exports: Sequence[Path]) -> Rollup:
    """Add up exports of `audits collate --all`.

    Raises NotAddedUpError where they cannot be, and EngineError without DuckDB.
    """
    with engine() as (made, folder):
        said = take(made, folder, exports)
        rows = tuple(AddedUp(*row) for row in made.execute(QUERY).fetchall())
    return Rollup(rows, said)
