"""Whatever somebody types anywhere, it is in a return, in a diagnostic, or named as ignored."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.collect.came import Opened
from generator.collect.excel import to_workbook
from generator.collect.export import read_export
from generator.collect.filled import returns_in
from generator.spreadsheet.book import Sheet, read_sheets
from tests.collect import exports
from tests.collect.asking import of_everything

HEAD = ("agency", "case", "q_1_1", "comment_1_1", "q_r1", "q_r1___yes", "Name")


@cache
def sheets() -> tuple[Sheet, ...]:
    forms = of_everything()
    return read_sheets(to_workbook([form for form in forms if form.agency == forms[0].agency]))


def says(opened: Opened, text: str) -> bool:
    """Whether what was opened has a text in it, somewhere."""
    told = [one.text for one in opened.ignored] + [one.message for one in opened.faults]
    for came in opened.returns:
        told += [cell.text for cell in came.cells] + [one.text for one in came.ignored]
        told += [one.message for one in came.faults]
    return any(text in one for one in told)


@settings(max_examples=200)
@given(st.data())
def test_a_text_typed_into_a_workbook(data: st.DataObject) -> None:
    number = data.draw(st.sampled_from([0, 1, 2]))
    sheet = sheets()[number]
    row = data.draw(st.integers(0, len(sheet.rows) + 1))
    # In a case's hidden row it keeps the whole sheet out, which another test shows.
    column = data.draw(st.sampled_from([2, 7, 8] if row == 0 and number else range(9)))
    text = data.draw(st.sampled_from(["typed", "2031-06-04", "#NAME?", "typed\n=1+1"]))
    rows = [list(cells) + [""] * (9 - len(cells)) for cells in sheet.rows]
    rows += [[""] * 9, [""] * 9]
    rows[row][column] = text
    changed = replace(sheet, rows=tuple(map(tuple, rows)))
    whole = [changed if one is sheet else one for one in sheets()]
    assert says(returns_in(whole, "police.xlsx"), text)


@settings(max_examples=100)
@given(
    st.lists(st.sampled_from(["", "typed", "1", "UNK", "2031-06-04", "yes no"]), min_size=7),
    st.integers(0, 6),
)
def test_a_text_in_an_export(cells: list[str], at: int) -> None:
    cells = [*cells[:at], "typed; more", *cells[at + 1 :]][:9]
    text = f"{','.join(HEAD)}\n{','.join(cells)}\n"
    back = read_export(text.encode(), "a.csv", exports.mapped(HEAD, of_everything()))
    assert says(back, "typed")
