"""An audit: what was looked at, when, by whom, and what is known about its sources."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from generator.model.contact import Contact
from generator.model.edition import Intranet, Public
from generator.model.nouns import OtherNoun
from generator.model.record import Record, with_short_form
from generator.model.words import (
    AgencyId,
    AuditId,
    BoardYear,
    CaseId,
    Count,
    Line,
    PartialDate,
    PartnershipId,
    Printed,
    Prose,
    Remark,
    ScaleId,
    ThemeId,
    WorkId,
    YesNo,
)


class AuditStatus(StrEnum):
    """How far an audit has come."""

    PLANNED = "planned"
    COLLECTING = "collecting"
    DISCUSSING = "discussing"
    PUBLISHED = "published"

    @property
    def awaits_returns(self) -> bool:
        """Whether a missing return is simply not there yet."""
        return self in (AuditStatus.PLANNED, AuditStatus.COLLECTING)


class Dates(Record):
    """When what happened, as far as it is known."""

    sent: Public[PartialDate | None] = None
    """When the tool went out to the agencies."""
    due: Public[PartialDate | None] = None
    """When returns were due."""
    meeting: Public[PartialDate | None] = None
    """When the agencies met to agree what was found."""
    completed: Public[PartialDate | None] = None
    """When the audit was finished, where no date of a report is known."""
    published: Public[PartialDate | None] = None
    """When the report came out."""

    @property
    def in_order(self) -> tuple[tuple[str, PartialDate], ...]:
        """What is known, by its field, in the order in which it must have happened."""
        fields = ("sent", "due", "meeting", "completed", "published")
        known = ((field, getattr(self, field)) for field in fields)
        return tuple((field, when) for field, when in known if when)

    @property
    def latest(self) -> PartialDate | None:
        """The last that is known: what pages date the audit by."""
        return self.in_order[-1][1] if self.in_order else None

    @property
    def latest_day(self) -> date:
        """The last day that `latest` can mean, to sort by; the first there is where none is."""
        return self.latest.last if self.latest else date.min


class Asked(Record):
    """An agency that was asked. `- police` is short for `- agency: police`."""

    agency: Public[AgencyId]
    """Who was asked."""
    cases: Intranet[tuple[CaseId, ...]] = ()
    """About which cases; every case of the audit where none is named."""
    contact: Contact | None = None
    """Whom to write to there about its returns."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        return {"agency": data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return with_short_form(
            super().__get_pydantic_json_schema__(schema, handler), handler, "string"
        )


class Source(Record):
    """The document that an audit was taken from."""

    title: Public[Line]
    """Its title."""
    publisher: Public[Line]
    """Who published it."""
    published: Public[PartialDate | None] = None
    """When."""
    note: Public[Remark | None] = None
    """What a reader should know about how it was carried over."""


class Priority(Record):
    """A priority of the Board's plan that an audit serves."""

    ref: Public[Line]
    """Its number in the plan."""
    text: Public[Prose]
    """What it says."""


class People(StrEnum):
    """Whose cases an audit looks at."""

    CHILDREN = "children"
    ADULTS = "adults"
    PEOPLE = "people"

    @property
    def one(self) -> str:
        """One of them."""
        return {"children": "child", "adults": "adult", "people": "person"}[self.value]

    @property
    def a_single(self) -> str:
        """`a child`, `an adult`."""
        return f"{'an' if self is People.ADULTS else 'a'} {self.one}"


class LeftOut(Record):
    """Cases that were chosen and not audited."""

    count: Public[Count]
    """How many."""
    why: Public[Remark]
    """Why."""


class Sample(Record):
    """How the cases that were audited came out of all there were."""

    there_were: Public[Count | None] = None
    """How many there were to choose from."""
    chosen: Public[Count | None] = None
    """How many were chosen."""
    found: Public[Count | None] = None
    """Of how many of them the files were found."""
    left_out: Public[tuple[LeftOut, ...]] = ()
    """Those that were chosen and not audited, by why."""


class SurveyGroup(Record):
    """Some of those who were invited to a survey."""

    invited: Public[Count | None] = None
    """How many were invited."""
    answered: Public[Count]
    """How many answered."""


