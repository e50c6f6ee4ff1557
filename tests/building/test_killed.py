"""A build that is killed at any step: a site stays whole, and the next build clears up."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.building.killed import build

STEPS = ("_put_right", "_run_mkdocs", "must_not_be_there", "put_in_place")


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
