"""Abbreviations as `<abbr>` with what they stand for, the first time that each stands on a page."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Final

from generator.model.registers import Term

_LEFT_ALONE: Final = re.compile(
    r"<(/?)(?:svg|pre|code|select|h[1-6]|nav|dt|abbr|a|summary|label|button)\b", re.IGNORECASE
)
"""The start and the end of what is no text to read, explains the term itself, or can be pressed."""


def abbreviator(terms: Iterable[Term]) -> Callable[[str], str]:
    """What marks the terms' first appearances in a page's HTML."""
    meanings = {escape(term.term): term.means for term in terms if is_abbreviation(term.term)}
    if not meanings:
        return lambda html: html
    longest_first = sorted(meanings, key=lambda term: (-len(term), term))
    words = "|".join(re.escape(term) for term in longest_first)
    # A look behind the term would cost eight times as much: what stands before is asked below.
    pattern = re.compile(rf"(?:{words})(?![\w-])")

    def mark(html: str) -> str:
        pieces: list[str] = []
        explained: set[str] = set()
        upto = 0
        alone = deque(_left_alone(html))
        for match in pattern.finditer(html):
            term, at = match.group(), match.start()
            before = html[at - 1 : at]
            if term in explained or before.isalnum() or before in ("_", "-"):
                continue
            while alone and alone[0][1] < at:
                alone.popleft()
            if _is_in_tag(html, at) or (alone and alone[0][0] < at):
                continue
            explained.add(term)
            pieces += html[upto:at], _explained(term, meanings[term])
            upto = match.end()
        return "".join((*pieces, html[upto:]))

    return mark


def _explained(term: str, means: str) -> str:
    # A tap or a press of Tab comes to it, and then its style sheet shows what it means.
    return f'<abbr tabindex="0" title="{escape(means)}">{term}</abbr>'


def _is_in_tag(html: str, at: int) -> bool:
    return html.rfind("<", 0, at) > html.rfind(">", 0, at)


def is_abbreviation(term: str) -> bool:
    """Whether a term is short for what it means.

    >>> is_abbreviation("MARAC"), is_abbreviation("step down")
    (True, False)
    """
    return sum(letter.isupper() for letter in term) > 1


def _left_alone(html: str) -> Iterator[tuple[int, int]]:
    """From where to where terms are not explained, in the order of the page."""
    depth = start = 0
    for tag in _LEFT_ALONE.finditer(html):
        if not tag[1]:
            start = start if depth else tag.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield start, tag.start()
