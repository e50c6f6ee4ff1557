"""A return: what one agency said about one case."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from generator.model.edition import Intranet
from generator.model.record import Record, with_short_form
from generator.model.words import (
    AgencyId,
    JudgementRef,
    Line,
    PartialDate,
    Prose,
    QuestionRef,
    Word,
)


class ReturnStatus(StrEnum):
    """What became of asking one agency about one case. None is ever counted as another."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    NOT_KNOWN = "not known"
    OUTSIDE_PERIOD = "outside period"
    NOT_INVOLVED = "not involved"
    NO_RETURN = "no return"

    @property
    def has_answers(self) -> bool:
        """Whether a form came back with answers in it."""
        return self in (ReturnStatus.COMPLETE, ReturnStatus.PARTIAL)

    @property
    def can_be_said(self) -> bool:
        """Whether an agency can say it of its own return."""
        return self is not ReturnStatus.NO_RETURN


class NonAnswer(StrEnum):
    """What stands where no value of the scale does. It is never part of a base."""

    DONT_KNOW = "don't know"
    NOT_APPLICABLE = "not applicable"
    BLANK = "blank"


class Reason(StrEnum):
    """Why an auditor does not know, or why a question does not apply."""

    NOT_RECORDED = "not recorded"
    NO_ACCESS = "no access to the record"
    NOT_INVOLVED_THEN = "not involved at the time"
    QUESTION_UNCLEAR = "question unclear"
    NOT_OUR_ROLE = "not our role"
    DID_NOT_ARISE = "did not arise"

    @property
    def explains(self) -> NonAnswer:
        """The answer that it can be the reason of."""
        is_of_the_question = self in (Reason.NOT_OUR_ROLE, Reason.DID_NOT_ARISE)
        return NonAnswer.NOT_APPLICABLE if is_of_the_question else NonAnswer.DONT_KNOW


class Answer(Record):
    """The answer to one question. `R1: yes` is short for `R1: {answer: yes}`."""

    answer: Intranet[Word] = NonAnswer.BLANK.value
    """A value of the question's scale, or don't know, not applicable or blank."""
    reason: Intranet[Reason | None] = None
    """Why not, for don't know and not applicable."""
    comment: Intranet[Prose | None] = None
    """What the answer rests on, and what could have been done better."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        if data is None:
            return {}
        return {"answer": data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return with_short_form(
            super().__get_pydantic_json_schema__(schema, handler),
            handler,
            "string",
            "number",
            "null",
        )


class Judgement(Record):
    """A grade, and why. `overall: good` is short for `overall: {grade: good}`."""

    grade: Intranet[Word]
    """A grade of the judgement's scale."""
    comment: Intranet[Prose | None] = None
    """Why this grade was given."""

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        return {"grade": data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return with_short_form(
            super().__get_pydantic_json_schema__(schema, handler), handler, "string"
        )


class GoodPractice(Record):
    """Something done well that others can learn from."""

    text: Intranet[Prose]
    """What was done, and what it led to."""
    agency: Intranet[AgencyId | None] = None
    """Who did it; the agency of the return where none is given."""


def _no_answers(value: object) -> object:
    return {} if value is None else value


class Return(Record):
    """What one agency said about one case: `returns/CASE/AGENCY.yml`."""

    status: Intranet[ReturnStatus]
    """What became of asking: complete, partial, or why there are no answers."""
    received: PartialDate | None = None
    """When it came in."""
    completed_by: Line | None = None
    """The role and team of who filled it in, no name. Shown to the audit group only."""
    note: Intranet[Prose | None] = None
    """What a reader of this return must know, such as why it is partial."""
    answers: Intranet[Annotated[dict[QuestionRef, Answer], BeforeValidator(_no_answers)]] = {}
    """The answers, by question reference. A question that is not here was left blank."""
    judgements: Intranet[
        Annotated[dict[JudgementRef, Judgement], BeforeValidator(_no_answers)]
    ] = {}
    """The grades the agency gave, by the reference of the judgement."""
    good_practice: Intranet[tuple[GoodPractice, ...]] = ()
    """Good practice seen in this case, in the agency's own work or another's."""
