"""What the tree can hold besides files that can be read: each is said, and the rest is read."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.limits import MAX_FOLDERS_DEEP
from generator.read.folder import read_bytes
from tests.check.trees import lines, small_tree

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def fifo(path: Path) -> None:
    os.mkfifo(path)


def listener(path: Path) -> None:
    # A socket's own name must be short, wherever the test runs.
    before = Path.cwd()
    os.chdir(path.parent)
    try:
        socket.socket(socket.AF_UNIX).bind(path.name)
    finally:
        os.chdir(before)


def folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "what"), [(fifo, "a pipe"), (listener, "a socket"), (folder, "a folder")]
)
@pytest.mark.parametrize("name", ["small/summary.md", "small/returns/a/police.yml", "themes.yml"])
def test_what_is_called_like_a_file_and_is_none(
    make: Callable[[Path], None], what: str, name: str, tmp_path: Path
) -> None:
    audits = small_tree(tmp_path)
    (audits / name).unlink(missing_ok=True)
    make(audits / name)
    assert lines(audits) == (
        f"audits/{name}:1:1: error[unsafe-file] this is {what}, and a file is expected here | "
        "Put a plain file here.\n"
    )


def test_folders_without_end(tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    deep = audits / "small"
    for _ in range(60):
        deep /= "more"
        deep.mkdir()
    reached = "/".join(["audits/small", *["more"] * MAX_FOLDERS_DEEP])
    assert lines(audits) == (
        f"{reached}:1:1: error[unsafe-file] this folder stands deeper than {MAX_FOLDERS_DEEP} "
        "others, and is not looked into | Check whether it belongs here.\n"
    )


@pytest.mark.skipif(AS_ROOT, reason="root may read everything")
@pytest.mark.parametrize("name", ["small/findings.yml", "small", "small/returns/a"])
def test_what_nobody_lets_us_read(name: str, tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    (audits / name).chmod(0)
    try:
        said = lines(audits)
    finally:
        (audits / name).chmod(0o755)
    assert said == (
        f"audits/{name}:1:1: error[unsafe-file] this cannot be read: Permission denied | Let "
        "whoever runs this read it, or look whether it is still there.\n"
    )


def test_file_that_is_gone_when_it_is_read(tmp_path: Path) -> None:
    fault = read_bytes(tmp_path / "gone.yml", "audits/gone.yml", 10)
    assert not isinstance(fault, bytes)
    assert fault.message == "this cannot be read: No such file or directory"


@pytest.mark.parametrize("name", ["Findings.yml", "FINDINGS.YML"])
def test_file_that_differs_from_another_by_capitals(name: str, tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    (audits / "small" / name).write_text("x: 1\n", encoding="utf-8")
    if len(list((audits / "small").glob("[fF]*"))) == 1:
        pytest.skip("this file system knows no capitals")
    assert lines(audits) == (
        f"audits/small/{name}:1:1: error[unexpected-file] `{name}` looks like a copy of "
        "`findings.yml`, which is there too | Compare the two, take over into `findings.yml` what "
        "it lacks, and delete this one.\n"
    )


def test_name_that_is_no_text(tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    (audits / "small" / os.fsdecode(b"caf\xe9.yml")).write_text("x: 1\n", encoding="utf-8")
    assert lines(audits).startswith("audits/small/caf\udce9.yml:1:1: error[unexpected-file] ")
