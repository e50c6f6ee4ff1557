"""What a rule over the whole tree is told by each portion of it: rows that add up.

Such a rule never sees two audits at once, so that a tree of any size is checked in the memory of
one audit.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import Place


@dataclass(frozen=True)
class Told:
    """One row that a portion tells a rule."""

    key: str
    """What rows that belong together share, or what the row is."""
    words: tuple[str, ...] = ()
    place: Place | None = None
