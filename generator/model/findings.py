"""What an audit found, and what is to be done about it."""

from __future__ import annotations

from enum import StrEnum

from generator.model.deadline import Deadline
from generator.model.edition import Intranet, Public
from generator.model.nouns import Noun
from generator.model.record import Record
from generator.model.words import (
    AgencyId,
    CaseId,
    Count,
    FindingId,
    Id,
    Line,
    PartialDate,
    Percentage,
    Printed,
    Prose,
    QuestionRef,
    RecommendationRef,
    Remark,
    Short,
    ThemeId,
    VoiceId,
    WorkId,
    YesNo,
)


class FindingKind(StrEnum):
    """What kind of finding it is."""

    STRENGTH = "strength"
    WORRY = "worry"
    LEARNING = "learning"


class Reach(StrEnum):
    """How far a finding reaches beyond the cases."""

    SYSTEM = "system"
    THEME = "theme"
    AGENCY = "agency"
    PROCESS = "audit process"


class RestsOn(Record):
    """What a finding rests on."""

    answers: Public[tuple[QuestionRef, ...]] = ()
    """Questions whose figures show it."""
    cases: Intranet[tuple[CaseId, ...]] = ()
    """Cases that show it."""
    statement: Public[Remark | None] = None
    """What the source itself says it rests on, where neither answers nor cases do."""
    voices: Public[tuple[VoiceId, ...]] = ()
    """Who said so, among the voices that were heard."""


class Share(Record):
    """So many of so many, as the source printed it: `in 4 of the 6 cases`."""

    count: Public[Count]
    """How many."""
    of: Public[Count]
    """Out of how many."""
    unit: Public[Noun]
    """What is counted."""
    among: Public[Line | None] = None
    """Which ones the base is, where it is not all of them: `in which agencies disagreed`."""
    cannot_apply: Public[Count] = 0
    """Of how many of the base it cannot be true, as the source says elsewhere."""
    what: Public[Line]
    """What is true of them, in a few words."""
    percentage: Public[Printed | None] = None
    """The percentage that the source printed, without its sign."""
    note: Public[Remark | None] = None
    """What is to be said about it, such as that it does not add up."""


class Finding(Record):
    """A strength, a worry or a point of learning: an entry of `findings.yml`."""

    kind: Public[FindingKind]
    """Strength, worry or learning."""
    text: Public[Prose]
    """What was found, in a sentence."""
    detail: Public[Prose | None] = None
    """What a reader needs to understand it."""
    reach: Public[Reach | None] = None
    """Whether it is about the wider system, the audit's theme, or a single agency."""
    themes: Public[tuple[ThemeId, ...]] = ()
    """What it is about."""
    agencies: Public[tuple[AgencyId, ...]] = ()
    """Whose practice it is about; none where it is about everyone's."""
    shares: Public[tuple[Share, ...]] = ()
    """The figures that the source gives for it, other than answers to the tool's questions."""
    works: Public[tuple[WorkId, ...]] = ()
    """Research and guidance that it refers to."""
    rests_on: Public[RestsOn] = RestsOn()
    """The answers and cases that show it."""
    questions: Public[tuple[Short, ...]] = ()
    """What a team can ask itself about it: no test, but where to start talking."""
    was: Public[tuple[Id, ...]] = ()
    """Ids that it had before: links to them still lead to it."""
    no_recommendation: Public[Prose | None] = None
    """Why nothing is asked for, where no recommendation answers a worry or a point of learning."""


class Progress(Record):
    """What was done by when."""

    date: Public[PartialDate | None] = None
    """When; none where the source does not say."""
    text: Public[Prose]
    """What was done, and what shows it."""

    @property
    def when(self) -> str:
        """The date in words, or that there is none."""
        return self.date.words if self.date else "date not given"


class State(StrEnum):
    """Where a recommendation stands as at a date, the most pressing first."""

    OVERDUE = "overdue"
    """Not done, and its date has passed."""
    IMPACT_OVERDUE = "impact overdue"
    """Done, but its impact was to be shown by now."""
    UNDER_WAY = "under way"
    """Not done; there is progress."""
    OPEN = "open"
    """Not done; there is a date, and it has not passed."""
    NO_DATE = "no date set"
    """Not done, and nobody has said by when."""
    DONE = "done"
    """Done; its impact is not shown yet."""
    NOT_ACCEPTED = "not accepted"
    """It was turned down, with a reason."""
    NOT_RECORDED = "nothing recorded"
    """Taken from a document that does not say what became of it."""
    IMPACT_SHOWN = "impact shown"
    """Done, and what it changed has been shown."""


