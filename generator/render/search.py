"""What search finds, by which words, and what stands before what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from generator.model.registers import Agency, Term, Theme
from generator.read.markdown import plain
from generator.render.abbreviations import is_abbreviation
from generator.render.page import EntryKind, SearchEntry

_LONGEST_TITLE: Final = 90

WEIGHTS: Final = {
    EntryKind.THEME: 20.0,
    EntryKind.STATE: 5.0,
    EntryKind.RECOMMENDATION: 4.0,
    EntryKind.AUDIT: 6.0,
    EntryKind.CHANGE: 4.0,
    EntryKind.TERM: 4.0,
    EntryKind.AGENCY: 3.0,
    EntryKind.RESULT: 3.0,
    EntryKind.FINDING: 2.5,
    EntryKind.LIST: 2.0,
    EntryKind.ASKED: 1.5,
    EntryKind.ANALYSIS: 1.5,
    EntryKind.VOICE: 1.5,
    EntryKind.PAPER: 1.0,
    EntryKind.DISCUSSION: 1.0,
    EntryKind.GUIDE: 1.0,
    EntryKind.WORK: 1.0,
    EntryKind.PART: 1.0,
    EntryKind.ABOUT: 1.0,
    EntryKind.CASE: 1.0,
    EntryKind.RULE: 1.0,
}
"""How much a word counts that stands in an entry of each kind."""

_LAST: Final = frozenset({EntryKind.PART, EntryKind.ABOUT, EntryKind.CASE, EntryKind.RULE})
"""What stands after all other kinds, however often it holds the word."""

_LONG: Final = frozenset({EntryKind.AUDIT, EntryKind.ANALYSIS, EntryKind.ABOUT, EntryKind.CASE})
"""What holds so much that a term in its text says little of what it is about."""


def rank(entry: SearchEntry) -> int:
    """Which results an entry stands among: 0 are the first; what is made up is after all else.

    >>> rank(SearchEntry("", "Recording", kind=EntryKind.THEME))
    0
    >>> rank(SearchEntry("", "Case A", kind=EntryKind.CASE, made_up=True))
    3
    """
    return 2 * entry.made_up + (entry.kind in _LAST)


def entry(
    anchor: str, text: str, detail: str | None, kind: EntryKind, also: Iterable[str] = ()
) -> SearchEntry:
    """A text by its words: as the title, or its start if it is long and then the whole below."""
    title, below = plain(text), plain(detail or "")
    if len(title) <= _LONGEST_TITLE:
        return SearchEntry(anchor, title, below, kind, tuple(also))
    start = title[:_LONGEST_TITLE].rpartition(" ")[0]
    return SearchEntry(anchor, f"{start} …", f"{title} {below}".strip(), kind, tuple(also))


def names(themes: Iterable[Theme], agencies: Iterable[Agency]) -> tuple[str, ...]:
    """All that people call these themes and agencies, each once."""
    of_themes = (name for theme in themes for name in (theme.name, *theme.also))
    of_agencies = (
        name for agency in agencies for name in (agency.name, *agency.also, agency.kind.shown)
    )
    return tuple(dict.fromkeys((*of_themes, *of_agencies)))


def with_other_words(terms: Iterable[Term]) -> Callable[[SearchEntry], SearchEntry]:
    """What has an entry found by the other words for each term of the glossary that it holds."""
    others: dict[str, tuple[str, ...]] = {}
    for term in terms:
        words = [term.term, *term.also, *([term.means] if is_abbreviation(term.term) else [])]
        for word in words if len(words) > 1 else ():
            of_word = others.get(word.casefold(), ())
            others[word.casefold()] = tuple(dict.fromkeys((*of_word, *words)))
    if not others:
        return lambda entry: entry
    longest_first = sorted(others, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")

    def add(entry: SearchEntry) -> SearchEntry:
        text = "" if entry.kind in _LONG else entry.text
        held = "\n".join((entry.title, text, *entry.also)).casefold()
        more = (word for found in pattern.findall(held) for word in others[found])
        also = tuple(dict.fromkeys((*entry.also, *more)))
        return replace(entry, also=also) if also != entry.also else entry

    return add
