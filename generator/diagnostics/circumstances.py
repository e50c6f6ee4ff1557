"""What a format may need to know besides the diagnostics."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.diagnostics.diagnostic import Place, Rule

LineAt = Callable[[Place], str | None]
"""The line of a file that a place is in; none where there is no such line."""


@dataclass(frozen=True)
class Circumstances:
    """What a format may need to know besides the diagnostics."""

    files: int
    """How many files were checked."""
    line_at: LineAt
    """The line of a file that a place is in."""
    rules: Callable[[], Mapping[str, Rule]]
    """Gives every rule by its name."""
    colour: bool = False
    """Whether whoever reads it can show colours."""
    within: str = ""
    """Where the project lies in its repository, such as `learning-site/`; empty at its root."""
