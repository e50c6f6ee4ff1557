"""How many cases, agencies and returns an audit has."""

from __future__ import annotations

import pytest

from generator.aggregate.wholes import Wholes, wholes
from generator.model.library import Audit
from generator.model.published import Unit
from tests.aggregate.audits import audit, small

CASES = {name: {"pen_picture": "A child."} for name in "abc"}


@pytest.mark.parametrize(
    ("made", "there_were"),
    [
        (small().audits["small"], Wholes(cases=2, agencies=2, returns=4)),
        (audit(), Wholes()),
        (audit(number_of_cases=6), Wholes(cases=6)),
        (
            audit(number_of_cases=6, asked=("police", "school")),
            Wholes(cases=6, agencies=2, returns=12),
        ),
        (audit(took_part=("police", "school")), Wholes(agencies=2)),
        (
            audit(
                cases=CASES,
                asked=(
                    "police",
                    {"agency": "school", "cases": ("a",)},
                    {"agency": "school", "cases": ("a", "b")},
                ),
            ),
            Wholes(cases=3, agencies=2, returns=5),
        ),
    ],
)
def test_wholes(made: Audit, there_were: Wholes) -> None:
    assert wholes(made) == there_were


def test_the_whole_of_a_unit() -> None:
    there_were = Wholes(cases=6, agencies=10, returns=54)
    assert {unit: there_were.of(unit) for unit in (*Unit, None)} == {
        Unit.RETURNS: 54,
        Unit.CASES: 6,
        Unit.CHILDREN: None,
        Unit.AGENCIES: 10,
        Unit.RESPONDENTS: None,
        None: None,
    }
