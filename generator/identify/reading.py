"""A passage while it is read, and what a rule sights in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.identify.names import Name, names_in
from generator.identify.passages import Passage
from generator.identify.vocabulary import Vocabulary


@dataclass(frozen=True)
class Sighting:
    """A part of a passage that points to somebody."""

    start: int
    end: int
    message: str
    tip: str = ""
    about: str = ""
    """The word itself, as an audit would allow it; empty where it must not be repeated."""


@dataclass(frozen=True)
class Reading:
    """A passage with what is known: all that a rule needs."""

    passage: Passage
    known: Vocabulary

    @property
    def text(self) -> str:
        """The text as a reader sees it."""
        return self.passage.text

    @property
    def about_a_case(self) -> bool:
        """Whether it tells of one child."""
        return self.passage.about_a_case

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Every word that is, or may be, somebody's name: several rules speak of them."""
        return tuple(names_in(self.passage, self.known))
