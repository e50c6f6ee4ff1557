"""When a row that does not add up is impossible besides."""

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
        ("{yes: 29, no: 80}", ["shares-dont-add-up"]),
        # So near to 100 they may be right, each to its own place; and still no base has both.
        ("{yes: 33.3, no: 66.75}", ["shares-dont-add-up", "impossible-percentage"]),
        ("{yes: 0.07, no: 80}", ["shares-dont-add-up", "impossible-percentage"]),
    ],
)
def test_what_does_not_add_up_is_impossible_only_where_rounding_may_explain_it(
    percentages: str, rules: list[str], tmp_path: Path
) -> None:
    files = {"audits/printed/published.yml": PUBLISHED.format(percentages=percentages)}
    found = {one.rule for one in faults(tree_with(tmp_path, files))}
    assert found == set(rules)
