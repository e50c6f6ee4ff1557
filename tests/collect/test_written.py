"""A return is written as a careful person types it, and read back to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.collect.written import Fields, fields_of, written
from generator.diagnostics.visible import unseen_in
from generator.model.layout import AUDIT_FILES, kind_of
from generator.model.returns import Return
from generator.read.one_file import read_file
from generator.read.tree import read_tree
from tests.sites import EXAMPLE, ROOT, SMALL

WHOLE = """\
# yaml-language-server: $schema=../../../../schema/return.schema.json
status: complete
received: 2031-02-20
completed_by: "Sergeant: children's team"
note: >-
  Two records were read: the old one and the new.
answers:
  R1: yes
  R2:
    answer: don't know
    reason: not recorded
    comment: >-
      It was asked about at the review, at the conference and at the meeting after that, and
      each time somebody said that somebody else would look it up.
judgements:
  JP:
    grade: good
    comment: |-
      First.

      - a list
        goes on
good_practice:
  - text: Rang the school.
    agency: school
"""
FIELDS: Fields = {
    ("good_practice", 0, "agency"): "school",
    ("good_practice", 0, "text"): "Rang the school.",
    ("judgements", "JP", "comment"): "First.\n\n- a list\n  goes on",
    ("judgements", "JP", "grade"): "good",
    ("answers", "R2", "comment"): "It was asked about at the review, at the conference and at the "
    "meeting after that, and each time somebody said that somebody else would look it up.",
    ("answers", "R2", "answer"): "don't know",
    ("answers", "R2", "reason"): "not recorded",
    ("answers", "R1", "answer"): "yes",
    ("note",): "Two records were read: the old one and the new.",
    ("completed_by",): "Sergeant: children's team",
    ("received",): "2031-02-20",
    ("status",): "complete",
}


def read(text: str) -> Return:
    """A return's file, as the tree reads it."""
    found = kind_of("returns/a/police.yml", AUDIT_FILES)
    assert found
    file, faults = read_file("audits/small/returns/a/police.yml", found[0], text.encode())
    assert faults == []
    assert isinstance(file.held, Return)
    return file.held


def test_a_whole_return() -> None:
    tool = read_tree(SMALL / "audits").library.audits["small"].tool
    assert written(FIELDS, tool).text == WHOLE


def test_every_line_knows_its_field() -> None:
    file = written({loc: FIELDS[loc] for loc in FIELDS if loc[0] in ("status", "answers")}, None)
    lines = [line.strip()[:12] for line in file.text.splitlines()]
    assert list(zip(lines, file.locs, strict=True))[1:] == [
        ("status: comp", ("status",)),
        ("answers:", ()),
        ("R2:", ("answers", "R2")),
        ("answer: don'", ("answers", "R2", "answer")),
        ("reason: not ", ("answers", "R2", "reason")),
        ("comment: >-", ("answers", "R2", "comment")),
        ("It was asked", ("answers", "R2", "comment")),
        ("each time so", ("answers", "R2", "comment")),
        ("R1: yes", ("answers", "R1", "answer")),
    ]


def test_every_return_of_the_example_is_written_as_it_was_typed() -> None:
    """All 55, byte for byte."""
    tree = read_tree(ROOT / "audits")
    tool = tree.library.audits[EXAMPLE].tool
    files = tree.of("return", EXAMPLE)
    differ = [
        file.document.path
        for file in files
        if written(fields_of(file.held), tool).text != file.document.text
    ]
    assert (differ, len(files)) == ([], 55)


@pytest.mark.parametrize(
    ("comment", "shown"),
    [
        ("Plain words.", "    comment: Plain words."),
        ("=1+1", "    comment: =1+1"),
        ("Łódź 😀 <b>", "    comment: Łódź 😀 <b>"),
        ("Two: one", "    comment: >-\n      Two: one"),
        ('"Not us", it says', '    comment: >-\n      "Not us", it says'),
        ("See # 3", "    comment: >-\n      See # 3"),
        ("true", "    comment: >-\n      true"),
        ("- a\n- b", "    comment: |-\n      - a\n      - b"),
        ("two  spaces", "    comment: two  spaces"),
        ("a\tb", "    comment: a\tb"),
        ("a\n\tb", "    comment: |-\n      a\n      \tb"),
        ("a\u2028b", '    comment: "a\u2028b"'),
    ],
)
def test_a_comment_is_written_in_the_plainest_way_that_is_read_back(
    comment: str, shown: str
) -> None:
    fields: Fields = {("answers", "R1", "answer"): "no", ("answers", "R1", "comment"): comment}
    assert written(fields, None).text.partition("answer: no\n")[2] == f"{shown}\n"


def test_a_comment_alone_says_that_its_answer_is_blank() -> None:
    fields: Fields = {("status",): "complete", ("answers", "R1", "comment"): "Hm."}
    assert written(fields, None).text.splitlines()[2:] == [
        "answers:",
        "  R1:",
        "    answer: blank",
        "    comment: Hm.",
    ]


TYPED = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"))
    | st.sampled_from("\n\t#:-'\"|>&*!%@`{}[],? ")
)


@settings(max_examples=300, deadline=None)
@given(TYPED)
def test_whatever_is_typed_is_read_back_to_the_letter(typed: str) -> None:
    text = typed.strip()
    if text and not any(unseen_in(text)):
        fields: Fields = {
            ("status",): "partial",
            ("note",): text,
            ("answers", "R1", "answer"): "yes",
            ("answers", "R1", "comment"): text,
        }
        assert fields_of(read(written(fields, None).text)) == fields
