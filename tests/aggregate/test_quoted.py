"""Figures quoted from a source: which can be true of the audit, and why the others can't."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.aggregate.binding import AuditFigures
from generator.aggregate.quoted import fault
from generator.aggregate.totals import Totals
from generator.read.markdown import prose_of
from tests.aggregate.audits import row, yes_no

KNOWN = AuditFigures(
    tallies={"R1": yes_no(yes=23, no=5)},
    rows={
        "R1": row(counts={"yes": 23, "no": 5}, percentages={"yes": Decimal(82)}),
        "P1": row(percentages={"yes": Decimal("48.4"), "no": Decimal("16.1")}),
    },
    totals=Totals(cases=6, agencies=4, returns=24),
)


def why(text: str, known: AuditFigures = KNOWN) -> str | None:
    (quoted,) = prose_of(text).quotes
    return fault(quoted, known)


@pytest.mark.parametrize(
    "text",
    [
        "[83% of cases](printed)",
        "[five of the six cases](printed)",
        "[half of the cases](printed)",
        "[about a quarter of the cases](printed)",
        "[most cases](printed)",
        "[two of the five children](printed)",
        "[one, two and three of the cases](printed)",
        "[half, one and 33% of the cases](printed)",
        "[38% of audits](printed)",
        "[12% of children](printed)",
        "[67% of cases (4)](printed)",
        "[four (67%) of the cases](printed)",
        "[50% of the cases in 2016](printed)",
        "[two of the four cases with a plan](printed)",
        "[50% of 6 returns](printed)",
        "[three of the four agencies](printed)",
        "[82%](printed:R1)",
        "[82.1%](printed:R1)",
        "[18%](printed:R1)",
        "[23 of the 28 returns](printed:R1)",
        "[five returns](printed:R1)",
        "[most](printed:R1) said so",
        "[nearly half](printed:P1)",
        "[16.1%](printed:P1)",
    ],
)
def test_what_can_be_true(text: str) -> None:
    assert why(text) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "[59% of cases](printed)",
            "no whole number of 6 cases gives `59% of cases`: 50% (3) and 67% (4) are nearest",
        ),
        (
            "[83.4% of cases](printed)",
            "no whole number of 6 cases gives `83.4% of cases`: 83.3% (5) and 100.0% (6) are "
            "nearest",
        ),
        (
            "[a quarter of the cases](printed)",
            "no whole number of 6 cases gives `a quarter of the cases`",
        ),
        (
            "[half, one and 42% of the cases](printed)",
            "no whole number of 6 cases gives `half`, `one`, `42% of the cases`",
        ),
        (
            "[four and three of the cases](printed)",
            "no whole number of 6 cases gives `four`, `three of the cases`",
        ),
        ("[18.25% of returns](printed)", "no number of up to 24 returns gives `18.25% of returns`"),
        (
            "[four of the eight cases](printed)",
            "it speaks of 8 cases, and there were 6",
        ),
        ("[five (67%) of the cases](printed)", "5 of 6 is 83%, and not 67%"),
        (
            "[59% of 6 returns](printed)",
            "no whole number of 6 returns gives `59% of 6 returns`: 50% (3) and 67% (4) are "
            "nearest",
        ),
        (
            "[59% of six children](printed)",
            "no whole number of 6 children gives `59% of six children`: 50% (3) and 67% (4) are "
            "nearest",
        ),
        (
            "[82% of 30 returns](printed:R1)",
            "no whole number of 30 returns gives `82% of 30 returns`: 80% (24) and 83% (25) are "
            "nearest",
        ),
        ("[no number here](printed)", "there is no figure in it"),
        ('[{{ of("R1") }}](printed)', "a figure that is bound needs no mark"),
        ("[seven cases](printed)", "`seven cases` are more than there were: 6 cases"),
        ("[four of the five cases](printed)", "it speaks of 5 cases, and there were 6"),
        ("[two of the five agencies](printed)", "it speaks of 5 agencies, and there were 4"),
        ("[20 of the 25 returns](printed)", "it speaks of 25 returns, and there were 24"),
        ("[85% (n=61) of 60](printed)", "61 is more than 60"),
        ("[83% (23 of 28 returns)](printed)", "23 of 28 is 82%, and not 83%"),
        ("[81%](printed:R1)", "`81%` is not what R1 says: `82%`"),
        ("[23 of the 29](printed:R1)", "`23 of the 29` is not what R1 says: `82%`"),
        ("[all returns](printed:R1)", "`all returns` is not what R1 says: `82%`"),
        ("[most](printed:P1) cases", "`most` is not what P1 says: `16.1%`, `48.4%`"),
        (
            "[82%](printed:R11)",
            "no question with figures is called `R11`; known here: `P1`, `R1`",
        ),
        (
            "[82% of the cases](printed:R1)",
            "no whole number of 6 cases gives `82% of the cases`: 67% (4) and 83% (5) are nearest",
        ),
        ("[82%](printed:X9)", "no question with figures is called `X9`; known here: `P1`, `R1`"),
    ],
)
def test_what_cannot(text: str, fault: str) -> None:
    assert why(text) == fault


def test_where_nothing_is_known_of_the_audit_nothing_is_refused() -> None:
    assert why("[59% of cases](printed)", AuditFigures()) is None
