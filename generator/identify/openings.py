"""Where sentences, titles and lists begin: there every word has a capital, and it says nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_OPENING: Final = re.compile(
    r"(?:^|[.!?:;…|•\u2013—\n/]|\be\.g\.|\b[0-9]+[.)])[\s\"'(\[|#>•*+\u2013—-]*$|\s[\"(]$|^[\"(']$"
)
_QUOTED_ALONE: Final = re.compile(r"[\w'-]+[\",]")
_NO_END: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|e\.g|i\.e|etc|vs|No)\.\s*$")


def opens(text: str, start: int) -> bool:
    """Whether a word that starts here begins a sentence, a title, a cell or a quotation."""
    before = text[max(0, start - 12) : start]
    if before[-1:] == '"' and _QUOTED_ALONE.match(text, start):
        return False
    return bool(_OPENING.search(before)) and not _NO_END.search(before)


def line_around(text: str, start: int) -> str:
    """The line that a word stands in."""
    begin = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    return text[begin : end if end >= 0 else len(text)]


@lru_cache(maxsize=64)
def is_title(line: str) -> bool:
    """Whether nearly every word of a line has a capital."""
    if line.rstrip().endswith((".", "?", "!")) and not line.isupper():
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) > 3]
    if len(words) < 2 or len(words) > 16:
        return line.isupper()
    return bool(sum(word[0].isupper() for word in words) >= _MOST * len(words))


_MOST: Final = 0.7


def is_shouted(text: str, start: int) -> bool:
    """Whether the sentence around a word that starts here is written in capitals."""
    begin = max(found.end() for found in _SENTENCE_BEFORE.finditer(text, 0, start + 1))
    end = _SENTENCE_END.search(text, start)
    return text[begin : end.start() if end else len(text)].isupper()


_SENTENCE_BEFORE: Final = re.compile(r"^|\n|[.!?][\"')]*\s+")
_SENTENCE_END: Final = re.compile(r"[.!?](?:\s|$)|\n")
