"""Exports of other programs become returns by a mapping, cell by cell."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.collect.came import Came, Opened
from generator.collect.export import read_export, read_table
from generator.collect.form import forms_of
from generator.collect.mapping import drafted, numbered, read_map, understood_map
from generator.collect.opened import opened
from generator.collect.understood import understood
from generator.collect.written import written
from generator.limits import MOST_RETURNS
from tests.collect import exports
from tests.collect.asking import of_everything, real, small
from tests.collect.workbooks import told
from tests.draft.books import workbook
from tests.sites import EXAMPLE, ROOT


@pytest.mark.parametrize("program", [exports.kobo, exports.redcap, exports.microsoft])
def test_exported_they_are_the_returns_typed_by_hand(program: Any) -> None:
    """Byte for byte, by the mapping as it is drafted, without a change."""
    library = real()
    audit = library.audits[EXAMPLE]
    forms = forms_of(audit, library)
    sent = [(form, audit.returns[form.case][form.agency]) for form in forms]
    sent = [(form, held) for form, held in sent if form.case == "a" and held.status.can_be_said]
    data = program(forms, sent)
    back = read_export(data, "answers", exports.mapped(read_table(data).headings, forms))
    assert (back.faults, len(back.returns)) == ((), 9)
    for came, (form, held) in zip(back.returns, sent, strict=True):
        one = understood(came, library, str(held.received or ""))
        by_hand = ROOT / f"audits/{EXAMPLE}/returns/{form.case}/{form.agency}.yml"
        assert one.fields is not None
        assert written(one.fields, audit.tool).text == by_hand.read_text("utf-8")
        assert told(came) == []


def test_what_is_drafted_of_an_export_of_redcap() -> None:
    headings = [
        "record_id",
        "agency",
        "q_r1",
        "reason_r1",
        "q_r1 (2)",
        "R2. Was the plan shared?",
        "x",
    ]
    assert drafted(headings, "a.csv", small()) == (
        '# Which column of "a.csv" holds what. Read it before you use it.\n'
        "# A column is `agency`, `case`, `status`, `completed by`, `note`, a reference such as\n"
        "# `R1`, `R1 reason`, `R1 comment`, `good practice 1`, or `ignored`.\n"
        "audit: small\n"
        "columns:\n"
        "  record_id: ignored\n"
        "  agency: agency\n"
        "  q_r1: R1\n"
        "  reason_r1: R1 reason\n"
        '  "q_r1 (2)": ignored  # R1 is in another column\n'
        '  "R2. Was the plan shared?": R2\n'
        "  x: ignored\n"
        "codes:\n"
        "  UNK: don't know\n"
        "  ASKU: don't know\n"
        "  NI: don't know\n"
        "  NA: not applicable\n"
        "  NASK: blank\n"
    )


@pytest.mark.parametrize(
    ("headings", "keys"),
    [
        (["part_2/q_r1"], ["R1"]),
        (["part_2/q_r1/yes", "part_2/q_r1/no"], ["R1 = yes", "R1 = no"]),
        (["part_2/q_r1", "part_2/q_r1/yes"], ["R1", "ignored"]),
        (["q_r1___dont_know"], ["R1 = don't know"]),
        (["R1. What of R1? (choice=Partly)"], ["R1 = partly"]),
        (["r1.1:  our own wording"], ["R1.1"]),
        (["1.1. What of 1.1?", "1.1 reason. Why"], ["1.1", "1.1 reason"]),
        (["audit_return_complete", "_submission_time"], ["finished", "saved"]),
        (["Name", "R10. Another"], ["ignored", "ignored"]),
    ],
    ids=str,
)
def test_a_column_is_known_by_its_name_or_its_heading(headings: list[str], keys: list[str]) -> None:
    text = drafted(headings, "a.csv", of_everything())
    file, _ = read_map(text.encode(), "map.yml")
    assert list(file.held.columns.values()) == keys


# What stands in a cell.

HEAD = "agency,case,status,q_r1,comment_r1"


def one_row(row: str, head: str = HEAD) -> Came:
    back = read(f"{head}\n{row}\n")
    assert back.faults == ()
    return back.returns[0]


def read(text: str) -> Opened:
    head = read_table(text.encode()).headings
    codes = "codes: {NA: not applicable, UNK: don't know, NASK: blank}"
    with_codes = ("audit: small\n", f"audit: small\n{codes}\n")
    mapping = exports.mapped(head, small(), with_codes)
    return read_export(text.encode(), "a.csv", mapping)


def test_each_cell_has_its_field_and_its_place() -> None:
    came = one_row("police,a,complete,yes,=1+1")
    assert [(cell.at, cell.text, cell.where) for cell in came.cells] == [
        (("agency",), "police", "row 2, column “agency”"),
        (("case",), "a", "row 2, column “case”"),
        (("status",), "complete", "row 2, column “status”"),
        (("answers", "R1", "answer"), "yes", "row 2, column “q_r1”"),
        (("answers", "R1", "comment"), "=1+1", "row 2, column “comment_r1”"),
        (("audit",), "small", "row 2"),
    ]


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("yes", "yes"),
        ("Yes", "yes"),
        ("dont_know", "don't know"),
        ("Don't know", "don't know"),
        ("UNK", "don't know"),
        ("NA", "not applicable"),
        ("NASK", ""),
        ("", ""),
        ("  ", ""),
        ("mostly", "mostly"),
        ("unk", "unk"),
        ("-", "-"),
    ],
)
def test_dont_know_not_applicable_and_blank_stay_three_things(cell: str, answer: str) -> None:
    assert one_row(f"police,a,complete,{cell},x").text("answers", "R1", "answer") == answer


def test_a_code_in_place_of_a_comment_is_named_as_ignored() -> None:
    came = one_row("police,a,complete,NA,NA")
    assert came.text("answers", "R1", "comment") == ""
    assert told(came) == ["row 2, column “comment_r1”: NA is a code for what is missing"]


@pytest.mark.parametrize(
    ("head", "row", "said"),
    [
        (
            "agency,q_r1",
            "police,2031-06-04",
            "`2031-06-04` is a date: a spreadsheet made it of something else, such as 4-6",
        ),
        ("agency,case,q_r1", "police,a", "the row has 2 cells, and there are 3 headings"),
        ("agency,case", "police,a,b,c", "the row has 4 cells, and there are 2 headings"),
    ],
    ids=["date", "cut", "long"],
)
def test_what_is_wrong_with_a_row(head: str, row: str, said: str) -> None:
    came = one_row(row, head=head)
    assert [fault.message for fault in came.faults] == [said]


@pytest.mark.parametrize(
    ("cells", "answers"),
    [
        (["yes partly"], ["yes", "partly"]),
        (["Yes;Partly;"], ["yes", "partly"]),
        (["partly"], ["partly"]),
        (["Yes;Perhaps"], ["yes", "Perhaps"]),
        ([""], [""]),
    ],
    ids=str,
)
def test_several_answers_in_a_cell(cells: list[str], answers: list[str]) -> None:
    assert several("q_r1", cells) == answers


@pytest.mark.parametrize(
    ("cells", "answers"),
    [(["1", "0"], ["yes", ""]), (["Checked", "Unchecked"], ["yes", ""]), (["", "x"], ["", "no"])],
    ids=str,
)
def test_several_answers_in_a_column_each(cells: list[str], answers: list[str]) -> None:
    assert several("q_r1___yes,q_r1___no", cells) == answers


def several(head: str, cells: list[str]) -> list[str]:
    text = f"agency,{head}\nexample-police,{','.join(cells)}\n"
    headings = read_table(text.encode()).headings
    back = read_export(text.encode(), "a.csv", exports.mapped(headings, of_everything()))
    return [cell.text for cell in back.returns[0].cells if len(cell.at) == 4]


# What is told of the whole file.


def test_a_column_that_the_mapping_lacks_keeps_the_file_out() -> None:
    mapping = exports.mapped(["agency", "case", "q_r1"], small())
    back = read_export(b"agency,case,q_r2\npolice,a,yes\n", "a.csv", mapping)
    assert back.returns == ()
    assert [fault.message for fault in back.faults] == [
        "the column `q_r2` is not in map.yml",
        "there is no column `q_r1`, which map.yml names",
    ]


def test_what_the_mapping_ignores_is_named() -> None:
    back = read("agency,Name,Email\npolice,a,\nschool,b,\n")
    assert [(one.where, one.text, one.why) for one in back.ignored] == [
        ("column “Name”", "a and 1 more", "is a column that map.yml ignores")
    ]


def test_sheets_after_the_first_are_named_as_ignored() -> None:
    data = workbook({"Answers": [["agency"], ["police"]], "Notes": [["x"]]})
    back = read_export(data, "a.xlsx", exports.mapped(["agency"], small()))
    assert [(one.where, one.why) for one in back.ignored] == [
        ("sheet “Notes”", "is not the first sheet, which is the one that is read")
    ]
    assert back.returns[0].cells[0].where == "sheet “Answers”, cell A2"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04", "the file is damaged, or no spreadsheet"),
        (b"\x89PNG\0\0", "the file is no spreadsheet and no text: save it as .xlsx or .csv"),
        (b"agency\n" + b"police\n" * (MOST_RETURNS + 1), "the file has more than 500 rows"),
        (b"a,b\n" * 100_001, "the file has more than 200,000 cells"),
        (b"a," * 5_001, "the file has more than 5,000 columns"),
        (workbook({"T": []}), "the file has nothing in it"),
    ],
    ids=["damaged", "picture", "rows", "cells", "columns", "empty"],
)
def test_a_file_that_is_refused_says_why(data: bytes, said: str) -> None:
    back = read_export(data, "a.csv", exports.mapped(["agency"], small()))
    assert [fault.message for fault in back.faults] == [said]


def test_a_table_without_a_mapping_asks_for_one() -> None:
    (fault,) = opened(b"agency,case\npolice,a\n", "a.csv").faults
    assert (fault.message, fault.tip) == (
        "the file is a table, and no saved return",
        "Where it is an export, say by --map which column holds what.",
    )


# What can be wrong with a mapping.


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a: R9", ("a return holds no `R9`", 3, 6)),
        ("a: R1 reson", ("a return holds no `R1 reson`", 3, 6)),
        ("a: R1\n  b: R1", ("`R1` is held by the column `a` already", 4, 6)),
    ],
    ids=["unknown", "misspelt", "twice"],
)
def test_what_is_wrong_with_a_mapping(line: str, said: tuple[str, int, int]) -> None:
    file, faults = read_map(f"audit: small\ncolumns:\n  {line}\n".encode(), "map.yml")
    assert faults == ()
    _, (fault,) = understood_map(file, small())
    message = fault.message.partition(": ")[2]
    assert (message, fault.place.line, fault.place.column) == said


def test_a_mapping_without_columns_says_so() -> None:
    _, faults = read_map(b"audit: small\n", "map.yml")
    assert [fault.rule for fault in faults] == ["missing-key"]


@settings(max_examples=60)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), max_size=5))
def test_what_is_drafted_is_read_whatever_the_headings_are(headings: list[str]) -> None:
    names = numbered(headings) or ["agency"]
    file, faults = read_map(drafted(names, "a.csv", small()).encode(), "map.yml")
    assert (faults, list(file.held.columns)) == ((), names)
