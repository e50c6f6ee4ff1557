"""The form as a workbook goes out, is filled in, and says on its return what was typed."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]

from generator.collect.came import Cell
from generator.collect.excel import to_workbook
from generator.collect.filled import read_workbook
from generator.collect.form import Form, forms_of
from generator.collect.understood import understood
from generator.collect.written import written
from generator.limits import MOST_UNPACKED_BYTES
from generator.model.library import Library
from generator.read.tree import read_tree
from tests.collect.workbooks import LETTER, filled, opened, row_of, told, typed
from tests.draft.books import workbook
from tests.sites import EXAMPLE, ROOT, SMALL


@pytest.fixture(scope="module")
def library() -> Library:
    return read_tree(ROOT / "audits").library


@pytest.fixture(scope="module")
def small() -> list[Form]:
    """The forms of the small tree's first agency."""
    library = read_tree(SMALL / "audits").library
    forms = forms_of(library.audits["small"], library)
    return [form for form in forms if form.agency == forms[0].agency]


def of_example(library: Library) -> dict[str, list[Form]]:
    by_agency: dict[str, list[Form]] = {}
    for form in forms_of(library.audits[EXAMPLE], library):
        by_agency.setdefault(form.agency, []).append(form)
    return by_agency


def test_the_same_bytes_twice(small: list[Form]) -> None:
    assert to_workbook(small) == to_workbook(small)


def test_a_sheet_a_case_after_the_guidance_and_one_hidden(library: Library) -> None:
    book = load_workbook(io.BytesIO(to_workbook(of_example(library)["example-probation"])))
    shown = [(sheet.title, sheet.sheet_state) for sheet in book]
    assert shown == [
        ("Read this first", "visible"),
        ("Case B", "visible"),
        ("Case D", "visible"),
        ("Case F", "visible"),
        ("form", "hidden"),
    ]


def test_nothing_in_it_runs(small: list[Form]) -> None:
    with zipfile.ZipFile(io.BytesIO(to_workbook(small))) as parts:
        names = parts.namelist()
        formulas = parts.read("xl/worksheets/sheet2.xml").count(b"<f>")
    assert not [name for name in names if "vba" in name or "external" in name]
    assert formulas == 1  # how many questions are answered


def test_what_is_no_answer_is_locked(small: list[Form]) -> None:
    sheet = load_workbook(io.BytesIO(to_workbook(small)))["Case A"]
    open_cells = [
        (sheet[f"{LETTER['key']}{cell.row}"].value, sheet.cell(1, cell.column).value)
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    ]
    assert sheet.protection.sheet
    assert open_cells[:9] == [
        ("status", "answer"),
        ("completed by", "comment"),
        ("note", "comment"),
        ("R1", "answer"),
        ("R1", "reason"),
        ("R1", "comment"),
        ("R2", "answer"),
        ("R2", "reason"),
        ("R2", "comment"),
    ]
    assert open_cells[9:] == [
        ("JP", "answer"),
        ("JP", "comment"),
        *[(f"good practice {at}", name) for at in range(1, 7) for name in ("answer", "comment")],
    ]


def test_answers_are_chosen_from_the_scale(small: list[Form]) -> None:
    book = load_workbook(io.BytesIO(to_workbook(small)))
    sheet = book["Case A"]
    cell = f"{LETTER['answer']}{row_of(sheet, 'R1')}"
    (list_,) = (one for one in sheet.data_validations.dataValidation if cell in one.sqref)
    name, _, cells = list_.formula1.partition("!")
    assert list_.type == "list"
    assert [cell.value for (cell,) in book[name][cells.replace("$", "")]] == [
        "Yes",
        "No",
        "Don't know",
        "Not applicable",
    ]


def test_filled_in_and_sent_back_they_are_the_returns_typed_by_hand(library: Library) -> None:
    """Byte for byte, but for one that names a question to say that it is blank."""
    audit, differing, same = library.audits[EXAMPLE], [], 0
    for agency in ("example-gp", "example-charity"):
        forms = of_example(library)[agency]
        held = {form.case: audit.returns[form.case][agency] for form in forms}
        sheets = {
            form.case: typed(held[form.case], form, library)
            for form in forms
            if held[form.case].status.can_be_said
        }
        back = read_workbook(filled(forms, sheets), f"{agency}.xlsx")
        assert (back.faults, back.ignored) == ((), ())
        for came in back.returns:
            case = came.text("case")
            by_hand = (ROOT / f"audits/{EXAMPLE}/returns/{case}/{agency}.yml").read_text("utf-8")
            one = understood(came, library, str(held[case].received or ""))
            if case not in sheets:
                assert one.fields is None
            elif one.fields is None or written(one.fields, audit.tool).text != by_hand:
                differing.append(f"{case}/{agency}")
            else:
                same += 1
            assert told(came) == []
    assert differing == ["e/example-charity"]
    assert same == 10


