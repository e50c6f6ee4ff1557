"""A text while it is read: as it is seen, what it is, and what is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.identify.passages import Part
from generator.identify.surroundings import WORDS_OF_NAMING
from generator.identify.vocabulary import Vocabulary


@dataclass(frozen=True, eq=False)
class Reading:
    """A passage as it is seen, with all that a rule needs to judge it."""

    text: str
    known: Vocabulary
    part: Part = Part.PROSE
    about_a_case: bool = True
    """Whether it tells of one child, so that whatever is not known is denied."""
    field: str = ""
    """The key that it stands under, or that it is."""

    @cached_property
    def has_digits(self) -> bool:
        """Whether any digit stands in it: without one, most rules have nothing to look for."""
        return _DIGIT.search(self.text) is not None

    def may_say(self, words: frozenset[str]) -> bool:
        """Whether one of these words, all in small letters, stands in it, however written.

        Most texts are left at once. Where a letter may pass for another, it may be any word.
        """
        return self._words is None or not words.isdisjoint(self._words)

    @cached_property
    def _words(self) -> frozenset[str] | None:
        small = self.text.lower()
        if small.isascii():
            return frozenset(_PLAIN_LETTERS.findall(small))
        if _PASS_FOR_PLAIN.search(self.text):
            return None
        return frozenset((*_LETTERS.findall(small), *_PLAIN_LETTERS.findall(small)))

    @cached_property
    def may_name(self) -> bool:
        """Whether a word stands in it that says that a name comes now."""
        return self.may_say(WORDS_OF_NAMING)


_PLAIN_LETTERS: Final = re.compile(r"[a-z]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_PASS_FOR_PLAIN: Final = re.compile("[\u0130\u0131\u017f\u212a]")
"""Letters that are i, s and k where a pattern goes by no case."""
_DIGIT: Final = re.compile(r"[0-9]")


@dataclass(frozen=True)
class Sighting:
    """A part of a text that points to somebody."""

    start: int
    end: int
    message: str
    tip: str = ""
    about: str = ""
    """The words themselves, as an audit would allow them; empty where they must not be told."""
