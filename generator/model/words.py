"""The small types that fields are made of: ids, refs, text, counts and dates.

Every scalar of a file arrives as the text its author typed (see `generator.read.yaml`);
these types say what the text must look like and what it becomes.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError, core_schema

from generator.model.sheet import lines_of

ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,59}$"
REF_PATTERN = r"^[A-Za-z0-9](?:[A-Za-z0-9.]{0,6}[A-Za-z0-9])?$"


@dataclass(frozen=True)
class Reference:
    """Marks a field that names something written elsewhere; `kind` is what it names."""

    kind: str


@dataclass(frozen=True)
class Markdown:
    """Marks a field that holds Markdown."""

    is_remark: bool = False
    """Whether it speaks of figures that a source printed, or of a target, and so may name any."""


@dataclass(frozen=True)
class PlainText:
    """Marks a field that holds words of its author's own, without marks."""


MARKDOWN = Markdown()
REMARK = Markdown(is_remark=True)


# A length stands before its validator below: behind one it is not pydantic's own, and slow.


def _text(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not text:
        raise PydanticCustomError("empty_text", "there is no text here")
    return text


def _line(value: object) -> object:
    value = _text(value)
    if isinstance(value, str) and value.isprintable():
        return value  # most are: the ends of lines and tabs are no printable signs
    if isinstance(value, str) and len(value.splitlines()) > 1:
        raise PydanticCustomError("one_line", "this must be a single line")
    if isinstance(value, str) and "\t" in value:
        raise PydanticCustomError("tab", "this must have no tab in it")
    return value


Word = Annotated[str, Field(max_length=400), BeforeValidator(_line)]
"""A word that a scale or a register gives, such as an answer: it can be several words long."""

Line = Annotated[Word, PlainText()]
"""One line of plain text."""

Prose = Annotated[str, Field(max_length=60_000), BeforeValidator(_text), MARKDOWN]
"""Markdown; raw HTML in it is shown as it was typed, never run."""

Short = Annotated[str, Field(max_length=300), BeforeValidator(_text), MARKDOWN]
"""A sentence or two of Markdown, such as a question that a team can ask itself."""


def _on_a_sheet(value: object) -> object:
    value = _text(value)
    if isinstance(value, str) and lines_of(value) > MOST_LINES:
        raise PydanticCustomError("on_a_sheet", "this must fit on a sheet")
    return value


MOST_LINES: Final = 10
"""How long a part of a briefing may be that one person writes."""

OnASheet = Annotated[str, Field(max_length=60_000), BeforeValidator(_on_a_sheet), MARKDOWN]
"""Markdown that is short enough for its part of a printed sheet."""

Remark = Annotated[str, Field(max_length=60_000), BeforeValidator(_text), REMARK]
"""Markdown about what a source printed, or about a target: its figures are not the audit's."""


def _board_year(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(_BOARD_YEAR, value):
        raise PydanticCustomError("board_year", "this must be a year, such as 2016-17 or 2016")
    return value


_BOARD_YEAR = r"[12][0-9]{3}(-[0-9]{2})?"

BoardYear = Annotated[
    str,
    BeforeValidator(_board_year),
    WithJsonSchema({"type": "string", "pattern": f"^{_BOARD_YEAR}$"}),
]
"""A Board's year: 2016-17, or 2016 where it is the calendar's."""

Id = Annotated[str, Field(pattern=ID_PATTERN)]
AgencyId = Annotated[Id, Reference("agency")]
ThemeId = Annotated[Id, Reference("theme")]
CaseId = Annotated[Id, Reference("case")]
FindingId = Annotated[Id, Reference("finding")]
ScaleId = Annotated[Id, Reference("scale")]
PartnershipId = Annotated[Id, Reference("partnership")]
VoiceId = Annotated[Id, Reference("voice")]
RecommendationRef = Annotated[
    str,
    Field(pattern=r"^[a-z0-9][a-z0-9-]{0,59}/[a-z0-9][a-z0-9-]{0,59}$"),
    Reference("recommendation of any audit"),
]
"""A recommendation of any audit: `AUDIT/RECOMMENDATION`."""
WorkId = Annotated[Id, Reference("work")]
AuditId = Annotated[Id, Reference("audit")]


def is_id(name: str) -> bool:
    """Whether `name` can be an id."""
    return re.fullmatch(ID_PATTERN, name) is not None


def as_id(name: str) -> str:
    """The id nearest to `name`; empty where no letter or digit is left.

    >>> as_id("Łódź Police"), as_id("Late plans!")
    ('odz-police', 'late-plans')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def case_name(id_: str) -> str:
    """What pages and forms call a case.

    >>> case_name("a"), case_name("winter")
    ('Case A', 'Case winter')
    """
    return f"Case {id_.upper() if len(id_) <= 2 else id_}"


Ref = Annotated[str, Field(pattern=REF_PATTERN)]
"""A question's or a judgement's short reference as its tool prints it, such as R1, 2a or 1.1."""


def is_ref(name: str) -> bool:
    """Whether `name` can be a reference."""
    return re.fullmatch(REF_PATTERN, name) is not None


QuestionRef = Annotated[Ref, Reference("question")]
JudgementRef = Annotated[Ref, Reference("judgement")]
AskedRef = Annotated[Ref, Reference("question or judgement")]
SectionId = Annotated[Id, Reference("section")]


def _count(value: object) -> object:
    if isinstance(value, str | bool):
        if not re.fullmatch(r"0|[1-9][0-9]{0,6}", str(value)):
            raise PydanticCustomError("whole_number", "this must be a whole number, such as 23")
        return int(value)
    return value


def _count_or_mark(value: object) -> object:
    is_mark = isinstance(value, str) and SUPPRESSED.fullmatch(value)
    number = value if is_mark else _count(value)
    if not isinstance(number, int | str):
        raise PydanticKnownError("int_type")
    return number


def _printed_or_mark(value: object) -> object:
    is_mark = isinstance(value, str) and SUPPRESSED.fullmatch(value)
    number = value if is_mark else _printed(value)
    if isinstance(number, int | float):
        return Decimal(str(number))
    if not isinstance(number, Decimal | str):
        raise PydanticKnownError("decimal_type")
    return number


SUPPRESSED_PATTERN: Final = r"^(?:(?:<|<=|≤|under )\s?[0-9]{1,3}%?|\*{1,3}|\[?c\]?|suppressed)$"
SUPPRESSED: Final = re.compile(SUPPRESSED_PATTERN)
"""What tables print in place of a small count, so that it tells of nobody."""

Count = Annotated[int, BeforeValidator(_count), Field(ge=0)]
"""A whole number of returns, cases, children, agencies or respondents."""

Percentage = Annotated[Count, Field(le=100)]
"""A whole percentage that somebody sets, without its sign."""


def _yes_or_no(value: object) -> object:
    return {"yes": True, "no": False}.get(value, value) if isinstance(value, str) else value


YesNo = Annotated[
    bool,
    BeforeValidator(_yes_or_no),
    Field(strict=True),
    WithJsonSchema({"enum": [True, False, "yes", "no"]}),
]
"""Yes or no; `true` and `false` do as well."""


def _printed(value: object) -> object:
    if isinstance(value, str | bool):
        if not re.fullmatch(r"(0|[1-9][0-9]{0,2})(\.[0-9]{1,4})?", str(value)):
            raise PydanticCustomError(
                "percentage", "this must be a percentage without its sign, such as 82 or 18.25"
            )
        return Decimal(value)
    return value


Printed = Annotated[
    Decimal,
    BeforeValidator(_printed),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 999}),
]
"""A percentage to the decimal places its source printed."""

CountOrMark = Annotated[
    int | str,
    PlainValidator(_count_or_mark),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": 0},
                {"type": "string", "pattern": SUPPRESSED_PATTERN},
            ]
        }
    ),
]
"""A whole number, or what the source printed in its place to suppress it: `<5`, `*`, `c`."""

PrintedOrMark = Annotated[
    Decimal | str,
    PlainValidator(_printed_or_mark),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 999},
                {"type": "string", "pattern": SUPPRESSED_PATTERN},
            ]
        }
    ),
]
"""A percentage as printed, or what stands in its place to suppress it."""


def _score(value: object) -> object:
    if isinstance(value, str | bool):
        if not re.fullmatch(r"(0|[1-9][0-9]{0,3})(\.[0-9]{1,4})?", str(value)):
            raise PydanticCustomError("score", "this must be a number, such as 6.4")
        return Decimal(value)
    return value


Score = Annotated[
    Decimal, BeforeValidator(_score), WithJsonSchema({"type": "number", "minimum": 0})
]
"""A mean, a median or a score to the decimal places its source printed."""


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date as far as it is known: a year, a month, or a day.

    >>> PartialDate.parse("2016-11").words
    'November 2016'
    """

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2016`, `2016-11` or `2016-11-21`; raises ValueError for anything else."""
        if not re.fullmatch(r"[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?", text):
            raise ValueError(text)
        parts = [int(part) for part in text.split("-")]
        partial = cls(*parts)
        date(partial.year, partial.month or 1, partial.day or 1)
        if (len(parts) > 1 and not partial.month) or (len(parts) > 2 and not partial.day):
            raise ValueError(text)
        return partial

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def words(self) -> str:
        """The date as people write it, no more exact than it is known."""
        month = MONTHS[self.month - 1] if self.month else ""
        return " ".join(part for part in (str(self.day or ""), month, str(self.year)) if part)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        if self.month:
            parts.append(f"{self.month:02}")
        if self.day:
            parts.append(f"{self.day:02}")
        return "-".join(parts)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _partial_date, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$"}


# Not `calendar.month_name`: that follows the machine's locale.
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_words(day: date) -> str:
    """A day as people write it: 21 November 2026."""
    return PartialDate(day.year, day.month, day.day).words


def _partial_date(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    try:
        return PartialDate.parse(str(value))
    except ValueError:
        raise PydanticCustomError(
            "date", "this must be a date: 2016-11-21, or 2016-11 or 2016 where no more is known"
        ) from None