# What can be wrong with what comes back.

ANSWERED = {("status", "answer"): "Yes, and this is our whole return", ("R1", "answer"): "Yes"}


def test_each_cell_says_where_its_sender_sees_it(small: list[Form]) -> None:
    def rename(book: Any) -> None:
        book["Case A"].title = "Our Łódź case"

    (came, *_) = opened(small, {**ANSWERED, ("R1", "comment"): "=1+1"}, rename).returns
    cells = [(cell.at, cell.text, cell.where) for cell in came.cells if cell.text]
    assert cells == [
        (("audit",), "small", "sheet “Our Łódź case”, hidden row, audit"),
        (("tool",), small[0].fingerprint, "sheet “Our Łódź case”, hidden row, tool"),
        (("agency",), "police", "sheet “Our Łódź case”, hidden row, agency"),
        (("case",), "a", "sheet “Our Łódź case”"),
        *[
            (("asked", ref), hash_, "sheet “Our Łódź case”, hidden sheet")
            for ref, hash_ in small[0].fingerprints.items()
        ],
        (("status",), "complete", "sheet “Our Łódź case”, cell D8"),
        (("answers", "R1", "answer"), "Yes", "sheet “Our Łódź case”, cell D12"),
        (("answers", "R1", "comment"), "=1+1", "sheet “Our Łódź case”, cell F12"),
    ]


def change(column: str, key: str, value: Any) -> Any:
    """What puts something into a cell of the first case's sheet."""

    def last(book: Any) -> None:
        sheet = book["Case A"]
        sheet[f"{LETTER[column]}{row_of(sheet, key)}"] = value

    return last


def merge(cells: str) -> Any:
    return lambda book: book["Case A"].merge_cells(cells)


def without_row(key: str) -> Any:
    def last(book: Any) -> None:
        sheet = book["Case A"]
        sheet.delete_rows(row_of(sheet, key))

    return last


def row_twice(book: Any) -> None:
    sheet = book["Case A"]
    sheet[f"{LETTER['key']}{row_of(sheet, 'R2')}"] = "R1"


def text_beside(book: Any) -> None:
    sheet = book["Case A"]
    sheet["J12"] = "see the file"
    sheet["B12"] = "Did a plan come at all?"
    sheet["E8"] = "Yes"


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (
            change("answer", "R2", date(2031, 6, 4)),
            [
                "sheet “Case A”, cell D13: `2031-06-04` is a date: the spreadsheet made it of "
                "something else, such as 4-6"
            ],
        ),
        (
            change("answer", "R2", "=A1"),
            [
                "sheet “Case A”, cell D13: a formula stands here, and the file does not say what "
                "it comes to"
            ],
        ),
        (
            change("comment", "R2", "#NAME?"),
            [
                "sheet “Case A”, cell F13: the cell shows the error `#NAME?` in place of what was "
                "typed"
            ],
        ),
        (
            merge("D12:D13"),
            [
                "sheet “Case A”, cell D12: the cells D12 to D13 are merged, with `Yes` in them",
            ],
        ),
        (
            without_row("R2"),
            ["sheet “Case A”: the row of `R2` is gone from the sheet, so that it was not asked"],
        ),
        (
            row_twice,
            [
                "sheet “Case A”: the row of `R2` is gone from the sheet, so that it was not asked",
                "sheet “Case A”: `R1` is asked in the rows 12 and 13, and only one can count",
            ],
        ),
        (
            text_beside,
            [
                "sheet “Case A”, cell E8: Yes stands where the form asks nothing",
                "sheet “Case A”, cell B12: Did a plan come at all? stands where the form asks "
                "nothing",
                "sheet “Case A”, cell J12: see the file stands where the form asks nothing",
            ],
        ),
    ],
    ids=["date", "formula", "error", "merged", "row-lost", "row-twice", "beside"],
)
def test_what_is_wrong_with_a_sheet(small: list[Form], last: Any, said: list[str]) -> None:
    assert told(opened(small, ANSWERED, last).returns[0]) == said


def test_rows_that_were_moved_are_read_all_the_same(small: list[Form]) -> None:
    def last(book: Any) -> None:
        book["Case A"].insert_rows(8, 3)

    came = opened(small, ANSWERED, last).returns[0]
    assert told(came) == []
    assert came.cell("answers", "R1", "answer") == Cell(
        ("answers", "R1", "answer"), "Yes", "sheet “Case A”, cell D15"
    )


