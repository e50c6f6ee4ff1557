"""The tidy table: a row an answer or a figure, the same columns for every audit of every tree.

What is not known is empty, never nought. No row is a total of others, but for the kinds of agency:
their rows are the answers of the whole audit once more, apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from generator.aggregate.collation import Counted, Source, answers_counted, scores_printed
from generator.aggregate.comparison import Questions, asked_often
from generator.aggregate.results import AuditResults, JudgementResult, QuestionResult, by_kind
from generator.aggregate.shown import ShownRow
from generator.model.disclosure import rounded_from
from generator.model.edition import Edition
from generator.model.library import Audit, Library
from generator.model.nouns import Noun
from generator.model.record import Record
from generator.model.registers import AgencyKind, Scale
from generator.model.returns import NonAnswer
from generator.model.words import AuditId


class Asked(StrEnum):
    """What a row is about."""

    QUESTION = "question"
    JUDGEMENT = "judgement"


class Measure(StrEnum):
    """What a row measures."""

    ANSWER = "answer"
    SEVERAL = "several answers together"
    MEAN = "mean"
    MEDIAN = "median"
    LOWEST = "lowest"
    HIGHEST = "highest"


class TidyRow(Record):
    """How many gave one answer to one question of one audit, or one figure about their scores.

    The fields stand in the order of the columns; what they mean is written beside every table.
    """

    partnership: str
    """Who ran the audit, as in the register of partnerships."""
    audit: str
    """The audit: the name of its folder."""
    year: int | None
    """The calendar year of the last date that is known of the audit; empty where none is."""
    theme: str | None
    """The audit's main theme, as in the register of themes."""
    asked: Asked
    """Whether it is a question of the tool, or a judgement that the tool asks for."""
    question: str
    """The reference of the question or judgement in the audit's tool."""
    label: str
    """Its short label."""
    same_as: str
    """The same-as group: the earliest question, as `audit/reference`, that authors say asks the
    same; itself where there is no other. Rows of one group are answers to one question."""
    reworded: bool
    """Whether its author says that its wording is not that of the question it is the same as."""
    scale: str
    """The scale of its answers. Answers on two scales are never added up."""
    scale_values: str
    """Every answer of the scale, best first, as a JSON list: two trees can have two scales of one
    name."""
    agency_kind: AgencyKind | None
    """The kind of agency whose answers these are; empty for those of the whole audit, which hold
    them all. Never add rows of both sorts."""
    measure: Measure
    """What the row measures: an answer; several answers that a report prints as one figure; or a
    figure about scores."""
    answer: str
    """The answer, word for word as on its scale; don't know, not applicable or blank; or the name
    of the figure."""
    favourable: bool
    """Whether it is one of the answers whose share is the question's percentage."""
    in_base: bool
    """Whether it is an answer of the scale, and so part of what shares are out of."""
    count: int | None
    """How many gave it, exact or rounded as `rounded` says; empty where that is not one number."""
    fewest: int | None
    """The fewest that can have given it; empty where nothing is known or told."""
    most: int | None
    """The most that can have given it; empty where nothing is known or told."""
    rounded: bool
    """Whether count and base are rounded, as the public edition tells them. Rounded counts do not
    add up to a count: add up `fewest` and `most`."""
    instead: str | None
    """What stands in place of a count, such as `[c]`, `[x]`, most, 247 to 252, or <5; empty where
    there is a count, or nothing is known."""
    base: int | None
    """Out of how many the answer's share is: those who gave an answer of the scale; empty where it
    is not known or not told."""
    percent: Decimal | None
    """The percentage that is shown, or as printed; empty outside the base, where fewer than ten are
    in it, and where it is not known or not told."""
    score: Decimal | None
    """The score, where the row is a figure about scores."""
    unit: str
    """What is counted, in the plural: returns, cases. Counts of two units are never added up."""
    source: Source
    """Whether it was counted from returns, printed in a report, or worked out from what was."""
    edition: Edition
    """The edition whose rules the row keeps: who may read it."""
    made_up: bool
    """Whether the audit is made up, to show how it is done."""


Called = Mapping[tuple[AuditId, str], str]
"""What each linked question is called together with those that are the same, by audit and ref."""


def same_questions(audits: Iterable[Questions]) -> Called:
    """The name of each group of questions that authors say are the same: the earliest of them.

    Two trees call a group by one name where its earliest question stands in both.
    """
    held = {one.audit: one for one in sorted(audits, key=lambda one: one.audit)}
    named: dict[tuple[AuditId, str], str] = {}
    for group in asked_often(held.values()):
        first = min(group, key=lambda one: (*held[one.audit].when, one.audit, one.ref))
        named |= {(one.audit, one.ref): f"{first.audit}/{first.ref}" for one in group}
    return named


