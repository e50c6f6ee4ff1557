"""What git knows of the project, and what is said where it knows nothing."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.model.as_at import NoDate
from generator.repository import folder_within, last_commit
from tests.sites import environment

COMMITTED = date(2030, 1, 2)
WHO = {"NAME": "A", "EMAIL": "a@example.org", "DATE": f"{COMMITTED}T12:00:00+00:00"}
IDENTITY = {
    f"GIT_{role}_{key}": value for key, value in WHO.items() for role in ("AUTHOR", "COMMITTER")
}


def git(folder: Path, *words: str) -> None:
    """Run git in a folder."""
    subprocess.run(["git", *words], cwd=folder, env=environment(**IDENTITY), check=True)


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Git's settings of a user who has none."""
    file = tmp_path / "gitconfig"
    file.touch()
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(file))
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
    return file


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project's folder, outside of git."""
    folder = tmp_path / "repository/site"
    (folder / "audits").mkdir(parents=True)
    (folder / "audits/themes.yml").touch()
    return folder


def commit_all(folder: Path) -> None:
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "All of it")


def test_the_day_of_the_last_commit(project: Path) -> None:
    commit_all(project)
    assert last_commit(project) == COMMITTED


def test_the_day_where_the_project_is_a_folder_of_a_repository(project: Path) -> None:
    commit_all(project.parent)
    assert last_commit(project) == COMMITTED


def test_signatures_are_not_asked_for(project: Path, settings: Path) -> None:
    commit_all(project)
    settings.write_text("[log]\n\tshowSignature = true\n[gpg]\n\tprogram = false\n", "utf-8")
    assert last_commit(project) == COMMITTED


def nothing(project: Path) -> None:
    """Leave the project as it is."""


def begin(project: Path) -> None:
    git(project, "init", "--quiet", "--initial-branch", "main")


def commit_around(project: Path) -> None:
    git(project.parent, "init", "--quiet")
    git(project.parent, "commit", "--quiet", "--allow-empty", "-m", "Somebody's own")


@pytest.mark.parametrize(
    ("prepare", "why"),
    [
        (nothing, "git says: not a git repository (or any of the parent directories): .git."),
        (begin, "git says: your current branch 'main' does not have any commits yet."),
        (
            commit_around,
            "the folder `audits` is in no commit of the git repository around it.",
        ),
    ],
)
def test_why_there_is_no_day(prepare: Callable[[Path], None], why: str, project: Path) -> None:
    prepare(project)
    assert last_commit(project) == NoDate(why)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make another user's checkout")
def test_why_there_is_no_day_in_another_users_checkout(project: Path) -> None:
    commit_all(project)
    os.chown(project, 65534, 65534)
    assert last_commit(project) == NoDate(
        f"git says: detected dubious ownership in repository at '{project}'."
    )


def test_why_there_is_no_day_without_git(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(project))
    assert last_commit(project) == NoDate(
        "git says: it cannot be run here (No such file or directory)."
    )


def test_where_in_its_repository_the_project_lies(project: Path) -> None:
    assert folder_within(project) == ""
    commit_all(project.parent)
    assert (folder_within(project), folder_within(project.parent)) == ("site/", "")


@pytest.mark.parametrize("variable", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_where_git_does_not_tell_the_forge_does(
    variable: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, str(project.parent))
    assert (folder_within(project), folder_within(project.parent)) == ("site/", "")
