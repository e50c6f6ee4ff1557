"""How much room a text takes on a sheet of paper: what is written for one must fit on it.

Reckoned from the text alone, so that an author, a page and a printer agree on it. It is a little
more than print takes: what is reckoned to fit does.
"""

from __future__ import annotations

import math
import re
import unicodedata
from typing import Final

LINE: Final = 90
"""How many letters of common width a line of a briefing holds."""

_PICTURE: Final = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_OF_A_PICTURE: Final = 8
"""How many lines a picture takes: sheets show none that is higher."""

_OF_A_LINK: Final = re.compile(r"(?<=\])\([^)\s]*\)")
_WIDE: Final = frozenset("WMmw%@—…")
_NARROW: Final = frozenset("iljtfrI.,:;'!|()[] ")


def lines_of(text: str, line: int = LINE) -> int:
    """How many lines a text in Markdown takes, where a line holds `line` letters.

    >>> lines_of("Ask what lies behind an absence."), lines_of("word " * 40), lines_of("a\\n\\nb")
    (1, 3, 3)
    """
    pictures = len(_PICTURE.findall(text))
    words = _OF_A_LINK.sub("", _PICTURE.sub("", text))
    written = sum(_lines(each, line) for each in words.strip().splitlines())
    return written + _OF_A_PICTURE * pictures


def _lines(text: str, line: int) -> int:
    # A row of a table has room around it, and cells that break.
    times = 2 if text.lstrip().startswith("|") else 1
    return max(1, math.ceil(sum(map(_width, text)) / line)) * times


def _width(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in ("W", "F"):
        return 2.0
    if sign in _WIDE:
        return 1.65
    if sign in _NARROW:
        return 0.6
    return 1.3 if sign.isupper() else 1.1
