"""How many cases, agencies and returns an audit has."""

from __future__ import annotations

import pytest

from generator.aggregate.totals import Totals, totals
from generator.model.library import Audit
from generator.model.nouns import AGENCIES, CASES, CHILDREN, KNOWN, RESPONDENTS, RETURNS
from tests.aggregate.audits import audit, small

FILES = {name: {"pen_picture": "A child."} for name in "abc"}


@pytest.mark.parametrize(
    ("made", "there_were"),
    [
        (small().audits["small"], Totals(cases=2, agencies=2, returns=4)),
        (audit(), Totals()),
        (audit(number_of_cases=6), Totals(cases=6)),
        (
            audit(number_of_cases=6, asked=("police", "school")),
            Totals(cases=6, agencies=2, returns=12),
        ),
        (audit(took_part=("police", "school")), Totals(agencies=2)),
        (audit(took_part=("police", "school"), number_of_agencies=26), Totals(agencies=26)),
        (
            audit(number_of_agencies=26, counted={"families": 18}),
            Totals(agencies=26, counted={"families": 18}),
        ),
        (
            audit(
                took_part=("police",),
                published={
                    "source": "a table",
                    "unit": "agencies",
                    "figures": {"R1": {"counts": {"yes": 23, "no": 3}}},
                },
            ),
            Totals(),
        ),
        (
            audit(
                cases=FILES,
                asked=(
                    "police",
                    {"agency": "school", "cases": ("a",)},
                    {"agency": "school", "cases": ("a", "b")},
                ),
            ),
            Totals(cases=3, agencies=2, returns=5),
        ),
    ],
)
def test_wholes(made: Audit, there_were: Totals) -> None:
    assert totals(made) == there_were


def test_the_whole_of_a_unit() -> None:
    there_were = Totals(cases=6, agencies=10, returns=54, counted={"families": 4})
    assert {unit: there_were.of(unit) for unit in (*KNOWN, "families", None)} == {
        RETURNS: 54,
        CASES: 6,
        CHILDREN: None,
        AGENCIES: 10,
        RESPONDENTS: None,
        "families": 4,
        None: None,
    }
