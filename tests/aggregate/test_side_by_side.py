from __future__ import annotations

import pytest

from generator.aggregate.side_by_side import Said, SideBySide, farthest_first, side_by_side
from generator.model.registers import Scale
from tests.aggregate.audits import real, small
from tests.sites import EXAMPLE

QUESTION = small().audits["small"].tool.questions[0]  # type: ignore[union-attr]


def row(scale: str, *answers: str) -> SideBySide:
    said = tuple(Said(f"agency-{at}", answer, None, None) for at, answer in enumerate(answers))
    return SideBySide(QUESTION, scale_called(scale), said)


def scale_called(name: str) -> Scale:
    return real().scales[name]


@pytest.mark.parametrize(
    ("scale", "answers", "is_far_apart"),
    [
        ("yes-no", ("yes", "no"), True),
        ("yes-no", ("yes", "yes"), False),
        ("yes-no", ("yes", "don't know", "blank"), False),
        ("yes-no", ("not applicable",), False),
        ("yes-no", (), False),
        ("yes-partly-no", ("yes", "partly"), False),
        ("yes-partly-no", ("yes", "no"), True),
        ("frequency", ("always", "usually"), False),
        ("frequency", ("usually", "never"), True),
        ("example-grades-2026", ("strong", "sound"), False),
        ("example-grades-2026", ("strong", "uneven"), True),
        ("zero-to-ten", ("7", "4"), False),
        ("zero-to-ten", ("7", "3"), True),
    ],
)
def test_far_apart(scale: str, answers: tuple[str, ...], is_far_apart: bool) -> None:
    assert row(scale, *answers).is_far_apart is is_far_apart


def test_answers_stand_in_the_order_of_the_scale() -> None:
    by_answer = row("yes-partly-no", "no", "yes", "no", "blank").by_answer
    given = {answer: [one.agency for one in who] for answer, who in by_answer.items()}
    assert list(given.items()) == [("yes", ["agency-1"]), ("no", ["agency-0", "agency-2"])]


def test_what_is_outside_the_scale_stands_apart() -> None:
    outside = row("yes-no", "yes", "blank", "don't know").outside
    given = {answer: [one.agency for one in who] for answer, who in outside.items()}
    assert given == {"don't know": ["agency-2"], "blank": ["agency-1"]}


def test_the_farthest_come_first_and_then_the_order_of_the_form() -> None:
    near, far = row("yes-no", "yes", "yes"), row("yes-no", "yes", "no")
    grades, whole = (
        row("example-grades-2026", "strong", "uneven"),
        row("yes-partly-no", "yes", "no"),
    )
    assert farthest_first((near, grades, far, whole)) == (far, whole, grades)


def test_every_question_and_judgement_is_there_in_the_order_of_the_form() -> None:
    audit = real().audits[EXAMPLE]
    rows = side_by_side(audit, real(), "a")
    assert audit.tool
    questions, judgements = audit.tool.questions, audit.tool.judgements
    every = [*(one.ref for one in questions), *(one.ref for one in judgements)]
    assert [one.asked.ref for one in rows] == every


def test_only_who_sent_answers_has_a_say() -> None:
    rows = side_by_side(real().audits[EXAMPLE], real(), "a")
    assert "example-charity" not in {said.agency for one in rows for said in one.said}


def test_a_judgement_that_an_agency_left_out_is_blank() -> None:
    rows = {one.asked.ref: one for one in side_by_side(real().audits[EXAMPLE], real(), "a")}
    assert [one.agency for one in rows["JP"].outside["blank"]] == [
        *("example-police", "example-hospital", "example-gp", "example-housing"),
    ]
