"""Whether files are still what they were, by what the system says of them, without reading them.

As git does: a file of the same size, the same times, in the same place of the disk is the same. One
that was written while it was read may be otherwise at the next look with the same times, so what
changed just before does not count as known.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from generator.limits import MAX_PICTURE_BYTES

TICK: Final = 100_000_000
"""Nanoseconds in which a file system that tells parts of a second may give two changes one time."""

SECONDS: Final = 2_000_000_000
"""The same of one that counts in seconds: FAT goes by two."""


_COMPILED: Final = "__pycache__"
"""What Python keeps for itself beside the program."""


@dataclass(frozen=True)
class Signature:
    """What the system says of all files below a folder."""

    digest: str
    settled: int
    """From when on a change would show, in nanoseconds of the file system's clock."""


def signatures(root: Path, only: Collection[str] | None = None) -> dict[str, Signature]:
    """The signature of each folder in `root`, by name; of what stands beside them under no name.

    Where it is said, of these `only`.
    """
    try:
        with os.scandir(root) as entries:
            asked = [one for one in entries if only is None or one.name in only or not one.is_dir()]
    except OSError:
        return {}
    listed = sorted(asked, key=lambda one: one.name)
    beside = [entry for entry in listed if not entry.is_dir(follow_symlinks=False)]
    found = {"": _signature(_said(entry, entry.name) for entry in beside)}
    for entry in listed:
        if entry.is_dir(follow_symlinks=False) and entry.name != _COMPILED:
            found[entry.name] = _signature(_below(entry.path, entry.name))
    return found


def _signature(said: Iterator[tuple[str, int]]) -> Signature:
    digest, settled = sha256(), 0
    for line, changed in said:
        digest.update(line.encode("utf-8", "surrogateescape"))
        settled = max(settled, changed + (TICK if changed % 1_000_000_000 else SECONDS))
    return Signature(digest.hexdigest(), settled)


def _below(folder: str, inside: str) -> Iterator[tuple[str, int]]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda one: one.name)
    except OSError as error:
        yield f"{inside}\0{error.errno}\n", 0
        return
    for entry in listed:
        if entry.name == _COMPILED:
            continue
        path = f"{inside}/{entry.name}"
        yield _said(entry, path)
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, path)


def _said(entry: os.DirEntry[str], path: str) -> tuple[str, int]:
    try:
        about = entry.stat(follow_symlinks=False)
    except OSError as error:
        return f"{path}\0{error.errno}\n", 0
    if stat.S_ISDIR(about.st_mode):
        # A folder changes with its entries, and they are all looked at.
        return f"{path}\0{about.st_mode}\n", 0
    times = f"{about.st_mtime_ns}\0{about.st_ctime_ns}"
    what = f"{path}\0{about.st_mode}\0{about.st_size}\0{times}\0{about.st_ino}\n"
    return what, max(about.st_mtime_ns, about.st_ctime_ns)


def content(root: Path, folder: str) -> str:
    """The digest of what all files of a folder in `root` hold; without a name, of those beside."""
    digest = sha256()
    for path in _files(root / folder if folder else root, deep=bool(folder)):
        name = os.fsencode(path.relative_to(root).as_posix())
        digest.update(len(name).to_bytes(8, "big") + name)
        digest.update(_held(path))
    return digest.hexdigest()


def _held(path: Path) -> bytes:
    """What a file holds, or what it is where it is no file, with its length before it."""
    try:
        about = path.lstat()
        if stat.S_ISLNK(about.st_mode):
            held = b"link " + os.fsencode(path.readlink())
        elif about.st_size > MAX_PICTURE_BYTES:  # none of the tree is read that is so large
            held = b"large %d %d" % (about.st_size, about.st_mtime_ns)
        elif stat.S_ISREG(about.st_mode):
            held = b"file " + path.read_bytes()
        else:
            held = b"mode %d" % about.st_mode
    except OSError as error:
        held = b"error %d" % (error.errno or 0)
    return len(held).to_bytes(8, "big") + held


def _files(folder: Path, *, deep: bool) -> Iterator[Path]:
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda one: one.name)
    except OSError:
        yield folder
        return
    for entry in listed:
        is_folder = entry.is_dir(follow_symlinks=False)
        if (is_folder and not deep) or entry.name == _COMPILED:
            continue
        yield Path(entry.path)
        if is_folder:
            yield from _files(Path(entry.path), deep=True)
