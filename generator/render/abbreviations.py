"""Abbreviations as `<abbr>` with what they stand for, the first time that each stands on a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Final

from generator.model.registers import Term

_TAG: Final = re.compile(r"(<[^>]*>)")
_LEFT_ALONE: Final = re.compile(r"<(/?)(svg|pre|code|select|h[1-6]|nav|dt|abbr)\b", re.IGNORECASE)
"""What is no text to read, or explains the term itself."""


def abbreviator(terms: Iterable[Term]) -> Callable[[str], str]:
    """What marks the terms' first appearances in a page's HTML."""
    meanings = {escape(one.term): one.means for one in terms if _is_abbreviation(one.term)}
    if not meanings:
        return lambda html: html
    longest_first = sorted(meanings, key=lambda term: (-len(term), term))
    words = "|".join(re.escape(term) for term in longest_first)
    # A look behind the term would cost eight times as much: what stands before is asked below.
    pattern = re.compile(rf"(?:{words})(?![\w-])")

    def mark(html: str) -> str:
        left = set(pattern.findall(html))
        if not left:
            return html

        def marked(match: re.Match[str]) -> str:
            term = match.group()
            before = match.string[match.start() - 1 : match.start()]
            if term not in left or before.isalnum() or before in ("_", "-"):
                return term
            left.discard(term)
            return f'<abbr title="{escape(meanings[term])}">{term}</abbr>'

        pieces = _TAG.split(html)
        depth = 0
        for index, piece in enumerate(pieces):
            if index % 2:
                if alone := _LEFT_ALONE.match(piece):
                    depth += -1 if alone[1] else 1
            elif piece and not depth:
                pieces[index] = pattern.sub(marked, piece)
                if not left:
                    break
        return "".join(pieces)

    return mark


def _is_abbreviation(term: str) -> bool:
    return sum(letter.isupper() for letter in term) > 1
