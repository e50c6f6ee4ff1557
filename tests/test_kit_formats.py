"""`audits kit` for other programs: a workbook an agency, or one form for all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.collect.forms import KIT
from tests.sites import SMALL

OF_WORKBOOK = """\
HOW
  police.xlsx: a workbook with a sheet for each case

Fill in the workbook in Excel or LibreOffice. It has a sheet for each case,
runs nothing and sends nothing. Save it, and send it to us through the
secure channel.

If your agency does not know the child,"""


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    shutil.copytree(KIT, tmp_path / "site" / "kit")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(*arguments: str) -> tuple[str, list[str]]:
    """What the command says, and the files that are there then."""
    done = CliRunner().invoke(main, ["kit", "small", "out", *arguments])
    files = [file.as_posix() for file in Path("out").rglob("*") if file.is_file()]
    return done.output, sorted(name.removeprefix("out/") for name in files)


def test_a_workbook_an_agency() -> None:
    assert made("--format", "xlsx") == (
        "The kit of small is in out: 2 folders, one an agency.\n",
        [
            f"{name}/{file}"
            for name in ("police", "school")
            for file in ("covering-note.txt", f"{name}.xlsx")
        ],
    )
    note = Path("out/police/covering-note.txt").read_text("utf-8-sig")
    assert OF_WORKBOOK in note


def test_pages_and_a_workbook() -> None:
    assert made("--format", "both", "--agency", "police")[1] == [
        "police/covering-note.txt",
        "police/police--a.html",
        "police/police--b.html",
        "police/police.html",
        "police/police.xlsx",
    ]
    note = Path("out/police/covering-note.txt").read_text("utf-8-sig")
    assert "Or fill in the workbook instead in Excel or LibreOffice." in " ".join(note.split())


@pytest.mark.parametrize(
    ("program", "file"),
    [
        ("xlsform", "small-xlsform.xlsx"),
        ("redcap", "small-redcap.csv"),
        ("msforms", "small-msforms.txt"),
    ],
)
def test_one_form_for_all(program: str, file: str) -> None:
    assert made("--format", program) == (
        f"The form of small, one for all agencies, is out/{file}.\n",
        [file],
    )
