"""What the form saved is read cell by cell; what it could not have saved is told, not dropped."""

from __future__ import annotations

import json

import pytest

from generator.collect.opened import opened
from generator.limits import MOST_RETURN_BYTES, MOST_RETURNS
from tests.collect.sent import small, text


def told(data: bytes) -> str:
    """What is wrong with a file and with the returns in it, one a line."""
    file = opened(data, "a.json")
    faults = [*file.faults, *(fault for one in file.returns for fault in one.faults)]
    return "\n".join(
        f"{one.place.where or f'{one.place.line}:{one.place.column}'}: {one.message}"
        for one in faults
    )


def test_every_cell_of_a_return() -> None:
    (came,) = opened(text(small(R1={"comment": "Łódź 😀"}, asked={"R1": "5"})), "a.json").returns
    assert [(cell.at, cell.text, cell.where) for cell in came.cells] == [
        (("audit",), "small", "audit"),
        (("tool",), "cd8747df", "tool"),
        (("asked", "R1"), "5", "asked, R1"),
        (("agency",), "police", "agency"),
        (("case",), "a", "case"),
        (("saved",), "2031-02-20T10:00:00Z", "saved"),
        (("finished",), "yes", "finished"),
        (("status",), "complete", "status"),
        (("completed_by",), "", "completed by"),
        (("note",), "", "note"),
        (("answers", "R1", "answer"), "no", "question R1, answer"),
        (("answers", "R1", "reason"), "", "question R1, reason"),
        (("answers", "R1", "comment"), "Łódź 😀", "question R1, comment"),
        (("answers", "R2", "answer"), "yes", "question R2, answer"),
        (("answers", "R2", "reason"), "", "question R2, reason"),
        (("answers", "R2", "comment"), "", "question R2, comment"),
        (("judgements", "JP", "grade"), "good", "judgement JP, grade"),
        (("judgements", "JP", "comment"), "", "judgement JP, comment"),
    ]


def test_numbers_stay_what_was_typed() -> None:
    data = text(small()).replace(b'"answer": "no"', b'"answer": 6.50')
    (came,) = opened(data, "a.json").returns
    assert came.text("answers", "R1", "answer") == "6.50"


def test_all_cases_of_an_agency_in_one_file() -> None:
    whole = {"format": "audit-returns 1", "returns": [small(), small(case="b")], "extra": 1}
    file = opened(text(whole), "a.json")
    assert [one.text("case") for one in file.returns] == ["a", "b"]
    assert file.returns[1].cell("status").where == "case b, status"  # type: ignore[union-attr]
    assert [(one.where, one.text, one.why) for one in file.ignored] == [
        ("extra", "1", "no field of a return")
    ]


def test_what_no_return_can_hold_is_named() -> None:
    (came,) = opened(text(small(mood={"a": [1]}, R1={"colour": "red"})), "a.json").returns
    assert [(one.where, one.text, one.why) for one in came.ignored] == [
        ("question R1, colour", "red", "no field of a return"),
        ("mood", "{a}", "no field of a return"),
    ]


WHOLE = text(small())
_DEEP = b"[" * 200_000


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (WHOLE.partition(b"mall")[0], "3:11: the file ends in the middle: not all of it arrived"),
        (
            WHOLE.partition(b'"agency"')[0],
            "10:2: the file ends in the middle: not all of it arrived",
        ),
        (b" \n", "1:1: the file is empty"),
        (WHOLE.replace(b",", b";", 1), "2:28: the file is damaged here (expecting ',' delimiter)"),
        (b"<!doctype html>", "1:1: the file is a page to read, not the saved return"),
        (b"{\xff", "1:1: the file is no text in UTF-8, as the form saves it"),
        (_DEEP, "1:1: lists and objects stand too deep inside each other"),
        (b"[]", "1:1: the file is no saved return: it is no object of JSON"),
        (b'"a"', "1:1: the file is no saved return: it is no object of JSON"),
        (b"{}", "1:1: the file is no saved return: it says no `format`"),
        (
            b'{"format": "audit-return 2"}',
            "format: `format` is `audit-return 2`, and this reads `audit-return 1` and "
            "`audit-returns 1`",
        ),
        (b'{"format": "audit-returns 1"}', "returns: `returns` is no list of returns"),
        (
            b'{"format": "audit-returns 1", "returns": [1]}',
            "returns: `returns` is no list of returns",
        ),
        (
            text({"format": "audit-returns 1", "returns": [{}] * (MOST_RETURNS + 1)}),
            "returns: the file has more than 500 returns",
        ),
        (b" " * MOST_RETURN_BYTES + b"{}", "1:1: the file has more than 5 megabytes"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_file_that_is_no_saved_return_is_refused_with_the_reason(data: bytes, said: str) -> None:
    assert (told(data), opened(data, "a.json").returns) == (said, ())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            WHOLE.replace(b'"R2": {', b'"R1": {'),
            "answers, R1: `R1` is there 2 times, and only one can count",
        ),
        (
            WHOLE.replace(b'"note": ', b'"status": "partial", "note": '),
            "status: `status` is there 2 times, and only one can count",
        ),
        (text(small(answers=[1])), "answers: a list stands where the answers belong"),
        (text(small(answers={"R1": "yes"})), "question R1: `yes` stands where its fields belong"),
        (
            text(small(R1={"answer": True})),
            "question R1, answer: `true` stands where a text belongs",
        ),
        (
            text(small(R1={"comment": {}})),
            "question R1, comment: an object stands where a text belongs",
        ),
        (text(small(judgements=None)), "judgements: nothing stands where the judgements belong"),
        (text(small(good_practice="x")), "good practice: `x` stands where a list belongs"),
        (text(small(good_practice=[[]])), "good practice 1: a list stands where its fields belong"),
        (text(small(finished="yes")), "finished: `yes` stands where `true` or `false` belongs"),
        (text(small(status=["complete"])), "status: a list stands where a text belongs"),
    ],
    ids=lambda value: str(value)[-50:],
)
def test_what_is_of_the_wrong_kind_is_told_where_it_stands(data: bytes, said: str) -> None:
    assert told(data) == said


def test_not_a_number_is_a_text_that_no_scale_has() -> None:
    data = json.dumps(small(R1={"answer": float("nan")})).encode()
    (came,) = opened(data, "a.json").returns
    assert came.text("answers", "R1", "answer") == "NaN"
