"""A text in Markdown, written so that whoever renders it shows what was typed.

Every sign that Markdown, HTML, a template language or an attribute list could read is written as a
character reference; ordinary prose stays as it is. What is active anywhere and what is active only
where a block starts are told apart: a hyphen within a line needs nothing.
"""

from __future__ import annotations

import re
from typing import Final

_ACTIVE: Final = re.compile(
    r"[<>\\`*\[\]{}|~^$@]|&(?!\s)"
    r"|(?<![^\W_])_|_(?![^\W_])"  # within a word, as in age_band, it marks nothing
    r"|(?<=www)\.|:(?=//)|(?<=:):|:(?=[a-z+-][\w+-]*:)|==|-(?=-)|\+(?=\+)"
    r"|^[-=+:/]|(?<=ww)w$"  # what goes with the text before it, or behind it
)
_AT_START: Final = re.compile(r"[-+#=:]|!!!|\?\?\?|///|%|(?<=\d)[.)]|(?:im|ex)port\b")
"""What starts a list, a heading, a box or, where Markdown may hold programs, one of those."""
_NUMBER: Final = re.compile(r"\d+(?=[.)])")


def as_typed(text: str) -> str:
    """A text, with its line breaks and runs of spaces, as it is read within a line."""
    return _ACTIVE.sub(lambda found: "".join(map(reference, found[0])), text)


def reference(sign: str) -> str:
    """The character reference of a sign."""
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(sign, f"&#{ord(sign)};")


def started(line: str) -> str:
    """A line of Markdown as a paragraph, whatever it starts with."""
    at = found.end() if (found := _NUMBER.match(line)) else 0
    if _AT_START.match(line, at):
        return line[:at] + reference(line[at]) + line[at + 1 :]
    return line
