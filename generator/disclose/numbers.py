"""Which numbers of the model may stand as they are, and which totals still leave every cell open.

Default deny: a number that is not named here is withheld, and its record with it where the record
must have it. So a new field of the model shows no number to everyone until somebody decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.aggregate.results import QuestionResult
from generator.aggregate.shown import ShownRow
from generator.aggregate.thread import FollowedUp
from generator.aggregate.totals import Totals
from generator.disclose.spans import span_of
from generator.model.audit import AuditFile
from generator.model.disclosure import NEAREST, rounded
from generator.model.findings import Analysis, AtSource
from generator.model.library import Audit
from generator.model.published import Published
from generator.model.record import Record
from generator.model.tool import Question, Tool

HARMLESS: Final[dict[type[Record], tuple[str, ...]]] = {
    Analysis: ("order",),
    AtSource: ("percent",),
    Audit: ("number_of_agencies",),
    AuditFile: ("number_of_agencies",),
    FollowedUp: ("number",),
    Published: ("target", "amber_from"),
    Question: ("target",),
    QuestionResult: ("target", "amber_from"),
    Tool: ("target", "amber_from", "poor_below"),
    Totals: ("agencies",),
}
"""What counts no child: an order, how far an action is, what is aimed at, organisations."""


def leaves_open(total: int, rows: Iterable[ShownRow], *, times: int = 1) -> bool:
    """Whether a rounded total beside these rows narrows neither any of their cells nor itself.

    A row tells no more than its told answers, so its cells come to the total at most, or to so many
    `times` it: returns are no more than agencies by cases.
    """
    safe = rounded(total)
    if safe is None:
        return False
    lowest, highest = times * (safe - NEAREST // 2), times * (safe + NEAREST // 2)
    return all(_least(row) <= lowest and has_room(row, highest) for row in rows)


def has_room(row: ShownRow, most: int) -> bool:
    """Whether each told cell can be all that it says where the row comes to so many at most."""
    spans = [span for cell in row.cells if (span := span_of(cell))]
    return _least(row) + max((high - low for low, high in spans), default=0) <= most


def _least(row: ShownRow) -> int:
    return sum(span[0] for cell in row.cells if (span := span_of(cell)))
