"""Pictures in the tree: told apart by eye, and read no further than a picture goes."""

from __future__ import annotations

import os
from pathlib import Path
from unicodedata import normalize

import pytest

from generator.limits import MAX_PICTURE_BYTES
from tests.check.trees import lines, tree_with

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'
BESIDE = "audits/small"


def test_picture_is_found_however_its_accents_are_stored(tmp_path: Path) -> None:
    audits = tree_with(
        tmp_path,
        {
            f"{BESIDE}/{normalize('NFD', 'café.svg')}": DRAWING,
            f"{BESIDE}/summary.md": f"See ![the café]({normalize('NFC', 'café.svg')}).\n",
        },
    )
    assert lines(audits) == ""


@pytest.mark.parametrize("names", [("café.svg", normalize("NFD", "café.svg")), ("A.svg", "a.svg")])
def test_two_pictures_that_some_computers_take_for_one_are_told(
    names: tuple[str, str], tmp_path: Path
) -> None:
    audits = tree_with(tmp_path, {f"{BESIDE}/{name}": DRAWING for name in names})
    first, second = sorted(names)
    assert lines(audits) == (
        f"{BESIDE}/{second}:1:1: error[unsafe-picture] this has the name of `{first}`, but for "
        "large letters or the way accents are stored | Give one of the two another name: not every "
        "computer tells them apart.\n"
    )


def test_large_file_is_not_read(tmp_path: Path) -> None:
    audits = tree_with(tmp_path, {})
    with (audits / "small/plan.png").open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.truncate(300_000_000)
    assert lines(audits) == (
        f"{BESIDE}/plan.png:1:1: error[unsafe-picture] this picture has 300,000,000 bytes; at most "
        f"{MAX_PICTURE_BYTES:,} are published | Save it smaller: 2,000 pixels across are enough "
        "for any screen.\n"
    )


def test_pipe_called_like_a_picture_is_not_waited_for(tmp_path: Path) -> None:
    audits = tree_with(tmp_path, {})
    os.mkfifo(audits / "small/plan.png")
    assert lines(audits) == (
        f"{BESIDE}/plan.png:1:1: error[unsafe-file] this is a pipe, and a file is expected here | "
        "Put a plain file here.\n"
    )
