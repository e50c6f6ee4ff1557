"""Markdown with front matter: YAML between two lines of three dashes, then the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True)
class FrontMatter:
    """The two halves of a Markdown file."""

    yaml: str
    """The front matter, with blanks in place of the fence so that lines keep their number."""
    body_start: int
    """The index in the text where the Markdown starts."""


def split(text: str) -> FrontMatter | None:
    """The two halves of `text`; None where it does not start with front matter or it never ends."""
    opening = _FENCE.match(text)
    if not opening:
        return None
    closing = _FENCE.search(text, opening.end())
    if not closing:
        return None
    # Blanks for the dashes keep every index of the front matter what it is in the file.
    yaml = " " * opening.end() + text[opening.end() : closing.start()]
    return FrontMatter(yaml, min(closing.end() + 1, len(text)))
