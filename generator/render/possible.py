"""Whether a printed percentage is possible, in words: for the terminal, and beside a figure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final, NoReturn

from generator.aggregate.possible import (
    Possible,
    Rounding,
    Share,
    Sum,
    as_printed,
    counts_of,
    exactly,
    places,
    possible,
)
from generator.aggregate.printed_row import PrintedRow
from generator.aggregate.row_verdict import (
    impossible_fault,
    percentage_fault,
    row_sum,
    tested_base,
)
from generator.diagnostics.nearest import nearest
from generator.diagnostics.wording import counted, joined, rounded_to
from generator.limits import MOST_TRIED, MOST_WAYS, UP_TO
from generator.model.nouns import CASES, with_count
from generator.read.figures.number_words import NUMBER, PART, PARTS, part, percentage, whole_number

_BY: Final = {
    Rounding.HALF_UP: "",
    Rounding.HALF_EVEN: "only if halves were rounded to the even number",
    Rounding.TRUNCATION: "only if it was cut off, not rounded",
}
_SIGN: Final = r"\s*(?:%|per ?cent\b)"
_SAID: Final = re.compile(
    rf"(?:(?P<digits>[0-9]+(?:\.[0-9]+)?)(?:{_SIGN})?|(?![0-9])(?P<words>{NUMBER}){_SIGN}"
    rf"|(?P<part>{PART})|(?![0-9])(?P<count>{NUMBER}))(?=\s|$)"
)
_PERCENT: Final = re.compile(r"(?:0|[1-9][0-9]{0,2})(?:\.[0-9]+)?")
_MOST_PLACES: Final = 4
_BASES_SHOWN: Final = 20
_WAYS_SHOWN: Final = 10


class NoShareError(ValueError):
    """What was typed says no share; the message says why and what would."""


@dataclass(frozen=True)
class Said:
    """A share, and how somebody said it."""

    share: Share
    typed: str

    @property
    def words(self) -> str:
        """As an answer repeats it: `59%`, `half`, `two`."""
        return f"{self.share}%" if isinstance(self.share, Decimal) else self.typed


@dataclass(frozen=True)
class Asked:
    """What somebody asks: could these shares have been counted?"""

    said: tuple[Said, ...]
    base: int | None
    up_to: int

    @property
    def shares(self) -> tuple[Share, ...]:
        """The shares themselves."""
        return tuple(said.share for said in self.said)

    @cached_property
    def answer(self) -> Possible:
        """What could have been counted."""
        return possible(self.shares, self.base, self.up_to)


def shares_said(typed: Iterable[str]) -> tuple[Said, ...]:
    """The shares that words say: `59`, `18.25%`, `59 per cent`, `two thirds`, `twenty-one`.

    Raises NoShareError for the first word that says none, and where there is none at all.
    """
    text = " ".join(typed).casefold().strip()
    said = []
    while text:
        found = _SAID.match(text)
        word = found[0] if found else text.split()[0]
        said.append(Said(_share(found), word) if found else _no_share(word))
        text = text[len(word) :].lstrip()
    if not said:
        raise NoShareError("There is no percentage.")
    return tuple(said)


def _share(found: re.Match[str]) -> Share:
    if found["digits"]:
        return _percentage(found["digits"])
    if found["words"]:
        return percentage(found["words"])
    if found["count"]:
        return whole_number(found["count"])
    # By itself `third` is one of them; in prose it would be the third of a row.
    words = found["part"]
    return part(words) or (not words.count(" ") and part(f"a {words}")) or _no_share(words)


def _percentage(digits: str) -> Decimal:
    if not _PERCENT.fullmatch(digits):
        _no_share(digits)
    share = percentage(digits)
    if places(share) > _MOST_PLACES:
        raise NoShareError(f"{digits} has too many decimal places: {_MOST_PLACES} are the most.")
    return share


def _no_share(word: str) -> NoReturn:
    near = nearest(word, PARTS)
    tip = f"Did you mean {near}?" if near else "Write it like 59, 18.25%, half or two."
    raise NoShareError(f"{word} is no percentage. {tip}")


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
    ways = found.counts
    if len(asked.said) == 1:
        # What the share is exactly, or is nearest to, comes first.
        exact = exactly(asked.shares[0], base)
        ways = tuple(sorted(ways, key=lambda way: abs(way[0] - exact)))
    yield f"Yes{', ' + only if only else ''}: {_told(asked.said, ways[0], base)}."
    if len(ways) > 1:
        yield _other_ways(sorted(ways[1:]), base)
    if asked.base is None:
        yield from _bases(found, asked.up_to)
    yield from _sum(asked.shares, found.by)


def _other_ways(others: Sequence[tuple[int, ...]], base: int) -> str:
    shown = "; ".join(joined(way) for way in others[:_WAYS_SHOWN])
    several = len(others[0]) > 1
    many = several and len(others) == MOST_WAYS - 1
    left = len(others) - _WAYS_SHOWN
    end = f" … and {'at least ' if many else ''}{left} more" if left > 0 else ""
    it = "them" if several else "it"
    if len(others) == 1 and not several:
        return f"One other count of {base} gives {it} as well: {shown}."
    return f"Other counts of {base} give {it} as well: {shown}{end}."


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
    printed = [share for share in shares if isinstance(share, Decimal)]
    if len(printed) == len(shares) > 1:
        added = Sum.of(printed)
        if added.total != 100:
            yield f"They add up to {added.total} {_how(by)}; that is no fault."


def _no(asked: Asked) -> Iterator[str]:
    base = asked.base
    of = f"of {base}" if base else f"of any base up to {asked.up_to}"
    if len(asked.said) > 1:
        yield f"No: no whole counts {of} give {_all_said(asked.said)} together."
        yield from _why_not_together(asked)
        return
    (said,) = asked.said
    share = said.share
    if base and isinstance(share, int):
        yield f"No: {said.words} is more than {base}."
        return
    if base is None or _is_too_much(share):
        yield f"No: no whole count {of} gives {said.words}."
        yield _where_it_is_possible(share)
        return
    near = [f"{_exactly(share, count, base)} ({count} of {base})" for count in asked.answer.nearest]
    yield f"No: no whole count {of} gives {said.words}; {joined(near)} are nearest."


def _why_not_together(asked: Asked) -> Iterator[str]:
    shares, base = asked.shares, asked.base
    printed = [share for share in shares if isinstance(share, Decimal)]
    if len(printed) == len(shares):
        added = Sum.of(printed)
        if not added.is_explained:
            precisions = {places(share) for share in printed}
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
    for said in asked.said:
        alone = Asked((said,), base, asked.up_to)
        if not alone.answer.is_possible:
            yield from (_capitalised(line.removeprefix("No: ")) for line in _no(alone))
            return
    if base is None:
        smallest = [possible([share], up_to=asked.up_to).bases[0] for share in shares]
        rarest = max(range(len(shares)), key=lambda index: smallest[index])
        yield "Each of them alone is possible."
        yield f"{asked.said[rarest].words} alone takes a base of {smallest[rarest]} or more."
        return
    for by in Rounding:
        ranges = [counts_of(share, base, by) for share in shares]
        if all(ranges):
            least, most = sum(counts[0] for counts in ranges), sum(counts[-1] for counts in ranges)
            to = f" to {most}" if most > least else ""
            yield f"Their counts add up to {least}{to}, and not to {base}."
            return
    yield "Each of them alone is possible, but not with all of them rounded in one way."


def _where_it_is_possible(share: Share) -> str:
    if _is_too_much(share):
        return "A share of a whole is no more than 100%."
    smallest = next(iter(possible([share], up_to=MOST_TRIED).bases), None)
    if smallest is None:
        return f"Nor does one of any base up to {MOST_TRIED}."
    return f"{smallest} is the smallest base that does."


def _is_too_much(share: Share) -> bool:
    return isinstance(share, Decimal) and share > 100


def _capitalised(line: str) -> str:
    return line[:1].upper() + line[1:]


def _told(said: Sequence[Said], counts: Sequence[int], base: int) -> str:
    pairs = zip(said, counts, strict=True)
    return joined(f"{share.words} is {count}" for share, count in pairs) + f" of {base}"


def _all_said(said: Sequence[Said]) -> str:
    return joined(share.words for share in said)


def _exactly(share: Share, count: int, base: int) -> str:
    precision = places(share) if isinstance(share, Decimal) else 0
    return f"{as_printed(count, base, precision)}%"


def beside_row(row: PrintedRow) -> str:
    """What a reader should know of a row's printed percentages: what gives them, or that nothing
    does, and what they add up to.
    """
    shares = tuple(row.percentages.values())
    if not shares or row.is_whole or row.counts:
        fault = percentage_fault(row) or impossible_fault(row)
        said = (f"{_capitalised(fault.what)}." if fault else "", _sum_of(row, None))
        return " ".join(part for part in said if part)
    base, _ = tested_base(row)
    of_base = (
        None if row.are_several or not base else possible(shares, base, leaves_rest=not row.is_full)
    )
    smallest = None if row.are_several else _smallest(row, shares)
    parts = (
        _of_base(row, of_base, base or 0),
        _smallest_base(row, smallest) if not (of_base and of_base.is_possible) else "",
        _sum_of(row, smallest),
    )
    return " ".join(part for part in parts if part)


def _smallest(row: PrintedRow, shares: tuple[Decimal, ...]) -> Possible | None:
    """What could have been counted, smallest base first, where nothing says of how many it is.

    None where what they add up to says already that they do not go together.
    """
    if row.base is not None or (row.named_unit == row.unit == CASES and row.whole):
        return None
    added = row_sum(row)
    if added and not added.is_explained and possible(shares).is_possible:
        return None
    return possible(shares, leaves_rest=added is None)


def _of_base(row: PrintedRow, found: Possible | None, base: int) -> str:
    """What a number that is known says to the percentages."""
    if found is None:
        return ""
    of = with_count(base, row.named_unit)
    if found.is_possible:
        if row.base is not None:
            # The counts stand beside the answers, as worked out.
            return f"They fit {of}{_end(found)}." if _end(found) else ""
        return f"{joined(found.counts[0])} of {of} would give {_it(found.counts[0])}{_end(found)}."
    shares = tuple(row.percentages.values())
    near = [f"{count} is {_exactly(shares[0], count, base)}" for count in found.nearest]
    end = f": {joined(near)}" if near else ""
    return f"No whole number of {of} gives {_it(shares)}{end}."


def _smallest_base(row: PrintedRow, found: Possible | None) -> str:
    """The smallest base that the percentages can have, where no counts were printed."""
    unit = row.unit
    if found is None:
        return ""
    if not found.is_possible:
        return f"No number of {unit} up to {UP_TO} gives {_it(tuple(row.percentages))}."
    way, base = found.counts[0], found.bases[0]
    what = "is the smallest that gives" if len(way) == 1 else "are the smallest that give"
    of_what = f"Of {unit}, " if row.named_unit != row.unit else ""
    return f"{of_what}{joined(way)} of {base} {what} {_it(way)}{_end(found)}."


def _sum_of(row: PrintedRow, smallest: Possible | None) -> str:
    added = None if row.are_several else row_sum(row)
    if added is None or added.total == 100:
        return ""
    if not added.is_explained:
        return f"{added.words}, and rounding does not explain it."
    return f"{added.words}, {_how(smallest.by if smallest else None)}."


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
