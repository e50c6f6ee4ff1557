from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from generator.aggregate.collation import By, Row, collate
from generator.render.collation import (
    FORMATS,
    cells,
    to_csv,
    to_json,
    to_markdown,
    to_table,
    to_xlsx,
)
from tests.aggregate.audits import small

R1 = ("plan", "R1", "Plan came in time")
ROWS = (
    Row("", *R1, "yes", 33, 40, 83, in_base=True),
    Row("", *R1, "no", 7, 40, 18, in_base=True),
    Row("", *R1, "don't know", 2, 40, None, in_base=False),
    Row("", "plan", "R2", "Plan was shared", "yes", 3, 3, None, in_base=True),
)
BY_AGENCY = (
    Row("police", *R1, "yes", 1, 1, None, in_base=True),
    Row("school", *R1, "yes", 0, 0, None, in_base=True),
    Row("school", *R1, "blank", 1, 0, None, in_base=False),
)


def test_csv() -> None:
    assert to_csv(cells("small", By.QUESTION, ROWS)) == (
        """\
\ufeffaudit,section,ref,label,answer,count,base,percent,in_base,source,score
small,plan,R1,Plan came in time,yes,33,40,83,yes,returns,
small,plan,R1,Plan came in time,no,7,40,18,yes,returns,
small,plan,R1,Plan came in time,don't know,2,40,,no,returns,
small,plan,R2,Plan was shared,yes,3,3,,yes,returns,
"""
    )


@pytest.mark.parametrize("by", [By.AGENCY, By.CASE])
def test_csv_by_something_names_it_after_the_audit(by: By) -> None:
    assert to_csv(cells("small", by, BY_AGENCY)) == (
        f"""\
\ufeffaudit,{by.value},section,ref,label,answer,count,base,percent,in_base,source,score
small,police,plan,R1,Plan came in time,yes,1,1,,yes,returns,
small,school,plan,R1,Plan came in time,yes,0,0,,yes,returns,
small,school,plan,R1,Plan came in time,blank,1,0,,no,returns,
"""
    )


def test_csv_quotes_what_would_break_it_and_keeps_every_letter() -> None:
    label = 'Łódź: "late", or\tlater 🙂'
    row = Row("", "plan", "R1", label, "yes", 1, 1, None, in_base=True)
    text = to_csv(cells("small", By.QUESTION, (row,)))
    assert next(read_back(text))["label"] == label


def read_back(written: str) -> csv.DictReader[str]:
    return csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline=""))


