"""What is no export, or would be counted twice, is refused in a sentence that says what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.model.edition import Edition
from generator.region.export import export
from generator.region.files import FORMATS
from generator.region.given import NotAddedUpError
from generator.region.rollup import rollup
from tests.region.trees import FIRST, asking, exported, library, table, the_same

TREE = library(
    asking(FIRST, "smallshire", 2020, answers=["yes", "no"]),
    asking("now", "smallshire", 2021, answers=["yes"], **the_same()),
)
ANEW = "so it is no export of `audits collate --all`. Export it anew."


def refusal(*files: Path) -> str:
    """Why files are refused, without the folder they stand in."""
    with pytest.raises(NotAddedUpError) as refused:
        rollup(files)
    return re.sub(r"/\S+/", "", str(refused.value))


def test_no_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.json") == "no.json: there is no such file."
    assert refusal(tmp_path) == f"{tmp_path.name}: there is no such file."


def test_another_kind_of_file(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    assert refusal(tmp_path / "a.xlsx") == (
        "a.xlsx: give files that end in .parquet, .csv or .json."
    )


def test_a_name_that_is_a_pattern(tmp_path: Path) -> None:
    """Not another file is read in its place."""
    (file,) = exported(tmp_path, TREE)
    file.rename(tmp_path / "tree-[0].json")
    assert refusal(tmp_path / "tree-[0].json") == (
        "tree-[0].json: rename it, so that its path has no *, ? or [ in it."
    )


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("data", [b"", b"hello", b"\xff\xfe\x00", b"{", b"[1, 2]\n", b"a,b\n1,2\n"])
def test_no_export_at_all(data: bytes, format_: str, tmp_path: Path) -> None:
    (tmp_path / f"a.{format_}").write_bytes(data)
    assert refusal(tmp_path / f"a.{format_}").endswith(ANEW)


def test_a_truncated_parquet(tmp_path: Path) -> None:
    (file,) = exported(tmp_path, TREE, format_="parquet")
    file.write_bytes(file.read_bytes()[:-20])
    assert refusal(file).endswith(ANEW)


def test_the_table_of_one_audit_lacks_columns(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("\ufeffaudit,section,ref,label,answer,count\n", "utf-8")
    assert refusal(tmp_path / "a.csv").startswith("a.csv: it has no column `partnership`, `year`")


def changed(tmp_path: Path, change: Callable[[list[dict[str, Any]]], object]) -> Path:
    """An export in JSON in which something was changed."""
    (file,) = exported(tmp_path, TREE)
    rows = json.loads(file.read_text("utf-8"))
    change(rows)
    file.write_text(json.dumps(rows), "utf-8")
    return file


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (lambda rows: [row.update(more=1) for row in rows], "it also has the column `more`"),
        (lambda rows: rows[0].pop("unit"), "it has no column `unit`"),
        (lambda rows: rows[1].update(audit=None), "a row of it has no audit"),
        (lambda rows: rows[1].update(edition="secret"), "a row of it has an unknown edition"),
        (lambda rows: rows[1].update(count=-1), "a count in it is less than nought"),
        (
            lambda rows: rows[0].update(count=3),
            "a count in it is not between its fewest and most",
        ),
        (
            lambda rows: rows.append(rows[0]),
            f"{FIRST} has the answer `yes` to R1 twice",
        ),
    ],
)
def test_what_somebody_changed(
    change: Callable[[list[dict[str, Any]]], object], wrong: str, tmp_path: Path
) -> None:
    assert refusal(changed(tmp_path, change)) == f"tree-0.json: {wrong}, {ANEW}"


def test_a_word_in_place_of_a_number_is_named_by_its_line(tmp_path: Path) -> None:
    (file,) = exported(tmp_path, TREE, format_="csv")
    lines = file.read_text("utf-8").splitlines(keepends=True)
    lines[2] = lines[2].replace(",2020,", ",soon,")
    file.write_text("".join(lines), "utf-8")
    assert refusal(file) == (
        "tree-0.csv: it cannot be read so (line 3: `soon` is no integer, as year is), " + ANEW
    )


def test_a_line_that_is_cut_off_is_named(tmp_path: Path) -> None:
    (file,) = exported(tmp_path, TREE, format_="csv")
    file.write_bytes(file.read_bytes()[:-30])
    assert refusal(file).startswith("tree-0.csv: it cannot be read so (line ")


@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_that_is_cut_off_between_two_rows(rows: int, tmp_path: Path) -> None:
    (file,) = exported(tmp_path, TREE)
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[: 1 + rows]).removesuffix(",\n"), "utf-8")
    assert refusal(file).endswith(ANEW)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.rpartition(b"\n")[0].rpartition(b"\n")[0] + b"\n",
        lambda data: data + b"\n",
    ],
    ids=["a row less", "a line more"],
)
def test_what_is_not_as_it_was_exported(
    change: Callable[[bytes], bytes], format_: str, tmp_path: Path
) -> None:
    file = export(table(TREE), tmp_path / "out", format_, Edition.INTRANET)
    file.write_bytes(change(file.read_bytes()))
    assert refusal(file) == (
        f"answers.{format_}: it is not as it was exported, by what datapackage.json beside it "
        "says: part of it is missing, or somebody changed it. Copy both anew, or export anew."
    )


@pytest.mark.parametrize(
    "beside",
    [
        *(None, "", "[]", '{"resources": [{"path": "answers.csv"}]}', '{"resources": 3}'),
        '{"resources": [{"path": [], "hash": []}]}',
        "[" * 100_000,
    ],
    ids=["none", "empty", "a list", "no hash", "a number", "no words", "deep"],
)
def test_a_csv_of_which_nobody_can_tell_whether_it_is_whole(
    beside: str | None, tmp_path: Path
) -> None:
    file = export(table(TREE), tmp_path / "out", "csv", Edition.INTRANET)
    package = file.with_name("datapackage.json")
    if beside is None:
        package.unlink()
    else:
        package.write_text(beside, "utf-8")
    assert rollup([file]).said == (
        f"{file} came without its datapackage.json, so nobody can tell whether it is whole.",
    )


def test_nothing_is_said_of_a_whole_file(tmp_path: Path) -> None:
    files = [
        export(table(TREE), tmp_path / format_, format_, Edition.INTRANET) for format_ in FORMATS
    ]
    renamed = [file.rename(file.with_stem("smallshire")) for file in files]
    assert [rollup([file]).said for file in renamed] == [()] * len(files)


def test_texts_are_never_run_as_a_query(tmp_path: Path) -> None:
    text = "'); drop table given; --"
    file = changed(tmp_path, lambda rows: [row.update(label=text, theme=text) for row in rows])
    hostile = file.rename(tmp_path / "a'); drop table given; --.json")
    assert {row.label for row in rollup([hostile]).rows} == {text}


def test_an_audit_with_two_sets_of_figures_is_not_counted_twice(tmp_path: Path) -> None:
    files = exported(tmp_path, TREE, TREE, editions={1: Edition.PUBLIC})
    assert refusal(*files) == (
        f"{FIRST} stands in tree-0.json and tree-1.json with different rows, and would be counted "
        "twice. Export both anew and for the same edition, or give one of them; where they are two "
        "audits, rename the folder of one."
    )


def test_a_file_that_is_given_twice_is_counted_once(tmp_path: Path) -> None:
    (file,) = exported(tmp_path, TREE)
    (tmp_path / "link.json").symlink_to(file)
    once, thrice = rollup([file]), rollup([file, file, tmp_path / "link.json"])
    assert (thrice.rows, thrice.said) == (
        once.rows,
        (
            f"{file} is given twice, and counted once.",
            f"{tmp_path / 'link.json'} is given twice, and counted once.",
        ),
    )


def test_one_export_in_two_formats_is_counted_once(tmp_path: Path) -> None:
    files = [
        export(table(TREE), tmp_path / format_, format_, Edition.INTRANET) for format_ in FORMATS
    ]
    made = rollup(files)
    assert made.rows == rollup(files[:1]).rows
    assert [sentence.partition(" stands")[0] for sentence in made.said] == [FIRST, "now"]


def test_nothing_is_given_of_a_table_without_rows(tmp_path: Path) -> None:
    FORMATS["json"](table(library()), tmp_path / "a.json")
    assert rollup([tmp_path / "a.json"]).rows == ()
