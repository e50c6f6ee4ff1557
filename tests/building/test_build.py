"""`audits build`: the last good site stays whole, whatever happens to the next."""

from __future__ import annotations

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.conftest import Once
from tests.sites import SITE_IS_BUILT, SMALL, environment, project

AUDITS = Path(sys.executable).parent / "audits"
WAYS_OUT = 4
"""So many moments of a build are tried to end it at."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with the small tree."""
    return project(tmp_path / "project", audits=SMALL / "audits")


@pytest.fixture(scope="module")
def built_once(once: Once) -> Path:
    def make(folder: Path) -> Path:
        project(folder / "project", audits=SMALL / "audits")
        started = start(folder / "project")
        said = started.communicate(timeout=120)
        assert (started.returncode, *said) == (0, SITE_IS_BUILT, "")
        return folder / "project"

    return once("built", make)


@pytest.fixture
def built_folder(built_once: Path, tmp_path: Path) -> Path:
    """The same with its site."""
    return shutil.copytree(built_once, tmp_path / "project")


def start(folder: Path, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [AUDITS, "build", *arguments],
        cwd=folder,
        env=environment(**variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def run(folder: Path, *words: str, **variables: str) -> tuple[int, str, str]:
    """Run the command in this process, MkDocs in one of its own: exit code and what was said."""
    nothing_left = {"SOURCE_DATE_EPOCH": None, **variables}
    with chdir(folder):
        done = CliRunner().invoke(main, words, env=nothing_left, catch_exceptions=False)
    return done.exit_code, done.stdout, done.stderr


def build(folder: Path, *arguments: str, **variables: str) -> tuple[int, str, str]:
    return run(folder, "build", *arguments, **variables)


def pages(site: Path) -> dict[str, bytes]:
    return {page.relative_to(site).as_posix(): page.read_bytes() for page in site.rglob("*.html")}


def break_data(folder: Path) -> None:
    (folder / "audits/small/findings.yml").write_text("late-plans: [\n", encoding="utf-8")


def test_site_is_built_and_the_one_before_kept(built_folder: Path) -> None:
    folder = built_folder
    first = pages(folder / "build/site")
    assert build(folder)[0] == 0
    assert pages(folder / "build/site-before") == first
    left = sorted(path.name for path in (folder / "build").iterdir())
    assert left == [".lock", "site", "site-before"]


def test_failing_build_leaves_the_last_site(built_folder: Path) -> None:
    folder = built_folder
    good = pages(folder / "build/site")
    break_data(folder)
    code, out, err = build(folder)
    assert (code, out) == (1, "")
    assert err.splitlines()[-1] == "Error: Nothing was built. The last site is as it was."
    assert "--> audits/small/findings.yml:" in err
    assert pages(folder / "build/site") == good


def test_failing_first_build_says_that_there_is_no_site(folder: Path) -> None:
    break_data(folder)
    assert build(folder)[2].splitlines()[-1] == "Error: Nothing was built. There is no site yet."
    assert not (folder / "build/site").exists()


def test_two_builds_at_once_both_succeed(folder: Path) -> None:
    first, second = start(folder), start(folder)
    said = [one.communicate(timeout=120) for one in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0]
    waited = re.compile(
        r"Another build is at work \(process \d+, since \d\d:\d\d:\d\d\); "
        r"this one waits until it has ended\.\n"
    )
    assert sum(bool(waited.fullmatch(err)) for _, err in said) == 1
    assert pages(folder / "build/site") == pages(folder / "build/site-before")


def test_killed_build_leaves_the_last_site_and_the_next_clears_up(built_folder: Path) -> None:
    folder = built_folder
    started = time.monotonic()
    build(folder)
    took = time.monotonic() - started
    good = pages(folder / "build/site")
    for step in range(WAYS_OUT):
        killed = start(folder)
        time.sleep(took * step / WAYS_OUT)
        # The whole group: what a closed terminal or a stopped job takes with it.
        os.killpg(killed.pid, signal.SIGKILL)
        killed.communicate(timeout=60)
        assert pages(folder / "build/site") == good
    assert build(folder)[0] == 0
    left = sorted(path.name for path in (folder / "build").iterdir())
    assert left == [".lock", "site", "site-before"]


def test_full_disk_is_said_and_leaves_the_last_site(built_folder: Path) -> None:
    folder = built_folder
    good = pages(folder / "build/site")
    done = subprocess.run(
        [AUDITS, "build"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)),
    )
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert done.stderr.endswith("Error: Nothing was built. The last site is as it was.\n")
    assert "Traceback" not in done.stderr
    assert pages(folder / "build/site") == good


def test_file_in_the_place_of_the_site_is_left_alone(folder: Path) -> None:
    (folder / "build").mkdir()
    (folder / "build/site").write_text("mine", encoding="utf-8")
    code, _, err = build(folder)
    assert code == 1
    assert "is a file, and the site is a folder." in err
    assert (folder / "build/site").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("place", ["build/site", "build/site-before"])
def test_folder_that_is_no_site_is_left_alone(place: str, folder: Path) -> None:
    (folder / place).mkdir(parents=True)
    (folder / place / "minutes.txt").write_text("mine", encoding="utf-8")
    code, _, err = build(folder)
    assert code == 1
    assert f"{folder / place} holds something that is no site" in err
    assert (folder / place / "minutes.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("place", [".", "audits", "audits/small/new", "site/pages"])
def test_no_site_takes_the_place_of_the_projects_own_files(place: str, folder: Path) -> None:
    before = sorted(folder.rglob("*"))
    code, _, err = build(folder, "--into", place)
    assert code == 1
    assert "Error: Nothing was built." in err
    assert sorted(folder.rglob("*")) == before


def test_link_in_the_place_of_the_site_is_left_alone(folder: Path, tmp_path: Path) -> None:
    (folder / "build").mkdir()
    (folder / "build/site").symlink_to(tmp_path)
    code, _, err = build(folder)
    assert (code, "is a link: name the folder that it leads to." in err) == (1, True)
    assert (folder / "build/site").readlink() == tmp_path


def test_each_edition_has_a_folder_of_its_own(folder: Path) -> None:
    assert build(folder, "--edition", "public")[1] == (
        "The site is built: open build/public/index.html\n"
    )
    assert "audits/small/cases/a.html" not in pages(folder / "build/public")
    assert not (folder / "build/site").exists()


def test_edition_of_the_environment_goes_into_no_folder_of_another(folder: Path) -> None:
    build(folder, EDITION="public")
    assert "audits/small/cases/a.html" in pages(folder / "build/site")


MUST_BE = "it must be restricted, intranet or public."


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("edition:", f"`edition` is 'empty'; {MUST_BE}"),
        ("edition: ''", f"`edition` is 'empty'; {MUST_BE}"),
        ("edition: Public", f"`edition` is 'Public'; {MUST_BE}"),
        ("edition: [public]", f"`edition` is ['public']; {MUST_BE}"),
        ("editon: public", "`editon` is not known here. Did you mean `edition`?"),
        ("for: public", "`for` is not known here. Known: edition and as_at."),
    ],
)
def test_edition_that_is_none_builds_nothing(written: str, said: str, folder: Path) -> None:
    config = folder / "mkdocs.yml"
    before, _, after = config.read_text(encoding="utf-8").partition("edition: intranet")
    config.write_text(before + written + after, encoding="utf-8")
    code, _, err = build(folder)
    assert (code, (folder / "build/site").exists()) == (1, False)
    line = before.count("\n") + 1
    assert f"mkdocs.yml, line {line}: {said}" in err


def test_edition_that_is_written_twice_builds_nothing(folder: Path) -> None:
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    line = text.partition("edition: intranet")[0].count("\n") + 2
    twice = text.replace("edition: intranet", "edition: public\n      edition: restricted")
    config.write_text(twice, encoding="utf-8")
    code, _, err = build(folder)
    assert (code, (folder / "build/site").exists()) == (1, False)
    assert f"mkdocs.yml, line {line}: `edition` is written twice: delete one of the two." in err


def test_empty_edition_of_the_environment_is_none(folder: Path) -> None:
    code, _, err = build(folder, "--edition", "")
    assert (code, (folder / "build").exists()) == (2, False)
    assert "'' is not one of 'restricted', 'intranet', 'public'." in err


def test_unchanged_pages_of_another_edition_are_not_left_over(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--dirty"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "--dirty leaves pages of the build before" in done.stderr
