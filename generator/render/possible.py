"""Whether a printed percentage is possible, in words: for the terminal, and beside a figure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final

from generator.aggregate.possible import (
    MOST_TRIED,
    MOST_WAYS,
    UP_TO,
    Possible,
    Rounding,
    Share,
    Sum,
    as_printed,
    counts_of,
    places,
    possible,
)
from generator.aggregate.results import QuestionResult
from generator.diagnostics.wording import counted, joined, rounded_to

PARTS: Final = {
    "half": Fraction(1, 2),
    "third": Fraction(1, 3),
    "two-thirds": Fraction(2, 3),
    "quarter": Fraction(1, 4),
    "three-quarters": Fraction(3, 4),
}
"""The parts that people say in words."""

NUMBERS: Final = (
    *("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
"""The counts that people say in words."""

_BY: Final = {
    Rounding.HALF_UP: "",
    Rounding.HALF_EVEN: "only if halves were rounded to the even number",
    Rounding.TRUNCATION: "only if it was cut off, not rounded",
}
SHARE_WORDS: Final[Mapping[str, Share]] = {
    **PARTS,
    **{word: count for count, word in enumerate(NUMBERS) if count},
}
"""What can be said in words."""

_ARTICLE: Final = re.compile(r"\ban? ")
_MANY_PARTS: Final = re.compile(r"\b(two|three) (thirds|quarters)\b")
_PERCENT: Final = re.compile(r"(?:0|[1-9][0-9]{0,2})(?:\.[0-9]{1,4})?")
_BASES_SHOWN: Final = 20
_WAYS_SHOWN: Final = 10


@dataclass(frozen=True)
class Asked:
    """What somebody asks: could these shares have been counted?"""

    shares: tuple[Share, ...]
    base: int | None
    up_to: int

    @cached_property
    def answer(self) -> Possible:
        """What could have been counted."""
        return possible(self.shares, self.base, self.up_to)


def words_said(typed: Iterable[str]) -> list[str]:
    """What was typed, a word a share: `two thirds` is one, and so is `a third`."""
    text = _ARTICLE.sub("", " ".join(typed).casefold())
    return _MANY_PARTS.sub(r"\1-\2", text).split()


def share_said(word: str) -> Share | None:
    """The share that a word says: `59`, `18.25%`, `third`, `two`; none where it says none."""
    percentage = word.removesuffix("%")
    return Decimal(percentage) if _PERCENT.fullmatch(percentage) else SHARE_WORDS.get(word)


def possible_text(asked: Asked) -> str:
    """The answer with its arithmetic, in words that teach."""
    found = asked.answer
    return "\n".join(_yes(asked, found) if found.is_possible else _no(asked)) + "\n"


def possible_json(asked: Asked) -> str:
    """The answer for other tools; one share has counts, several have lists of them."""
    found = asked.answer
    several = len(asked.shares) > 1
    answer = {
        "possible": found.is_possible,
        "by": found.by,
        "counts": [list(way) if several else way[0] for way in found.counts],
        "bases": list(found.bases),
        "nearest": list(found.nearest),
    }
    return json.dumps(answer) + "\n"


FORMATS: Final[Mapping[str, Callable[[Asked], str]]] = {
    "text": possible_text,
    "json": possible_json,
}


def _yes(asked: Asked, found: Possible) -> Iterator[str]:
    only = _only(found)
    base = found.bases[0]
    yield f"Yes{', ' + only if only else ''}: {_told(asked.shares, found.counts[0], base)}."
    if len(found.counts) > 1:
        yield from _other_ways(found, base)
    if asked.base is None:
        yield from _bases(found, asked.up_to)
    yield from _sum(asked.shares, found.by)


def _other_ways(found: Possible, base: int) -> Iterator[str]:
    others = [joined(one) for one in found.counts[1:]]
    many = len(found.counts) == MOST_WAYS and len(found.counts[0]) > 1
    left = len(others) - _WAYS_SHOWN
    end = f" … and {'at least ' if many else ''}{left} more" if left > 0 else ""
    yield f"Of {base} other counts give it as well: {'; '.join(others[:_WAYS_SHOWN])}{end}."


def _bases(found: Possible, up_to: int) -> Iterator[str]:
    if len(found.bases) == 1:
        yield f"{found.bases[0]} is the only base up to {up_to} that fits."
        return
    shown = ", ".join(map(str, found.bases[:_BASES_SHOWN]))
    left = len(found.bases) - _BASES_SHOWN
    end = f" … and {left} more" if left > 0 else ""
    yield (
        f"{found.bases[0]} is the smallest base. {counted(len(found.bases), 'base')} up to {up_to} "
        f"fit: {shown}{end}."
    )


def _sum(shares: Sequence[Share], by: Rounding | None) -> Iterator[str]:
    """A word on shares that do not come to 100 although they are right."""
    printed = [one for one in shares if isinstance(one, Decimal)]
    if len(printed) == len(shares) > 1:
        added = Sum.of(printed)
        if added.total != 100:
            yield f"They add up to {added.total} {_how(by)}; that is no fault."


def _no(asked: Asked) -> Iterator[str]:
    shares, base = asked.shares, asked.base
    of = f"of {base}" if base else f"of any base up to {asked.up_to}"
    if len(shares) > 1:
        yield f"No: no whole counts {of} give {_all_said(shares)} together."
        yield from _why_not_together(asked)
        return
    (share,) = shares
    if base is None:
        yield f"No: no whole count {of} gives {_said(share)}."
        smallest = _smallest(share)
        yield f"{smallest} is the smallest base that does." if smallest else _too_much(share)
        return
    near = [f"{_exactly(share, count, base)} ({count} of {base})" for count in asked.answer.nearest]
    yield f"No: no whole count {of} gives {_said(share)}; {joined(near)} are nearest."


def _why_not_together(asked: Asked) -> Iterator[str]:
    shares, base = asked.shares, asked.base
    printed = [one for one in shares if isinstance(one, Decimal)]
    if len(printed) == len(shares):
        added = Sum.of(printed)
        if not added.is_explained:
            precisions = {places(one) for one in printed}
            yield (
                f"They add up to {added.total}; "
                + (
                    rounded_to(len(printed), precisions.pop())
                    if len(precisions) == 1
                    else "rounding each of them"
                )
                + f" explains {added.around}."
            )
            return
    for share in dict.fromkeys(shares):
        if not possible([share], base, asked.up_to).is_possible:
            yield from (
                line.removeprefix("No: ").capitalize() for line in _no(_alone(asked, share))
            )
            return
    if base is None:
        smallest = {one: possible([one], up_to=asked.up_to).bases[0] for one in shares}
        rarest = max(smallest, key=lambda one: smallest[one])
        yield "Each of them alone is possible."
        yield f"{_said(rarest)} alone takes a base of {smallest[rarest]} or more."
        return
    for by in Rounding:
        ranges = [counts_of(one, base, by) for one in shares]
        if all(ranges):
            least, most = sum(one[0] for one in ranges), sum(one[-1] for one in ranges)
            to = f" to {most}" if most > least else ""
            yield f"Their counts add up to {least}{to}, and not to {base}."
            return
    yield "Each of them alone is possible, but not with all of them rounded in one way."


def _alone(asked: Asked, share: Share) -> Asked:
    return Asked((share,), asked.base, asked.up_to)


def _smallest(share: Share) -> int | None:
    return next(iter(possible([share], up_to=MOST_TRIED).bases), None)


def _too_much(share: Share) -> str:
    if isinstance(share, Decimal) and share > 100:
        return "A share of a whole is no more than 100%."
    return f"Nor does one of any base up to {MOST_TRIED}."


def _told(shares: Sequence[Share], counts: Sequence[int], base: int) -> str:
    if len(shares) == 1:
        return f"{_said(shares[0])} is {counts[0]} of {base}"
    pairs = zip(shares, counts, strict=True)
    return joined(f"{_said(share)} is {count}" for share, count in pairs) + f" of {base}"


def _said(share: Share) -> str:
    match share:
        case Decimal():
            return f"{share}%"
        case Fraction():
            return next((word for word, part in PARTS.items() if part == share), str(share))
        case _:
            return NUMBERS[share] if share < len(NUMBERS) else str(share)


def _all_said(shares: Sequence[Share]) -> str:
    return joined(_said(one) for one in shares)


def _exactly(share: Share, count: int, base: int) -> str:
    precision = places(share) if isinstance(share, Decimal) else 0
    return f"{as_printed(count, base, precision)}%"


def beside_figure(result: QuestionResult) -> str:
    """What a reader should know of a row's printed percentages: what gives them, or that nothing
    does, and what they add up to.
    """
    parts = (_of_cases(result), _smallest_base(result), _sum_of(result))
    return " ".join(part for part in parts if part)


def _of_cases(result: QuestionResult) -> str:
    """What the cases say to it, where the source says that it is of cases."""
    found, base = result.of_cases, result.cases
    if found is None or base is None:
        return ""
    of = counted(base, "case")
    if found.is_possible:
        return f"{joined(found.counts[0])} of {of} would give {_it(found.counts[0])}{_end(found)}."
    printed = next(iter(result.shares), Decimal(0))
    near = [f"{one} is {_exactly(printed, one, base)}" for one in found.nearest]
    end = f": {joined(near)}" if near else ""
    return f"No whole number of {of} gives {_it(result.shares)}{end}."


def _smallest_base(result: QuestionResult) -> str:
    """The smallest base that the percentages can have, where no counts were printed."""
    found, unit = result.smallest, result.unit.value
    if found is None or (result.of_cases and result.of_cases.is_possible):
        return ""
    if not found.is_possible:
        return f"No number of {unit} up to {UP_TO} gives {_it(result.shares)}."
    way, base = found.counts[0], found.bases[0]
    what = "is the smallest that gives" if len(way) == 1 else "are the smallest that give"
    of_what = f"Of {unit}, " if result.of_cases else ""
    return f"{of_what}{joined(way)} of {base} {what} {_it(way)}{_end(found)}."


def _sum_of(result: QuestionResult) -> str:
    added = result.added_up
    if added is None or added.total == 100:
        return ""
    if not added.is_explained:
        return f"{added.words}, and rounding does not explain it."
    return f"{added.words}, {_how(result.smallest.by if result.smallest else None)}."


def _it(shares: Sequence[object]) -> str:
    return "it" if len(shares) == 1 else "them together"


def _end(found: Possible) -> str:
    only = _only(found)
    return f", {only}" if only else ""


def _only(found: Possible) -> str:
    """By what rounding alone it is possible; empty where halves rounded up."""
    if found.by is Rounding.TRUNCATION and len(found.counts[0]) > 1:
        return "only if all of them were cut off, not rounded"
    return _BY[found.by or Rounding.HALF_UP]


def _how(by: Rounding | None) -> str:
    """Why shares that are right do not come to 100."""
    return "because they were cut off" if by is Rounding.TRUNCATION else "through rounding"
