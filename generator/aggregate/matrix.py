"""The returns matrix: what became of asking each agency about each case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from generator.model.edition import Intranet, Public
from generator.model.library import Audit
from generator.model.record import Record
from generator.model.returns import ReturnStatus
from generator.model.words import AgencyId, CaseId


class CellState(StrEnum):
    """What is known of one agency and one case. None is ever shown as another."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    NOT_KNOWN = "not known"
    OUTSIDE_PERIOD = "outside period"
    NOT_INVOLVED = "not involved"
    NO_RETURN = "no return"
    AWAITED = "awaited"
    """Asked, and no file yet, while returns still come in."""
    MISSING = "missing"
    """Asked, and no file, although returns no longer come in."""
    NOT_PRESERVED = "outcome not preserved"
    """Asked; what came of it is not known any more."""
    NOT_ASKED = "not asked"

    @property
    def is_asked(self) -> bool:
        """Whether a return was asked for."""
        return self is not CellState.NOT_ASKED

    @property
    def is_outstanding(self) -> bool:
        """Whether a return was asked for and has not come."""
        return self in (CellState.NO_RETURN, CellState.AWAITED, CellState.MISSING)

    @property
    def has_answers(self) -> bool:
        """Whether a form came back with answers in it."""
        return self in (CellState.COMPLETE, CellState.PARTIAL)


class Matrix(Record):
    """Agencies by cases; counts are of agency-and-case pairs that were asked."""

    cases: Intranet[tuple[CaseId, ...]] = ()
    rows: Intranet[dict[AgencyId, dict[CaseId, CellState]]] = {}
    counts: Public[dict[CellState, int]] = {}
    """How many pairs are in each state, in the order of the states; not asked left out."""

    @property
    def asked(self) -> int:
        """How many returns were asked for."""
        return sum(self.counts.values())

    @property
    def with_answers(self) -> int:
        """How many returns came back with answers in them."""
        return sum(count for state, count in self.counts.items() if state.has_answers)

    @property
    def missing(self) -> int:
        """How many returns were asked for and have not come."""
        return sum(count for state, count in self.counts.items() if state.is_outstanding)

    def outstanding(self) -> Iterator[tuple[AgencyId, CaseId, CellState]]:
        """Every return that was asked for and has not come, by agency."""
        for agency, row in self.rows.items():
            for case, state in row.items():
                if state.is_outstanding:
                    yield agency, case, state


def matrix(audit: Audit) -> Matrix:
    """The returns matrix of an audit; agencies in the order they were asked."""
    cases = tuple(audit.cases)
    rows = {
        asked.agency: {case: _state(audit, asked.agency, case, asked.cases) for case in cases}
        for asked in audit.asked
    }
    counted = Counter(state for row in rows.values() for state in row.values())
    counts = {
        state: counted[state]
        for state in CellState
        if counted[state] and state is not CellState.NOT_ASKED
    }
    return Matrix(cases=cases, rows=rows, counts=counts)


def _state(audit: Audit, agency: AgencyId, case: CaseId, asked: tuple[CaseId, ...]) -> CellState:
    if asked and case not in asked:
        return CellState.NOT_ASKED
    if not audit.returns_kept:
        return CellState.NOT_PRESERVED
    found = audit.returns.get(case, {}).get(agency)
    if found is not None:
        return _OF_STATUS[found.status]
    return CellState.AWAITED if audit.status.awaits_returns else CellState.MISSING


_OF_STATUS = {status: CellState(status.value) for status in ReturnStatus}
