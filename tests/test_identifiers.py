"""`audits identifiers`, as somebody at a terminal meets it: drafts, the roster, what is staged."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from generator.cli import main
from generator.diagnostics.formats import FORMATS
from tests.sites import SMALL


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ("identifiers", *arguments), input=text)


def git(*words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words],
        check=True,
        capture_output=True,
    )


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small tree in a repository, all of it committed."""
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "begin")
    return tmp_path


def test_a_draft_is_checked_before_it_is_in_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text("We saw Ngozi.\n", "utf-8")
    done = run("draft.md")
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout.startswith(
        "error[name]: `Ngozi` is no word that is known here, and may name somebody\n"
        " --> draft.md:1:8\n"
    )


def test_what_comes_in_is_checked() -> None:
    done = run("-", "--format", "json", text="Nobody asked Ngozi.\n")
    faults = [(fault["rule"], fault["path"], fault["column"]) for fault in json.loads(done.stdout)]
    assert (done.exit_code, faults) == (1, [("name", "-", 14)])


@pytest.mark.usefixtures("project")
def test_a_folder_of_the_project_is_clean() -> None:
    done = run("audits")
    assert (done.exit_code, done.stdout) == (0, "No faults found in 18 files.\n")


def test_what_is_staged_is_checked_as_it_is_staged(project: Path) -> None:
    case = project / "audits/small/cases/b.md"
    text = case.read_text("utf-8")
    case.write_text(f"{text}Ngozi came.\n", "utf-8")
    git("add", ".")
    case.write_text(text, "utf-8")
    done = run("--staged", "--format", "json")
    faults = [(fault["rule"], fault["path"]) for fault in json.loads(done.stdout)]
    assert (done.exit_code, faults) == (1, [("name", "audits/small/cases/b.md")])


@pytest.mark.usefixtures("project")
def test_nothing_is_staged() -> None:
    assert run("--staged").stdout == "No faults found in 0 files.\n"


@pytest.mark.parametrize("format_", FORMATS)
def test_a_match_with_the_roster_is_never_repeated(
    format_: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roster.txt").write_text("Ngozi Testperson\n", "utf-8")
    (tmp_path / "draft.md").write_text("We saw Ngozi Testperson and Tianna.\n", "utf-8")
    done = run("draft.md", "--roster", "roster.txt", "--format", format_)
    assert done.exit_code == 1
    assert "on-roster" in done.stdout
    assert "Ngozi" not in done.stdout
    assert "Testperson" not in done.stdout


def test_a_roster_that_git_keeps_is_refused(project: Path) -> None:
    (project / "roster.txt").write_text("Ngozi\n", "utf-8")
    git("add", "roster.txt")
    done = run("audits", "--roster", "roster.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "`git rm --cached roster.txt`" in done.stderr


def test_a_roster_that_git_would_keep_is_refused(project: Path) -> None:
    (project / "roster.txt").write_text("Ngozi\n", "utf-8")
    done = run("audits", "--roster", "roster.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "write it into .gitignore" in done.stderr


def test_a_roster_that_git_ignores_is_used(project: Path) -> None:
    (project / ".gitignore").write_text("roster.txt\n", "utf-8")
    (project / "roster.txt").write_text("Quiet\n", "utf-8")
    assert run("audits", "--roster", "roster.txt").exit_code == 0


@pytest.mark.parametrize("arguments", [(), ("--staged", "audits"), ("no-such-file",)])
@pytest.mark.usefixtures("project")
def test_wrong_use(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")


def test_a_picture_is_read_for_what_stands_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    info = PngInfo()
    info.add_itxt("Author", "Ngozi")
    Image.new("RGB", (2, 2)).save("drawing.png", pnginfo=info)
    done = run("drawing.png", "--format", "json")
    assert [
        (fault["rule"], fault["path"], fault["message"]) for fault in json.loads(done.stdout)
    ] == [
        (
            "possible-name",
            "drawing.png",
            "`Ngozi` may be somebody's name: the file of the picture says so beside what it shows",
        )
    ]


@pytest.mark.parametrize("format_", FORMATS)
def test_a_path_that_names_somebody_of_the_roster_is_not_repeated(
    project: Path, format_: str
) -> None:
    roster = project.parent / "roster.txt"
    roster.write_text("Ngozi\n", "utf-8")
    case = project / "audits/small/cases/ngozi.md"
    case.write_text((project / "audits/small/cases/a.md").read_text("utf-8"), "utf-8")
    done = run("audits/small/cases/ngozi.md", "--roster", str(roster), "--format", format_)
    assert done.exit_code == 1
    assert "ngozi" not in done.output.casefold()
    assert "[name].md" in unquote(done.output)
