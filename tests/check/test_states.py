"""The rule that a typed state must follow from what is recorded, with a date and without."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.check.all_rules import diagnose
from generator.model.as_at import NoDate
from generator.read.tree import read_tree
from tests.check.trees import tree_with

RECOMMENDATIONS = "audits/small/recommendations.yml"
PLAN = """\
plan-sooner:
  text: Send every plan within ten working days.
  findings: [late-plans]
  owners: [police]
"""
NOBODY_ASKED = NoDate("nobody said which day it is.")
DONE = "  done: {date: 2031-05, text: The system sends them.}\n"
IMPACT = "  impact: {date: 2031-08, text: Plans come in time.}\n"
PROGRESS = "  progress: [{date: 2031-04, text: A form was agreed.}]\n"


def said(folder: Path, below: str, as_at: date | None = None, **files: str) -> list[str]:
    """What is said about a recommendation with these lines."""
    tree = tree_with(folder, {RECOMMENDATIONS: PLAN + below, **files})
    return [
        f"{one.place.line}: {one.message} | {one.tip}"
        for one in diagnose(read_tree(tree), as_at or NOBODY_ASKED)
        if one.rule != "state-not-judged"
    ]


MEND = "Delete `state`: pages work it out. If it is right, mend what is recorded."
SAY_DONE = "Write under `done` when it was done and what shows it, or delete `state`."
SAY_IMPACT = "Write under `impact` when it was shown and by what, or delete `state`."


@pytest.mark.parametrize(
    ("below", "expected"),
    [
        ("  state: no date set\n", []),
        ("  state: overdue\n  due: 2031-06\n", []),
        ("  state: open\n  due: 2031-06\n", []),
        (f"  state: under way\n  due: 2031-06\n{PROGRESS}", []),
        (f"  state: overdue\n  due: 2031-06\n{PROGRESS}", []),
        (f"  state: done\n  impact_due: 2031-09\n{DONE}", []),
        (f"  state: impact overdue\n  impact_due: 2031-09\n{DONE}", []),
        (f"  state: impact shown\n{DONE}{IMPACT}", []),
        (
            "  state: done\n",
            [
                "5: `plan-sooner` says `done`, and what is recorded makes it `no date set` | "
                + SAY_DONE
            ],
        ),
        (
            f"  state: impact shown\n  impact_due: 2031-09\n{DONE}",
            [
                "5: `plan-sooner` says `impact shown`, and what is recorded makes it `done` or "
                f"`impact overdue` | {SAY_IMPACT}"
            ],
        ),
        (
            f"  state: under way\n{DONE}",
            [f"5: `plan-sooner` says `under way`, and what is recorded makes it `done` | {MEND}"],
        ),
        (
            "  state: under way\n  due: 2031-06\n",
            [
                "5: `plan-sooner` says `under way`, and what is recorded makes it `open` or "
                f"`overdue` | {MEND}"
            ],
        ),
    ],
)
def test_without_a_date_a_state_may_be_what_it_is_at_any_date(
    below: str, expected: list[str], tmp_path: Path
) -> None:
    assert said(tmp_path, below) == expected


@pytest.mark.parametrize(
    ("below", "day", "expected"),
    [
        ("  state: open\n  due: 2031-06\n", date(2031, 6, 30), []),
        (
            "  state: open\n  due: 2031-06\n",
            date(2031, 7, 1),
            [
                "5: `plan-sooner` says `open`, and as at 1 July 2031 what is recorded makes it "
                f"`overdue` | {MEND}"
            ],
        ),
        (
            f"  state: impact overdue\n  impact_due: 2031-09\n{DONE}",
            date(2031, 7, 1),
            [
                "5: `plan-sooner` says `impact overdue`, and as at 1 July 2031 what is recorded "
                f"makes it `done` | {MEND}"
            ],
        ),
        (f"  state: done\n{DONE}", date(2031, 5, 1), []),
        (f"  state: no date set\n{DONE}", date(2031, 4, 30), []),
        (
            f"  state: done\n{DONE}",
            date(2031, 4, 30),
            [
                "5: `plan-sooner` says `done`, and as at 30 April 2031 what is recorded makes it "
                "`no date set` | What is dated after that day does not count yet: mend its date, "
                "or delete `state`."
            ],
        ),
    ],
)
def test_with_a_date_a_state_must_be_that_of_the_date(
    below: str, day: date, expected: list[str], tmp_path: Path
) -> None:
    assert said(tmp_path, below, day) == expected


SOURCE = """\
title: Planning for children at home
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
grades: grades
asked: [police, school]
source: {title: A report, publisher: The Board}
"""


@pytest.mark.parametrize(
    ("state", "faults"),
    [("nothing recorded", 0), ("overdue", 0), ("open", 1), ("under way", 1), ("done", 1)],
)
def test_a_source_may_go_by_the_calendar_where_nothing_is_recorded(
    state: str, faults: int, tmp_path: Path
) -> None:
    files = {"audits/small/audit.yml": SOURCE}
    found = said(tmp_path, f"  state: {state}\n  due: 2031-06\n", date(2031, 7, 1), **files)
    assert len(found) == faults


def test_an_impact_of_what_was_never_done_is_one_fault(tmp_path: Path) -> None:
    assert said(tmp_path, f"  state: impact shown\n{IMPACT}") == [
        "6: `plan-sooner` has an impact and was never done | "
        "Write under `done` when it was done and what shows it."
    ]


def test_nothing_is_said_while_the_file_cannot_be_read_whole(tmp_path: Path) -> None:
    found = said(tmp_path, "  state: done\n  dnoe: {date: 2031-05, text: Sent.}\n")
    assert [one.partition(" | ")[0] for one in found] == ["6: `dnoe` is not known here"]


@pytest.mark.parametrize("step", ["done: {}", "impact: {}", "progress: [{}]"])
@pytest.mark.parametrize(
    ("held", "rule"),
    [
        ("{date: 2031-05}", "missing-key"),
        ('{date: 2031-05, text: ""}', "empty-text"),
    ],
)
def test_what_was_done_has_a_date_and_what_shows_it(
    step: str, held: str, rule: str, tmp_path: Path
) -> None:
    below = f"  {step.replace('{}', held)}\n"
    tree = tree_with(tmp_path, {RECOMMENDATIONS: PLAN + below})
    assert [one.rule for one in diagnose(read_tree(tree), NOBODY_ASKED)] == [rule]
