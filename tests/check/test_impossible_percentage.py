"""A row that adds up to too much or too little is the fault of one rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.trees import faults, tree_with

PUBLISHED = """\
source: the collated table
unit: returns
figures:
  R1: {{percentages: {percentages}}}
  R2: {{percentages: {{yes: 50, no: 50}}}}
"""


@pytest.mark.parametrize(
    ("percentages", "rules"),
    [
        # A 29 beside 70.4 is 29.0: so near to 100 they are only where each has its own places.
        ("{yes: 29, no: 70.4}", ["shares-dont-add-up"]),
        ("{yes: 29, no: 80}", ["shares-dont-add-up"]),
        ("{yes: 0.07, no: 80}", ["shares-dont-add-up", "impossible-percentage"]),
    ],
)
def test_what_does_not_add_up_is_said_once(
    percentages: str, rules: list[str], tmp_path: Path
) -> None:
    files = {"audits/printed/published.yml": PUBLISHED.format(percentages=percentages)}
    found = {one.rule for one in faults(tree_with(tmp_path, files))}
    assert found == set(rules)
