"""The first hostile case of each kind holds; `make fuzz` says so of all, case by case."""

from __future__ import annotations

import pytest

from tests.battery import CASES, Case, run
from tests.sites import ROOT


@pytest.mark.parametrize(
    "case", [first for first, *_ in CASES.values()], ids=lambda case: case.name
)
def test_hostile_case(case: Case) -> None:
    assert run(case, ROOT) == ""
