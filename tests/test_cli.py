"""The command `audits`, as somebody at a terminal meets it."""

from __future__ import annotations

import csv
import io
import json
import os
import posixpath
import pty
import re
import shlex
import shutil
import subprocess
import sys
import zipfile
from contextlib import chdir
from html import unescape
from pathlib import Path
from typing import Any

import click
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from generator.cli import main
from generator.diagnostics.formats import FORMATS
from generator.model.field_list import as_markdown
from generator.model.schema import schemas
from generator.read.tree import read_tree
from tests.collect import sent
from tests.conftest import Once
from tests.draft.books import workbook
from tests.sites import AS_AT, EXAMPLE, REAL, ROOT, SMALL, hostile_tree, project

COMMANDS = (
    *("build", "calendar", "chase", "check", "collate", "identifiers", "import", "kit", "list"),
    *("new", "pack", "pages", "possible", "receive", "release", "released", "rollup", "schema"),
    *("show", "status", "synthesise", "thread"),
)
AUDITS = Path(sys.executable).with_name("audits")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small tree, in whose folder the command runs."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def broken(tree: Path) -> Path:
    """The small tree with an error in one audit, and a warning in the other."""
    findings = tree / "audits/small/findings.yml"
    findings.write_text(findings.read_text("utf-8").replace("kind:", "knid:"), "utf-8")
    published = tree / "audits/printed/published.yml"
    text = "".join(line for line in published.open() if "R2" not in line)
    published.write_text(text, "utf-8")
    return tree


# Help.


def test_help_names_every_command() -> None:
    done = run("--help")
    named = re.findall(r"^  (\w+)  ", done.stdout.partition("Commands:")[2], re.MULTILINE)
    assert (done.exit_code, tuple(named)) == (0, COMMANDS)


def test_help_lists_each_command_by_what_it_says_of_itself() -> None:
    ctx = click.Context(main, terminal_width=200, max_content_width=200)
    listed = ctx.make_formatter()
    main.format_commands(ctx, listed)
    loaded = ctx.make_formatter()
    click.Group.format_commands(main, ctx, loaded)
    assert listed.getvalue() == loaded.getvalue()


