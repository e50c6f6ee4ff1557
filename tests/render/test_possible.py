"""What stands beside printed percentages: what can have been counted."""

from __future__ import annotations

from typing import Any

import pytest

from generator.aggregate.results import audit_results
from generator.model.library import Library
from generator.render.possible import beside_row
from tests.aggregate.audits import audit, small

TOOL = {
    "title": "A tool",
    "sections": [
        {
            "id": "plan",
            "title": "The plan",
            "questions": [{"ref": "R1", "label": "Plan", "text": "A plan?", "scale": "yes-no"}],
        }
    ],
}


def beside(row: dict[str, Any], **published: Any) -> str:
    """What stands beside the row of an audit of six cases."""
    library: Library = small()
    one = audit(
        tool=TOOL,
        number_of_cases="6",
        published={"source": "the report", "figures": {"R1": row}, **published},
    )
    printed = audit_results(one, library).questions["R1"].row
    assert printed
    return beside_row(printed)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"percentages": {"yes": "81.6"}}, "31 of 38 is the smallest that gives it."),
        (
            {"percentages": {"yes": "66.7", "no": "33.3"}},
            "2 and 1 of 3 are the smallest that give them together.",
        ),
        (
            {"percentages": {"yes": "66.6", "no": "33.3"}},
            "2 and 1 of 3 are the smallest that give them together, only if all of them were cut "
            "off, not rounded. 66.6 + 33.3 is 99.9, because they were cut off.",
        ),
        ({"percentages": {"yes": "0.07"}}, "No number of returns up to 200 gives it."),
        (
            {"percentages": {"yes": "29", "no": "70.4"}},
            "29 + 70.4 is 99.4, and rounding does not explain it.",
        ),
        (
            {"percentages": {"yes": "29", "no": "51"}},
            "No number of returns up to 200 gives them together. 29 + 51 is 80, and rounding does "
            "not explain it.",
        ),
        (
            {"percentages": {"yes": "59"}, "printed_unit": "cases"},
            "No whole number of 6 cases gives it: 3 is 50% and 4 is 67%. Of returns, 10 of 17 is "
            "the smallest that gives it.",
        ),
        (
            {"percentages": {"yes": "83"}, "printed_unit": "cases"},
            "5 of 6 cases would give it.",
        ),
        (
            {"percentages": {"yes": "50", "no": "34"}, "unit": "cases"},
            "No whole number of 6 cases gives them together. 50 + 34 is 84, and rounding does not "
            "explain it.",
        ),
        (
            {"counts": {"yes": "33", "no": "7"}, "percentages": {"yes": "83", "no": "18"}},
            "83 + 18 is 101, through rounding.",
        ),
        ({"counts": {"yes": "33", "no": "7"}}, ""),
        ({"printed_as": "a few"}, ""),
    ],
)
def test_what_stands_beside_a_printed_percentage(row: dict[str, Any], said: str) -> None:
    assert beside(row) == said


def test_an_audit_that_counts_cases() -> None:
    assert beside({"percentages": {"yes": "83"}}, unit="cases") == "5 of 6 cases would give it."
