"""Whatever a table looks like: no cell is lost, and what is drafted can be read."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from hypothesis import example, given
from hypothesis import strategies as st

from generator.draft.cell import is_unprinted
from generator.draft.rows import Draft, drafted
from generator.draft.sheet import Grid, read_sheet
from generator.draft.written import figures_text, file_text, taken_text
from generator.model.layout import AUDIT_FILES, kind_of
from generator.read.one_file import read_file
from generator.spreadsheet.place import address
from generator.spreadsheet.unreadable import UnreadableTableError
from tests.draft.asking import ASKED, OWN_YEARS

WORDS = (
    *("", "-", "Question", "Ref", "Yes", "No", "% Yes", "No (%)", "Yes n (%)", "%", "No.", "Total"),
    *("N/A", "Mean", "Good", "good or better", "Agree", "2018", "2019", "10", "9", "1.1", "1.2"),
    *("Was the child asked?", "Q3 How good was the work?", "Note: see page 4", "Is it so?", "S1"),
)
FIGURES = ("{}", "{} (55%)", "{} of 990", "{}%", "about {}", "{}.5", "0.{}", "{} [7]", "1,{}")
TABLE = st.lists(
    st.lists(st.sampled_from(WORDS) | st.sampled_from(FIGURES), min_size=1, max_size=6),
    min_size=1,
    max_size=8,
)


def grid_of(rows: list[list[str]]) -> Grid:
    out = io.StringIO()
    csv.writer(out, delimiter="\t").writerows([["Table 2", ""], *rows])
    return read_sheet(out.getvalue().encode())


def lost(grid: Grid, draft: Draft) -> Iterator[str]:
    """The cells that are neither in a row, nor kept, nor told of."""
    figures = figures_text(draft)
    rows = re.sub(r"# [A-Z]+[0-9]+ .*", "", figures).replace(".", "")
    told = " ".join(one.words for one in draft.taken)
    for cell in (cell for line in grid for cell in line if not is_unprinted(cell.text)):
        number = re.search(r"[1-9][0-9]*", cell.text.replace(",", ""))
        is_in_row = number is not None and number[0] in rows
        if not (
            f"# {address(cell.row, cell.column)} " in figures or cell.text in told or is_in_row
        ):
            yield f"{address(cell.row, cell.column)} {cell.text}"


@given(TABLE)
@example([["Question", "10", "9"], ["S1", "{}", "{}"], ["Is it so?", "10", "9"]])
def test_no_cell_is_lost(rows: list[list[str]]) -> None:
    numbers = iter(range(101, 990))
    grid = grid_of([[text.format(next(numbers)) for text in row] for row in rows])
    assert list(lost(grid, drafted(grid, ASKED, OWN_YEARS))) == []


@given(TABLE | st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=5), min_size=1))
def test_what_is_drafted_can_be_read(rows: list[list[str]]) -> None:
    try:
        draft = drafted(grid_of(rows), ASKED, OWN_YEARS)
    except UnreadableTableError:
        return
    kind = kind_of("published.yml", AUDIT_FILES)
    assert kind is not None
    text = file_text(figures_text(draft), "A table")
    _, faults = read_file("audits/small/published.yml", kind[0], text.encode())
    assert (faults, taken_text(draft).splitlines()[0].split()) == ([], ["what", "taken", "for"])