@pytest.mark.parametrize("asked", ["-h", "--help"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_how_it_is_used(command: str, asked: str) -> None:
    done = run(command, asked)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: main {command} ")


@pytest.fixture(scope="module")
def examples(once: Once) -> Path:
    """A project with all that examples name, and no other audit: commands read and check all."""

    def make(folder: Path) -> Path:
        here = project(folder / "project")
        for audit in (here / "audits").glob("*/"):
            if not audit.name.startswith(("cheshire-east-", "example-")):
                shutil.rmtree(audit)
        subprocess.run(["git", "init", "--quiet"], cwd=here, check=True)
        (here / "table.csv").write_text("Question,% Yes\nR1,59\n", "utf-8")
        grades = [["Question", "Yes"], ["A2", "84%"]]
        tables = workbook({"Other": grades, "Grades": grades})
        (here / "tables.xlsx").write_bytes(tables)
        answers = f"audit_id,agency,q_r1\n{EXAMPLE},example_gp,yes\n"
        (here / "answers.csv").write_text(answers, "utf-8")
        with chdir(here):
            for place in ("ours", "theirs"):
                assert run("collate", "--all", place, "--format", "csv").exit_code == 0
        library = read_tree(here / "audits").library
        came = sent.text(
            dict(sent.saved_returns(library.audits[EXAMPLE], library))["example-police--a.json"]
        )
        (here / "inbox").mkdir()
        for to in (here, here / "inbox"):
            (to / "example-police--a.json").write_bytes(came)
        return here

    return once("examples", make)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_example_in_the_help_is_a_right_use(
    command: str, examples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = re.findall(r"^    audits (.+)$", run(command, "-h").stdout, re.MULTILINE)
    here = shutil.copytree(examples, tmp_path / "project")
    if command in ("build", "pages", "release"):  # whichever audits there are
        shutil.rmtree(here / "audits")
        shutil.copytree(SMALL / "audits", here / "audits")
    elif not any("cheshire-east-" in example for example in shown):
        for audit in (here / "audits").glob("cheshire-east-*"):
            shutil.rmtree(audit)
    monkeypatch.chdir(here)
    for example in shown:
        words = shlex.split(example.partition(" > ")[0])
        # That a percentage is impossible, a file not committed, or nothing released, is an answer
        # to right use.
        right = (0, 1) if command in ("possible", "release", "released") else (0,)
        assert run(*words).exit_code in right, example


def test_command_is_installed() -> None:
    done = subprocess.run([AUDITS, "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"audits, version [0-9.]+\n", done.stdout)


@pytest.mark.parametrize(
    "arguments",
    [
        ("chek",),
        ("check", "--fromat", "json"),
        ("check", "--format", "xml"),
        ("collate",),
        ("collate", "small", "--by", "colour"),
        ("collate", "small", "printed"),
        ("collate", "--all"),
        ("rollup",),
        ("status", "small", "--as-at", "31.3.2031"),
        ("status", "small", "--as-at", "2031-02-30"),
        ("pages",),
        ("pages", "out", "--edition", "private"),
        ("possible",),
        ("possible", "a"),
        ("possible", "fivty"),
        ("possible", "-5"),
        ("possible", "1000"),
        ("possible", "59,5"),
        ("possible", "59", "--of", "0"),
        ("possible", "59", "--up-to", "1000000"),
        ("possible", "59", "--of", "6", "--up-to", "10"),
        ("possible", "two", "quarters"),
        ("possible", ""),
        ("possible", "18.25", "--places", "1"),
        ("possible", "59", "--format", "xml"),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("tree")
def test_wrong_use_ends_with_2_and_says_why(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Error: " in done.stderr


@pytest.mark.parametrize("command", [("check",), ("status", "small"), ("collate", "small")])
def test_no_project_here(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*command)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith(
        "Error: There is no project here or above: a folder with mkdocs.yml and `audits`, where "
        "the registers are. Change to the project's folder first.\n"
    )


# Checking.


@pytest.mark.usefixtures("tree")
def test_check_without_faults() -> None:
    done = run("check")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "No faults found in 18 files.\n", "")


@pytest.mark.usefixtures("broken")
def test_check_with_errors_ends_with_1() -> None:
    done = run("check")
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout == (
        """\
warning[not-reported]: `R2` (Plan was shared) is asked in the tool and has no figures
 --> audits/printed/published.yml:3:1
  |
3 | figures:
  | ^^^^^^^
  |
  = tip: Add its row; if the source has none, say so under `noted` in audit.yml.

error[unknown-key]: `knid` is not known here
 --> audits/small/findings.yml:2:3
  |
2 |   knid: worry
  |   ^^^^
  |
  = tip: Did you mean `kind`?

Found 1 error and 1 warning in 2 files.
"""
    )


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(
    ("paths", "found", "code"),
    [
        (("audits/printed",), ["not-reported"], 0),
        (("audits/printed/",), ["not-reported"], 0),
        (("audits/small",), ["unknown-key"], 1),
        (("audits/small/findings.yml",), ["unknown-key"], 1),
        (("audits/small/tool.yml",), [], 0),
        (("audits/small/returns",), [], 0),
        (("audits/printed", "audits/small/findings.yml"), ["not-reported", "unknown-key"], 1),
        (("audits",), ["not-reported", "unknown-key"], 1),
    ],
    ids=str,
)
def test_check_shows_what_concerns_the_paths(
    paths: tuple[str, ...], found: list[str], code: int
) -> None:
    done = run("check", "--format", "json", *paths)
    assert ([one["rule"] for one in json.loads(done.stdout)], done.exit_code) == (found, code)


@pytest.mark.parametrize(
    ("path", "files"),
    [("audits/small/returns", "4 files"), ("audits/themes.yml", "1 file"), ("audits", "18 files")],
)
@pytest.mark.usefixtures("tree")
def test_check_counts_the_files_at_the_paths(path: str, files: str) -> None:
    assert run("check", path).stdout == f"No faults found in {files}.\n"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("audits/smal", "There is no file or folder audits/smal."),
        ("..", ".. is not below {root}/audits, so it is not checked."),
    ],
)
def test_check_of_what_is_not_there_is_wrong_use(path: str, why: str, tree: Path) -> None:
    done = run("check", path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith(f"Error: {why.format(root=tree.name)}\n")


@pytest.mark.usefixtures("broken")
def test_json_has_exactly_these_fields() -> None:
    assert json.loads(run("check", "--format", "json", "audits/small").stdout) == [
        {
            "rule": "unknown-key",
            "severity": "error",
            "path": "audits/small/findings.yml",
            "line": 2,
            "column": 3,
            "message": "`knid` is not known here",
            "tip": "Did you mean `kind`?",
        }
    ]


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_the_same_and_ends_alike(name: str) -> None:
    done = run("check", "--format", name)
    assert (done.exit_code, done.stderr) == (1, "")
    assert "knid" in done.stdout
    assert "not-reported" in done.stdout
    assert done.stdout.endswith("\n")


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("folder", ["audits", "audits/small", "audits/small/returns/a"])
def test_check_runs_from_any_folder_of_the_project(
    folder: str, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run("check").stdout
    monkeypatch.chdir(broken / folder)
    assert run("check").stdout == whole


def test_paths_are_seen_from_where_one_is(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(broken / "audits" / "small")
    done = run("check", "--format", "json", "findings.yml")
    assert [one["path"] for one in json.loads(done.stdout)] == ["audits/small/findings.yml"]


def on_a_terminal(folder: Path, **variables: str) -> bytes:
    """What `audits check` writes to a terminal."""
    ours, theirs = pty.openpty()
    inherited = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(
        [AUDITS, "check"], cwd=folder, stdout=theirs, env={**inherited, **variables}
    ):
        os.close(theirs)
        written = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux says so where the other end is closed
                part = b""
            if not part:
                break
            written += part
    os.close(ours)
    return written.replace(b"\r\n", b"\n")


def test_colour_is_for_a_terminal_only(broken: Path) -> None:
    assert b"\x1b[" in on_a_terminal(broken)
    assert "\x1b[" not in run("check").stdout


@pytest.mark.parametrize(("value", "coloured"), [("1", False), ("no", False), ("", True)])
def test_no_color_is_respected(value: str, coloured: bool, broken: Path) -> None:
    written = on_a_terminal(broken, NO_COLOR=value)
    assert (b"\x1b[" in written) is coloured
    if not coloured:
        assert written.decode() == run("check").stdout


# All audits in one table, and tables added up: what they hold, `tests/region` shows.


@pytest.mark.usefixtures("tree")
def test_collate_all_writes_a_folder_for_the_edition_that_is_asked_for() -> None:
    done = run("collate", "--all", "out", "--format", "csv", "--edition", "public")
    assert (done.exit_code, done.stdout, done.stderr) == (
        0,
        "The answers of all audits are in out/answers.csv, public edition\n",
        "",
    )
    assert sorted(file.name for file in Path("out").iterdir()) == [
        "answers.csv",
        "datapackage.json",
    ]
    with Path("out/answers.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["edition"], row["agency_kind"], row["rounded"]) for row in rows} == {
        ("public", "", "yes")
    }


@pytest.mark.usefixtures("tree")
def test_collate_all_is_for_the_intranet_where_nothing_else_is_said() -> None:
    assert run("collate", "--all", "out", "--format", "json").stdout == (
        "The answers of all audits are in out/answers.json, intranet edition\n"
    )


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--all", "out"), "With --all, say --format parquet, --format csv or --format json."),
        (("--all", "out", "--format", "xlsx"), "With --all, say --format parquet, --format csv"),
        (("--all", "out", "--by", "agency"), "With --all, leave out --by"),
        (("small", "--format", "parquet"), "parquet goes with --all"),
        (("small", "--edition", "public"), "--edition goes with --all"),
        (("--all", "audits", "--format", "csv"), "audits holds agencies.yml, which no export"),
        (("--all", "mkdocs.yml", "--format", "csv"), "mkdocs.yml is a file: name a folder."),
    ],
)
def test_collate_all_says_how_it_is_used(words: tuple[str, ...], said: str) -> None:
    Path("mkdocs.yml").touch()
    done = run("collate", *words)
    assert (done.exit_code > 0, said in done.stderr) == (True, True), done.output
    assert not Path("out").exists()


@pytest.mark.usefixtures("broken")
def test_collate_all_writes_nothing_of_a_tree_with_errors() -> None:
    done = run("collate", "--all", "out", "--format", "csv")
    assert (done.exit_code, Path("out").exists()) == (1, False)


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize(
    "words", [("collate", "--all", "out", "--format", "parquet"), ("rollup", "a.parquet")]
)
def test_without_duckdb_it_says_what_to_install(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    done = run(*words)
    assert (done.exit_code, done.stderr) == (
        1,
        "Error: This needs DuckDB, which is not installed. In the project's folder: "
        ".venv/bin/python -m pip install -e '.[region]'\n",
    )
    assert not Path("out").exists()


@pytest.mark.usefixtures("tree")
def test_rollup_refuses_in_a_line_what_is_no_export() -> None:
    Path("a.csv").write_text("a,b\n", "utf-8")
    done = run("rollup", "a.csv")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (1, "", 1)


@pytest.mark.usefixtures("tree")
def test_rollup_of_audits_that_share_no_question_says_so() -> None:
    run("collate", "--all", "out", "--format", "json")
    done = run("rollup", "out/answers.json")
    assert (done.exit_code, done.stdout, done.stderr) == (
        0,
        "",
        "No question is the same in two of these audits.\n",
    )


# Collating, and who has not returned.


@pytest.mark.usefixtures("tree")
def test_collate_as_csv() -> None:
    done = run("collate", "printed", "--format", "csv")
    assert (done.exit_code, done.stderr, done.stdout) == (
        0,
        "",
        """\
\ufeffaudit,section,ref,label,answer,count,base,percent,in_base,source,score
printed,plan,R1,Plan came in time,yes,23,28,82,yes,printed,
printed,plan,R1,Plan came in time,no,5,28,18,yes,printed,
printed,plan,R2,Plan was shared,yes,33,40,83,yes,printed,
printed,plan,R2,Plan was shared,no,7,40,18,yes,printed,
""",
    )


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize("by", ["agency", "case"])
def test_collate_by_something_else(by: str) -> None:
    rows = list(
        csv.DictReader(
            io.StringIO(run("collate", "small", "--by", by, "--format", "csv").stdout[1:])
        )
    )
    assert list(rows[0])[:3] == ["audit", by, "section"]
    assert len(rows) == 20


@pytest.mark.parametrize("name", [EXAMPLE, REAL, f"audits/{REAL}", f"audits/{REAL}/"])
def test_collate_of_the_real_audits(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    rows = json.loads(run("collate", name, "--format", "json").stdout)
    assert {row["audit"] for row in rows} == {Path(name).name}
    assert len(rows) >= 96


@pytest.mark.usefixtures("tree")
def test_collate_of_what_cannot_be_split_says_so() -> None:
    done = run("collate", "printed", "--by", "agency", "--format", "json")
    assert (done.exit_code, done.stdout, done.stderr) == (
        0,
        "[]\n",
        "printed has no answers to add up.\n",
    )


# Is a percentage possible?


@pytest.mark.parametrize(
    ("arguments", "said", "ends_with"),
    [
        (
            "59 --of 6",
            "No: no whole count of 6 gives 59%; 50% (3 of 6) and 67% (4 of 6) are nearest.\n",
            1,
        ),
        ("83% --of 40", "Yes: 83% is 33 of 40.\n", 0),
        (
            "82 --of 40",
            "Yes, only if halves were rounded to the even number: 82% is 33 of 40.\n",
            0,
        ),
        ("17 --of 40", "Yes, only if it was cut off, not rounded: 17% is 7 of 40.\n", 0),
        (
            "5 --of 300",
            "Yes: 5% is 15 of 300.\nOther counts of 300 give it as well: 14; 16.\n",
            0,
        ),
        (
            "99 --of 200",
            "Yes: 99% is 198 of 200.\nOne other count of 200 gives it as well: 197.\n",
            0,
        ),
        (
            "33 33 33 --of 200",
            "Yes, only if all of them were cut off, not rounded: 33% is 66, 33% is 67 and 33% is "
            "67 of 200.\n"
            "Other counts of 200 give them as well: 67, 66 and 67; 67, 67 and 66.\n"
            "They add up to 99 because they were cut off; that is no fault.\n",
            0,
        ),
        ("three fifths --of 5", "Yes: three fifths is 3 of 5.\n", 0),
        ("twenty-one --of 40", "Yes: twenty-one is 21 of 40.\n", 0),
        ("third --of 3", "Yes: third is 1 of 3.\n", 0),
        ("50 % --of 6", "Yes: 50% is 3 of 6.\n", 0),
        ("50 per cent --of 6", "Yes: 50% is 3 of 6.\n", 0),
        ("fifty per cent half --of 6", "Yes: 50% is 3 and half is 3 of 6.\n", 0),
        ("two --of 1", "No: two is more than 1.\n", 1),
        (
            "101 --of 6",
            "No: no whole count of 6 gives 101%.\nA share of a whole is no more than 100%.\n",
            1,
        ),
        (
            "18.25",
            "Yes: 18.25% is 23 of 126.\n"
            "126 is the smallest base. 2 bases up to 200 fit: 126, 137.\n",
            0,
        ),
        (
            "18.25 --up-to 100",
            "No: no whole count of any base up to 100 gives 18.25%.\n"
            "126 is the smallest base that does.\n",
            1,
        ),
        (
            "48.4 16.1 35.5",
            "Yes: 48.4% is 15, 16.1% is 5 and 35.5% is 11 of 31.\n"
            "31 is the smallest base. 6 bases up to 200 fit: 31, 62, 93, 124, 155, 186.\n",
            0,
        ),
        (
            "83 18 --of 40",
            "Yes: 83% is 33 and 18% is 7 of 40.\n"
            "They add up to 101 through rounding; that is no fault.\n",
            0,
        ),
        (
            "82 17 --of 40",
            "Yes, only if all of them were cut off, not rounded: 82% is 33 and 17% is 7 of 40.\n"
            "They add up to 99 because they were cut off; that is no fault.\n",
            0,
        ),
        (
            "29 51 19.4 --places 1",
            "No: no whole counts of any base up to 200 give 29.0%, 51.0% and 19.4% together.\n"
            "They add up to 99.4; rounding three shares to one decimal place explains 99.85 to "
            "100.15.\n",
            1,
        ),
        (
            "33.3 18.25 48.5",
            "No: no whole counts of any base up to 200 give 33.3%, 18.25% and 48.5% together.\n"
            "Each of them alone is possible.\n18.25% alone takes a base of 126 or more.\n",
            1,
        ),
        (
            "half one 42%",
            "Yes: half is 6, one is 1 and 42% is 5 of 12.\n"
            "12 is the only base up to 200 that fits.\n",
            0,
        ),
        (
            "half 59 --of 6",
            "No: no whole counts of 6 give half and 59% together.\n"
            "No whole count of 6 gives 59%; 50% (3 of 6) and 67% (4 of 6) are nearest.\n",
            1,
        ),
        (
            "two three --of 6",
            "No: no whole counts of 6 give two and three together.\n"
            "Their counts add up to 5, and not to 6.\n",
            1,
        ),
        (
            "83 17 --of 40",
            "No: no whole counts of 40 give 83% and 17% together.\n"
            "Each of them alone is possible, but not with all of them rounded in one way.\n",
            1,
        ),
        ("a third two thirds --of 6", "Yes: a third is 2 and two thirds is 4 of 6.\n", 0),
        (
            "150",
            "No: no whole count of any base up to 200 gives 150%.\n"
            "A share of a whole is no more than 100%.\n",
            1,
        ),
        (
            "0.0001",
            "No: no whole count of any base up to 200 gives 0.0001%.\n"
            "Nor does one of any base up to 100000.\n",
            1,
        ),
    ],
)
def test_possible(
    arguments: str, said: str, ends_with: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # it needs no data
    done = run("possible", *arguments.split())
    assert (done.stdout, done.stderr, done.exit_code) == (said, "", ends_with)


@pytest.mark.parametrize(
    ("arguments", "answer", "ends_with"),
    [
        (
            "59 --of 6",
            {"possible": False, "by": None, "counts": [], "bases": [], "nearest": [3, 4]},
            1,
        ),
        (
            "83 --of 6",
            {"possible": True, "by": "half-up", "counts": [5], "bases": [6], "nearest": []},
            0,
        ),
        (
            "17 --of 40",
            {"possible": True, "by": "truncation", "counts": [7], "bases": [40], "nearest": []},
            0,
        ),
        (
            "48.4 16.1 35.5 --up-to 70",
            {
                "possible": True,
                "by": "half-up",
                "counts": [[15, 5, 11]],
                "bases": [31, 62],
                "nearest": [],
            },
            0,
        ),
        (
            "59 41 --of 6",
            {"possible": False, "by": None, "counts": [], "bases": [], "nearest": []},
            1,
        ),
    ],
)
def test_possible_as_json(arguments: str, answer: dict[str, Any], ends_with: int) -> None:
    done = run("possible", *arguments.split(), "--format", "json")
    assert (json.loads(done.stdout), done.exit_code) == (answer, ends_with)


def test_of_many_ways_the_rest_is_counted() -> None:
    said = run("possible", "25", "25", "25", "25", "--of", "9999").stdout
    assert said.count(";") == 9
    assert said.endswith("… and at least 989 more.\n")


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("haf", "haf is no percentage. Did you mean half?"),
        ("59,5", "59,5 is no percentage. Write it like 59"),
        ("1000", "1000 is no percentage."),
        ("two quarters", "two quarters is no percentage."),
        ("59.12345", "59.12345 has too many decimal places: 4 are the most."),
    ],
)
def test_what_is_no_percentage_is_named(word: str, said: str) -> None:
    assert said in run("possible", word).stderr


@pytest.mark.usefixtures("tree")
def test_status() -> None:
    done = run("status", "small", "--as-at", "2031-02-27")
    assert (done.exit_code, done.stderr, done.stdout) == (
        0,
        "",
        """\
Planning for children at home (small), published
Returns are due 1 March 2031, 2 days from 27 February 2031.

                    a  b
Smallshire Police   C  C
Smallshire Schools  C  C

  C    4  complete

4 of 4 returns came back, 4 with answers.
Nothing is missing.
""",
    )


@pytest.mark.usefixtures("tree")
@pytest.mark.parametrize("command", ["status", "collate"])
@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("smal", " Did you mean small?"),
        ("audits/prnted", " Did you mean printed?"),
        ("SMALL", " Did you mean small?"),
        ("zzz", ""),
    ],
)
def test_unknown_audit_is_named_with_the_nearest(command: str, name: str, question: str) -> None:
    done = run(command, name)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith(
        f"Error: There is no audit {name}.{question}\nThe audits are:\n  printed\n  small\n"
    )


def test_start_of_a_name_is_enough_for_the_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert f"Did you mean {REAL}?" in run("status", "cheshire-east-2016").stderr


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("command", ["status", "collate"])
def test_audit_with_errors_is_not_added_up(command: str) -> None:
    done = run(command, "small")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("audits/small/findings.yml:2:3: `knid` is not known here\n")


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("command", ["status", "collate"])
def test_errors_in_one_audit_do_not_keep_another_from_being_added_up(command: str) -> None:
    assert run(command, "printed").exit_code == 0


# What hangs loose.


@pytest.mark.usefixtures("tree")
def test_thread_of_all_audits_counts() -> None:
    done = run("thread", "--as-at", "2031-06-01")
    assert (done.exit_code, done.stderr, done.stdout) == (
        0,
        "",
        """\
Planning for children at home (small)
     1  question that no finding used
     1  recommendation that nobody leads
     1  recommendation without a date
     1  recommendation without a measure

Planning as a report printed it (printed)
        nothing hangs loose

4 loose ends in 2 audits, as at 1 June 2031; `audits thread AUDIT` names them.
""",
    )


MADE_UP = {
    "audits/printed/audit.yml": """\
title: Planning as a report printed it
partnership: smallshire
themes: [planning]
status: published
made_up: yes
about: What a report printed.
""",
    "audits/printed/recommendations.yml": """\
plan: {text: Plan sooner., findings: [late]}
""",
    "audits/printed/findings.yml": """\
late: {kind: worry, text: Plans came late., rests_on: {statement: So said.}}
""",
}


def test_thread_of_all_audits_counts_made_up_ones_apart(tree: Path) -> None:
    for path, text in MADE_UP.items():
        (tree / path).write_text(text, "utf-8")
    said = run("thread", "--as-at", "2031-06-01").stdout.splitlines()
    assert "Planning as a report printed it (printed), made up" in said
    assert said[-1] == (
        "4 loose ends in 1 audit, and 3 loose ends in 1 audit made up as an example, as at 1 June "
        "2031; `audits thread AUDIT` names them."
    )


FOLLOWED_UP = {
    "audits/printed/follow-up.yml": """\
title: Planning for children at home
audit: small
points:
  - text: Minutes were sent *late*.
    standing: not tested
    now: Nobody looked.
""",
    "audits/small/findings.yml": """\
late-plans: {kind: worry, text: Plans came **late**., rests_on: {answers: [R2]}}
unsent: {kind: worry, text: Plans were not sent.}
""",
    "audits/small/recommendations.yml": """\
plan-sooner:
  text: Send every plan within ten working days.
  findings: [late-plans]
  due: 2031-05
  impact_due: 2031-08
  measure: Plans come in time.
  done: {date: 2031-05, text: They are sent.}
who-sends:
  kind: question for the Board
  text: Who sends the plans?
  findings: [unsent]
""",
}


@pytest.mark.parametrize(
    ("audit", "said"),
    [
        (
            "small",
            """\
Planning for children at home (small), as at 1 October 2031

1 poor answer that no finding mentions
  R1: Plan came in time: 2 of 4 returns, below 60%
  To close: name it under `rests_on: answers` of a finding, or write the finding.

1 recommendation with no finding behind it
  who-sends: Who sends the plans? (its findings do not say what they rest on)
  To close: name its `findings`, and what they rest on under `rests_on`.

1 recommendation done, its impact late
  plan-sooner: Send every plan within ten working days. (was to be shown by August 2031)
  To close: write under `impact` when it was shown and by what, or set a new date.

1 question for the Board without an answer
  who-sends: Who sends the plans?
  To close: write the Board's `answer` with its date.
""",
        ),
        (
            "printed",
            """\
Planning as a report printed it (printed), as at 1 October 2031

2 earlier recommendations not followed up
  small/plan-sooner: Send every plan within ten working days.
  small/who-sends: Who sends the plans?
  To close: say where it stands: a point of follow-up.yml names it under `recommendation`.

1 earlier point not tested
  point 1: Minutes were sent late.
  To close: test it next time, or ask its owner what became of it.
""",
        ),
    ],
)
def test_thread_of_one_audit_names_what_hangs_loose(audit: str, said: str, tree: Path) -> None:
    for path, text in FOLLOWED_UP.items():
        (tree / path).write_text(text, "utf-8")
    with (tree / "audits/small/tool.yml").open("a") as file:
        file.write("poor_below: 60\n")
    done = run("thread", audit, "--as-at", "2031-10-01")
    assert (done.exit_code, done.stderr, done.stdout) == (0, "", said)


@pytest.mark.usefixtures("tree")
def test_thread_of_an_audit_in_which_nothing_hangs_loose() -> None:
    assert run("thread", "printed", "--as-at", "2031-06-01").stdout == (
        "Planning as a report printed it (printed), as at 1 June 2031\n\nNothing hangs loose.\n"
    )


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize(("audits", "code"), [([], 1), (["small"], 1), (["printed"], 0)])
def test_thread_needs_data_without_errors(audits: list[str], code: int) -> None:
    assert run("thread", *audits, "--as-at", "2031-06-01").exit_code == code


# The date that goes without saying.


@pytest.mark.parametrize("command", [("check",), ("show", "small"), ("thread", "small")])
def test_commands_go_by_the_date_that_is_set(command: tuple[str, ...], tree: Path) -> None:
    with (tree / "audits/small/recommendations.yml").open("a") as file:
        file.write("  due: 2031-05\n  state: overdue\n")
    for day, code in (("2031-05-31", 1), ("2031-06-01", 0)):
        (tree / "mkdocs.yml").write_text(f"plugins: [{{audits: {{as_at: {day}}}}}]\n", "utf-8")
        assert run(*command).exit_code == code
        assert run(*command, "--as-at", "2031-05-31").exit_code == 1


@pytest.mark.parametrize("command", [("check",), ("list",), ("show", "small"), ("thread",)])
def test_a_date_that_cannot_be_read_ends_the_command(command: tuple[str, ...], tree: Path) -> None:
    (tree / "mkdocs.yml").write_text("plugins: [{audits: {as_at: 2031-13-01}}]\n", "utf-8")
    done = run(*command)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith(
        "Error: `as_at` in mkdocs.yml, `2031-13-01`, is no day of the calendar.\n"
    )


# Writing.


def test_schema_writes_what_the_model_gives(tree: Path) -> None:
    done = run("schema")
    assert (done.exit_code, done.stdout) == (0, "17 schemas written to schema/\n")
    assert {
        file.name: json.loads(file.read_text("utf-8")) for file in (tree / "schema").glob("*.json")
    } == schemas()
    assert (tree / "schema/editions.md").read_text("utf-8") == as_markdown()


@pytest.fixture(scope="module", params=["intranet", "public"])
def markdown(request: pytest.FixtureRequest, once: Once) -> Path:
    """The real data as Markdown, in each edition."""

    def make(folder: Path) -> Path:
        made = subprocess.run(
            [AUDITS, "pages", folder, "--edition", request.param, "--as-at", str(AS_AT)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        written = len(list(folder.rglob("*.md"))) - len(list((ROOT / "site/pages").rglob("*.md")))
        assert made.stdout == f"{written} pages written to {folder}\n"
        return folder

    return once(f"markdown-{request.param}", make)


def markdown_pages(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in folder.rglob("*.md")
        if not (ROOT / "site/pages" / file.relative_to(folder)).exists()
    }


TAG = re.compile(r"(?<!\\)<(?!https:)[a-z/!][^>]*>")
FEW = re.compile(r'<a id="[\w-]+">|</a>|<br/>|</?(?:code|pre|s|del|strong|em)>')
LINK = re.compile(r"(?<!\\)\[(?:[^\[\]\\]|\\.)*\]\(<?([^)>\s]+)>?(?: \"[^\"]*\")?\)")


def test_every_link_of_the_markdown_leads_to_a_place(markdown: Path) -> None:
    pages = markdown_pages(markdown)
    nowhere, followed = [], 0
    for path, text in pages.items():
        for link in LINK.findall(re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)):
            if re.match(r"https?:|mailto:", link):
                continue
            followed += 1
            address, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
            target = target if address else path
            if not (markdown / target).is_file():
                nowhere.append(f"{path}: {link}")
            elif anchor and target in pages and f'<a id="{anchor}"></a>' not in pages[target]:
                nowhere.append(f"{path}: {link}: no such place")
    assert nowhere == []
    assert followed > 500


def test_markdown_has_a_title_and_little_html(markdown: Path) -> None:
    untitled, others = [], []
    for path, text in markdown_pages(markdown).items():
        if not text.startswith('---\ntitle: "'):
            untitled.append(path)
        written = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
        others += [tag for tag in TAG.findall(written) if not FEW.fullmatch(tag)]
    assert (untitled, others) == ([], [])


def test_markdown_of_an_edition_holds_no_more_than_its_pages(markdown: Path) -> None:
    cases = [path for path in markdown_pages(markdown) if "/cases/" in path]
    assert bool(cases) is ("intranet" in markdown.name)
    assert [path for path, text in markdown_pages(markdown).items() if "Quillbrook" in text] == []


@pytest.mark.usefixtures("tree")
def test_pages_need_templates() -> None:
    done = run("pages", "out", "--as-at", "2031-03-31")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "has no templates for pages in site/templates." in done.stderr


def test_pages_outside_git_need_a_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project(tmp_path / "project", SMALL / "audits"))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "none"))
    Path("mkdocs.yml").unlink()
    done = run("pages", "out")
    assert (done.exit_code, done.stdout) == (2, "")
    none = tmp_path / "none"
    assert done.stderr.endswith(
        f"Error: The date is not known: git says: not a git repository: '{none}'. "
        "Say --as-at DATE.\n"
    )
    assert not Path("out").exists()


def test_pages_are_not_written_from_a_tree_with_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = project(tmp_path / "project", SMALL / "audits")
    monkeypatch.chdir(folder)
    (folder / "audits/small/findings.yml").write_text("late: {}\n", "utf-8")
    done = run("pages", "out", "--as-at", "2031-03-31")
    assert (done.exit_code, done.stdout, Path("out").exists()) == (1, "", False)


# A script that somebody typed.

SCRIPT = 'So: <script>alert("*a*[b](c)&lt;")</script> it was'


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree with a script in every text, in whose folder the command runs."""
    hostile_tree(tmp_path, SCRIPT)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("show", "small", "--as-at", "2031-12-31"),
        ("status", "small", "--as-at", "2031-12-31"),
        ("thread", "small", "--as-at", "2031-12-31"),
        ("check", "--as-at", "2031-12-31"),
        ("collate", "small"),
        ("collate", "small", "--by", "agency"),
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("typed")
def test_a_script_is_shown_at_the_terminal_as_it_was_typed(arguments: tuple[str, ...]) -> None:
    assert SCRIPT in " ".join(run(*arguments).stdout.split())


@pytest.mark.usefixtures("typed")
def test_a_script_stands_in_every_collation_as_it_was_typed() -> None:
    def labels(format_: str) -> set[str]:
        made = run("collate", "small", "--format", format_)
        match format_:
            case "csv":
                rows = csv.DictReader(io.StringIO(made.stdout.removeprefix("\ufeff")))
                return {row["label"] for row in rows}
            case "json":
                return {row["label"] for row in json.loads(made.stdout)}
            case "xlsx":
                with zipfile.ZipFile(io.BytesIO(made.stdout_bytes)) as book:
                    strings = book.read("xl/sharedStrings.xml").decode()
                return {
                    unescape(one) for one in re.findall(r"<t>([^<]*)</t>", strings) if "(" in one
                }
        cells = BeautifulSoup(
            MarkdownIt("gfm-like", {"linkify": False}).render(made.stdout), "html.parser"
        )
        return {row.find_all("td")[3].get_text() for row in cells.select("tbody tr")}

    shown = {format_: labels(format_) for format_ in ("csv", "json", "xlsx", "markdown")}
    assert shown == {format_: {SCRIPT} for format_ in shown}


# Where the project is.


@pytest.mark.parametrize("name", ["audits", "project"])
@pytest.mark.parametrize("inside", [".", "audits", "audits/small/returns"])
def test_the_project_is_found_by_what_it_has_and_not_by_its_name(
    name: str, inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(SMALL, tmp_path / name)
    monkeypatch.chdir(tmp_path / name / inside)
    done = run("check", "--as-at", "2031-12-31")
    assert (done.exit_code, done.stdout[:16]) == (0, "No faults found ")


def test_a_file_can_be_named_where_audits_is_a_link(
    tree: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    share = tmp_path_factory.mktemp("share") / "ours"
    (tree / "audits").rename(share)
    (tree / "audits").symlink_to(share)
    assert run("check", "audits/small/findings.yml").stdout == "No faults found in 1 file.\n"


# What the check cannot judge.


def test_a_state_that_no_date_was_known_for_is_an_error(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "none")
    with (tree / "audits/small/recommendations.yml").open("a") as file:
        file.write("  due: 2031-05\n  state: open\n")
    done = run("check", "--format", "json")
    assert (done.exit_code, json.loads(done.stdout)) == (
        1,
        [
            {
                "rule": "state-not-judged",
                "severity": "error",
                "path": "audits/small/recommendations.yml",
                "line": 6,
                "column": 10,
                "message": "`plan-sooner` says `open`, which was held against no date: git says: "
                "not a git repository: 'none'.",
                "tip": "Say --as-at with a date, or write `as_at` under `audits` in mkdocs.yml.",
            }
        ],
    )
    assert run("check", "--as-at", "2031-05-01").exit_code == 0
