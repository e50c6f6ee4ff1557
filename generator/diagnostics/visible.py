"""Text from outside, as it may be shown: what a terminal would obey or hide is spelled out."""

from __future__ import annotations

import unicodedata

# Controls, what hides or reorders text, halves of characters, separators of lines.
_SPELLED_OUT = {"Cc", "Cf", "Cs", "Zl", "Zp"}

JOINERS = frozenset("\u200c\u200d")
"""Emoji and several scripts are written with these two, so they stay as they are."""


def visible(text: str) -> str:
    r"""The text with every control and every invisible character as its escape.

    >>> visible("red \x1b[31m, \u202ereversed")
    'red \\x1b[31m, \\u202ereversed'
    """
    if text.isprintable():
        return text
    return "".join(_spelled(character) for character in text)


def _spelled(character: str) -> str:
    if character in JOINERS or unicodedata.category(character) not in _SPELLED_OUT:
        return character
    return character.encode("unicode_escape").decode("ascii")
