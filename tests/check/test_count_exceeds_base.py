"""What is so many of so many: the base holds what is counted, and it holds something."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.trees import faults, tree_with

FINDINGS = """\
late-plans:
  kind: worry
  text: Plans came late.
  shares: [{{count: {count}, of: {of}, unit: children, what: had a plan that came late}}]
"""


@pytest.mark.parametrize(
    ("count", "of", "expected"),
    [
        (0, 5, []),
        (5, 5, []),
        (6, 5, ["`late-plans`: 6 of 5 children, and 6 is more than 5"]),
        (0, 0, ["`late-plans`: 0 of 0 children, and a base is never 0"]),
        (1, 0, ["`late-plans`: 1 of 0 children, and a base is never 0"]),
    ],
)
def test_what_is_counted_is_in_the_base(
    count: int, of: int, expected: list[str], tmp_path: Path
) -> None:
    findings = FINDINGS.format(count=count, of=of)
    tree = tree_with(tmp_path, {"audits/small/findings.yml": findings})
    assert [one.message for one in faults(tree)] == expected
