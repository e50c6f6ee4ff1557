"""Agencies' grades beside the panel's: which pairs there are, and how far they lie apart."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.aggregate.figure import Figure
from generator.aggregate.self_judgement import JudgedTwice, Leaning, judged_twice
from generator.model.library import Audit, Library
from generator.model.nouns import RETURNS
from generator.model.registers import Scale
from tests.aggregate.audits import audit, small

FOUR = Scale.model_validate(
    {
        "name": "Four grades",
        "kind": "grades",
        "values": [{"value": one} for one in ("strong", "sound", "uneven", "weak")],
    }
)
LIBRARY: Library = small().model_copy(update={"scales": small().scales | {"four": FOUR}})

TOOL = {
    "title": "A tool",
    "sections": [{"id": "plan", "title": "Plan", "questions": []}],
    "judgements": [
        {"ref": "JP", "label": "Plan", "scale": "four", "section": "plan"},
        {"ref": "JO", "label": "Our work", "scale": "four"},
        {"ref": "JX", "label": "All work", "scale": "four", "of": "partnership"},
        {"ref": "JG", "label": "Two grades", "scale": "grades"},
    ],
}


def judged(own: dict[str, str], panel: dict[str, Any], **head: Any) -> tuple[JudgedTwice, ...]:
    """What police and the panel both judged in a case."""
    return judged_twice(
        of(
            {"a": {"pen_picture": "A child.", **panel}},
            {"a": {"police": {"status": "complete", "judgements": own}}},
            **head,
        ),
        LIBRARY,
    )


def of(cases: dict[str, Any], returns: dict[str, Any], **head: Any) -> Audit:
    given = {"grades": "four", "asked": ["school", "police"], **head}
    return audit(tool=TOOL, cases=cases, returns=returns, **given)


def twice(ref: str, own: str, panel: str, steps: int, **who: str) -> JudgedTwice:
    return JudgedTwice(
        **{"agency": "police", "case": "a", **who}, ref=ref, own=own, panel=panel, steps=steps
    )


@pytest.mark.parametrize(
    ("own", "panel", "steps"),
    [("strong", "weak", 3), ("sound", "uneven", 1), ("weak", "weak", 0), ("uneven", "strong", -2)],
)
def test_steps_above_the_panel_are_positive(own: str, panel: str, steps: int) -> None:
    assert judged({"JP": own}, {"judgements": {"JP": panel}}) == (twice("JP", own, panel, steps),)


def test_the_panels_grade_of_the_case_stands_beside_the_grades_of_the_whole() -> None:
    own = {"JP": "sound", "JO": "strong", "JX": "uneven"}
    assert judged(own, {"judgement": "sound"}) == (
        twice("JO", "strong", "sound", 1),
        twice("JX", "uneven", "sound", -1),
    )


def test_what_the_panel_gave_by_reference_comes_before_its_grade_of_the_case() -> None:
    panel = {"judgement": "sound", "judgements": {"JO": "weak"}}
    assert judged({"JO": "strong"}, panel) == (twice("JO", "strong", "weak", 3),)


@pytest.mark.parametrize(
    ("own", "panel", "head"),
    [
        ({"JP": "sound"}, {}, {}),
        ({}, {"judgements": {"JP": "sound"}}, {}),
        ({"JG": "good"}, {"judgement": "sound"}, {}),
        ({"JO": "sound"}, {"judgement": "good"}, {"grades": "grades"}),
        ({"JO": "better"}, {"judgement": "sound"}, {}),
        ({"JO": "sound"}, {"judgement": "better"}, {}),
    ],
    ids=["no panel's", "no own", "own scale", "panel's scale", "own unknown", "panel's unknown"],
)
def test_nothing_stands_beside_nothing_or_on_another_scale(
    own: dict[str, str], panel: dict[str, Any], head: dict[str, str]
) -> None:
    assert judged(own, panel, **head) == ()


def test_order_is_of_the_tool_then_of_who_was_asked_then_of_the_cases() -> None:
    own = {"status": "complete", "judgements": {"JO": "sound", "JP": "sound"}}
    case = {"pen_picture": "A child.", "judgement": "sound", "judgements": {"JP": "sound"}}
    both = {"police": own, "school": own}
    found = judged_twice(of({"a": case, "b": case}, {"a": both, "b": both}), LIBRARY)
    assert [(one.ref, one.agency, one.case) for one in found] == [
        (ref, agency, name)
        for ref in ("JP", "JO")
        for agency in ("school", "police")
        for name in "ab"
    ]


def test_a_return_without_answers_is_not_asked() -> None:
    silent = {"a": {"police": {"status": "no return", "judgements": {"JO": "sound"}}}}
    case = {"a": {"pen_picture": "A child.", "judgement": "sound"}}
    assert judged_twice(of(case, silent), LIBRARY) == ()


def leaning(*steps: int) -> Leaning:
    return Leaning.of([twice("JO", "sound", "sound", one) for one in steps])


def test_leaning_counts_above_the_same_and_below() -> None:
    found = leaning(3, 1, 0, 0, 0, -1)
    assert (found.above, found.same, found.below) == (2, 3, 1)
    assert (found.of_all, found.balance) == (6, 1)
    assert found.figure == Figure(2, 6, RETURNS)


def test_leaning_tells_how_far_from_below_to_above() -> None:
    assert list(leaning(3, -1, 0, 1, -1).by_steps.items()) == [(-1, 2), (0, 1), (1, 1), (3, 1)]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((1,), "1 grade: above in 1 (by 1 grade)"),
        ((-2, -2), "2 grades: below in 2 (by 2 grades)"),
        ((0, 0, 0), "3 grades: the same in 3"),
        (
            (1, 1, 3, 0, -1, -2),
            "6 grades: above in 3 (by 1 grade in 2, by 3 in 1), the same in 1, "
            "below in 2 (by 1 grade in 1, by 2 in 1)",
        ),
    ],
)
def test_leaning_in_words_has_the_nearest_first(steps: tuple[int, ...], words: str) -> None:
    assert leaning(*steps).words == words


@settings(derandomize=True, deadline=None)
@given(st.lists(st.integers(-9, 9), max_size=60))
def test_every_pair_is_above_the_same_or_below(steps: list[int]) -> None:
    found = leaning(*steps)
    assert found.above + found.same + found.below == found.of_all == len(steps)
    assert found.balance == sum((one > 0) - (one < 0) for one in steps)