def tidy_rows(
    audit: Audit, results: AuditResults, library: Library, edition: Edition, called: Called
) -> Iterator[TidyRow]:
    """The rows of one audit in the order of its tool, from what an edition may show of its results.

    Rows by kind of agency follow those of the whole. Of `library` only the registers are used.
    """
    of_audit = {
        "partnership": audit.partnership,
        "audit": audit.id,
        "year": audit.dates.latest.year if audit.dates.latest else None,
        "theme": next(iter(audit.themes), None),
        "edition": edition,
        "made_up": audit.made_up,
    }
    for result in results.questions.values():
        question = result.question
        of_question = of_audit | {
            "asked": Asked.QUESTION,
            "question": question.ref,
            "label": question.label,
            "same_as": called.get((audit.id, question.ref), f"{audit.id}/{question.ref}"),
            "reworded": any(same.changed for same in question.same_as),
            **_of_scale(question.scale, result.scale),
        }
        for row in _of_question(result, audit, library):
            yield _row(of_question | row, result.scale)
    # One judgement can be both printed and in returns: what was printed comes first, and stands.
    judged: dict[str, JudgementResult] = {}
    for one in results.judgements:
        judged.setdefault(one.judgement.ref, one)
    for ref, judgement in judged.items():
        of_judgement = of_audit | {
            "asked": Asked.JUDGEMENT,
            "question": ref,
            "label": judgement.judgement.label,
            "same_as": f"{audit.id}/{ref}",
            "reworded": False,
            **_of_scale(judgement.judgement.scale, judgement.scale),
        }
        for row in _of_judgement(judgement, audit):
            yield _row(of_judgement | row, judgement.scale)


_Row = dict[str, Any]
"""Some fields of a row by their names."""

_IF_NOT_SAID: Final[_Row] = {
    "agency_kind": None,
    "measure": Measure.ANSWER,
    "count": None,
    "fewest": None,
    "most": None,
    "rounded": False,
    "instead": None,
    "base": None,
    "percent": None,
    "score": None,
}


def _row(fields: _Row, scale: Scale) -> TidyRow:
    whole = _IF_NOT_SAID | fields
    is_answer = whole["measure"] is Measure.ANSWER
    return TidyRow(**whole, favourable=is_answer and whole["answer"] in scale.favourable)


def _of_scale(name: str, scale: Scale) -> _Row:
    return {"scale": name, "scale_values": json.dumps(scale.choices, ensure_ascii=False)}


def _of_question(result: QuestionResult, audit: Audit, library: Library) -> Iterator[_Row]:
    if result.shown:
        yield from _told(result.shown, result.scale, audit)
        return
    is_complete = audit.published is None
    for one in answers_counted(result.tally, result.row, is_complete=is_complete):
        yield _counted(one, result.unit)
    for name, score, base in scores_printed(result.row) if result.row else ():
        yield {
            "measure": Measure(name),
            "answer": name,
            "in_base": True,
            "base": base,
            "score": score,
            "unit": result.unit,
            "source": Source.PRINTED,
        }
    for kind, tally in by_kind(result.by_agency, library).items():
        for one in answers_counted(tally, None, is_complete=True):
            yield _counted(one, tally.unit) | {"agency_kind": kind}


def _of_judgement(result: JudgementResult, audit: Audit) -> Iterator[_Row]:
    if result.shown:
        yield from _told(result.shown, result.scale, audit)
    elif result.tally:
        # Who gave no grade was not counted.
        for one in answers_counted(result.tally, None, is_complete=False):
            yield _counted(one, result.tally.unit) | {"source": _source(audit)}


def _counted(one: Counted, unit: Noun) -> _Row:
    return {
        "measure": Measure.SEVERAL if one.is_join else Measure.ANSWER,
        "answer": one.answer,
        "in_base": one.in_base,
        "count": one.count if isinstance(one.count, int) else None,
        "fewest": one.fewest,
        "most": one.most,
        "instead": one.count if isinstance(one.count, str) else None,
        "base": one.base,
        "percent": one.percent,
        "unit": unit,
        "source": one.source,
    }


def _told(row: ShownRow, scale: Scale, audit: Audit) -> Iterator[_Row]:
    """What the public edition tells: nothing that its pages do not, no kind of agency among it."""
    base = sum(count for _, count in row.counts) if row.counts else None
    for cell in row.cells:
        is_outside = cell.answer in _OUTSIDE
        is_answer = is_outside or cell.answer in scale.choices
        fewest, most = (None, None) if cell.count is None else rounded_from(cell.count)
        yield {
            "measure": Measure.ANSWER if is_answer else Measure.SEVERAL,
            "answer": cell.answer,
            "in_base": not is_outside,
            "count": cell.count,
            "fewest": fewest,
            "most": most,
            "rounded": True,
            "instead": cell.words if cell.count is None else None,
            "base": base,
            "unit": row.unit,
            "source": _source(audit),
        }


_OUTSIDE: Final = frozenset(answer.value for answer in NonAnswer)


def _source(audit: Audit) -> Source:
    return Source.PRINTED if audit.published else Source.RETURNS
