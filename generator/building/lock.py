"""One build at a time: the second waits for the first, and says for whom."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.diagnostics.wording import counted


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
        seconds = max(0, round(time.time() - who.stat().st_mtime))
    except (OSError, ValueError):
        return ""
    return f" (process {process}, for {counted(seconds, 'second')})"
