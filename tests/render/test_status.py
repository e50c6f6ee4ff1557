from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.aggregate.matrix import CellState, matrix
from generator.model.case import Case
from generator.model.library import Audit
from generator.model.returns import Return
from generator.render.status import LETTERS, status_text
from tests.aggregate.audits import audit, real, small
from tests.sites import REAL

CASE = Case(pen_picture="A child in a busy home.")


def shown(of: Audit, as_at: date | None = None) -> str:
    return status_text(of, matrix(of), small(), as_at)


def made(status: str = "collecting", **fields: Any) -> Audit:
    """Three cases; the police returned on one and not on the next; the school was asked of one."""
    returns = {"a": {"police": Return.model_validate({"status": "complete"})}}
    returns["b"] = {"police": Return.model_validate({"status": "no return"})}
    given = {
        "cases": {"a": CASE, "b": CASE, "long-one": CASE},
        "asked": ("police", {"agency": "school", "cases": ("a",)}),
        "returns": returns,
        "status": status,
    }
    return audit(**(given | fields))


def test_matrix_legend_and_what_is_missing() -> None:
    assert shown(made()) == (
        """\
Plans (made), collecting

                    a  b  long-one
Smallshire Police   C  X         ?
Smallshire Schools  ?  .         .

  C    1  complete
  X    1  no return
  ?    2  awaited
  .       not asked

1 of 4 returns came back, 1 with answers.
Missing from 2 agencies:
  Smallshire Police: b (no return), long-one (awaited)
  Smallshire Schools: a (awaited)
"""
    )


def test_nothing_missing() -> None:
    assert shown(small().audits["small"]) == (
        """\
Planning for children at home (small), published
Returns were due 1 March 2031.

                    a  b
Smallshire Police   C  C
Smallshire Schools  C  C

  C    4  complete

4 of 4 returns came back, 4 with answers.
Nothing is missing.
"""
    )


def test_nobody_asked() -> None:
    assert shown(made(asked=(), returns={})) == (
        """\
Plans (made), collecting
No agency is named under `asked` in audit.yml, so no return is expected.
"""
    )


def test_no_case_yet() -> None:
    assert shown(made(cases={}, returns={}, asked=("police",))) == (
        """\
Plans (made), collecting
No case has a file in cases/, so no return is expected.
"""
    )


def test_what_was_not_preserved_is_not_missing() -> None:
    of = made(returns_kept="no", returns={}, status="published", cases={"a": CASE, "b": CASE})
    assert shown(of) == (
        """\
Plans (made), published

                    a  b
Smallshire Police   ~  ~
Smallshire Schools  ~  .

  ~    3  outcome not preserved
  .       not asked

3 returns asked for; what came of them was not preserved.
"""
    )


@pytest.mark.parametrize(
    ("due", "as_at", "line"),
    [
        ("2031-03-15", None, "Returns were due 15 March 2031."),
        ("2031-03-15", "2031-03-14", "Returns are due 15 March 2031, 1 day from 14 March 2031."),
        ("2031-03-15", "2031-03-15", "Returns are due 15 March 2031, 0 days from 15 March 2031."),
        (
            "2031-03-15",
            "2031-03-16",
            "Returns were due 15 March 2031, 1 day ago as at 16 March 2031.",
        ),
        ("2031-03", "2031-03-30", "Returns are due March 2031, 1 day from 30 March 2031."),
        ("2031", "2032-01-02", "Returns were due 2031, 2 days ago as at 2 January 2032."),
    ],
)
def test_days_are_counted_from_the_date_given(due: str, as_at: str | None, line: str) -> None:
    of = made(dates={"due": due})
    text = shown(of, date.fromisoformat(as_at) if as_at else None)
    assert text.splitlines()[1] == line


@pytest.mark.parametrize(
    ("as_at", "line"),
    [
        ("2031-03-14", "Missing from 1 agency, 1 day left:"),
        ("2031-03-15", "Missing from 1 agency, due today:"),
        ("2031-03-17", "Missing from 1 agency, 2 days late:"),
    ],
)
def test_what_is_missing_stands_with_the_days_that_are_left(as_at: str, line: str) -> None:
    of = made(dates={"due": "2031-03-15"}, asked=("police",))
    assert shown(of, date.fromisoformat(as_at)).splitlines()[-2] == line


def test_whom_to_ask_stands_with_what_is_missing() -> None:
    police = {
        "agency": "police",
        "contact": {"role": "Reviewing officer", "address": "a@b.example"},
    }
    assert shown(made(asked=(police,))).splitlines()[-1] == (
        "  Smallshire Police: b (no return), long-one (awaited); ask: Reviewing officer"
    )


def test_every_state_has_a_letter_of_its_own() -> None:
    assert sorted(LETTERS) == sorted(CellState)
    assert len(set(LETTERS.values())) == len(CellState)


def test_2016_status_says_that_nothing_was_preserved() -> None:
    text = status_text(real().audits[REAL], matrix(real().audits[REAL]), real(), None)
    assert text.splitlines()[-1] == "108 returns asked for; what came of them was not preserved."
