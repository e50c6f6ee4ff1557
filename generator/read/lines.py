"""A file's bytes as text, and its lines, for whoever shows them: nothing is parsed."""

from __future__ import annotations

import codecs
import os
import re
import stat
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Final

from generator.diagnostics import Place
from generator.limits import MAX_BYTES

LINE_END: Final = re.compile(r"\r\n?|\n")


def in_utf16(data: bytes) -> bool:
    """Whether bytes are text of the other kind that programs save."""
    return data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:2]


def decoded(data: bytes) -> str:
    """The text of a file's bytes, with a sign in place of each that is none of UTF-8."""
    if in_utf16(data):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")


def lines_below(folder: Path) -> Callable[[Place], str | None]:
    """What gives the line of a place in a file below `folder`; none where there is none to show."""

    @lru_cache(maxsize=16)
    def lines(path: str) -> list[str]:
        try:
            # A pipe is not waited for.
            handle = os.open(folder / path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
            with os.fdopen(handle, "rb") as file:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    return []
                return LINE_END.split(decoded(file.read(MAX_BYTES)))
        except OSError:
            return []

    def line_at(place: Place) -> str | None:
        held = lines(place.path)
        return held[place.line - 1] if place.line <= len(held) else None

    return line_at
