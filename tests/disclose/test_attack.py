"""A sample of the attack; the whole is `make attack`."""

from __future__ import annotations

import re

import highspy
import pytest

from tests.disclose.attack import attacked
from tests.disclose.awkward import awkward
from tests.disclose.programme import attack
from tests.disclose.published import ReadAudit, ReadRow


@pytest.mark.parametrize("seed", range(8))
def test_no_cell_of_a_made_up_audit_is_given_away(seed: int) -> None:
    outcome = attacked(awkward(seed))
    assert outcome.left
    assert [one for one in outcome.left if not one.is_safe] == []
    assert (outcome.too_wide, outcome.untrue) == ((), ())


def row(ref: str, unit: str = "returns", **cells: str) -> ReadRow:
    return ReadRow("made", ref, unit, cells)


def left(audit: ReadAudit, good: str = "yes") -> dict[tuple[str, str], tuple[int, int]]:
    good_of = {one.ref: {good} for one in audit.rows}
    return {(one.ref, one.answer): (one.low, one.high) for one in attack(audit, {}, good_of)}


def test_an_attack_finds_nothing_where_nothing_is_told() -> None:
    audit = ReadAudit("made", [row("Q1", yes="10", no="[c]")])
    assert left(audit) == {("Q1", "yes"): (8, 12), ("Q1", "no"): (1, 7)}


def test_an_attack_sees_what_a_share_gives_away() -> None:
    audit = ReadAudit("made", [row("Q1", yes="10", no="[c]")])
    audit.rows[0].shares.add((10, 10))
    assert left(audit) == {("Q1", "yes"): (8, 11), ("Q1", "no"): (1, 4)}


def test_an_attack_sees_what_the_number_of_cases_gives_away() -> None:
    audit = ReadAudit("made", [row("Q1", "cases", yes="20", no="[c]")], cases="20 cases")
    assert left(audit) == {("Q1", "yes"): (18, 21), ("Q1", "no"): (1, 4)}


def test_highs_is_there() -> None:
    assert re.match(r"\d+\.", highspy.Highs().version())  # type: ignore[no-untyped-call]
