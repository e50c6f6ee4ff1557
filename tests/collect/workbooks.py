"""Workbooks as agencies fill them in: typed by another library than the one that wrote them."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from openpyxl import load_workbook  # type: ignore[import-untyped]

from generator.collect.came import Came, Opened
from generator.collect.excel import COLUMNS, to_workbook
from generator.collect.fields import STATUS_WORDS
from generator.collect.filled import read_workbook
from generator.collect.form import Form
from generator.model.library import Library
from generator.model.registers import Scale
from generator.model.returns import NonAnswer, Return

LETTER = dict(zip(COLUMNS, "ABCDEFG", strict=True))
"""The column in which each thing stands."""

Typed = Mapping[tuple[str, str], str]
"""What is typed: by the row's key and the column's name."""


def typed(returned: Return, form: Form, library: Library) -> dict[tuple[str, str], str]:
    """What somebody types to say what a return says."""
    cells = {
        ("status", "answer"): STATUS_WORDS.get(returned.status, ""),
        ("completed by", "comment"): returned.completed_by,
        ("note", "comment"): returned.note,
    }
    scales = {one.asked.ref: one.scale for one in form.questions}
    scales |= {one.asked.ref: one.scale for one in form.judgements}
    for ref, given in returned.answers.items():
        word = "" if given.answer == NonAnswer.BLANK else given.answer
        cells[ref, "answer"] = _shown(scales[ref], word)
        cells[ref, "reason"] = given.reason and given.reason.value.capitalize()
        cells[ref, "comment"] = given.comment
    for ref, judged in returned.judgements.items():
        cells[ref, "answer"] = scales[ref].shown(judged.grade)
        cells[ref, "comment"] = judged.comment
    for at, good in enumerate(returned.good_practice, 1):
        cells[f"good practice {at}", "comment"] = good.text
        name = good.agency and library.agencies[good.agency].name
        cells[f"good practice {at}", "answer"] = name
    return {place: text for place, text in cells.items() if text}


def _shown(scale: Scale, word: str) -> str:
    return scale.shown(word) if word in scale.choices else word.capitalize()


def filled(forms: Sequence[Form], sheets: Mapping[str, Typed], last: Any = None) -> bytes:
    """The workbook of these forms with what is typed on the sheet of each case.

    `last` may do something to the workbook before it is saved.
    """
    book = load_workbook(io.BytesIO(to_workbook(forms)))
    names = {form.case: form.case_name for form in forms}
    for case, cells in sheets.items():
        sheet = book[names[case]]
        for (key, column), text in cells.items():
            cell = sheet[f"{LETTER[column]}{row_of(sheet, key)}"]
            cell.value, cell.data_type = text, "s"  # the cells are of text: `=1+1` is no formula
    if last:
        last(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def row_of(sheet: Any, key: str) -> int:
    """The row of a sheet that has this key, counted from 1."""
    (row,) = (cell.row for cell in sheet[LETTER["key"]] if cell.value == key)
    return int(row)


def opened(forms: Sequence[Form], typed: Typed, last: Callable[[Any], object]) -> Opened:
    """What comes back of a workbook with this typed on the first case's sheet, and then changed."""
    return read_workbook(filled(forms, {forms[0].case: typed}, last), "police.xlsx")


def told(came: Came) -> list[str]:
    """What is said of a return, a line each."""
    return [f"{one.place.where}: {one.message}" for one in came.faults] + [
        f"{one.where}: {one.text} {one.why}" for one in came.ignored
    ]
