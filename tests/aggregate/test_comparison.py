"""What two audits share, and what may be said of the difference."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.aggregate.comparison import (
    AskedIn,
    Comparison,
    GradedAudit,
    GradesInARow,
    GradesOnAScale,
    Link,
    Verdict,
    asked_often,
    compared,
    comparisons,
    grades_in_a_row,
    links,
    questions_of,
)
from generator.aggregate.interval import difference
from generator.aggregate.results import audit_results
from generator.model.library import Audit, Library
from generator.model.nouns import CASES
from generator.model.registers import Scale
from tests.aggregate.audits import audit, grades, real, small, yes_no

YES_NO = {"values": [{"value": "yes"}, {"value": "no"}]}
GOOD_POOR = {"values": [{"value": "good"}, {"value": "poor"}], "favourable": ["good"]}
SCALES = {
    id_: Scale.model_validate({"name": id_, "kind": kind, **fields})
    for id_, kind, fields in (
        ("yes-no", "answers", {**YES_NO, "favourable": ["yes"]}),
        ("also-yes-no", "answers", {**YES_NO, "favourable": ["yes"]}),
        ("neither", "answers", YES_NO),
        ("score", "score", {"lowest": "0", "highest": "10"}),
        ("prose", "prose", {}),
        ("grades", "grades", GOOD_POOR),
        ("other-grades", "grades", GOOD_POOR),
    )
}


def tool(*questions: dict[str, Any], **fields: Any) -> dict[str, Any]:
    asked = [
        {"label": one["ref"], "text": "Was it?", "scale": "yes-no", **one} for one in questions
    ]
    return {
        "title": "A tool",
        "sections": [{"id": "s", "title": "S", "questions": asked}],
        **fields,
    }


def same(audit_id: str, ref: str = "Q1", **fields: str) -> dict[str, str]:
    return {"audit": audit_id, "ref": ref, **fields}


def asking(id_: str, *questions: dict[str, Any], **fields: Any) -> Audit:
    """An audit of the year that ends its name."""
    return audit(id=id_, dates={"published": f"20{id_[1:]}"}, tool=tool(*questions), **fields)


def library(*audits: Audit) -> Library:
    return small().model_copy(update={"audits": {one.id: one for one in audits}, "scales": SCALES})


def found(*audits: Audit) -> dict[str, tuple[Comparison, ...]]:
    of = library(*audits)
    return comparisons(audits, {one.id: audit_results(one, of) for one in audits})


# Links.

A29 = asking("a29", {"ref": "Q1"}, {"ref": "Q2"})
A30 = asking("a30", {"ref": "R1", "same_as": [same("a29", "Q2", changed="Shorter.")]})
LINK = Link(
    then=AskedIn(audit="a29", ref="Q2"), now=AskedIn(audit="a30", ref="R1"), changed="Shorter."
)


@pytest.mark.parametrize("audits", [(A29, A30), (A30, A29)])
def test_a_link_goes_from_the_earlier_audit_to_the_later(audits: tuple[Audit, ...]) -> None:
    assert list(links(map(questions_of, audits))) == [LINK]


def test_a_link_that_names_a_later_audit_goes_the_same_way() -> None:
    turned = [
        asking("a29", {"ref": "Q2", "same_as": [same("a30", "R1")]}),
        asking("a30", {"ref": "R1"}),
    ]
    assert list(links(map(questions_of, turned))) == [LINK.model_copy(update={"changed": None})]


def test_a_link_written_on_both_sides_is_one() -> None:
    both = [asking("a29", {"ref": "Q2", "same_as": [same("a30", "R1")]}), A30]
    assert [(one.then, one.now) for one in links(map(questions_of, both))] == [
        (LINK.then, LINK.now)
    ]


@pytest.mark.parametrize(
    "named", [same("gone"), same("a29", "Q9"), same("a30", "R2")], ids=["audit", "question", "own"]
)
def test_what_no_other_audit_asks_is_no_link(named: dict[str, str]) -> None:
    of = [A29, asking("a30", {"ref": "R1", "same_as": [named]}, {"ref": "R2"})]
    assert list(links(map(questions_of, of))) == []


def test_what_hangs_together_is_told_once_from_the_earliest_on() -> None:
    a31 = asking("a31", {"ref": "S1", "same_as": [same("a30", "R1")]})
    assert list(asked_often(map(questions_of, [a31, A30, A29]))) == [
        (LINK.then, LINK.now, AskedIn(audit="a31", ref="S1"))
    ]


# What may be said of two figures.


def printed(year: int, scale: str = "yes-no", unit: str = "returns", **figure: Any) -> Audit:
    """An audit with a question and the figure that was printed for it, if any."""
    links_to = [same("a29")] if year > 29 else []
    return asking(
        f"a{year}",
        {"ref": "Q1", "scale": scale, "same_as": links_to},
        published={"source": "A table", "unit": unit, "figures": {"Q1": figure} if figure else {}},
    )


FEW_YES, MANY_YES = {"yes": 10, "no": 20}, {"yes": 25, "no": 5}


def verdict(then: Audit, now: Audit) -> Verdict:
    (one,) = found(then, now)["a30"]
    return one.verdict


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ({"counts": FEW_YES}, {"counts": MANY_YES}, Verdict.BETTER),
        ({"counts": MANY_YES}, {"counts": FEW_YES}, Verdict.WORSE),
        ({"counts": MANY_YES}, {"counts": MANY_YES}, Verdict.TOO_FEW),
        ({"counts": {"yes": 9, "no": 0}}, {"counts": {"yes": 0, "no": 30}}, Verdict.TOO_FEW),
        ({"counts": {"yes": 10, "no": 0}}, {"counts": {"yes": 0, "no": 10}}, Verdict.WORSE),
        # What was not printed is not nought: 10 yes may be 10 of anything.
        ({"counts": {"yes": 10}}, {"counts": {"yes": 0, "no": 10}}, Verdict.NO_BASE),
        ({"counts": {"yes": 28}, "total": 30}, {"counts": FEW_YES}, Verdict.WORSE),
        ({"percentages": {"yes": 88}, "total": 26}, {"counts": FEW_YES}, Verdict.WORSE),
        # Several counts give the percentage: better for all of them, or too few to tell.
        ({"percentages": {"yes": 45}, "total": 555}, {"counts": MANY_YES}, Verdict.BETTER),
        ({"percentages": {"yes": 56}, "total": 9}, {"counts": MANY_YES}, Verdict.TOO_FEW),
        ({"percentages": {"yes": 10}}, {"counts": MANY_YES}, Verdict.NO_BASE),
        ({"counts": FEW_YES}, {"percentages": {"yes": 90}}, Verdict.NO_BASE),
        ({"counts": FEW_YES}, {}, Verdict.NO_FIGURE),
        ({"counts": {"don't know": 30}}, {"counts": FEW_YES}, Verdict.NO_FIGURE),
        ({"printed_as": "most"}, {"counts": FEW_YES}, Verdict.NO_FIGURE),
        ({"scale": "also-yes-no", "counts": FEW_YES}, {"counts": MANY_YES}, Verdict.OTHER_SCALE),
        ({"scale": "also-yes-no", "percentages": {"yes": 9}}, {}, Verdict.OTHER_SCALE),
        ({"unit": "cases", "counts": FEW_YES}, {"counts": MANY_YES}, Verdict.OTHER_UNIT),
        ({"unit": "cases", "percentages": {"yes": 9}}, {"counts": MANY_YES}, Verdict.OTHER_UNIT),
        (
            {"scale": "neither", "counts": FEW_YES},
            {"scale": "neither", "counts": MANY_YES},
            Verdict.NO_BETTER,
        ),
        (
            {"scale": "score", "counts": {"2": 30}},
            {"scale": "score", "counts": {"9": 30}},
            Verdict.SCORES,
        ),
        ({"scale": "prose"}, {"scale": "prose"}, Verdict.IN_WORDS),
    ],
)
def test_what_may_be_said(then: dict[str, Any], now: dict[str, Any], said: Verdict) -> None:
    assert verdict(printed(29, **then), printed(30, **now)) is said


def test_a_row_in_a_unit_of_its_own_is_not_compared_with_one_in_another() -> None:
    figure = {"counts": FEW_YES, "unit": "children"}
    then = asking("a29", {"ref": "Q1"}, published={"source": "A", "figures": {"Q1": figure}})
    assert verdict(then, printed(30, counts=MANY_YES)) is Verdict.OTHER_UNIT


def test_a_comparison_stands_with_both_audits() -> None:
    then, now = printed(29, counts=FEW_YES), printed(30, counts=MANY_YES)
    one = Comparison(
        link=Link(then=AskedIn(audit="a29", ref="Q1"), now=AskedIn(audit="a30", ref="Q1")),
        verdict=Verdict.BETTER,
        interval=difference(yes_no(yes=10, no=20).figure, yes_no(yes=25, no=5).figure),
    )
    assert found(then, now) == {"a29": (one,), "a30": (one,)}


def test_bases_below_ten_have_no_interval() -> None:
    assert compared(yes_no(yes=9), yes_no(no=9)) == (Verdict.TOO_FEW, None)


def test_nought_within_the_interval_is_too_few_to_tell() -> None:
    said, interval = compared(yes_no(yes=14, no=15), yes_no(yes=15, no=14))
    assert interval is not None
    assert (said, interval.low < Decimal(0) < interval.high) == (Verdict.TOO_FEW, True)


# Grades.


def graded(year: int, scale: str | None, *judgements: str, **fields: Any) -> Audit:
    cases = {
        f"c{at}": {"pen_picture": "A child.", "judgement": one} for at, one in enumerate(judgements)
    }
    head = {"grades": scale} if scale else {}
    return audit(id=f"a{year}", dates={"published": f"20{year}"}, cases=cases, **{**head, **fields})


def in_a_row(*audits: Audit) -> tuple[GradesInARow, ...]:
    of = library(*audits)
    return grades_in_a_row(audits, {one.id: audit_results(one, of) for one in audits}, of)


def cases(**counts: int) -> Any:
    return grades(CASES, **counts)


def test_grades_are_joined_only_where_the_scale_is_the_same() -> None:
    assert in_a_row(
        graded(31, "grades", "good", "poor"),
        graded(30, "other-grades", "good"),
        graded(29, "grades", "poor"),
    ) == (
        GradesInARow(
            partnership="smallshire",
            scales=(
                GradesOnAScale(
                    scale="grades",
                    audits=(
                        GradedAudit(audit="a29", cases=cases(poor=1)),
                        GradedAudit(
                            audit="a31", cases=cases(good=1, poor=1), verdict=Verdict.TOO_FEW
                        ),
                    ),
                ),
                GradesOnAScale(
                    scale="other-grades", audits=(GradedAudit(audit="a30", cases=cases(good=1)),)
                ),
            ),
        ),
    )


def test_a_scale_that_only_the_tool_asks_for_is_there_to_be_read() -> None:
    asked = tool({"ref": "Q1"}, judgements=[{"ref": "J", "label": "All", "scale": "other-grades"}])
    (row,) = in_a_row(graded(29, None, tool=asked), graded(30, "grades", "good"))
    assert [(one.scale, [each.cases for each in one.audits]) for one in row.scales] == [
        ("other-grades", [None]),
        ("grades", [cases(good=1)]),
    ]


@pytest.mark.parametrize(
    "audits",
    [
        (graded(30, "grades", "good"),),
        (graded(30, "grades", "good"), graded(29, "grades")),
        (graded(30, "grades"), graded(29, "other-grades")),
        (graded(30, "grades", "good"), graded(29, "grades", "good", partnership="northshire")),
    ],
    ids=["alone", "one known", "none known", "two partnerships"],
)
def test_nothing_is_told_of_grades_that_stand_alone(audits: tuple[Audit, ...]) -> None:
    assert in_a_row(*audits) == ()


# The real audits.


def test_no_real_pair_has_two_bases_on_one_scale() -> None:
    audits = list(real().audits.values())
    of = {one.id: audit_results(one, real()) for one in audits if not one.made_up}
    told = comparisons([one for one in audits if not one.made_up], of)
    later = {
        id_: [one.verdict for one in of_audit if one.link.now.audit == id_]
        for id_, of_audit in told.items()
    }
    assert {id_: {one: said.count(one) for one in said} for id_, said in later.items()} == {
        "cheshire-east-2015-step-down": {},
        "cheshire-east-2016-domestic-abuse": {Verdict.OTHER_SCALE: 7},
        "cheshire-east-2018-neglect": {Verdict.NO_BASE: 3, Verdict.NO_FIGURE: 7},
    }
