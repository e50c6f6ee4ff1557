"""The phrases that figures are made of: numbers, percentages, parts, hedges and nouns.

Each function takes the tokens of a sentence and where to begin, and gives what it read with where
that ends, or nothing. None looks further than a few tokens, so that reading stays linear.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeVar

from generator.model.nouns import Noun, singular
from generator.read.figures.number_words import ONES, TENS
from generator.read.figures.number_words import PIECES as ONE_PIECE
from generator.read.figures.said import Hedge
from generator.read.figures.tokens import Kind, Token
from generator.read.figures.words import (
    AUDITED,
    DETERMINERS,
    HEDGES,
    NEUTRAL,
    NO_NOUN,
    SAME,
    is_plural,
)

Line = Sequence[Token]
Meaning = TypeVar("Meaning")

_NUMBERS: Final = {
    **{word: at for at, word in enumerate(ONES, 1)},
    **{word: 10 * at for at, word in enumerate(TENS, 2)},
    **{
        f"{ten}-{one}": 10 * tens + ones
        for tens, ten in enumerate(TENS, 2)
        for ones, one in enumerate(ONES[:9], 1)
    },
}
PIECES: Final = {**ONE_PIECE, **{f"{one}s": many for one, many in ONE_PIECE.items()}, "halves": 2}
"""Into how many pieces each word for a part, and for several, divides a whole."""


def word(line: Line, at: int) -> str:
    """The word or sign at a place in small letters; empty where there is none."""
    return line[at].said if 0 <= at < len(line) else ""


def words(line: Line, at: int, wanted: str) -> int | None:
    """Where the wanted words end, if they stand here."""
    here = word(line, at)
    if here == wanted:
        return at + 1
    if not here or " " not in wanted or not wanted.startswith(here):
        return None
    for each in wanted.split():
        if word(line, at) != each:
            return None
        at += 1
    return at


def touches(line: Line, at: int) -> bool:
    """Whether a token stands directly after the one before it."""
    return 0 < at < len(line) and line[at - 1].end == line[at].start


def decimal(line: Line, at: int) -> tuple[Decimal, int] | None:
    """A number in digits or words, with its decimal places: *61.5*, *twenty-three*."""
    if at >= len(line):
        return None
    token = line[at]
    if token.kind is Kind.NUMBER:
        before = word(line, at - 1) if touches(line, at) else ""
        is_named = before in (".", "#", "@", "_") and word(line, at - 2) not in (
            "c",
            "ca",
            "approx",
        )
        return None if is_named else (token.number, at + 1)
    if token.kind is not Kind.WORD:
        return None
    for form, dozen in _DOZENS.get(token.text, ()):
        end = words(line, at, form)
        if end:
            return Decimal(dozen), end
    number = _NUMBERS.get(token.text)
    if number is None:
        return None
    if token.text in TENS and (_NUMBERS.get(word(line, at + 1)) or 10) < 10:
        return Decimal(number + _NUMBERS[word(line, at + 1)]), at + 2
    for name, value in _LARGE:
        if word(line, at + 1) == name:
            return _and_more(line, at + 2, number * value, value)
    return Decimal(number), at + 1


_LARGE: Final = (("hundred", 100), ("thousand", 1000))


def _and_more(line: Line, at: int, number: int, below: int) -> tuple[Decimal, int]:
    """What follows a hundred or a thousand: *one thousand and four*, *two hundred and six*."""
    rest = words(line, at, "and") or at
    more = decimal(line, rest) if rest < len(line) and line[rest].kind is Kind.WORD else None
    if more and more[0] < below:
        return number + more[0], more[1]
    return Decimal(number), at


def whole(line: Line, at: int) -> tuple[int, int] | None:
    """A whole number in digits or words: *1,042*, *1 042*, *six*."""
    found = decimal(line, at)
    if not found or found[0] != int(found[0]) or "." in line[at].text:
        return None
    return int(found[0]), found[1]


def percent_sign(line: Line, at: int) -> int | None:
    """Where a sign for per cent ends: *%*, *per cent*, *percent*, *pc*."""
    if word(line, at) in ("%", "percent", "per-cent", "pc", "pct", "percentage"):
        return at + 1
    return words(line, at, "per cent")


def percentage(line: Line, at: int) -> tuple[Decimal, int] | None:
    """A percentage: *62%*, *95pc*, *sixty-two per cent*."""
    found = decimal(line, at)
    end = percent_sign(line, found[1]) if found else None
    return (found[0], end) if found and end else None


def part(line: Line, at: int) -> tuple[Fraction, int] | None:
    """A part of a whole: *half*, *a third*, *two-thirds*, *3/4* before *of*.

    *Each quarter* and *the third* are none: a part needs its article or number, but for half. Nor
    are two quarters, which are half a year.
    """
    if at >= len(line) or words(line, at, "half a dozen"):
        return None
    if line[at].kind is Kind.FRACTION:
        return line[at].part, at + 1
    in_digits = _part_in_digits(line, at)
    if in_digits:
        return in_digits
    first = word(line, at)
    if first == "half":
        return Fraction(1, 2), at + 1
    many, hyphen, piece = first.partition("-")
    end = at + 1
    if not hyphen:
        piece, end = word(line, at + 1), at + 2
    count = 1 if many in ("a", "an") else _NUMBERS.get(many, 0)
    pieces = PIECES.get(piece, 0)
    if not (0 < count < pieces) or Fraction(count, pieces).denominator != pieces:
        return None
    return Fraction(count, pieces), end


def _part_in_digits(line: Line, at: int) -> tuple[Fraction, int] | None:
    """*3/4 of cases*; *23/28 returns* are a count and its base."""
    if word(line, at + 1) != "/" or word(line, at + 3) != "of":
        return None
    count, base = whole(line, at), whole(line, at + 2)
    if not count or not base or not 0 < count[0] < base[0] <= _FINEST:
        return None
    return Fraction(count[0], base[0]), at + 3


_FINEST: Final = 12
"""Nobody says thirteenths."""


def hedge(line: Line, at: int) -> tuple[Hedge, int]:
    """How closely what follows is meant, and where it begins."""
    for form, meaning in _HEDGES.get(word(line, at), ()):
        end = words(line, at, form)
        if end:
            return meaning, end
    return Hedge.EXACT, at


def by_first_word(forms: Mapping[str, Meaning]) -> dict[str, tuple[tuple[str, Meaning], ...]]:
    """Forms of several words by their first, the longest first: quick to see that none begins."""
    first: dict[str, list[tuple[str, Meaning]]] = {}
    for form in sorted(forms, key=lambda one: -len(one.split())):
        first.setdefault(form.split()[0], []).append((form, forms[form]))
    return {word: tuple(several) for word, several in first.items()}


_DOZENS: Final = by_first_word({"half a dozen": 6, "a dozen": 12, "two dozen": 24})
_HEDGES: Final = by_first_word({form.replace(".", " ."): how for form, how in HEDGES.items()})
FORMS_OF_HEDGES: Final = tuple(form for forms in _HEDGES.values() for form, _ in forms)
"""Every hedge, with a space between its tokens."""
NUMBER_WORDS: Final = frozenset(_NUMBERS)
JOINED_PARTS: Final = frozenset(
    f"{many}-{piece}" for many in (*_NUMBERS, "a", "an") for piece in PIECES
)
"""Parts that are one word: *two-thirds*."""


@dataclass(frozen=True)
class NounPhrase:
    """What is counted: *cases*, *audited cases*, *cases with a plan*."""

    noun: Noun
    """The noun in its plural, as the program knows it."""
    start: int
    end: int
    """The tokens that it takes up."""
    is_some: bool = False
    """Whether words before or after it say that it is some of them only."""


_LONGEST_NOUN: Final = 5
_SOME: Final = ("with", "where", "who", "whose", "of", "from", "without", "involving", "whom")


def noun(line: Line, at: int, *, one: bool = False) -> NounPhrase | None:
    """A noun in its plural with the words before it; with `one` in its singular as well."""
    last = None
    for step in range(at, min(len(line), at + _LONGEST_NOUN)):
        text = line[step].text
        if line[step].kind is not Kind.WORD or text in NO_NOUN or (step > at and text in _NUMBERS):
            break
        if text.endswith("'s") or (
            text.endswith("s") and line[step].end - line[step].start > len(text)
        ):
            continue  # *the six children's cases*
        if is_plural(text):
            last = step
            if step + 1 < len(line) and not is_plural(word(line, step + 1)):
                break
    if last is None:
        return _one(line, at) if one else None
    before = [line[step].text for step in range(at, last)]
    strange = [each for each in before if each not in NEUTRAL and not each.endswith("'s")]
    head = line[last].text
    name = SAME.get(head, head)
    if strange and name not in _KEEP_ALONE:
        name = " ".join([*strange, name])
        strange = []
    return NounPhrase(name, at, last + 1, bool(strange) or _is_of_some(line, last + 1))


_KEEP_ALONE: Final = ("cases", "returns", "agencies", "respondents")


def _one(line: Line, at: int) -> NounPhrase | None:
    """*One case*, *all but one agency*."""
    for step in range(at, min(len(line), at + 2)):
        many = _PLURALS.get(word(line, step))
        if many:
            return NounPhrase(many, at, step + 1, _is_of_some(line, step + 1))
    return None


_PLURALS: Final = {
    **{singular(one): one for one in ("cases", "returns", "agencies", "families", "contacts")},
    **{singular(one): one for one in ("children", "referrals", "records", "files", "practices")},
    **{singular(one): one for one in ("patients", "conferences", "adults", "assessments")},
    **{"audit": "returns", "person": "people", "parent": "parents", "auditor": "returns"},
}


def _is_of_some(line: Line, at: int) -> bool:
    """*Two of the four cases with a plan*: the base is not every case."""
    here = word(line, at)
    if here == "of":
        return word(line, at + 1) not in ("which", "this", "all")
    return (
        here in _SOME
        or (here == "in" and word(line, at + 1) in ("which", "whom"))
        or (here in ("that", "which") and word(line, at + 1) == "had")
        or (here in ("that", "which") and _is_not_audited(line, at + 1))
        or here in ("under", "over", "aged", "known", "subject")
        or (here == "on" and word(line, at + 1) in ("a", "an", "the"))
        or (here == "each")
        or (here in ("a", "an") and word(line, at + 1) in ("day", "week"))
    )


def _is_not_audited(line: Line, at: int) -> bool:
    """*The cases that were graded good* are some of them, *that were audited* are all."""
    return word(line, at) in ("were", "was") and word(line, at + 1) not in AUDITED


def determiner(line: Line, at: int) -> int:
    """Where what may stand before a noun ends: *the*, *all of the*, *these*."""
    here = word(line, at)
    if here in ("all", "every"):
        for form in ("all of the", "all of these", "all the", "every single"):
            end = words(line, at, form)
            if end:
                return end
    return at + 1 if here in DETERMINERS else at
