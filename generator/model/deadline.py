"""By when something is to be done, no more exact than its source says it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from pydantic_core import PydanticCustomError, core_schema

from generator.model.words import MONTHS, PartialDate

_YEAR: Final = r"(?P<year>[12][0-9]{3})(?:[/-](?P<next>[0-9]{2}))?"


@dataclass(frozen=True, order=True)
class Deadline:
    """A date, a month, a quarter, a term, a season, a financial year; or *ongoing*.

    >>> Deadline.parse("Q2 2019").last, Deadline.parse("autumn term 2019").words
    (datetime.date(2019, 9, 30), 'Autumn term 2019')

    Where it can mean two spans, as a quarter of the calendar or of a financial year can, it is
    the widest: nothing is overdue that may not be.
    """

    first: date
    """The first day it can mean."""
    last: date
    """The last day it can mean."""
    words: str
    """As people write it."""

    @property
    def is_open(self) -> bool:
        """Whether it never passes: *ongoing*."""
        return self.last == date.max

    @classmethod
    def parse(cls, text: str) -> Deadline:
        """Read a deadline; raises ValueError for what is none."""
        said = " ".join(text.split())
        try:
            partial = PartialDate.parse(said)
        except ValueError:
            return _in_words(said)
        return cls(partial.first, partial.last, partial.words)

    def __str__(self) -> str:
        return self.words

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _deadline, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        examples = ["2027-03-31", "2027-03", "Q2 2019", "autumn term 2019", "2019/20", "ongoing"]
        return {"type": "string", "examples": examples}


def _in_words(said: str) -> Deadline:
    lower = said.lower()
    if lower in _ALWAYS:
        return Deadline(date.min, date.max, said[:1].upper() + said[1:])
    for pattern, spans in _FORMS:
        found = re.fullmatch(pattern, lower)
        if found:
            year = int(found["year"])
            following = found.groupdict().get("next")
            if following and int(following) != (year + 1) % 100:
                break
            days = spans(found, year)
            return Deadline(min(days), max(days), said[:1].upper() + said[1:])
    raise ValueError(said)


def _quarter(found: re.Match[str], year: int) -> list[date]:
    quarter = int(found["quarter"])
    financial = _months(year, 3 * quarter + 1, 3)
    calendar = [] if found["next"] else _months(year, 3 * quarter - 2, 3)
    return calendar + financial


def _months(year: int, month: int, many: int) -> list[date]:
    """The first and the last day of so many months; months beyond the twelfth are next year's."""
    start = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    stop = month + many
    end = date(year + (stop - 1) // 12, (stop - 1) % 12 + 1, 1) - timedelta(days=1)
    return [start, end]


def _term(found: re.Match[str], year: int) -> list[date]:
    month, many = _TERMS[found["term"]]
    return _months(year, month, many)


def _season(found: re.Match[str], year: int) -> list[date]:
    month, many = _SEASONS[found["season"]]
    return _months(year, month, many)


def _month(found: re.Match[str], year: int) -> list[date]:
    return _months(year, _MONTH_NAMES.index(found["month"][:3]) + 1, 1)


def _years(_: re.Match[str], year: int) -> list[date]:
    """A year that starts in April, or in September for schools."""
    return [*_months(year, 4, 12), *_months(year, 9, 12)]


_MONTH_NAMES: Final = [name[:3].lower() for name in MONTHS]
_TERMS: Final = {"autumn": (9, 4), "spring": (1, 4), "summer": (4, 5)}
_SEASONS: Final = {"spring": (3, 3), "summer": (6, 3), "autumn": (9, 3), "winter": (12, 3)}
_ALWAYS: Final = ("ongoing", "immediate", "immediately", "continuous", "in place")
_FORMS: Final[tuple[tuple[str, Callable[[re.Match[str], int], list[date]]], ...]] = (
    (rf"(?:q|quarter )(?P<quarter>[1-4]),? (?:of )?{_YEAR}", _quarter),
    (rf"(?P<term>autumn|spring|summer) term,? {_YEAR}", _term),
    (rf"(?P<season>spring|summer|autumn|winter),? {_YEAR}", _season),
    (
        rf"(?:end of |by )?(?P<month>{'|'.join((*MONTHS, *_MONTH_NAMES)).lower()}),? {_YEAR}",
        _month,
    ),
    (r"(?P<year>[12][0-9]{3})[/-](?P<next>[0-9]{2})", _years),
)
"""The ways to write a deadline that is no date, and the days that each can mean."""


def _deadline(value: object) -> Deadline:
    if isinstance(value, Deadline):
        return value
    try:
        return Deadline.parse(str(value))
    except ValueError:
        raise PydanticCustomError(
            "deadline",
            "this must be a date or a span of time: 2016-11-21, 2016-11, 2016, Q2 2019, autumn "
            "term 2019, 2019/20, or ongoing",
        ) from None
