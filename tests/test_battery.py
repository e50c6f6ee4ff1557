"""Every hostile case holds; `python -m tests.battery` says so case by case."""

from __future__ import annotations

import pytest

from tests.battery import CASES, Case, run
from tests.sites import ROOT


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hostile_case(case: Case) -> None:
    assert run(case, ROOT) == ""
