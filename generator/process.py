"""What is changed of the process that runs us, and of nothing else: all of it stands here."""

from __future__ import annotations

import codecs
import gc
import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import Any, Final, TextIO

from generator.diagnostics.visible import Shown, printed


def leave_garbage() -> None:
    """Search for garbage no more, in a process that ends with its work: it takes a fifth of it."""
    gc.disable()


@contextmanager
def uncollected() -> Iterator[None]:
    """Leave out the search for garbage for a while: of what is read none is garbage."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def as_worker() -> None:
    """In a process that works for another one: leave garbage, and leave Ctrl-C to the other."""
    leave_garbage()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class _Terminal:
    """A stream of text that writes no sign which a terminal would obey or hide.

    What its encoding lacks is written as an escape: a letter that cp1252 has not ends no command.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")

    def write(self, text: str) -> int:
        return self._stream.write(text if isinstance(text, Shown) else printed(text))

    @property
    def encoding(self) -> str:
        # Click takes a stream that says ASCII for a mistake, and writes past it.
        is_ascii = codecs.lookup(self._stream.encoding or "ascii").name == "ascii"
        return "latin-1" if is_ascii else self._stream.encoding

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def safe_output() -> Iterator[None]:
    """For a while, let nothing reach the terminal that it would obey, whatever a file holds."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _Terminal(sys.stdout), _Terminal(sys.stderr)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


EDITION: Final = "EDITION"
"""The variable of the environment that names the edition where mkdocs.yml is not to."""


def environment_of(edition: str | None) -> dict[str, str]:
    """The environment for a build: of this edition or mkdocs.yml's, and of nobody else's date."""
    others = ("SOURCE_DATE_EPOCH", EDITION)
    kept = {name: value for name, value in os.environ.items() if name not in others}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", **({EDITION: edition} if edition else {})}


def date_what_is_built(day: date) -> None:
    """Let MkDocs and its theme write this day for today, unless somebody has set another.

    SOURCE_DATE_EPOCH is what they look at: https://reproducible-builds.org/specs/source-date-epoch
    """
    midnight = datetime.combine(day, time(), UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(midnight.timestamp())))
