from __future__ import annotations

from typing import Any

from generator.aggregate.collection import (
    Collection,
    OfAgency,
    SaidUnclear,
    UnclearQuestion,
    collection,
)
from generator.aggregate.figure import Figure
from generator.aggregate.matrix import matrix
from generator.model.case import Case
from generator.model.library import Audit
from generator.model.returns import Return
from generator.model.tool import Tool
from tests.aggregate.audits import audit, real, small
from tests.sites import EXAMPLE, REAL

CASES = dict.fromkeys(("a", "b"), Case(pen_picture="A child in a busy home."))


def stands(of: Audit) -> Collection | None:
    return collection(of, small(), matrix(of))


def made(returns: dict[str, dict[str, Any]], **fields: Any) -> Audit:
    """Two cases, on which police and school are asked the two questions of the small tree."""
    held = {
        case: {agency: Return.model_validate(one) for agency, one in by.items()}
        for case, by in returns.items()
    }
    given: dict[str, Any] = {"asked": ("police", "school"), "status": "collecting"}
    given |= {"cases": CASES, "tool": small().audits["small"].tool, "returns": held}
    return audit(**(given | fields))


UNCLEAR = {"answer": "don't know", "reason": "question unclear", "comment": "Which plan?"}


def test_what_came_what_is_to_come_and_what_was_not_clear() -> None:
    of = made(
        {
            "a": {"police": {"status": "complete", "answers": {"R1": "yes", "R2": UNCLEAR}}},
            "b": {"police": {"status": "not known"}},
        }
    )
    assert stands(of) == Collection(
        agencies=(
            OfAgency(agency="police", asked=2, questions=2, answers=1),
            OfAgency(agency="school", asked=2, outstanding=("a", "b")),
        ),
        unclear=(
            UnclearQuestion(
                ref="R2", said=(SaidUnclear(agency="police", case="a", comment="Which plan?"),)
            ),
        ),
    )


def test_who_has_sent_nothing_has_not_started() -> None:
    of = stands(made({"a": {"police": {"status": "not known"}}}))
    assert of
    assert [one.agency for one in of.not_started] == ["school"]


def test_whom_to_ask_is_the_role_that_the_audit_names() -> None:
    police = {"agency": "police", "contact": {"role": "Reviewing officer"}}
    of = stands(made({}, asked=(police, "school")))
    assert of
    assert [one.role for one in of.agencies] == ["Reviewing officer", None]


def test_questions_that_most_returns_call_unclear_come_first() -> None:
    both = {"status": "complete", "answers": {"R1": UNCLEAR, "R2": UNCLEAR}}
    one = {"status": "complete", "answers": {"R1": "yes", "R2": UNCLEAR}}
    of = stands(made({"a": {"police": both}, "b": {"police": one}}))
    assert of
    assert [(question.ref, len(question.said)) for question in of.unclear] == [("R2", 2), ("R1", 1)]


def test_a_question_in_words_is_answered_by_its_comment() -> None:
    tool = Tool.model_validate(
        {
            "title": "In words",
            "sections": [
                {
                    "id": "words",
                    "title": "Words",
                    "questions": [
                        {"ref": ref, "label": ref, "text": "What worked?", "scale": "prose"}
                        for ref in ("Q1", "Q2")
                    ],
                }
            ],
        }
    )
    scales = {**small().scales, "prose": real().scales[PROSE]}
    library = small().model_copy(update={"scales": scales})
    answers = {"status": "complete", "answers": {"Q1": {"comment": "The visits."}}}
    of = made({"a": {"police": answers}}, tool=tool)
    found = collection(of, library, matrix(of))
    assert found
    assert found.answered == Figure(1, 2, "questions")


PROSE = next(id_ for id_, scale in real().scales.items() if scale.kind == "prose")


def test_where_returns_were_not_kept_there_is_no_collection() -> None:
    of = real().audits[REAL]
    assert collection(of, real(), matrix(of)) is None


def test_where_nobody_was_asked_there_is_no_collection() -> None:
    assert stands(made({}, asked=())) is None


def test_collection_of_the_example() -> None:
    of = real().audits[EXAMPLE]
    found = collection(of, real(), matrix(of))
    assert found
    assert (found.back, found.asked, found.answered) == (53, 55, Figure(677, 836, "questions"))
