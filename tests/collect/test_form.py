"""A form says what one agency is asked about one case."""

from __future__ import annotations

from typing import Any

import pytest

from generator.collect.form import Form, asked_cases, forms_of
from generator.model.library import Library
from generator.model.returns import NonAnswer, Reason, ReturnStatus
from generator.read.tree import read_tree
from tests.sites import EXAMPLE, REAL, ROOT, SMALL


@pytest.fixture(scope="module")
def library() -> Library:
    return read_tree(ROOT / "audits").library


def small(**changed: Any) -> Form:
    """The first form of the small tree, with its tool changed."""
    library = read_tree(SMALL / "audits").library
    audit = library.audits["small"]
    assert audit.tool
    tool = audit.tool.model_copy(update=changed)
    return forms_of(audit.model_copy(update={"tool": tool}), library)[0]


def with_question(**changed: Any) -> Form:
    """The same, with its first question changed."""
    tool = small().tool
    (section,) = tool.sections
    first, *rest = section.questions
    questions = (first.model_copy(update=changed), *rest)
    return small(sections=(section.model_copy(update={"questions": questions}),))


def test_one_form_for_each_agency_and_case_that_was_asked(library: Library) -> None:
    forms = forms_of(library.audits[EXAMPLE], library)
    assert len(forms) == 55
    assert [form.name for form in forms if form.agency == "example-probation"] == [
        "example-probation--b",
        "example-probation--d",
        "example-probation--f",
    ]


def test_an_agency_named_twice_has_the_cases_of_both(library: Library) -> None:
    audit = library.audits[EXAMPLE]
    once, *_ = (one for one in audit.asked if one.agency == "example-probation")
    two = (once.model_copy(update={"cases": ("f",)}), once.model_copy(update={"cases": ("b",)}))
    assert asked_cases(audit.model_copy(update={"asked": two})) == {"example-probation": ("b", "f")}


def test_its_questions_and_judgements_are_those_of_the_tool(library: Library) -> None:
    audit = library.audits[EXAMPLE]
    form = forms_of(audit, library)[0]
    assert audit.tool
    assert tuple(one.asked for one in form.questions) == audit.tool.questions
    assert tuple(one.asked for one in form.judgements) == audit.tool.judgements
    assert [one.title for one in form.sections][-2:] == ["Working together", ""]


def test_without_a_tool_there_are_no_forms(library: Library) -> None:
    audit = library.audits[EXAMPLE].model_copy(update={"tool": None})
    with pytest.raises(ValueError, match="has no tool"):
        forms_of(audit, library)


def test_without_cases_there_are_no_forms(library: Library) -> None:
    audit = library.audits[EXAMPLE].model_copy(update={"cases": {}, "asked": ()})
    assert forms_of(audit, library) == ()


def test_every_audit_with_a_tool_and_agencies_asked_has_forms(library: Library) -> None:
    forms = {id_: forms_of(audit, library) for id_, audit in library.audits.items() if audit.tool}
    assert len({form.fingerprint for of_one in forms.values() for form in of_one[:1]}) > 1
    assert all(form.audit == id_ for id_, of_one in forms.items() for form in of_one)
    assert forms[REAL]


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "Did the plan come late?"},
        {"guidance": "Look at its date."},
        {"applies": "There was a plan."},
        {"several": True},
        {"parts": ("Came?", "In time?")},
        {"scale": "grades"},
    ],
    ids=str,
)
def test_another_question_has_another_fingerprint(changed: dict[str, Any]) -> None:
    before, after = small(), with_question(**changed)
    assert before.fingerprint != after.fingerprint
    assert {ref for ref, one in after.fingerprints.items() if one != before.fingerprints[ref]} == {
        "R1"
    }


@pytest.mark.parametrize("changed", [{"label": "Plan in time"}, {"target": 80}, {"example": "No."}])
def test_what_changes_no_question_changes_no_fingerprint(changed: dict[str, Any]) -> None:
    assert with_question(**changed).fingerprint == small().fingerprint


def test_a_question_more_is_another_tool() -> None:
    (section,) = small().tool.sections
    fewer = small(sections=(section.model_copy(update={"questions": section.questions[:1]}),))
    assert fewer.fingerprint != small().fingerprint


def test_the_fingerprint_is_the_same_everywhere() -> None:
    assert small().fingerprint == "cd8747df"


def test_every_reason_explains_one_non_answer() -> None:
    assert {reason.value: reason.explains.value for reason in Reason} == {
        "not recorded": NonAnswer.DONT_KNOW,
        "no access to the record": NonAnswer.DONT_KNOW,
        "not involved at the time": NonAnswer.DONT_KNOW,
        "question unclear": NonAnswer.DONT_KNOW,
        "not our role": NonAnswer.NOT_APPLICABLE,
        "did not arise": NonAnswer.NOT_APPLICABLE,
    }


def test_no_agency_can_say_that_it_sent_nothing() -> None:
    assert [status for status in ReturnStatus if not status.can_be_said] == [ReturnStatus.NO_RETURN]