class Survey(Record):
    """A survey beside the case audit. What it found stands with the audit's other figures."""

    title: Public[Line]
    """What it is called."""
    invited: Public[Count | None] = None
    """How many were invited."""
    answered: Public[Count]
    """How many answered."""
    rate: Public[Printed | None] = None
    """The response rate that was printed, in per cent."""
    groups: Public[dict[Line, SurveyGroup]] = {}
    """By group: schools, GPs, parents."""


class Noted(Record):
    """A fault that somebody looked at and let stand: it becomes a footnote for readers."""

    rule: Public[Line]
    """The rule that reports it."""
    about: Public[Line]
    """What it is about, as the diagnostic names it: a question's reference, an agency, a file."""
    by: Public[Line]
    """The group or role that looked at it; never a person's name."""
    conclusion: Public[Remark]
    """What they concluded, for readers."""


class Allowed(Record):
    """A word that points to nobody, though the identifier check takes it for one that does."""

    word: Line
    """The word, or the words, as the check reports them."""
    reason: Line
    """What it is, and why it may stand."""
    by: Line
    """The group or role that looked at it; never a person's name."""


class AuditFile(Record):
    """An audit at a glance: `audit.yml`, the one file that every audit has."""

    title: Public[Line]
    """What was audited, in a few words."""
    partnership: Public[PartnershipId]
    """Who ran the audit."""
    themes: Public[tuple[ThemeId, ...]]
    """What it is about, the main theme first."""
    status: Public[AuditStatus]
    """How far it has come."""
    about: Public[Prose]
    """What was looked at and why, in two or three sentences."""
    in_short: Public[tuple[Prose, ...]] = ()
    """What a practitioner should take away, three to five points, each something to do."""
    made_up: Public[YesNo] = False
    """Whether the data is made up; said on every page of it."""
    scope: Public[Prose | None] = None
    """What counted as being in scope."""
    case_selection: Public[Prose | None] = None
    """How the cases were chosen."""
    period: Public[Line | None] = None
    """The time that auditors looked at, such as the last six months of involvement."""
    dates: Public[Dates] = Dates()
    """When what happened."""
    grades: Public[ScaleId | None] = None
    """The scale on which the partnership judged each case."""
    asked: Public[tuple[Asked, ...]] = ()
    """The agencies that were asked for a return."""
    contact: Contact | None = None
    """Whom agencies ask about the audit, and who takes their returns."""
    returns_kept: Public[YesNo] = True
    """Whether the returns are kept here; if not, only that agencies were asked is known."""
    returns_note: Public[Prose | None] = None
    """What is known about the returns where they were not preserved."""
    took_part: Public[tuple[AgencyId, ...]] = ()
    """The agencies that took part, where it is not known which were asked."""
    number_of_cases: Public[Count | None] = None
    """How many cases were audited, where they have no files of their own."""
    people: Public[People] = People.CHILDREN
    """Whose cases they are: pages speak of a child, an adult or a person."""
    sample: Public[Sample | None] = None
    """How many cases there were, were chosen, and were left out, with why."""
    surveys: Public[tuple[Survey, ...]] = ()
    """The surveys beside the case audit: who was invited, who answered."""
    number_of_agencies: Public[Count | None] = None
    """How many agencies took part, where not all of them are named."""
    counted: Public[dict[OtherNoun, Count]] = {}
    """How many there were of what else was counted: contacts, children, families."""
    year: Public[BoardYear | None] = None
    """The Board's year that it belongs to, such as 2016-17, for the year's digest."""
    priorities: Public[tuple[Priority, ...]] = ()
    """The priorities of the Board's plan that it serves."""
    further_reading: Public[tuple[WorkId, ...]] = ()
    """Works worth reading on its subject."""
    earlier: Public[AuditId | None] = None
    """The audit that this one follows up."""
    source: Public[Source | None] = None
    """The document it was taken from, where it was first published elsewhere."""
    noted: Public[tuple[Noted, ...]] = ()
    """Faults that were looked at and let stand, each with its conclusion."""
    noted_inside: Intranet[tuple[Noted, ...]] = ()
    """The same for faults in a case or a return, which may not be told to everyone."""
    identifiers_allowed: tuple[Allowed, ...] = ()
    """Words of this audit that point to nobody, each with why it may stand."""
