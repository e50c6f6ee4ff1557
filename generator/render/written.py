"""What was planned and written of a book before, for whoever writes its pages again and again.

While somebody edits, one audit changes and all others are as they were. What is made of a book is
made anew where a part of the book has changed that was looked up for it; all else stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from generator.aggregate.book import Book
from generator.render.page import Page

ALL: Final = "*"
"""Whatever a part of a book is of: what is looked up where all of them are gone through."""

Part = tuple[str, str]
"""A part of a book: what is told there, and of which audit, theme or agency."""

_Value = TypeVar("_Value")


class Looked(Mapping[str, _Value]):
    """What is told of each audit, theme or agency; it notes in `looked` whose part is looked up."""

    def __init__(self, name: str, held: Mapping[str, _Value], looked: set[Part]) -> None:
        self._name, self._held, self._looked = name, held, looked

    def __getitem__(self, of: str) -> _Value:
        self._looked.add((self._name, of))
        return self._held[of]

    def __iter__(self) -> Iterator[str]:
        self._looked.add((self._name, ALL))
        return iter(self._held)

    def __len__(self) -> int:
        self._looked.add((self._name, ALL))
        return len(self._held)


def parts_of(book: Book) -> dict[str, Mapping[str, Any]]:
    """The parts of a book, by what they tell; as it is whole, it has its date and registers too."""
    told = {name: value for name, value in book if isinstance(value, Mapping)}
    return {**told, "audits": book.library.audits}


def noting(book: Book, looked: set[Part]) -> Book:
    """The same book; which parts of it are looked up is noted in `looked`."""
    parts = {name: Looked(name, of, looked) for name, of in parts_of(book).items()}
    library = book.library.model_copy(update={"audits": parts.pop("audits")})
    return book.model_copy(update={**parts, "library": library})


class Remembered(Generic[_Value]):
    """What was made of a book, by a name, each with the parts that were looked up for it."""

    def __init__(self) -> None:
        self._around: Any = None
        self._parts: Mapping[str, Mapping[str, Any]] = {}
        self._made: dict[str, tuple[frozenset[Part], _Value]] = {}

    def begin(self, around: Any, parts: Mapping[str, Mapping[str, Any]]) -> None:
        """From now on things are made of these parts: forget those that looked up what has changed.

        `around` is what anything may show besides.
        """
        if around != self._around:
            self._made.clear()
        elif changed := set(_changed(self._parts, parts)):
            self._made = {name: one for name, one in self._made.items() if not one[0] & changed}
        self._around, self._parts = around, parts

    def get(self, name: str) -> _Value | None:
        """What was made under this name, where it still holds."""
        made = self._made.get(name)
        return made[1] if made else None

    def make(self, name: str, looked: set[Part], make: Callable[[], _Value]) -> _Value:
        """Make it, and remember it with the parts that are noted in `looked` meanwhile."""
        looked.clear()
        value = make()
        self._made[name] = frozenset(looked), value
        return value


def _changed(
    before: Mapping[str, Mapping[str, Any]], now: Mapping[str, Mapping[str, Any]]
) -> Iterator[Part]:
    for name in before.keys() | now.keys():
        was, is_ = before.get(name, {}), now.get(name, {})
        for of in was.keys() | is_.keys():
            if (of in was) != (of in is_) or was[of] != is_[of]:
                yield name, of
                yield name, ALL


@dataclass
class Written:
    """What was made of a book last."""

    plans: Remembered[tuple[Any, ...]] = field(default_factory=Remembered)
    """By audit the plans of its pages."""
    pages: Remembered[tuple[Any, Page]] = field(default_factory=Remembered)
    """By address each page, with its plan."""