def test_a_number_and_text_over_a_list_come_as_they_are(small: list[Form]) -> None:
    came = opened(small, {("R1", "answer"): "yes, mostly"}, change("answer", "R2", 6.0)).returns[0]
    texts = [came.text("answers", ref, "answer") for ref in ("R1", "R2")]
    assert (told(came), texts) == ([], ["yes, mostly", "6"])


def test_a_copied_sheet_keeps_both_out(small: list[Form]) -> None:
    back = opened(small, ANSWERED, lambda book: book.copy_worksheet(book["Case A"]))
    assert [came.text("case") for came in back.returns] == [form.case for form in small[1:]]
    assert [(one.place.where, one.message) for one in back.faults] == [
        ("sheet “Case A Copy”", "“Case A” and “Case A Copy” are all for case `a`")
    ]


def test_a_deleted_sheet_is_told(small: list[Form]) -> None:
    back = opened(small, ANSWERED, lambda book: book.remove(book["Case A"]))
    assert [one.message for one in back.faults] == [
        "the sheet “Case A” is gone, and with it the return on case `a`"
    ]


def test_notes_on_other_sheets_are_named_as_ignored(small: list[Form]) -> None:
    def last(book: Any) -> None:
        book.create_sheet("Ours")["B2"] = "Ring the school"
        book["Read this first"]["C3"] = "Done?"

    back = opened(small, ANSWERED, last)
    assert [(one.where, one.text, one.why) for one in back.ignored] == [
        ("sheet “Read this first”, cell C3", "Done?", "stands on a sheet of no case"),
        ("sheet “Ours”, cell B2", "Ring the school", "stands on a sheet of no case"),
    ]


def unhidden(book: Any) -> None:
    book["Case A"]["G1"] = None


def test_a_sheet_without_its_hidden_row_is_not_read(small: list[Form]) -> None:
    came = opened(small, ANSWERED, unhidden).returns[0]
    assert told(came) == [
        "sheet “Case A”, cell A1: the hidden row that says what stands where lacks key"
    ]


def of_parts(change: Any) -> Any:
    """What changes the parts of a workbook's archive, by their names."""

    def changed(data: bytes) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            held = {name: parts.read(name) for name in parts.namelist()}
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as parts:
            for name, part in change(held).items():
                parts.writestr(name, part)
        return out.getvalue()

    return changed


def with_entities(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Entities that become many times as long as they are written."""
    letters = [f'<!ENTITY a0 "{"a" * 100}">']
    letters += [f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 9)]
    doctype = f"<!DOCTYPE sst [{''.join(letters)}]>".encode()
    strings = parts["xl/sharedStrings.xml"]
    end = strings.index(b"?>") + 2
    strings = strings[:end] + doctype + strings[end:].replace(b"A small tool", b"&a8;")
    return parts | {"xl/sharedStrings.xml": strings}


def with_bomb(parts: dict[str, bytes]) -> dict[str, bytes]:
    return parts | {"xl/media/image1.png": bytes(MOST_UNPACKED_BYTES)}


def with_far_cell(parts: dict[str, bytes]) -> dict[str, bytes]:
    far = b'<row r="900000"><c r="XFD900000"><v>1</v></c></row></sheetData>'
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"</sheetData>", far)
    return parts | {"xl/worksheets/sheet1.xml": sheet}


NONE_OF_OURS = "the workbook is none of our forms, or the hidden sheet that says which is gone"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (lambda data: data[: len(data) // 2], "the file is damaged, or no spreadsheet"),
        (lambda data: b"PK\x03\x04" + data[9:], "the file is damaged, or no spreadsheet"),
        (lambda _: workbook({"T": [["Question", "Yes"]]}), NONE_OF_OURS),
        (
            lambda _: workbook({"T": [["format", "audit-return 9"]]}),
            "the form is of the format `audit-return 9`, and this reads `audit-return 1`",
        ),
        (of_parts(with_bomb), "the file unpacks to more than 100 megabytes"),
        (
            of_parts(with_far_cell),
            "the file takes too much memory to read: copy the table alone to a new spreadsheet",
        ),
        (of_parts(with_entities), "the file is damaged, or no spreadsheet"),
    ],
    ids=["cut", "damaged", "other", "old", "bomb", "far", "entities"],
)
def test_a_file_that_is_refused_says_why(small: list[Form], changed: Any, said: str) -> None:
    back = read_workbook(changed(to_workbook(small)), "police.xlsx")
    assert [one.message for one in back.faults] == [said]
    assert back.returns == ()
