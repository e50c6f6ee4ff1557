"""No text names somebody of the audit's roster.

`audits identifiers --roster FILE` takes the names of the children, families and workers of an
audit from a file that lies outside the project, or that git ignores. Each is found as it is
written, as a nickname, and misspelt. The message says where and how, and never which.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Rule
from generator.identify.reading import Sighting
from generator.identify.roster import Roster

RULE = Rule.of(__name__, __doc__)


def find(text: str, roster: Roster) -> Iterator[Sighting]:
    """Yield every word that names somebody of the roster."""
    for start, end, how in roster.matches(text):
        message = f"{how} of the roster stands here"
        yield Sighting(start, end, message, "Write who it is: the child, mum, the school nurse.")