FORMULAS = [
    *("=1+1", "+44", "-2", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")'),
    *(
        "\uff1d1+1",
        "\uff0b44",
        "\uff0d2",
        "\uff20SUM(A1)",
        " =1",
        "\u200b=1",
        "\u00a0@x",
        "\u22122",
    ),
]


@pytest.mark.parametrize(
    "text",
    ["4-6", "1-3", "MAR1", "Mar 1", "1 March", "3/4", "1.10", "0123", "1E5", "10:30", "5%",
     "(5)", "£5", "true", "2.1.2020", "5 Sep 2020"],
)  # fmt: skip
def test_csv_keeps_what_a_spreadsheet_would_take_for_something_else(text: str) -> None:
    row = Row("", *R1, text, 1, 1, None, in_base=True)
    written = to_csv(cells("small", By.QUESTION, (row,)))
    assert next(read_back(written))["answer"] == f"'{text}"


@pytest.mark.parametrize("text", ["yes", "don't know", "R1", "2a", "Marked", "may not", "4 to 6"])
def test_csv_leaves_words_alone(text: str) -> None:
    row = Row("", *R1, text, 1, 1, None, in_base=True)
    written = to_csv(cells("small", By.QUESTION, (row,)))
    assert next(read_back(written))["answer"] == text


def test_workbook_holds_numbers_as_numbers_and_texts_as_texts() -> None:
    row = Row("", "plan", "1.10", "=1+1", "4-6", 3, 4, None, in_base=True)
    made = to_xlsx(cells("small", By.QUESTION, (row,)))
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_index(0).to_python()
    assert sheet[1] == ["small", "plan", "1.10", "=1+1", "4-6", 3, 4, "", "yes", "returns", ""]


def test_workbook_is_the_same_twice() -> None:
    rows = cells("small", By.QUESTION, ROWS)
    assert to_xlsx(rows) == to_xlsx(rows)


@pytest.mark.parametrize("column", ["audit", "group", "section", "label", "answer"])
@pytest.mark.parametrize("text", FORMULAS)
def test_csv_defuses_formulas_in_every_column(text: str, column: str) -> None:
    of = {"group": "police", "section": "plan", "label": "Plan", "answer": "yes"}
    of |= {column: text} if column in of else {}
    audit = text if column == "audit" else "small"
    row = Row(ref="R1", count=1, base=1, percent=None, in_base=True, **of)  # type: ignore[arg-type]
    named = "agency" if column == "group" else column
    written = to_csv(cells(audit, By.AGENCY, (row,)))
    assert next(read_back(written))[named] == f"'{text}"


def test_json() -> None:
    assert json.loads(to_json(cells("small", By.AGENCY, BY_AGENCY))) == [
        {
            "audit": "small",
            "agency": agency,
            "section": "plan",
            "ref": "R1",
            "label": "Plan came in time",
            "answer": answer,
            "count": count,
            "base": base,
            "percent": None,
            "in_base": in_base,
            "source": "returns",
            "score": None,
        }
        for agency, answer, count, base, in_base in (
            ("police", "yes", 1, 1, "yes"),
            ("school", "yes", 0, 0, "yes"),
            ("school", "blank", 1, 0, "no"),
        )
    ]


def test_json_has_numbers_for_numbers() -> None:
    first = json.loads(to_json(cells("small", By.QUESTION, ROWS)))[0]
    assert (first["count"], first["base"], first["percent"]) == (33, 40, 83)


def test_scores_have_a_column_where_there_are_any() -> None:
    row = Row("", *R1, "mean", None, 24, None, in_base=True, score=Decimal("6.4"))
    assert to_markdown(cells("small", By.QUESTION, (row,))).splitlines()[0] == (
        "| audit | section | ref | label | answer | count | base | percent | in_base | source | "
        "score |"
    )


def test_markdown() -> None:
    assert to_markdown(cells("small", By.QUESTION, ROWS[1:3])) == (
        """\
| audit | section | ref | label | answer | count | base | percent | in_base | source |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| small | plan | R1 | Plan came in time | no | 7 | 40 | 18 | yes | returns |
| small | plan | R1 | Plan came in time | don't know | 2 | 40 |  | no | returns |
"""
    )


@pytest.mark.parametrize(
    ("label", "cell"),
    [
        ("a | b", "a &#124; b"),
        (r"a \| b", "a &#92;&#124; b"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[go](javascript:alert(1))", "&#91;go&#93;(javascript:alert(1))"),
        ("*so* _so_ `so`", "&#42;so&#42; &#95;so&#95; &#96;so&#96;"),
        ("{{ so }} &lt;", "&#123;&#123; so &#125;&#125; &amp;lt;"),
    ],
)
def test_markdown_shows_every_text_as_it_was_typed(label: str, cell: str) -> None:
    row = Row("", "plan", "R1", label, "yes", 1, 1, None, in_base=True)
    line = to_markdown(cells("small", By.QUESTION, (row,))).splitlines()[2]
    assert line == f"| small | plan | R1 | {cell} | yes | 1 | 1 |  | yes | returns |"


def test_table_says_once_what_stays_the_same() -> None:
    assert to_table(cells("small", By.QUESTION, ROWS)) == (
        """\
section  ref  label              answer      count  base  percent  in_base  source
-------  ---  -----------------  ----------  -----  ----  -------  -------  -------
plan     R1   Plan came in time  yes            33    40       83  yes      returns
                                 no              7    40       18  yes      returns
                                 don't know      2    40           no       returns
plan     R2   Plan was shared    yes             3     3           yes      returns
"""
    )


def test_table_by_agency_names_each_agency_where_its_rows_start() -> None:
    assert to_table(cells("small", By.AGENCY, BY_AGENCY)) == (
        """\
agency  section  ref  label              answer  count  base  percent  in_base  source
------  -------  ---  -----------------  ------  -----  ----  -------  -------  -------
police  plan     R1   Plan came in time  yes         1     1           yes      returns
school  plan     R1   Plan came in time  yes         0     0           yes      returns
                                         blank       1     0           no       returns
"""
    )


@pytest.mark.parametrize("name", ["csv", "table", "markdown"])
def test_nothing_is_written_where_nobody_answered(name: str) -> None:
    assert FORMATS[name]([]) == ""


def test_json_is_a_list_where_nobody_answered() -> None:
    assert to_json([]) == "[]\n"


@pytest.mark.parametrize("name", ["table", "csv", "json", "markdown"])
@pytest.mark.parametrize("by", [By.QUESTION, By.AGENCY, By.CASE])
def test_every_format_ends_with_one_line_break(name: str, by: By) -> None:
    rows = collate(small().audits["small"], small(), by)
    text = str(FORMATS[name](cells("small", by, rows)))
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
