"""What came is understood by what is written down, and by nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.collect.came import Came
from generator.collect.form import forms_of
from generator.collect.opened import opened
from generator.collect.understood import Understood, understood
from generator.model.library import Library
from generator.read.tree import read_tree
from tests.collect.sent import small, text
from tests.sites import SMALL


@pytest.fixture(scope="module")
def library() -> Library:
    return read_tree(SMALL / "audits").library


def taken(library: Library, source: str = "a.json", **changed: Any) -> Understood:
    (came,) = opened(text(small(**changed)), source).returns
    return understood(came, library)


def told(one: Understood) -> list[str]:
    return [f"{fault.place.where}: {fault.message} | {fault.tip}" for fault in one.faults]


@pytest.mark.parametrize(
    ("came", "becomes"),
    [
        ("", None),
        (" \u00a0\n", None),
        ("yes", "yes"),
        (" Yes ", "yes"),
        ("NO", "no"),
        ("don't know", "don't know"),
        ("Don\u2019t  Know", "don't know"),
        ("DONT KNOW", "don't know"),
        ("do not know", "don't know"),
        ("Not applicable", "not applicable"),
        ("N/A", "not applicable"),
        ("blank", "blank"),
        ("?", "?"),
        ("-", "-"),
        ("unknown", "unknown"),
        ("none", "none"),
        ("y", "y"),
        ("No. The plan\ncame late.", "No. The plan came late.…"),
        ("n" * 500, "n" * 60 + "…"),
    ],
)
def test_what_an_answer_can_come_as(library: Library, came: str, becomes: str | None) -> None:
    fields = taken(library, R1={"answer": came}).fields or {}
    assert fields.get(("answers", "R1", "answer")) == becomes


def test_a_value_of_the_scale_comes_first(library: Library) -> None:
    scale = library.scales["yes-no"]
    values = (*scale.values, scale.values[0].model_copy(update={"value": "n/a"}))
    other = scale.model_copy(update={"values": values})
    changed = library.model_copy(update={"scales": {**library.scales, "yes-no": other}})
    fields = taken(changed, R1={"answer": "N/A"}).fields or {}
    assert fields["answers", "R1", "answer"] == "n/a"


def test_a_value_may_come_as_pages_show_it(library: Library) -> None:
    scale = library.scales["yes-no"]
    first, second = scale.values
    values = (first.model_copy(update={"label": "Yes, in time"}), second)
    other = scale.model_copy(update={"values": values})
    changed = library.model_copy(update={"scales": {**library.scales, "yes-no": other}})
    fields = taken(changed, R1={"answer": "yes, in time"}).fields or {}
    assert fields["answers", "R1", "answer"] == "yes"


@pytest.mark.parametrize(
    ("changed", "status", "said"),
    [
        ({}, "complete", []),
        ({"status": "Not known"}, "not known", []),
        ({"status": ""}, "complete", []),
        (
            {"finished": False},
            "partial",
            [
                "finished: the return was sent before it was finished: it is taken as partial | "
                "Ask whether more is to come."
            ],
        ),
        ({"status": "partial"}, "partial", []),
        (
            {"status": "partial", "finished": False},
            "partial",
            [
                "finished: the return was sent before it was finished: it is taken as partial | "
                "Ask whether more is to come."
            ],
        ),
        ({"status": "finished"}, "finished", []),
        (
            {"status": "no return"},
            "no return",
            [
                "status: the sender says `no return`, and sent one | Ask what was meant: that "
                "nothing is known, or that they were not involved?"
            ],
        ),
    ],
    ids=str,
)
def test_what_became_of_asking(
    library: Library, changed: dict[str, Any], status: str, said: list[str]
) -> None:
    one = taken(library, **changed)
    assert ((one.fields or {})["status",], told(one)) == (status, said)


def test_a_sheet_without_a_status_is_complete_where_no_question_is_blank(library: Library) -> None:
    (came,) = opened(text(small()), "a.json").returns
    cells = tuple(cell for cell in came.cells if cell.at[0] not in ("status", "finished"))
    one = understood(Came("a.xlsx", cells), library)
    assert ((one.fields or {})["status",], told(one)) == ("complete", [])
    fewer = tuple(cell for cell in cells if cell.at[:2] != ("answers", "R2"))
    one = understood(Came("a.xlsx", fewer), library)
    assert ((one.fields or {})["status",], told(one)) == (
        "partial",
        [
            ": no status is given, and 1 question is blank: it is taken as partial | "
            "Ask whether more is to come."
        ],
    )


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {"audit": "smal"},
            ["audit: no audit is called `smal` | Did you mean `small`?"],
        ),
        ({"audit": ""}, ["audit: the return does not say its audit | Ask for it again."]),
        (
            {"agency": "polcie"},
            ["agency: no agency is called `polcie` | Did you mean `police`?"],
        ),
        ({"case": "z"}, ["case: no case is called `z` | Known here: `a`, `b`."]),
        (
            {"audit": "printed", "agency": "school"},
            [
                "case: no case is called `a` | No case is known here.",
            ],
        ),
    ],
    ids=str,
)
def test_a_return_of_nothing_that_was_asked_has_no_place(
    library: Library, changed: dict[str, Any], said: list[str]
) -> None:
    one = taken(library, **changed)
    assert (told(one), one.path) == (said, "")


def test_an_agency_may_come_by_its_name(library: Library) -> None:
    assert taken(library, agency="SMALLSHIRE POLICE").path == "small/returns/a/police.yml"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Mail/Return of Tuesday.json", []),
        ("police--a.json", []),
        ("police--a (1).json", []),
        ("Copy of police--a.json", []),
        ("police--z.json", []),
        (
            "in/police--b.json",
            [
                "case: the file is called `police--b`, and holds the return of `police` on case "
                "`a` | Ask the sender which it is. If what it holds is right, rename the file."
            ],
        ),
        (
            "school--a (1).json",
            [
                "case: the file is called `school--a`, and holds the return of `police` on case "
                "`a` | Ask the sender which it is. If what it holds is right, rename the file."
            ],
        ),
    ],
)
def test_two_cases_that_were_swapped_are_seen_by_the_files_name(
    library: Library, source: str, said: list[str]
) -> None:
    assert told(taken(library, source)) == said


def test_what_the_tool_does_not_ask_is_told_once_and_a_blank_of_it_is_ignored(
    library: Library,
) -> None:
    whole = small()
    whole["answers"] |= {"R3": {"answer": "yes", "comment": "Indeed."}, "R4": {"answer": ""}}
    (came,) = opened(text(whole), "a.json").returns
    one = understood(came, library)
    assert told(one) == [
        "question R3, answer: the tool has no question `R3`, and something is written for it | "
        "It has `R1`, `R2`."
    ]
    assert [(each.where, each.why) for each in one.ignored] == [
        ("question R4, answer", "no question of the tool")
    ]


def test_several_answers_are_an_error_and_one_of_a_list_is_it(library: Library) -> None:
    assert (taken(library, R1={"answer": ["", "yes"]}).fields or {})["answers", "R1", "answer"] == (
        "yes"
    )
    assert told(taken(library, R1={"answer": ["yes", "no"]})) == [
        "question R1, answer: `R1` has 2 answers: `yes`, `no`; a return holds one | "
        "Ask which of them counts."
    ]


def test_an_old_form_is_known_and_what_changed_since_is_said(library: Library) -> None:
    now = forms_of(library.audits["small"], library)[0].fingerprints
    then = {"R1": "0", "JP": now["JP"], "R9": "1"}
    assert told(taken(library, tool="0badc0de", asked=then)) == [
        "tool: the return is on an older form, fingerprint 0badc0de: `R1` was asked something "
        "else; `R2` was not asked yet; `R9` was still asked | Read those answers again, or send "
        "the form of today: `audits kit` writes it."
    ]
    assert told(taken(library, tool="0badc0de", asked={})) == [
        "tool: the return is on an older form, fingerprint 0badc0de: the file does not say what "
        "changed since | Read those answers again, or send the form of today: `audits kit` writes "
        "it."
    ]


def test_signs_that_nobody_sees_are_taken_out_and_told(library: Library) -> None:
    whole = json.dumps(small(R1={"comment": "late\u202e \ud800again\x07\r\nand\vagain"}))
    (came,) = opened(whole.encode(), "a.json").returns
    one = understood(came, library)
    assert (one.fields or {})["answers", "R1", "comment"] == "late again\nand\nagain"
    assert told(one) == [
        "question R1, comment: 3 signs that nobody sees: `U+202E (right-to-left override)`, "
        "`U+D800 (a sign without a name)`, `control character U+0007` | Taken out; read whether "
        "it is still right."
    ]


def test_what_is_blank_is_no_return(library: Library) -> None:
    one = taken(library, status=" ", answers={"R1": {"answer": ""}}, judgements={})
    assert (one.fields, told(one)) == (
        None,
        ["case: nothing is filled in for case `a`: no return is made of it | "],
    )


def test_who_did_something_good_may_be_named_and_alone_means_nothing(library: Library) -> None:
    one = taken(
        library, good_practice=[{"text": "Rang.", "agency": "Smallshire Schools"}, {"agency": "x"}]
    )
    fields = one.fields or {}
    assert [text for loc, text in fields.items() if loc[0] == "good_practice"] == [
        "Rang.",
        "school",
    ]
    assert [each.where for each in one.ignored] == ["good practice 2, agency"]
