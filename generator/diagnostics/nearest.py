"""The known word that a word was most likely meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` is a slip of the pen for; none where none is.

    A near spelling is no near meaning: what differs by more than a slip is another word.

    >>> nearest("strenghts", ["strength", "worry"]), nearest("prison", ["probation"])
    ('strength', None)
    """
    names = _spelt(frozenset(known))
    words = _words(word)
    letters = "".join(words)
    if letters in names.by_letters:
        return names.by_letters[letters]
    # They are read where they are needed: most trees have no slip.
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    most = _slips_in(len(letters))
    alike = names.by_digits.get(_digits(letters), ())
    near = process.extract(letters, alike, scorer=OSA.distance, score_cutoff=most, limit=None)
    slips = [
        (slip, name)
        for name in (names.by_letters[found] for found, _, _ in near)
        if (slip := _slip(words, _words(name))) is not None
    ]
    return min(slips)[1] if slips else None


@dataclass(frozen=True)
class _Names:
    """Known names by their letters alone, and these by the digits among them."""

    by_letters: dict[str, str]
    by_digits: dict[str, list[str]]


@lru_cache(maxsize=32)
def _spelt(known: frozenset[str]) -> _Names:
    by_letters = {"".join(_words(name)): name for name in sorted(known, reverse=True)}
    by_digits: dict[str, list[str]] = {}
    for letters in by_letters:
        by_digits.setdefault(_digits(letters), []).append(letters)
    return _Names(by_letters, by_digits)


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name without case, signs and plural."""
    return tuple(_singular(word) for word in re.split(r"[\W_]+", name.casefold()) if word)


def _singular(word: str) -> str:
    if word == "children":
        return "child"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word


def _digits(letters: str) -> str:
    """The digits: 15 to 17 is never a slip for 65 to 74, and R8 none for R9."""
    return "".join(sorted(letter for letter in letters if letter.isdigit()))


def _slips_in(length: int) -> int:
    """How many slips so many letters can have."""
    return 1 if length < 8 else 2 if length < 16 else 3


def _slip(words: tuple[str, ...], known: tuple[str, ...]) -> int | None:
    """How many slips lie between two names; none where they are different names."""
    if len(words) != len(known):
        return _slip_of_word("".join(words), "".join(known))
    slips = 0
    for word, other in zip(words, known, strict=True):
        slip = 0 if word == other else _slip_of_word(word, other)
        if slip is None:
            return None
        slips += slip
    return slips if slips <= _slips_in(sum(map(len, known))) else None


def _slip_of_word(word: str, known: str) -> int | None:
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    short, long = sorted((word, known), key=len)
    has_prefix = len(long) - len(short) > 1 and long.endswith(short)  # inadequate, female
    begins_otherwise = bool(short) and not (short[0] in long[:2] or long[0] in short[:2])
    if has_prefix or begins_otherwise or len(long) - len(short) > 2:
        return None
    if len(long) < 4 or len(short) == len(long) == 4:
        is_twisted = sorted(short) == sorted(long) and OSA.distance(short, long) == 1
        is_longer = len(long) == len(short) + 1 and long[-1] in f"s{short[-1:]}"
        # With so few letters another letter is another word.
        return 1 if is_twisted or (is_longer and long.startswith(short)) else None
    slips = OSA.distance(short, long)
    return slips if slips <= min(2, _slips_in(len(long))) else None
