"""One build at a time: the second waits for the first, and says for whom."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout


@contextmanager
def only_build(folder: Path, tell: Callable[[str], None]) -> Iterator[None]:
    """Hold the lock of a folder of builds; `tell` is told where another build has to end first.

    The system lets go of it when its process ends, however that ends.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / ".lock")
    who = folder / ".building"
    try:
        lock.acquire(timeout=0)
    except Timeout:
        tell(f"Another build is at work{_by(who)}; this one waits until it has ended.")
        lock.acquire()
    try:
        who.write_text(str(os.getpid()), encoding="utf-8")
        yield
    finally:
        who.unlink(missing_ok=True)
        lock.release()


def _by(who: Path) -> str:
    try:
        process = int(who.read_text(encoding="utf-8"))
        began = datetime.fromtimestamp(who.stat().st_mtime, UTC).astimezone()
    except (OSError, ValueError):
        return ""
    return f" (process {process}, since {began:%H:%M:%S})"
