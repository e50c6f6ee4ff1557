"""`audits import`, as somebody with a table and half an hour meets it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.check.trees import lines
from tests.draft.books import workbook
from tests.sites import SMALL

TABLE = """\
Table 2,,,
Question,Yes,No,Total
R1,23 (82%),5 (18%),28
R2,32,8,40
Remark: all returns,,,
"""
ROWS = """\
figures:
  R1: {counts: {yes: 23, no: 5}, total: 28, percentages: {yes: 82, no: 18}}
  R2: {counts: {yes: 32, no: 8}, total: 40}
  # A1 "Table 2"
  # A5 "Remark: all returns"
"""
TAKEN = """\
what                    taken for
A2 Question             what the line is about
B2 Yes                  counts of yes; percentages of yes
C2 No                   counts of no; percentages of no
D2 Total                the total
A3 R1                   R1 Plan came in time
A4 R2                   R2 Plan was shared
A1 Table 2              kept as a comment
A5 Remark: all returns  kept as a comment
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["import", *arguments])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small tree with a table beside it, and an audit that has no figures yet."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    shutil.copytree(tmp_path / "audits/printed", tmp_path / "audits/new")
    (tmp_path / "audits/new/published.yml").unlink()
    (tmp_path / "table.csv").write_text(TABLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def published(project: Path) -> Path:
    """The file of the audit that has no figures yet."""
    return project / "audits/new/published.yml"


# What comes out.


def test_draft_goes_out_and_what_was_taken_for_what_beside_it(published: Path) -> None:
    done = run("table.csv", "--audit", "new")
    assert (done.exit_code, done.stderr, done.stdout) == (
        0,
        TAKEN,
        f"""\
# yaml-language-server: $schema=../../schema/published.schema.json
# Drafted from a table. Compare each row with the report before you keep it.
source: The table in table.csv
# What one count stands for: returns where nothing is said here.
# unit: cases
{ROWS}""",
    )
    assert not published.exists()


def test_a_spreadsheet_gives_the_same(project: Path) -> None:
    rows = [line.split(",") for line in TABLE.splitlines()]
    (project / "book.xlsx").write_bytes(workbook({"Other": [["a"]], "Table 2": rows}))
    done = run("book.xlsx", "--sheet", "Table 2", "--audit", "new")
    assert (done.exit_code, done.stderr) == (0, TAKEN)
    assert done.stdout.endswith(ROWS)


@pytest.mark.usefixtures("project")
def test_for_an_audit_with_figures_only_rows_go_out() -> None:
    done = run("table.csv", "--audit", "printed")
    assert (done.exit_code, done.stdout) == (0, ROWS)
    assert done.stderr == f"{TAKEN}\naudits/printed/published.yml has figures: copy what is new.\n"


# What is written.


def test_a_written_draft_passes_the_check(project: Path, published: Path) -> None:
    done = run("table.csv", "--audit", "new", "--write")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.endswith(
        "\naudits/new/published.yml is written. Compare it with the report.\n"
    )
    assert published.read_text("utf-8").endswith(ROWS)
    assert lines(project / "audits") == ""


@pytest.mark.parametrize(
    "figures",
    [
        "",
        "figures: {}\n",
        "figures:\n  # R1: {counts: {yes: 12}}\n  R1: {printed_as: the words of the report}\n",
    ],
    ids=["none", "empty", "as `audits new` leaves them"],
)
def test_what_a_file_without_figures_says_is_kept(figures: str, published: Path) -> None:
    before, after = "source: Table 2\nunit: cases\n", "headings:\n  plan: Plans\n"
    published.write_text(before + figures + after, "utf-8")
    done = run("table.csv", "--audit", "new", "--write")
    assert (done.exit_code, done.stdout) == (0, "")
    expected = before + ROWS + after if figures else before + after + ROWS
    assert published.read_text("utf-8") == expected


def test_a_new_file_is_written(project: Path) -> None:
    done = run("table.csv", "--audit", "new", "--into", "draft.yml")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", TAKEN)
    assert (project / "draft.yml").read_text("utf-8").endswith(ROWS)


# What the check says.


def test_numbers_that_do_not_hold_are_drafted_and_the_check_says_so(
    project: Path, published: Path
) -> None:
    (project / "table.csv").write_text("Question,Yes,No,Total\nR1,23,5,20\n", "utf-8")
    done = run("table.csv", "--audit", "new")
    assert done.exit_code == 1
    assert done.stdout.endswith("  R1: {counts: {yes: 23, no: 5}, total: 20}\n")
    said = done.stderr.partition("What the check says of these rows:\n\n")[2]
    published.write_text(done.stdout, "utf-8")
    rules = ["count-exceeds-base", "counts-dont-add-up"]
    assert [rule for rule in rules if f"error[{rule}]" in said] == [
        rule for rule in rules if f"error[{rule}]" in lines(project / "audits")
    ]
    assert "Found " in said


def test_where_nothing_is_drafted_it_says_so(project: Path, published: Path) -> None:
    (project / "table.csv").write_text("Question,Often,Rarely\nR1,23,5\n", "utf-8")
    done = run("table.csv", "--audit", "new", "--write")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.endswith(
        "\nNo row could be drafted, so nothing is written. What is in the way is said above.\n"
    )
    assert not published.exists()


# What is refused.


def contents(project: Path) -> dict[Path, bytes]:
    """What all files hold, but for what a check keeps for itself."""
    return {
        path: path.read_bytes()
        for path in project.rglob("*.*")
        if path.is_file() and ".cache" not in path.parts
    }


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("table.csv",), "Missing option '--audit'."),
        (("table.csv", "--audit", "nwe"), "There is no audit nwe. Did you mean new?"),
        (("table.csv", "--audit", "new", "--into", "a.yml", "--write"), "Say --into or --write."),
        (
            ("table.csv", "--audit", "new", "--into", "table.csv"),
            "table.csv is there already; nothing is written over.",
        ),
        (
            ("table.csv", "--audit", "new", "--into", "drafts/a.yml"),
            "There is no folder for drafts/a.yml.",
        ),
        (
            ("table.csv", "--audit", "printed", "--write"),
            "audits/printed/published.yml has figures, and nothing is written over. Leave out "
            "--write, and copy the rows that you want.",
        ),
        (
            ("table.csv", "--audit", "new", "--sheet", "A"),
            "table.csv is text, and has no sheets: leave out --sheet.",
        ),
        (("picture.png", "--audit", "new"), "picture.png is no spreadsheet and no text: "),
    ],
    ids=str,
)
def test_wrong_use_ends_with_2_says_why_and_writes_nothing(
    arguments: tuple[str, ...], reason: str, project: Path
) -> None:
    (project / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    before = contents(project)
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"Error: {reason}" in done.stderr
    assert contents(project) == before
