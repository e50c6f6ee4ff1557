"""Files with tables, as they come: encodings, separators, spreadsheets, and what is no table."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.draft.sheet import read_sheet
from generator.limits import MOST_TABLE_BYTES, MOST_TABLE_CELLS, MOST_UNPACKED_BYTES
from generator.spreadsheet.unreadable import UnreadableTableError
from tests.draft.books import Value, workbook

TEXT = "Question,Yes \u2013 now,%\nWas it “good”?,12,60\n"


def texts(data: bytes, sheet: str | None = None) -> list[list[str]]:
    return [[cell.text for cell in line] for line in read_sheet(data, sheet)]


def why(data: bytes, sheet: str | None = None) -> str:
    with pytest.raises(UnreadableTableError) as refused:
        read_sheet(data, sheet)
    return str(refused.value)


# Text.


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_encodings(encoding: str) -> None:
    assert texts(TEXT.encode(encoding)) == [
        ["Question", "Yes \u2013 now", "%"],
        ["Was it “good”?", "12", "60"],
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_signs_between_cells(sign: str) -> None:
    rows = [["Was it asked, and when?", "1,204"], ["Is it so; or not?", "5"]]
    text = "\r\n".join(sign.join(f'"{cell}"' for cell in row) for row in rows)
    assert texts(text.encode()) == rows


def test_commas_in_words_separate_no_cells_where_semicolons_do() -> None:
    assert texts(b"Was it asked, and when?;12\nWas it, really?;5\n") == [
        ["Was it asked, and when?", "12"],
        ["Was it, really?", "5"],
    ]


def test_cells_are_one_line_and_rows_equally_long() -> None:
    assert texts(b'a,"Yes\n (%)",c\nd\n') == [["a", "Yes (%)", "c"], ["d", "", ""]]


# Spreadsheets.


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (12, "12"),
        (1.1, "1.1"),
        (0.55, "0.55"),
        ((0.55, "0%"), "55%"),
        ((0.5454545, "0%"), "55%"),
        ((0.545, "0.0%"), "54.5%"),
        ((0.005, "0%"), "1%"),
        ((1, "0%"), "100%"),
        ((12, "0.00"), "12"),
        ("<5", "<5"),
        (True, "TRUE"),
        ("=1/0", "#DIV/0!"),
    ],
    ids=str,
)
def test_values_as_a_sheet_shows_them(value: Value, shown: str) -> None:
    assert texts(workbook({"T": [["a", value]]})) == [["a", shown]]


def test_cells_keep_their_places() -> None:
    grid = read_sheet(workbook({"T": [[], [None, "a"]]}))
    assert [(cell.row, cell.column) for line in grid for cell in line if cell.text] == [(1, 1)]


def test_a_sheet_is_named_where_there_are_several() -> None:
    book = workbook({"One": [["a"]], "Two": [["b"]], "Empty": []})
    assert why(book) == "has several sheets: `One`, `Two`; name one by --sheet"
    assert why(book, "Three") == "has no such sheet: `One`, `Two`, `Empty`; name one by --sheet"
    assert texts(book, "Two") == [["b"]]


def test_an_open_document_is_read() -> None:
    """No percentages here: the reader gives 0.55 for 55%, which is then not understood."""
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{space}:office:1.0" '
        f'xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0"><office:body>'
        '<office:spreadsheet><table:table table:name="T"><table:table-row>'
        '<table:table-cell office:value-type="string"><text:p>Yes</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" office:value="12"/>'
        "</table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    manifest = '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    parts = {"mimetype": mime, "content.xml": content, "META-INF/manifest.xml": manifest}
    assert texts(zipped({name: text.encode() for name, text in parts.items()})) == [["Yes", "12"]]


# What is refused.


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


BOOK = workbook({"T": [["Question", "Yes"], ["1.1", 12]]})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is no spreadsheet and no text: save it as .xlsx or .csv"),
        (b"%PDF-1.7\x01\x02", "is no spreadsheet and no text: save it as .xlsx or .csv"),
        (b"\xff\xfea", "is no spreadsheet and no text: save it as .xlsx or .csv"),
        (b"PK\x03\x04 no more", "is damaged, or no spreadsheet"),
        (BOOK[: len(BOOK) // 2], "is damaged, or no spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is damaged, or no spreadsheet"),
        (zipped({"a.txt": b"a"}), "is damaged, or no spreadsheet"),
        (workbook({"T": []}), "has nothing in it"),
        (b"a" * (MOST_TABLE_BYTES + 1), "has more than 10 megabytes"),
        (b"a,b\n" * (MOST_TABLE_CELLS // 2 + 1), "has more than 20,000 cells"),
        (b"a," + b"b" * 200_000, "has a cell longer than a page"),
        (
            zipped({"xl/workbook.xml": bytes(MOST_UNPACKED_BYTES + 1)}),
            "unpacks to more than 100 megabytes",
        ),
    ],
    # Not the bytes themselves: an archive holds the time, and each process would have its own.
    ids=range(14),
)
def test_what_is_no_table_says_so(data: bytes, reason: str) -> None:
    assert why(data) == reason


def test_cells_that_lie_far_apart_end_the_reading_and_not_the_program() -> None:
    far = workbook({"T": [["a"]]})
    parts = {}
    with zipfile.ZipFile(io.BytesIO(far)) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(
        b"</sheetData>",
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    )
    reason = "takes too much memory to read: copy the table alone to a new spreadsheet"
    assert why(zipped(parts)) == reason


def test_text_has_no_sheets() -> None:
    assert why(b"a,b\n", "T") == "is text, and has no sheets: leave out --sheet"


@settings(max_examples=25)
@given(st.integers(0, len(BOOK) - 1), st.binary(min_size=1, max_size=40))
def test_a_damaged_spreadsheet_is_read_or_refused(at: int, noise: bytes) -> None:
    with suppress(UnreadableTableError):
        read_sheet(BOOK[:at] + noise + BOOK[at + len(noise) :])
