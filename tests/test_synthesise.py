"""`audits synthesise`: a project of made-up audits that can be checked and built."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.as_at import as_at_of
from generator.cli import main
from generator.model.as_at import AsAt
from generator.synthesise.outline import AS_AT
from tests.sites import SITE_IS_BUILT, SMALL, project


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project with little data, in whose folder the command runs."""
    made = project(tmp_path / "here", SMALL / "audits")
    monkeypatch.chdir(made)
    return made


def test_what_is_written_is_a_project(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = CliRunner().invoke(main, ("synthesise", "build/made-up", "--audits", "2"))
    assert (done.exit_code, done.output) == (
        0,
        "2 audits with 11 returns written to build/made-up, all of it made up.\n",
    )
    monkeypatch.chdir(here / "build/made-up")
    checked = CliRunner().invoke(main, ("check",))
    assert (checked.exit_code, checked.output) == (0, "No faults found in 32 files.\n")
    built = CliRunner().invoke(main, ("build",))
    assert (built.exit_code, built.output) == (0, SITE_IS_BUILT)


def test_a_folder_that_holds_something_is_left_alone(here: Path) -> None:
    (here / "mine").mkdir()
    (here / "mine/note.txt").write_text("Mine.", "utf-8")
    done = CliRunner().invoke(main, ("synthesise", "mine"))
    assert (done.exit_code, [file.name for file in (here / "mine").iterdir()]) == (2, ["note.txt"])
    assert "mine is not empty: name a new folder, or empty it first." in done.output


def test_a_date_that_was_set_gives_way(here: Path) -> None:
    config = here / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace(str(AS_AT), "2020-01-01"), "utf-8")
    CliRunner().invoke(main, ("synthesise", "new", "--audits", "1"))
    day: AsAt = as_at_of(here / "new")
    assert day == AS_AT


def test_without_a_site_nothing_is_written(here: Path) -> None:
    (here / "mkdocs.yml").unlink()
    done = CliRunner().invoke(main, ("synthesise", "new"))
    assert (done.exit_code, (here / "new").exists()) == (2, False)
    assert "has no line `- audits:` under `plugins`" in " ".join(done.output.split())
