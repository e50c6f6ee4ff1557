"""A folder of what was worked out before: one file a value, found by what it was worked out from.

Values are JSON, so that nothing in the folder is ever run. A file is there whole or not at all, and
one that is damaged, or of another making, is as good as none. Whoever may write there could say
that all is well: a folder that others may write to is not used.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

FOLDER: Final = ".cache"
"""The folder's name, in the project's."""

_FEW: Final = 100
"""So many values of before are kept besides those in use: of other branches, of other days."""


class Store:
    """The folder; where it can't be used, nothing is found and nothing is kept."""

    def __init__(self, project: Path) -> None:
        self._folder = project / FOLDER
        self._is_open = _is_ours(self._folder)

    def get(self, name: str, key: str) -> Any:
        """What was kept under a name, worked out from the same `key`; none where nothing was."""
        if not self._is_open:
            return None
        try:
            with (self._folder / name).open(encoding="utf-8") as file:
                first, text = file.readline().rstrip("\n"), file.read()
            return json.loads(text) if first == _seal(key, text) else None
        except (OSError, ValueError, RecursionError):
            return None

    def keep(self, name: str, key: str, value: Any) -> None:
        """Keep a value of JSON; where that can't be done, it is worked out again next time."""
        if not self._is_open:
            return
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        with contextlib.suppress(OSError, ValueError):
            self._write(self._folder / name, f"{_seal(key, text)}\n{text}")

    def now(self) -> int:
        """What time it is, in nanoseconds, by the clock of the file system; 0 where it has none."""
        if not self._is_open:
            return 0
        try:
            self._make()
            handle, beside = _new_beside(self._folder / "now")
        except OSError:
            return 0
        try:
            return os.fstat(handle).st_mtime_ns
        finally:
            os.close(handle)
            beside.unlink(missing_ok=True)

    def forget(self, kind: str, used: Collection[str]) -> None:
        """Of the values of a kind, drop the oldest that are not in use, but for a few."""
        if not self._is_open:
            return
        with contextlib.suppress(OSError):
            unused = [file for file in (self._folder / kind).iterdir() if file.name not in used]
            if len(unused) > max(_FEW, len(used)):
                for file in sorted(unused, key=lambda one: one.stat().st_mtime)[:-_FEW]:
                    file.unlink(missing_ok=True)

    def _make(self) -> None:
        if not self._folder.is_dir():
            self._folder.mkdir(mode=0o700, exist_ok=True)
            # Nobody means to commit it, and no backup needs it.
            (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")
            (self._folder / "CACHEDIR.TAG").write_text(_TAG, encoding="utf-8")

    def _write(self, path: Path, text: str) -> None:
        self._make()
        path.parent.mkdir(mode=0o700, exist_ok=True)
        handle, beside = _new_beside(path)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise


def _new_beside(path: Path) -> tuple[int, Path]:
    """A new file beside another, opened to be written; raises OSError where there is one."""
    beside = path.with_name(f".new-{os.getpid()}-{path.name}")
    try:
        return os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), beside
    except FileExistsError:
        beside.unlink()  # a process of the same number was killed: next time there is room
        raise


_TAG: Final = "Signature: 8a477f597d28d172789f06886806bc55\n"
"""What tells programs that make backups of a folder to leave out: https://bford.info/cachedir/"""


def _seal(key: str, text: str) -> str:
    return sha256(f"{key}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()


def _is_ours(folder: Path) -> bool:
    """Whether nobody else may write to the folder, or it is still to be made."""
    try:
        about = folder.lstat()
    except OSError:
        return True
    if not folder.is_dir() or folder.is_symlink():
        return False
    return not hasattr(os, "geteuid") or (
        about.st_uid == os.geteuid() and not about.st_mode & 0o022
    )
