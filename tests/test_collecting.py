"""What a business manager types while returns come in, and for the meeting."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.sites import ROOT, SMALL


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small tree, of which the school's returns have not come."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    shutil.copytree(ROOT / "site/templates", tmp_path / "site/templates")
    for case in "ab":
        (tmp_path / f"audits/small/returns/{case}/school.yml").unlink()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_chase_writes_a_text_and_a_draft_an_agency(project: Path) -> None:
    done = run("chase", "small", "out/letters", "--as-at", "2031-02-27")
    assert (done.exit_code, done.stdout) == (
        0,
        "1 letter written to out/letters; nothing was sent:\n"
        "  Smallshire Schools: Case A and Case B (to whom, audit.yml does not say)\n",
    )
    assert names(project / "out/letters") == ["school.eml", "school.txt"]


def test_chase_of_who_has_all_answered_writes_nothing(project: Path) -> None:
    shutil.copytree(SMALL, project, dirs_exist_ok=True)
    done = run("chase", "small", "letters")
    assert (done.exit_code, done.stdout, (project / "letters").exists()) == (
        0,
        "Nothing is still to come for small: no letter was written.\n",
        False,
    )


def test_chase_leaves_letters_that_somebody_may_have_changed(project: Path) -> None:
    (project / "letters").mkdir()
    (project / "letters/school.txt").write_text("mine", "utf-8")
    done = run("chase", "small", "letters")
    assert done.exit_code == 2
    assert "letters is not empty: name a new folder, or empty it first." in done.stderr
    assert (project / "letters/school.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    "command", [("chase", "small", "audits/letters"), ("pack", "small", "--out", "audits/small/x")]
)
def test_nothing_is_written_into_the_data(project: Path, command: tuple[str, ...]) -> None:
    done = run(*command)
    assert done.exit_code == 2
    assert f"{command[-1]} is in the folder of the data: name another." in done.stderr
    assert not (project / command[-1]).exists()


def test_a_fault_in_the_wording_is_told_with_its_line(project: Path) -> None:
    (project / "site/templates/chase.txt").write_text("Subject: x\n{{ oops\n", "utf-8")
    done = run("chase", "small", "letters")
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: site/templates/chase.txt:2: ")


def test_a_word_that_the_wording_cannot_use_is_named(project: Path) -> None:
    (project / "site/templates/chase.txt").write_text("Subject: {{ titel }}\n", "utf-8")
    done = run("chase", "small", "letters")
    assert (done.exit_code, done.stderr) == (
        1,
        "Error: site/templates/chase.txt: 'titel' is undefined.\n",
    )


def test_no_wording_is_said(project: Path) -> None:
    (project / "site/templates/chase.txt").unlink()
    done = run("chase", "small", "letters")
    assert done.exit_code == 2
    assert "has no site/templates/chase.txt." in done.stderr


def test_calendar_names_what_it_leaves_out(project: Path) -> None:
    done = run("calendar", "small", "dates.ics", "--as-at", "2031-02-01")
    assert (done.exit_code, done.stdout, done.stderr) == (
        0,
        "1 date written to dates.ics\n",
        "Left out, since no day is known: the report comes out, April 2031.\n",
    )
    assert (project / "dates.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


@pytest.mark.usefixtures("project")
def test_calendar_is_written_over_no_other_file() -> None:
    done = run("calendar", "small", "audits/small/audit.yml")
    assert done.exit_code == 2
    assert "audits/small/audit.yml is no calendar file: its name must end in .ics." in done.stderr


def test_an_audit_without_a_day_has_no_calendar(project: Path) -> None:
    done = run("calendar", "printed", "dates.ics", "--as-at", "2031-02-01")
    assert (done.exit_code, (project / "dates.ics").exists()) == (2, False)
    assert "printed has no date with a day under `dates` in audit.yml." in done.stderr


def test_pack_of_every_case(project: Path) -> None:
    done = run("pack", "small", "--out", "meeting")
    assert (done.exit_code, done.stdout) == (
        0,
        "2 papers written to meeting: for the panel alone.\n",
    )
    assert names(project / "meeting") == ["case-a.html", "case-b.html"]


def test_pack_of_one_case(project: Path) -> None:
    done = run("pack", "small", "b", "b", "--out", "meeting")
    assert (done.exit_code, names(project / "meeting")) == (0, ["case-b.html"])


def test_pack_of_a_case_that_is_not_there(project: Path) -> None:
    done = run("pack", "small", "c", "--out", "meeting")
    assert (done.exit_code, (project / "meeting").exists()) == (2, False)
    assert "small has no case c. It has `a`, `b`." in done.stderr


def test_pack_has_the_same_bytes_every_time(project: Path) -> None:
    run("pack", "small", "a", "--out", "one")
    run("pack", "small", "a", "--out", "two")
    assert (project / "one/case-a.html").read_bytes() == (project / "two/case-a.html").read_bytes()
