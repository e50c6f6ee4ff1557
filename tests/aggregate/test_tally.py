"""Tallies: what is in the base, what is outside it, and that they add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.aggregate.figure import Figure
from generator.aggregate.tally import Tally
from generator.model.nouns import CASES, RETURNS
from generator.model.registers import Scale, ScaleKind, ScaleValue
from generator.model.returns import NonAnswer

THREE = Scale(
    name="Three answers",
    kind=ScaleKind.ANSWERS,
    values=tuple(ScaleValue(value=value) for value in ("yes", "partly", "no")),
    favourable=("yes", "partly"),
)
SCORE = Scale(name="A score", kind=ScaleKind.SCORE, lowest=0, highest=10)
OUTSIDE = tuple(one.value for one in NonAnswer)
ANSWERS = st.lists(st.sampled_from([*THREE.choices, *OUTSIDE]))


def test_what_is_in_the_base_and_what_is_not() -> None:
    tally = Tally.of(
        THREE, ["yes", "no", "yes", "don't know", "partly", "blank", "blank", "not applicable"]
    )
    assert tally.choices == ("yes", "partly", "no")
    assert [tally[answer] for answer in (*tally.choices, "never")] == [2, 1, 1, 0]
    assert (tally.base, tally.asked) == (4, 8)
    assert tally.outside == {
        NonAnswer.DONT_KNOW: 1,
        NonAnswer.NOT_APPLICABLE: 1,
        NonAnswer.BLANK: 2,
    }
    assert tally.figure == Figure(3, 4, RETURNS)
    assert tally.share("partly") == Figure(1, 4, RETURNS)


def test_counts_do_as_well_as_answers() -> None:
    counted = Tally.of(THREE, {"yes": 23, "no": 5}, CASES)
    answered = Tally.of(THREE, ["yes"] * 23 + ["no"] * 5, CASES)
    assert counted == answered
    assert counted.figure == Figure(23, 28, CASES)


def test_a_score_is_tallied_best_first() -> None:
    tally = Tally.of(SCORE, ["5", "10", "5", "don't know"])
    assert tally.choices == tuple(str(score) for score in range(10, -1, -1))
    assert (tally["5"], tally.base, tally.asked) == (2, 3, 4)
    assert tally.favourable == ()


def test_nothing_tallied() -> None:
    tally = Tally.of(THREE, [])
    assert (tally.base, tally.asked, tally.outside) == (0, 0, {})
    assert tally.figure == Figure(0, 0, RETURNS)


@pytest.mark.parametrize("answer", ["don't know", "blank", "Yes", ""])
def test_what_is_not_on_the_scale_has_no_share(answer: str) -> None:
    with pytest.raises(KeyError, match=f"^{answer!r}$"):
        Tally.of(THREE, ["yes"]).share(answer)


@given(st.lists(ANSWERS, min_size=1))
def test_the_sum_of_tallies_is_the_tally_of_all(groups: list[list[str]]) -> None:
    together = sum(Tally.of(THREE, group) for group in groups)
    assert together == Tally.of(THREE, [answer for group in groups for answer in group])


@given(ANSWERS, ANSWERS, ANSWERS)
def test_the_order_of_adding_does_not_matter(
    first: list[str], second: list[str], third: list[str]
) -> None:
    one, two, three = (Tally.of(THREE, answers) for answers in (first, second, third))
    assert one + two == two + one
    assert (one + two) + three == one + (two + three)
    assert one + Tally.of(THREE, []) == one


@given(ANSWERS)
def test_every_answer_is_counted_once(answers: list[str]) -> None:
    tally = Tally.of(THREE, answers)
    assert tally.base + sum(tally.outside.values()) == tally.asked == len(answers)
    assert sum(tally.share(choice).count for choice in tally.choices) == tally.base
    assert tally.figure.count == tally["yes"] + tally["partly"] <= tally.base


def test_tallies_of_other_things_do_not_add_up() -> None:
    tally = Tally.of(THREE, ["yes"])
    for other in (Tally.of(SCORE, ["5"]), Tally.of(THREE, ["yes"], CASES)):
        with pytest.raises(ValueError, match=r"^tallies on two scales or in two units do not"):
            tally + other
    with pytest.raises(ValueError, match=r"^a tally adds to tallies only$"):
        1 + tally