class RecommendationKind(StrEnum):
    """What is asked."""

    RECOMMENDATION = "recommendation"
    ACTION = "action"
    PROCESS = "audit process"
    QUESTION = "question for the Board"


class Rag(StrEnum):
    """The colour that a plan gives an action."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"


class AtSource(Record):
    """How far an action had come when its source was written: kept as it was told then."""

    state: Public[Line | None] = None
    """Its state in the source's own words, such as `in progress`."""
    rag: Public[Rag | None] = None
    """Its colour."""
    percent: Public[Percentage | None] = None
    """How much of it was done, in per cent."""
    date: Public[PartialDate | None] = None
    """The date that it is of, where that is not the source's."""


class Milestone(Record):
    """A step on the way to what is to be done."""

    text: Public[Remark]
    """What is to be there by then."""
    due: Public[Deadline | None] = None
    """By when."""
    done: Public[YesNo] = False
    """Whether it is there."""


class Recommendation(Record):
    """What is to be done, by whom and by when: an entry of `recommendations.yml`."""

    text: Public[Prose]
    """What is to be done, in a sentence that starts with the doing."""
    kind: Public[RecommendationKind] = RecommendationKind.RECOMMENDATION
    """A recommendation, an action agreed, a change to how audits are done, or a question."""
    detail: Public[Prose | None] = None
    """What the owner needs to know."""
    findings: Public[tuple[FindingId, ...]] = ()
    """The findings it answers."""
    themes: Public[tuple[ThemeId, ...]] = ()
    """What it is about."""
    in_table: Public[YesNo] = False
    """Whether it stands in a table of the source that asks for a lead, a date and an outcome."""
    owners: Public[tuple[AgencyId, ...]] = ()
    """The agencies it falls to."""
    lead: Public[Line | None] = None
    """The role that answers for it; never a person's name."""
    other_leads: Public[tuple[Line, ...]] = ()
    """Other roles that answer for it."""
    priority: Public[Line | None] = None
    """How pressing its plan calls it, such as high."""
    due: Public[Deadline | None] = None
    """By when it is to be done: a date, a quarter, a term, a year, or `ongoing`."""
    milestones: Public[tuple[Milestone, ...]] = ()
    """Steps on the way, each with its own date."""
    measure: Public[Remark | None] = None
    """What will show that it worked."""
    impact_due: Public[Deadline | None] = None
    """By when its impact is to be shown."""
    repeats: Public[tuple[RecommendationRef, ...]] = ()
    """Earlier recommendations that it says again, as AUDIT/RECOMMENDATION."""
    answer: Public[Progress | None] = None
    """The answer, for a question to the Board."""
    progress: Public[tuple[Progress, ...]] = ()
    """What has been done so far, oldest first."""
    done: Public[Progress | None] = None
    """When it was done, and what shows it."""
    impact: Public[Progress | None] = None
    """When its impact was shown, and by what."""
    was: Public[tuple[Id, ...]] = ()
    """Ids that it had before: links to them still lead to it."""
    not_accepted: Public[Prose | None] = None
    """Why it was turned down."""
    at_source: Public[AtSource | None] = None
    """What the source's own table says of it, as at the source's date."""
    state: Public[State | None] = None
    """Where its owner or source says that it stands; pages work it out from dates and evidence."""


class Analysis(Record):
    """A part of the thematic analysis: `analysis/NAME.md`, its text below the front matter."""

    title: Public[Line]
    """Its heading."""
    order: Public[Count]
    """Its place among the parts."""
    themes: Public[tuple[ThemeId, ...]] = ()
    """What it is about."""
    findings: Public[tuple[FindingId, ...]] = ()
    """The findings it explains."""
    questions: Public[tuple[QuestionRef, ...]] = ()
    """The prompts of the tool that it answers, where they were answered in prose."""
    works: Public[tuple[WorkId, ...]] = ()
    """Research and guidance that it refers to."""
    text: Public[Prose]
    """The analysis. Figures are bound: `{{ of("R1") }}`."""
