"""A workbook that was opened and saved by another program says what it said before."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.collect.filled import read_workbook
from tests import office
from tests.collect.asking import of_everything
from tests.collect.workbooks import filled, told

TYPED = {
    ("status", "answer"): "Yes, and this is our whole return",
    ("completed by", "comment"): "Named nurse, Larkspurr team",
    ("1.1", "answer"): "Yes",
    ("1.1", "comment"): "“Quotes” and 'quotes' 😀 Łódź\nA new line\n\nand <b>&amp;</b> - 1,5",
    ("11", "answer"): "10",
    ("11", "comment"): "=1+1 is no sum, and 4-6 no date",
    ("R1 = yes", "answer"): "Yes",
    ("r1", "answer"): "4-6",
    ("x", "answer"): "Don't know",
    ("x", "reason"): "Not recorded",
    ("J1", "answer"): "Sound",
    ("good practice 2", "comment"): "The school rang every day.",
}


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_saved_by_libreoffice_it_says_the_same(ending: str, tmp_path: Path) -> None:
    if why := office.missing():
        pytest.skip(why)
    data = filled([form for form in of_everything() if form.case == "b"][:1], {"b": TYPED})
    before = read_workbook(data, "book")
    after = read_workbook(office.saved_as(data, ending, tmp_path), "book")
    assert before.returns[0].text("answers", "11", "comment") == TYPED["11", "comment"]
    assert told(after.returns[0]) == []
    assert after == before
