"""Signs that nobody sees: which they are, and how a text with them is shown.

A terminal obeys some of them, readers are misled by others: a text that runs backwards, or two
names that only look the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

JOINERS: Final = frozenset("\u200c\u200d")
"""Emoji and several scripts are written with these two."""

SOFT_HYPHEN: Final = "\u00ad"

_UNSEEN: Final = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls but tab and the ends of lines
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u2800\u3164\ufeff\uffa0\ufff9-\ufffb"  # of no width, of another direction, blank letters
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use: what they look like nobody knows
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # halves of signs, and signs that are none
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)
_JOINS: Final = re.compile("[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u18af\ufb50-\ufdff]")
"""Letters of the scripts that are written with joiners: Arabic, those of India, Khmer."""
_FLAG: Final = re.compile("\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f")
"""The flags of England, Scotland and Wales: a black flag with tags behind it."""
_SPELLED_OUT: Final = frozenset(("Cc", "Cf", "Co", "Cs", "Zl", "Zp"))


def unseen_in(text: str) -> Iterator[re.Match[str]]:
    """Every sign in a text that nobody sees and that no script, name or emoji needs.

    A soft hyphen stays. So does a joiner beside a letter of a script that is written with it, or
    between two parts of an emoji; and so do the tags of a flag.
    """
    if text.isascii() and text.replace("\n", "").isprintable():
        return
    flags = [flag.span() for flag in _FLAG.finditer(text)] if "\U0001f3f4" in text else []
    for found in _UNSEEN.finditer(text):
        at = found.start()
        if found[0] in JOINERS and _is_needed(text, at):
            continue
        if not any(start < at < end for start, end in flags):
            yield found


def _is_needed(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if _JOINS.match(before):
        return True
    is_picture = before and (before == "\ufe0f" or unicodedata.category(before) in ("So", "Sk"))
    return bool(is_picture and after and unicodedata.category(after) == "So")


def name_of(sign: str) -> str:
    """What a sign is called: `U+202E (right-to-left override)`."""
    code = f"U+{ord(sign):04X}"
    if unicodedata.category(sign) == "Cc":
        return f"control character {code}"
    return f"{code} ({unicodedata.name(sign, 'a sign without a name').lower()})"


OTHER_SPACES: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that word processors and web pages write, as a set of a pattern: they look like any."""

_OTHER_SPACE: Final = re.compile(f"[{OTHER_SPACES}]")


def other_space_in(text: str) -> str:
    """What the first space of another kind in a text is called; empty where there is none."""
    found = None if text.isascii() else _OTHER_SPACE.search(text)
    return name_of(found[0]) if found else ""


def visible(text: str) -> str:
    r"""The text with every control and every invisible character as its escape.

    >>> visible("red \x1b[31m, \u202ereversed")
    'red \\x1b[31m, \\u202ereversed'
    """
    if text.isprintable():
        return text
    return "".join(_spelled(character) for character in text)


class Shown(str):
    """A text in which nothing hides any more: what is left of escapes are its own colours."""

    __slots__ = ()


def printed(text: str) -> str:
    """The same for a text of several lines: their ends and tabs stay."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return "".join(sign if sign in "\n\t" else _spelled(sign) for sign in text)


def _spelled(character: str) -> str:
    is_kept = character in JOINERS or character == SOFT_HYPHEN
    if is_kept or unicodedata.category(character) not in _SPELLED_OUT:
        return character
    return character.encode("unicode_escape").decode("ascii")
