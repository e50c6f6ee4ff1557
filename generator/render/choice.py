"""What a reader can choose, so that a page shows less."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    """One list to choose from: the rows that carry the value stay."""

    name: str
    """Each row says its values in `data-` and this name."""
    title: str
    every: str
    """What the first entry says, which leaves out nothing."""
    values: Mapping[str, str]
    """The values as rows carry them, with how they are shown."""
