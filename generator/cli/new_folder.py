"""A folder that a command fills: new, whole, and outside of the data."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

import click


def empty_folder(typed: str, root: Path) -> Path:
    """The folder that was named; ends the command where it holds something or is in the data.

    What was written there before may have been changed by hand, or be true no longer.
    """
    folder = Path(typed)
    if folder.resolve().is_relative_to((root / "audits").resolve()):
        raise click.UsageError(f"{folder} is in the folder of the data: name another.")
    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(f"{folder} is not empty: name a new folder, or empty it first.")
    return folder


def fill(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write the files, each with its path, into a folder that is empty or not there.

    All of them are there in the end, or none. They are written as they come.
    """
    folder.absolute().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.absolute().parent) as scratch:
        beside = Path(scratch) / "new"
        beside.mkdir()
        for name, data in files:
            file = beside / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        if folder.exists():
            folder.rmdir()
        beside.rename(folder)
