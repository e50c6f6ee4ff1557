"""Questions that are said to be the same, and what is left out of the saying."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.trees import faults, tree_with

TOOL = """\
title: A small tool
sections:
  - id: plan
    title: The plan
    questions:
      - ref: R1
        label: Plan came in time
        text: Did the plan come in time?
        scale: yes-no
        same_as:
{links}
      - ref: R2
        label: Plan was shared
        text: Was the plan shared with everyone in it?
        scale: yes-no
judgements:
  - ref: JP
    label: The plan
    scale: grades
"""


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        (["{audit: printed, ref: R2}"], []),
        (["{audit: small, ref: R2}"], ["`R1` is said to be the same as `R2` of its own audit"]),
        (["{audit: small, ref: R9}"], ["`R1` is said to be the same as `R9` of its own audit"]),
        (
            ["{audit: printed, ref: R1}", "{audit: printed, ref: R2}"],
            ["`R1` is said to be the same as `R1` of printed, and as `R2`"],
        ),
        (
            ["{audit: printed, ref: R1}", "{audit: printed, ref: R1}"],
            ["`R1` is said to be the same as `R1` of printed, and again as `R1`"],
        ),
        (["{audit: printed, ref: R9}"], ["no question of printed is called `R9`"]),
        (["{audit: printed}"], ["`ref` is missing"]),
        (["{ref: R1}"], ["`audit` is missing"]),
        (["{audit: small}"], ["`ref` is missing"]),
        (["{audit: printed, ref: R1}", "{audit: printed}"], ["`ref` is missing"]),
    ],
    ids=str,
)
def test_what_is_said_of_same_questions(
    links: list[str], expected: list[str], tmp_path: Path
) -> None:
    below = "\n".join(f"          - {one}" for one in links)
    tree = tree_with(tmp_path, {"audits/small/tool.yml": TOOL.format(links=below)})
    assert [one.message for one in faults(tree)] == expected
