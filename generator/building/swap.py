"""A folder in the place of another in one step, so that there is a whole one at every moment."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path
from typing import Final

_AT_FDCWD: Final = -100 if sys.platform == "linux" else -2
_EXCHANGE: Final = 2
"""RENAME_EXCHANGE of Linux' renameat2 and RENAME_SWAP of macOS' renameatx_np: both are 2."""


def put_in_place(new: Path, target: Path, before: Path) -> None:
    """Make `new` what stands at `target`; what stood there is kept at `before`.

    All stand on one disk. Where the system can exchange two names it is one step, and a reader
    finds one of the two sites whole at any time. Where it can't there is a moment without; a run
    that is killed in it is put right by `recover`.
    """
    if not target.exists():
        new.rename(target)
        return
    if before.exists():
        # In one step, so that no half of it is ever taken for a whole one.
        older = new.with_name(f"{new.name}-older")
        before.rename(older)
        shutil.rmtree(older, ignore_errors=True)
    if exchanged(new, target):
        new.rename(before)
    else:
        target.rename(before)
        new.rename(target)


def recover(target: Path, before: Path) -> bool:
    """Put the site before back where a killed run left none; whether there was anything to do."""
    if target.exists() or not before.exists():
        return False
    before.rename(target)
    return True


def exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders' names in one step; whether the system, and the disk, can."""
    name = {"linux": "renameat2", "darwin": "renameatx_np"}.get(sys.platform, "")
    call = getattr(ctypes.CDLL(None, use_errno=True), name, None) if name else None
    if call is None:
        return False
    paths = os.fsencode(one), os.fsencode(other)
    return bool(call(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], ctypes.c_uint(_EXCHANGE)) == 0)
