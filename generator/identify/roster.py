"""The people of an audit, by name: a list that lies outside the tree, and what matches it.

The list knows what no rule can guess, so a name is found as it is written, as a nickname, and
misspelt. What matches is never repeated: whoever reads a log may not know the name yet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Final

from generator.identify.names import is_told_of
from generator.identify.openings import opens

_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


@dataclass(frozen=True)
class Roster:
    """The words of the names of an audit's people, in small letters and without accents."""

    words: frozenset[str]

    @classmethod
    def of(cls, lines: Iterable[str]) -> Roster:
        """The roster that a file holds: a name a line; what follows a `#` is a remark."""
        said = (line.partition("#")[0] for line in lines)
        words = (_plain(word) for line in said for word in _WORD.findall(_straight(line)))
        return cls(frozenset(word for word in words if len(word) > 1))

    def matches(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a text names somebody of the roster, and in which way."""
        for found in _WORD.finditer(text):
            word = _plain(found[0].removesuffix("'s"))
            end = found.start() + len(found[0].removesuffix("'s"))
            may_be_a_name = found[0][:1].isupper() and not (
                opens(text, found.start())
                and _AS_A_VERB.match(text, end)
                and not is_told_of(text, found.start(), end)
            )
            if how := self._how(word, may_be_a_name=may_be_a_name):
                yield found.start(), end, how

    def hide(self, path: str) -> str:
        """The path of a file without what of it names somebody of the roster."""
        for start, end, _ in reversed(list(self.matches(path)) if self.words else []):
            path = f"{path[:start]}[name]{path[end:]}"
        return path

    def _how(self, word: str, *, may_be_a_name: bool) -> str:
        if word in self.words:
            # Of names that are words, only what stands where a name does: May, Will, Hope.
            return "" if word in english() and not may_be_a_name else "a name"
        if word in english():
            return ""  # *any* is not *amy*
        if word in self._nicknames:
            return "a nickname, or another spelling,"
        if any(_is_misspelt(word, name, sound) for name, sound in self._sounds):
            return "a name, misspelt,"
        return ""

    @cached_property
    def _nicknames(self) -> frozenset[str]:
        return frozenset(
            other for group in nicknames() if group & self.words for other in group - self.words
        )

    @cached_property
    def _sounds(self) -> tuple[tuple[str, str], ...]:
        # It is read where it is needed: few checks are given a roster.
        from jellyfish import metaphone  # noqa: PLC0415

        return tuple((name, metaphone(name)) for name in sorted(self.words))


_AS_A_VERB: Final = re.compile(
    r" (?:the|a|an|each|this|that|these|those|all|any|every|your|our|their|you|we|they|it|he|she"
    r"|there"
    r"|not|be|[0-9]+|half|holidays?|term|was a|is a)\b"
)
"""Behind a word that begins a sentence: what makes it a word, *Mark each answer*, *Will it"
" hold*."""


def _is_misspelt(word: str, name: str, sound: str) -> bool:
    """Whether the word is the name with a slip: it sounds the same, or one letter is another."""
    if abs(len(word) - len(name)) > _MOST_EDITS or len(word) < _SHORTEST:
        return False
    from jellyfish import metaphone  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    edits = OSA.distance(word, name, score_cutoff=_MOST_EDITS)
    if edits > _MOST_EDITS:
        return False
    return (edits == 1 and len(name) >= _LONG_ENOUGH) or metaphone(word) == sound


_MOST_EDITS: Final = 2
_SHORTEST: Final = 3
_LONG_ENOUGH: Final = 5


def _straight(text: str) -> str:
    return re.sub("[\u2018\u2019\u02bc`]", "'", text)


def _plain(word: str) -> str:
    """A word in small letters and without accents."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


@cache
def english() -> frozenset[str]:
    """Words of English, which a slip of the pen does not make of a name."""
    return frozenset(_read("words/english.txt"))


@cache
def nicknames() -> tuple[frozenset[str], ...]:
    """Names that are one, each with all its short forms and spellings."""
    return tuple(frozenset(line.split()) for line in _read("words/nicknames.txt", by_line=True))


def _read(name: str, *, by_line: bool = False) -> list[str]:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return text.splitlines() if by_line else text.split()
