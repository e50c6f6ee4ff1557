"""A build that is killed at any step: a site stays whole, and the next build clears up.

What MkDocs would make is written at once here; that it is killed as well, test_build.py shows.
"""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

STEPS = ("_put_right", "_run_mkdocs", "must_not_be_there", "put_in_place")
BUILD = """
import os, signal, sys
from pathlib import Path
from generator.building import steps

root, word, step, when = Path(sys.argv[1]), *sys.argv[2:]

def make(build, new):
    new.mkdir()
    for name in ("index.html", "404.html"):
        (new / name).write_text(
            '<meta http-equiv="Content-Security-Policy"><meta name="edition" content="public">'
            + word
        )

def killed_at(work):
    def run(*given):
        if when == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        done = work(*given)
        os.kill(os.getpid(), signal.SIGKILL)
        return done
    return run

steps._run_mkdocs = make
if step:
    setattr(steps, step, killed_at(getattr(steps, step)))
steps.build_site(steps.Build(root, root / "build/site"), lambda said: None)
"""


def build(folder: Path, word: str, step: str = "", when: str = "") -> int:
    """Build a site that says this word, and kill it before or after a step."""
    command = [sys.executable, "-c", BUILD, str(folder), word, step, when]
    return subprocess.run(command, check=False, timeout=60).returncode


def says(site: Path) -> list[str]:
    """The last word of each page of a site."""
    return [page.read_text(encoding="utf-8").rpartition(">")[2] for page in site.glob("*.html")]


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_site_is_whole_and_the_next_build_clears_up(step: str, when: str, tmp_path: Path) -> None:
    folder = tmp_path / "build"
    assert build(tmp_path, "first") == 0
    assert build(tmp_path, "second", step, when) == -signal.SIGKILL
    swapped = (step, when) == ("put_in_place", "after")
    assert says(folder / "site") == ["second" if swapped else "first"] * 2
    assert build(tmp_path, "third") == 0
    assert says(folder / "site") == ["third"] * 2
    assert says(folder / "site-before") == ["second" if swapped else "first"] * 2
    left = sorted(path.name for path in folder.iterdir())
    assert left == [".lock", "site", "site-before"]
