"""Every record as everyone may read it: its texts told safely, its numbers withheld."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any, Final, TypeVar

from generator.aggregate.interval import Interval
from generator.aggregate.printed_row import PrintedRow, RowShare
from generator.aggregate.tally import Tally
from generator.disclose.numbers import HARMLESS
from generator.disclose.texts import About, told_text
from generator.model.anatomy import Step, is_text
from generator.model.audit import Noted, Priority
from generator.model.findings import Finding, RestsOn, Share
from generator.model.record import Record
from generator.model.registers import Agency, Partnership, Scale, Term, Theme, Work
from generator.model.tool import JudgementAsked, Question, Section, Tool

Held = TypeVar("Held", bound=Record)

AS_WRITTEN: Final = (
    *(Agency, Partnership, Scale, Term, Theme, Work),
    *(Tool, Section, Question, JudgementAsked, Priority),
)
"""Records whose words are older than any count: the registers, a Board's plan, a tool."""

_FIGURES: Final = (int, float, Decimal, Fraction, Tally, Interval, RowShare, PrintedRow)
_WITHHELD: Final = object()


def told_record(record: Held, about: About) -> Held:
    """A record with its texts told and its numbers withheld.

    Raises ValueError where it must have a number that may not be told.
    """
    told = _told_record(record, about)
    if told is _WITHHELD:
        raise ValueError(f"{type(record).__name__} is told without its numbers nowhere")
    held: Held = told
    return held


def told_records(held: Any, about: About) -> Any:
    """What holds records, such as a mapping of them, without those that are all number."""
    return _told(held, Record, (), about)


def _told(value: Any, kind: type[Record], loc: tuple[Step, ...], about: About) -> Any:
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, str):
        return told_text(value, about) if type(value) is str and _is_text(kind, loc) else value
    if isinstance(value, Record):
        return _told_record(value, about)
    if isinstance(value, _FIGURES):
        return value if loc and loc[0] in HARMLESS.get(kind, ()) else _WITHHELD
    if isinstance(value, tuple):
        items = (_told(item, kind, (*loc, 0), about) for item in value)
        return tuple(item for item in items if item is not _WITHHELD)
    if isinstance(value, Mapping):
        pairs = ((key, _told(item, kind, (*loc, ""), about)) for key, item in value.items())
        return {key: item for key, item in pairs if item is not _WITHHELD}
    return value


@cache
def _is_text(kind: type[Record], loc: tuple[Step, ...]) -> bool:
    return is_text(kind, loc)


def _told_record(record: Record, about: About) -> Any:
    if isinstance(record, AS_WRITTEN):
        return record
    if isinstance(record, Noted) and told_text(record.conclusion, about) != record.conclusion:
        return _WITHHELD  # a remark on figures says nothing without them
    if isinstance(record, Finding) and record.shares:
        record = _in_a_sentence(record)
    kind = type(record)
    fields = {}
    for name, value in record:
        told = _told(value, kind, (name,), about)
        if told is _WITHHELD:
            field = kind.model_fields[name]
            if field.is_required():
                return _WITHHELD
            told = field.get_default(call_default_factory=True)
        fields[name] = told
    return kind.model_construct(**fields)


def _in_a_sentence(finding: Finding) -> Finding:
    """A finding whose figures stand in what it rests on, to be told like any other text."""
    said = [*map(words_of_share, finding.shares)]
    if finding.rests_on.statement:
        said.append(finding.rests_on.statement)
    rests_on = finding.rests_on.model_copy(update={"statement": " ".join(said)})
    return finding.model_copy(update={"shares": (), "rests_on": RestsOn(**dict(rests_on))})


def words_of_share(share: Share) -> str:
    """A figure of a finding as a sentence: `In 4 of the 6 cases: thresholds were unclear.`"""
    among = f" {share.among}" if share.among else ""
    note = f" {share.note}" if share.note else ""
    return f"{share.count} of the {share.of} {share.unit}{among}: {share.what.rstrip('.')}.{note}"
