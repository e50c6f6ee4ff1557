"""The date at which states are worked out, or why it is not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class NoDate:
    """That no date is known."""

    why: str
    """A sentence's second half: `git says: not a git repository.`"""


AsAt = date | NoDate
"""The date at which recommendations are due or overdue; passed in, never read off the clock."""
