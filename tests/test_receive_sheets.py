"""`audits receive` takes in workbooks, and exports by a mapping that it drafts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.collect import asking
from tests.collect.workbooks import filled
from tests.sites import SMALL

RETURN = "audits/small/returns/a/police.yml"
KEPT = "What came is kept in audits/small/received, which git ignores.\n"
WRITTEN = """\
# yaml-language-server: $schema=../../../../schema/return.schema.json
status: complete
answers:
  R1: yes
  R2:
    answer: don't know
    reason: not recorded
    comment: Asked twice.
"""
TYPED = {
    ("status", "answer"): "Yes, and this is our whole return",
    ("R1", "answer"): "Yes",
    ("R2", "answer"): "Don't know",
    ("R2", "reason"): "Not recorded",
    ("R2", "comment"): "Asked twice.",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small tree, to which the police have not returned case a yet."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    (tmp_path / RETURN).unlink()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["receive", *arguments])


def test_a_workbook_becomes_a_return_of_each_sheet_that_is_filled_in(project: Path) -> None:
    forms = [form for form in asking.small() if form.agency == "police"]
    Path("police (1).xlsx").write_bytes(filled(forms, {"a": TYPED}))
    done = run("police (1).xlsx")
    assert (done.output, done.exit_code) == (
        "warning[empty-return]: nothing is filled in for case `b`: no return is made of it\n"
        " --> police (1).xlsx, sheet “Case B”\n"
        "  |\n"
        "1 | b\n"
        "  | ^\n"
        "\n"
        "Found 1 warning in 1 file.\n"
        "\n"
        "police, case a  in, complete, 2 of 2 questions answered  (police (1).xlsx)\n"
        "police, case b  not in: nothing is filled in  (police (1).xlsx)\n"
        f"1 return is taken in and 1 is not in.\n{KEPT}",
        0,
    )
    assert (project / RETURN).read_text("utf-8") == WRITTEN


EXPORT = """\
agency,case,status,q_r1,q_r2,reason_r2,comment_r2,Email
police,a,complete,yes,UNK,not_recorded,Asked twice.,x
"""


def test_an_export_is_taken_in_by_the_mapping_that_was_drafted(project: Path) -> None:
    Path("answers.csv").write_text(EXPORT, encoding="utf-8")
    drafting = run("answers.csv", "--map", "map.yml", "--audit", "small")
    assert (drafting.output, drafting.exit_code) == (
        "map.yml is drafted: 7 of 8 columns are known, the others are `ignored`. Read it, change "
        "what is not right, and give the same command again.\n",
        0,
    )
    with Path("map.yml").open("a", encoding="utf-8") as file:
        file.write("codes: {UNK: don't know}\n")
    done = run("answers.csv", "--map", "map.yml")
    assert (done.output, done.exit_code) == (
        "police, case a  in, complete, 2 of 2 questions answered  (answers.csv)\n"
        "Ignored: column “Email” “x”: is a column that map.yml ignores\n"
        f"1 return is taken in.\n{KEPT}",
        0,
    )
    assert (project / RETURN).read_text("utf-8") == WRITTEN


def test_an_answer_off_the_scale_is_told_at_its_cell(project: Path) -> None:
    assert project
    Path("answers.csv").write_text(EXPORT.replace("yes", "yess"), encoding="utf-8")
    run("answers.csv", "--map", "map.yml", "--audit", "small")
    told = run("answers.csv", "--map", "map.yml").output
    assert (
        "`R1`: `yess` is not on the scale “Yes or no”\n --> answers.csv, row 2, column “q_r1”"
        in (told)
    )
    assert not (project / RETURN).exists()


def test_a_fault_of_the_mapping_is_told_in_it(project: Path) -> None:
    assert project
    Path("answers.csv").write_text(EXPORT, encoding="utf-8")
    Path("map.yml").write_text("audit: small\ncolumns:\n  q_r1: R9\n", encoding="utf-8")
    done = run("answers.csv", "--map", "map.yml")
    assert (done.output, done.exit_code) == (
        "error[unmapped-column]: `q_r1`: a return holds no `R9`\n"
        " --> map.yml:3:9\n"
        "  |\n"
        "3 |   q_r1: R9\n"
        "  |         ^^\n"
        "  |\n"
        "  = tip: It can be `agency`, `case`, `status`, a reference such as `R1`, `R1 reason`, "
        "`R1 comment`, or `ignored`.\n"
        "\n"
        "Found 1 error in 1 file.\n",
        1,
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["answers.csv"], "Say --audit: the export does not tell which audit it is of."),
        (
            ["answers.csv", "--audit", "smal"],
            "There is no audit smal. The audits are `printed`, `small`.",
        ),
        ([".", "--audit", "small"], "A mapping is drafted for one file: name the export."),
    ],
    ids=["which", "unknown", "folder"],
)
def test_a_mapping_that_cannot_be_drafted_says_why(
    project: Path, arguments: list[str], said: str
) -> None:
    Path("answers.csv").write_text(EXPORT, encoding="utf-8")
    done = run(*arguments, "--map", "map.yml")
    assert (done.exit_code, done.output.splitlines()[-1]) == (2, f"Error: {said}")
    assert not (project / "map.yml").exists()
