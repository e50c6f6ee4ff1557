"""What a cell of figures is under its heading: the fields of a row of published.yml, or why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.aggregate.joined import answers_joined
from generator.draft.asked import answer
from generator.draft.cell import Figure, figure
from generator.draft.headings import TARGET, TOTAL, Heading, Measure, statistic
from generator.model.registers import Scale

Loc = tuple[str, ...]
"""Where in a row a value stands: `counts` and `yes`, or `total`."""

_WHOLE: Final = frozenset({"100", "100.0", "100.00"})
_MOST_PLACES: Final = 4
_MOST_PERCENT: Final = 999


class NotUnderstoodError(ValueError):
    """A cell is put nowhere; the message says why."""


@dataclass(frozen=True)
class Reading:
    """What is known of the numbers of a table before one of them is read."""

    is_unsure: bool
    """Whether numbers without a sign may as well be percentages as counts."""
    are_parts_of_one: bool | None
    """Whether its percentages go from 0 to 1; None where they may go to 100 as well."""
    own_year: str
    """The year in its headings that is the audit's own, if any is."""


def values(
    text: str, said: Heading, of_line: Measure, scale: Scale | None, reading: Reading
) -> Iterator[tuple[Loc, str]]:
    """The fields of a cell, each with its value as it is typed; none where it tells nothing.

    `of_line` is what the cell's row says of how it is counted. Raises NotUnderstoodError where the
    cell is no figure of the scale, or may be two things.
    """
    if said.why_not and not (of_line and not said.is_bare):
        raise NotUnderstoodError(said.why_not)
    if not said.printed:
        raise NotUnderstoodError("its column has no heading")
    if said.measure and of_line and said.measure is not of_line:
        raise NotUnderstoodError("its heading and its row say different things")
    found = figure(text)
    if found is None:
        raise NotUnderstoodError("it is no figure")
    before = _of_year(said.year, reading.own_year)
    for path, value in _fields(found, said.words, said.measure or of_line, scale, reading):
        yield (*before, *path), value


def _of_year(year: str, own_year: str) -> Loc:
    if year in ("", own_year):
        return ()
    if own_year and year < own_year:
        return ("earlier", year)
    raise NotUnderstoodError(f"whether {year} is this audit's own year is not known")


def _fields(
    found: Figure, words: str, measure: Measure, scale: Scale | None, reading: Reading
) -> Iterator[tuple[Loc, str]]:
    one = answer(words, scale) if scale else ""
    if one or (scale and answers_joined(words, scale)):
        count, share = _count_and_share(found, measure, reading)
        if found.mark and not one:
            raise NotUnderstoodError("several answers together have no mark")
        if count is not None:
            yield ("counts", one) if one else ("joined_counts", words), count
        if share is not None:
            yield ("percentages", one) if one else ("joined", words), share
        if found.of is not None:
            yield (TOTAL,), str(found.of)
    elif field := statistic(words):
        yield from _beside_answers(found, field, measure, reading)
    elif not words:
        raise NotUnderstoodError("its heading says no answer")
    else:
        known = f"`{words}` is no answer of its scale" if scale else "its scale is not known"
        raise NotUnderstoodError(known)


def _beside_answers(
    found: Figure, field: str, measure: Measure, reading: Reading
) -> Iterator[tuple[Loc, str]]:
    """A total, a target, or a statistic of scores."""
    if field == TOTAL:
        # Where counts may be percentages, so may 100; no other number can be their total.
        if not measure and found.share is None and found.number not in (1, 100):
            measure = Measure.COUNTS
        count, share = _count_and_share(found, measure, reading)
        if found.mark or found.of is not None or share not in (None, *_WHOLE):
            raise NotUnderstoodError("it is no total")
        if count is not None:
            yield (TOTAL,), count
        return
    if field == TARGET:
        share = _count_and_share(found, Measure.PERCENTAGES, reading)[1]
        if found.mark or share is None or "." in share:
            raise NotUnderstoodError("it is no percentage without decimal places")
        yield (TARGET,), share
        return
    if measure or found.number is None or found != Figure(found.number):
        raise NotUnderstoodError(f"it is no {field}")
    yield (field,), _printed(found.number)


def _count_and_share(
    found: Figure, measure: Measure, reading: Reading
) -> tuple[str | None, str | None]:
    """The count and the percentage of a cell, as they are typed."""
    if found.mark:
        is_share = found.mark.endswith("%") or measure is Measure.PERCENTAGES
        return (None, found.mark) if is_share else (found.mark, None)
    number, share = found.number, found.share
    if found.aside is not None:
        if measure is not Measure.BOTH:
            raise NotUnderstoodError("in brackets may be a percentage, or another count")
        share = found.aside
    elif number is None and measure is Measure.COUNTS:
        raise NotUnderstoodError("it is a percentage, and in a column of counts")
    if number is not None and share is None and found.of is None:
        if measure is Measure.BOTH or (not measure and reading.is_unsure):
            raise NotUnderstoodError("it may be a count or a percentage: say which in its heading")
        if measure is Measure.PERCENTAGES:
            share = _of_hundred(number, reading)
            number = None
    if number is not None and number != number.to_integral_value():
        raise NotUnderstoodError("it is no whole number; if it is a percentage, say % above it")
    if share is not None and share > _MOST_PERCENT:
        raise NotUnderstoodError("no percentage is so large")
    count = None if number is None else str(int(number))
    return count, None if share is None else _printed(share)


def _of_hundred(number: Decimal, reading: Reading) -> Decimal:
    """A number of a column of percentages as a percentage: 0.55 is 55 where all go to 1."""
    if reading.are_parts_of_one is None:
        raise NotUnderstoodError("whether 1 is one per cent or all is not known")
    if not reading.are_parts_of_one:
        return number
    share = number * 100
    return share.quantize(Decimal(1)) if share == share.to_integral_value() else share.normalize()


def _printed(number: Decimal) -> str:
    text = f"{number:f}"
    if len(text.partition(".")[2]) > _MOST_PLACES:
        raise NotUnderstoodError("it has more decimal places than a report prints")
    return text
