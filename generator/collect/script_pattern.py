"""Patterns of Python as those of JavaScript, for browsers of any age: without looking behind."""

from __future__ import annotations

import re
from typing import Final

_NOT_BEHIND: Final = re.compile(r"\(\?<!(?:\[(?P<set>(?:\\.|[^\]\\])+)\]|(?P<class>\\[a-z]))\)")
_NAMED: Final = re.compile(r"\(\?P<\w+>")
_AGAIN: Final = re.compile(r"\(\?P=(\w+)\)")
_ONLY_PYTHONS: Final = re.compile(r"(?<!\\)\(\?(?:<|P|[a-zA-Z]|-|#|\()|\\[AZz]")


def script_pattern(pattern: re.Pattern[str]) -> str:
    """The source of a regular expression of JavaScript that finds the same.

    What must not stand before a match becomes a sign of the match that may: `(?<!\\w)x` is
    `(?:^|\\W)x`. Raises ValueError for what cannot be said without looking behind.
    """
    source = _NOT_BEHIND.sub(_another_sign, pattern.pattern)
    source = _NAMED.sub("(", source)
    source = _AGAIN.sub(lambda name: rf"(?:\{pattern.groupindex[name[1]]})", source)
    source = re.sub(r"\\Z", "$", source)
    if odd := _ONLY_PYTHONS.search(source):
        raise ValueError(f"{odd[0]} cannot be said to every browser: {pattern.pattern}")
    return source


def script_flags(pattern: re.Pattern[str]) -> str:
    """Its flags."""
    return "i" if pattern.flags & re.IGNORECASE else ""


def _another_sign(found: re.Match[str]) -> str:
    if found["class"]:
        return rf"(?:^|{found['class'].upper()})"
    return f"(?:^|[^{found['set']}])"
