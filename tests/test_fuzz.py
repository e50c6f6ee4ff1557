"""A sample of the mutated trees that `make fuzz` runs in their thousands."""

from __future__ import annotations

import pytest

from tests.fuzz import FAULTS, run

SAMPLE = 60


@pytest.mark.parametrize("seed", [1, 2])
def test_mutated_trees_end_in_diagnostics_and_lose_nothing(seed: int) -> None:
    told: list[str] = []
    fates = run(SAMPLE // 2, seed, told.append)
    assert told == []
    assert not fates.keys() & set(FAULTS)
    assert fates["shown"] > 0
