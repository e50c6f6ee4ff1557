"""A site in the place of another: there is a whole one whenever the run is killed."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.building.swap import exchanged, put_in_place, recover

KILLED_AT = """
import os, signal, sys
from pathlib import Path
from generator.building import swap
if sys.argv[3] == "two renames":
    swap.exchanged = lambda one, other: False
left = int(sys.argv[2])
def count(event, arguments):
    global left
    if event in ("os.rename", "os.rmdir", "os.remove", "ctypes.dlsym"):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
root = Path(sys.argv[1])
swap.recover(root / "site", root / "before")
swap.put_in_place(root / "new", root / "site", root / "before")
"""


def site(folder: Path, word: str) -> Path:
    folder.mkdir()
    for name in ("index.html", "audits.html", "themes.html"):
        (folder / name).write_text(word, encoding="utf-8")
    return folder


def words(folder: Path) -> list[str]:
    """What the pages of a site say."""
    return [page.read_text(encoding="utf-8") for page in sorted(folder.glob("*.html"))]


def test_first_site_is_put_where_there_was_none(tmp_path: Path) -> None:
    put_in_place(site(tmp_path / "new", "new"), tmp_path / "site", tmp_path / "before")
    assert [words(tmp_path / name) for name in ("site", "before")] == [["new"] * 3, []]


def test_the_site_before_is_kept(tmp_path: Path) -> None:
    for name, word in (("site", "old"), ("before", "oldest"), ("new", "new")):
        site(tmp_path / name, word)
    put_in_place(tmp_path / "new", tmp_path / "site", tmp_path / "before")
    assert [words(tmp_path / name) for name in ("site", "before")] == [["new"] * 3, ["old"] * 3]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems exchange names otherwise")
def test_two_folders_are_exchanged_in_one_step(tmp_path: Path) -> None:
    site(tmp_path / "one", "1")
    site(tmp_path / "other", "2")
    assert exchanged(tmp_path / "one", tmp_path / "other")
    assert [words(tmp_path / name) for name in ("one", "other")] == [["2"] * 3, ["1"] * 3]


def test_folders_that_cannot_be_exchanged_stay(tmp_path: Path) -> None:
    site(tmp_path / "one", "1")
    assert not exchanged(tmp_path / "one", tmp_path / "none")
    assert words(tmp_path / "one") == ["1"] * 3


@pytest.mark.parametrize("way", ["exchange", "two renames"])
@pytest.mark.parametrize("step", range(9))
def test_a_site_is_left_wherever_a_run_is_killed(way: str, step: int, tmp_path: Path) -> None:
    for name, word in (("site", "old"), ("before", "oldest"), ("new", "new")):
        site(tmp_path / name, word)
    done = subprocess.run(
        [sys.executable, "-c", KILLED_AT, tmp_path, str(step), way], check=False, timeout=60
    )
    assert done.returncode in (0, -signal.SIGKILL)
    recover(tmp_path / "site", tmp_path / "before")
    assert words(tmp_path / "site") in (["old"] * 3, ["new"] * 3)
