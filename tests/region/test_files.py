from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.aggregate.tidy import Asked, TidyRow
from generator.model.edition import Edition
from generator.region.columns import COLUMNS, KEY
from generator.region.engine import engine
from generator.region.export import export
from generator.region.files import FORMATS
from generator.region.given import take
from tests.aggregate.audits import real, small
from tests.region.trees import table
from tests.render.test_collation import FORMULAS

A_ROW = next(table(small()))


def read_back(rows: Iterable[TidyRow], folder: Path, format_: str) -> list[TidyRow]:
    """The rows as a roll-up reads them once they are exported."""
    file = export(rows, folder / "out", format_, Edition.INTRANET)
    with engine() as (made, scratch):
        assert take(made, scratch, [file]) == ()
        read = made.execute("select * exclude (file) from given").fetchall()
    names = [column.name for column in COLUMNS]
    return [TidyRow.model_validate(dict(zip(names, row, strict=True))) for row in read]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("edition", Edition)
def test_nothing_is_lost_on_the_way(format_: str, edition: Edition, tmp_path: Path) -> None:
    rows = [row for row in table(real(), edition) if not row.made_up]
    assert read_back(rows, tmp_path, format_) == rows


@pytest.mark.parametrize("format_", FORMATS)
def test_two_exports_are_the_same_bytes(format_: str, tmp_path: Path) -> None:
    one, other = tmp_path / f"one.{format_}", tmp_path / f"other.{format_}"
    for file in (one, other):
        FORMATS[format_](table(real()), file)
    assert one.read_bytes() == other.read_bytes()


TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), min_size=1, max_size=20),
    st.sampled_from([*FORMULAS, "'", "''=1", "'tis", '"', '",\n"', "4-6", "true", "a\r\nb"]),
)
"""No text of a table holds a line break of an old Macintosh: a label and an answer are one line."""


@pytest.mark.parametrize("format_", FORMATS)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=40))
def test_every_text_comes_back_as_it_was(
    format_: str, texts: list[tuple[str, str]], tmp_path: Path
) -> None:
    rows = [
        A_ROW.model_copy(update={"label": label, "answer": answer, "question": f"R{number}"})
        for number, (label, answer) in enumerate(texts)
    ]
    assert read_back(rows, tmp_path, format_) == rows


@pytest.mark.parametrize("column", ["partnership", "audit", "theme", "label", "answer", "instead"])
def test_csv_defuses_formulas_in_every_column(column: str, tmp_path: Path) -> None:
    rows = [A_ROW.model_copy(update={column: text}) for text in FORMULAS]
    FORMATS["csv"](rows, tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row[column] for row in csv.DictReader(file)] == [f"'{text}" for text in FORMULAS]


def test_csv_as_it_stands(tmp_path: Path) -> None:
    row = A_ROW.model_copy(update={"label": 'Late, "again"', "answer": "4-6", "percent": None})
    FORMATS["csv"]([row], tmp_path / "a.csv")
    assert (tmp_path / "a.csv").read_text("utf-8") == (
        "\ufeffpartnership,audit,year,theme,asked,question,label,same_as,reworded,scale,"
        "scale_values,agency_kind,measure,answer,favourable,in_base,count,fewest,most,rounded,"
        "instead,base,percent,score,unit,source,edition,made_up\n"
        'smallshire,printed,,planning,question,R1,"Late, ""again""",printed/R1,no,yes-no,'
        '"[""yes"", ""no""]",,answer,\'4-6,yes,yes,23,23,23,no,,28,,,returns,printed,intranet,no\n'
    )


def test_json_as_it_stands(tmp_path: Path) -> None:
    FORMATS["json"]([A_ROW, A_ROW], tmp_path / "a.json")
    text = (tmp_path / "a.json").read_text("utf-8")
    first = json.loads(text)[0]
    assert (len(text.splitlines()), list(first)) == (4, [column.name for column in COLUMNS])
    assert (first["count"], first["percent"], first["year"], first["in_base"]) == (
        23,
        82,
        None,
        True,
    )


def test_parquet_has_the_types_of_its_columns(tmp_path: Path) -> None:
    FORMATS["parquet"]([A_ROW], tmp_path / "a.parquet")
    read = duckdb.read_parquet(str(tmp_path / "a.parquet"))
    assert dict(zip(read.columns, map(str, read.types), strict=True)) == {
        column.name: column.sql_type for column in COLUMNS
    }


@pytest.mark.parametrize("format_", FORMATS)
def test_a_tree_without_answers_has_a_table_without_rows(format_: str, tmp_path: Path) -> None:
    assert read_back([], tmp_path, format_) == []


@pytest.mark.parametrize("format_", ["csv", "json"])
def test_rows_are_written_as_they_come(format_: str, tmp_path: Path) -> None:
    """No more than a row is held: the file grows while they are made."""
    file = tmp_path / f"a.{format_}"
    sizes = []

    def rows() -> Iterator[TidyRow]:
        for _ in range(200):
            yield A_ROW
            sizes.append(file.stat().st_size)

    FORMATS[format_](rows(), file)
    assert 0 < sizes[100] < sizes[-1]


def test_printed_places_are_kept(tmp_path: Path) -> None:
    row = A_ROW.model_copy(update={"percent": Decimal("81.6"), "score": Decimal("6.45")})
    for format_ in FORMATS:
        assert read_back([row], tmp_path, format_) == [row]


# The columns, and what is said of them.


def test_columns_know_what_can_stand_in_them() -> None:
    of = {column.name: column for column in COLUMNS}
    assert [(of[name].kind, of[name].required) for name in ("year", "percent", "made_up")] == [
        ("integer", False),
        ("number", False),
        ("boolean", True),
    ]
    assert (of["asked"].words, of["label"].words) == (tuple(one.value for one in Asked), ())
    assert of["agency_kind"].words[:2] == ("social care", "early help")
    assert set(KEY) < set(of)


def test_every_column_says_what_it_means() -> None:
    assert [one.name for one in COLUMNS if not one.meaning.endswith((".", "up`."))] == []
