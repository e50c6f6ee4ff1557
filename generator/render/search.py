"""What search finds: a text by its words."""

from __future__ import annotations

from typing import Final

from generator.render.page import SearchEntry
from generator.render.prose import plain

_LONGEST_TITLE: Final = 90


def entry(anchor: str, text: str, detail: str | None) -> SearchEntry:
    """A text by its words: as the title, or its start if it is long and then the whole below."""
    title, below = plain(text), plain(detail or "")
    if len(title) <= _LONGEST_TITLE:
        return SearchEntry(anchor, title, below)
    start = title[:_LONGEST_TITLE].rpartition(" ")[0]
    return SearchEntry(anchor, f"{start} …", f"{title} {below}".strip())
