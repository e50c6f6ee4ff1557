"""How the collection of an audit's returns stands: who has sent what, and what they could answer.

For the audit group alone: it says of each agency what is still to come, and whom to ask there.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.aggregate.figure import Figure
from generator.aggregate.matrix import Matrix
from generator.aggregate.results import BLANK, answered
from generator.model.library import Audit, Library
from generator.model.record import Record
from generator.model.registers import ScaleKind
from generator.model.returns import Answer, NonAnswer, Reason, Return
from generator.model.words import AgencyId, CaseId, Count, Line, Prose, Ref


class OfAgency(Record):
    """What one agency has sent, and what is still to come."""

    agency: AgencyId
    role: Line | None = None
    """Whom to ask there."""
    asked: Count
    """How many returns it was asked for."""
    outstanding: tuple[CaseId, ...] = ()
    """The cases whose return has not come."""
    questions: Count = 0
    """How many questions the forms hold that came with answers."""
    answers: Count = 0
    """How many of these were answered: don't know, not applicable and blank are outside."""

    @property
    def back(self) -> int:
        """How many returns came, those included that say why there are no answers."""
        return self.asked - len(self.outstanding)

    @property
    def has_started(self) -> bool:
        """Whether anything came."""
        return self.back > 0

    @property
    def answered(self) -> Figure:
        """The share of questions that were answered."""
        return Figure(self.answers, self.questions, "questions")


class SaidUnclear(Record):
    """One return that says of a question that it is not clear."""

    agency: AgencyId
    case: CaseId
    comment: Prose | None = None


class UnclearQuestion(Record):
    """A question of which returns say that it is not clear."""

    ref: Ref
    said: tuple[SaidUnclear, ...]


class Collection(Record):
    """How the collection of an audit's returns stands."""

    agencies: tuple[OfAgency, ...] = ()
    """Who was asked, in that order."""
    unclear: tuple[UnclearQuestion, ...] = ()
    """The questions that were not clear, those before that most returns say it of."""

    @property
    def asked(self) -> int:
        """How many returns were asked for."""
        return sum(one.asked for one in self.agencies)

    @property
    def back(self) -> int:
        """How many came."""
        return sum(one.back for one in self.agencies)

    @property
    def not_started(self) -> tuple[OfAgency, ...]:
        """The agencies that have sent nothing yet."""
        return tuple(one for one in self.agencies if not one.has_started)

    @property
    def answered(self) -> Figure:
        """The share of all questions that were answered."""
        answers = sum(one.answers for one in self.agencies)
        return Figure(answers, sum(one.questions for one in self.agencies), "questions")


def collection(audit: Audit, library: Library, matrix: Matrix) -> Collection | None:
    """How it stands; none where nobody was asked about a case, or returns were not kept."""
    if not (audit.returns_kept and matrix.asked):
        return None
    in_words = frozenset(
        question.ref
        for question in (audit.tool.questions if audit.tool else ())
        if library.scales[question.scale].kind is ScaleKind.PROSE
    )
    agencies = tuple(_of_agency(audit, agency, matrix, in_words) for agency in matrix.rows)
    return Collection(agencies=agencies, unclear=_unclear(audit))


def _of_agency(
    audit: Audit, agency: AgencyId, matrix: Matrix, in_words: frozenset[str]
) -> OfAgency:
    states = matrix.rows[agency]
    returns = [one for _, by, one in answered(audit) if by == agency]
    contact = next((one.contact for one in audit.asked if one.agency == agency), None)
    return OfAgency(
        agency=agency,
        role=contact.role if contact else None,
        asked=sum(state.is_asked for state in states.values()),
        outstanding=tuple(case for case, state in states.items() if state.is_outstanding),
        questions=len(returns) * len(audit.tool.questions if audit.tool else ()),
        answers=sum(_is_answered(ref, given, in_words) for ref, given in _given(audit, returns)),
    )


def _given(audit: Audit, returns: list[Return]) -> Iterator[tuple[str, Answer]]:
    """What each return gives to each question of the tool."""
    for question in audit.tool.questions if audit.tool else ():
        for one in returns:
            yield question.ref, one.answers.get(question.ref, BLANK)


def _is_answered(ref: str, given: Answer, in_words: frozenset[str]) -> bool:
    """Whether there is a value of the scale, or words where the question asks for words."""
    return given.answer not in _OUTSIDE or (ref in in_words and given.comment is not None)


_OUTSIDE = frozenset(answer.value for answer in NonAnswer)


def _unclear(audit: Audit) -> tuple[UnclearQuestion, ...]:
    said: dict[str, list[SaidUnclear]] = {}
    for question in audit.tool.questions if audit.tool else ():
        for case, agency, one in answered(audit):
            answer = one.answers.get(question.ref, BLANK)
            if answer.reason is Reason.QUESTION_UNCLEAR:
                said.setdefault(question.ref, []).append(
                    SaidUnclear(agency=agency, case=case, comment=answer.comment)
                )
    found = [UnclearQuestion(ref=ref, said=tuple(by)) for ref, by in said.items()]
    return tuple(sorted(found, key=lambda one: -len(one.said)))
