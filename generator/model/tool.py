"""The audit tool: what each agency is asked about each case."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from generator.model.edition import Public
from generator.model.record import Record
from generator.model.words import (
    AuditId,
    Id,
    Line,
    Percentage,
    Prose,
    QuestionRef,
    Ref,
    ScaleId,
    SectionId,
    Word,
    YesNo,
)


class SameQuestion(Record):
    """A question of another audit that asks the same."""

    audit: Public[AuditId]
    """The audit."""
    ref: Public[Ref]
    """The question's reference there."""
    changed: Public[Prose | None] = None
    """What changed in the wording; none where it is the same."""


class Question(Record):
    """One question of the tool."""

    ref: Public[Annotated[Ref, Field(examples=["R1"])]]
    """Its reference, unique in the tool."""
    label: Public[Line]
    """A short label for tables and charts."""
    text: Public[Prose]
    """The question in full."""
    scale: Public[ScaleId]
    """The answers it can have."""
    guidance: Public[Prose | None] = None
    """What to look for before answering."""
    example: Public[Prose | None] = None
    """An answer that shows what a good one looks like."""
    applies: Public[Prose | None] = None
    """When the question applies; where it does not, the answer is *not applicable*."""
    asked_if: Public[dict[QuestionRef, Word]] = {}
    """The question and answer that it follows from: only who gave that answer is asked."""
    same_as: Public[tuple[SameQuestion, ...]] = ()
    """Questions of earlier audits that ask the same."""
    several: Public[YesNo] = False
    """Whether several answers can be ticked, each a share of its own."""
    target: Public[Percentage | None] = None
    """The share of favourable answers that is aimed at, in per cent."""
    parts: Public[tuple[Line, ...]] = ()
    """The separate things it asks, where one question holds several: yes to all of them?"""


class Section(Record):
    """Questions that belong together."""

    id: Public[Id]
    """Its id, unique in the tool."""
    title: Public[Line]
    """Its heading."""
    about: Public[Prose | None] = None
    """What the section is about."""
    questions: Public[tuple[Question, ...]]
    """Its questions, in the order they are asked."""


class Judge(StrEnum):
    """Whose work is judged."""

    AGENCY = "agency"
    PARTNERSHIP = "partnership"


class JudgementAsked(Record):
    """A grade that the tool asks for."""

    ref: Public[Ref]
    """Its reference, unique in the tool."""
    label: Public[Line]
    """What is judged."""
    scale: Public[ScaleId]
    """The grades."""
    section: Public[SectionId | None] = None
    """The section it closes; none where it stands for the whole."""
    of: Public[Judge] = Judge.AGENCY
    """Whose work is judged: the agency's own, or the partnership's."""
    guidance: Public[Prose | None] = None
    """What to weigh before judging."""


class Tool(Record):
    """A version of the form that auditors fill."""

    title: Public[Line]
    """What the tool is called."""
    about: Public[Prose | None] = None
    """Where it comes from and what is to be known about its wording."""
    guidance: Public[tuple[Prose, ...]] = ()
    """Notes to the auditor, a point each."""
    sections: Public[tuple[Section, ...]]
    """The sections in order."""
    comment_columns: Public[tuple[Line, ...]] = ()
    """The headings under which the form asks for comments, where there are several."""
    judgements: Public[tuple[JudgementAsked, ...]] = ()
    """The grades asked for, in the order of the form."""
    target: Public[Percentage | None] = None
    """The share that every question aims at, in per cent, where it names no other."""
    amber_from: Public[Percentage | None] = None
    """The share from which a question that misses its target is amber and not red."""
    poor_below: Public[Percentage | None] = None
    """The percentage below which a share of favourable answers is poor, such as 50."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in order."""
        return tuple(question for section in self.sections for question in section.questions)
