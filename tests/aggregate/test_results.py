from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.aggregate.results import (
    AuditResults,
    Comment,
    JudgementResult,
    QuestionResult,
    audit_results,
    by_agency,
    by_case,
    tallies,
)
from generator.aggregate.totals import Totals
from generator.model.library import Audit
from generator.model.nouns import CASES, RETURNS
from generator.model.returns import NonAnswer, Reason, Return, ReturnStatus
from tests.aggregate.audits import audit, grades, real, small, yes_no
from tests.sites import EXAMPLE, REAL, ROOT

SMALL = small().audits["small"]
PRINTED = small().audits["printed"]
assert SMALL.tool is not None
R1, R2 = SMALL.tool.questions
PLAN_JUDGED = SMALL.tool.judgements[0]
YES_NO, GRADES = small().scales["yes-no"], small().scales["grades"]


def test_results_of_returns() -> None:
    assert audit_results(SMALL, small()) == AuditResults(
        questions={
            "R1": QuestionResult(
                question=R1,
                section="plan",
                scale=YES_NO,
                tally=yes_no(yes=2, no=2),
                by_agency={"police": yes_no(no=2), "school": yes_no(yes=2)},
            ),
            "R2": QuestionResult(
                question=R2,
                section="plan",
                scale=YES_NO,
                tally=yes_no(yes=2, dont_know=2),
                reasons={NonAnswer.DONT_KNOW: {Reason.NOT_RECORDED: 2}},
                by_agency={"police": yes_no(yes=2), "school": yes_no(dont_know=2)},
            ),
        },
        judgements=(JudgementResult(judgement=PLAN_JUDGED, scale=GRADES, tally=grades(good=4)),),
        cases_judged=grades(CASES, good=2),
        unit=RETURNS,
        totals=Totals(cases=2, agencies=2, returns=4),
    )


def test_results_as_printed() -> None:
    printed = PRINTED.published
    assert printed is not None
    assert audit_results(PRINTED, small()) == AuditResults(
        questions={
            ref: QuestionResult(
                question=question,
                section="plan",
                scale=YES_NO,
                tally=tally,
                printed=printed.figures[ref],
            )
            for ref, question, tally in (
                ("R1", R1, yes_no(yes=23, no=5)),
                ("R2", R2, yes_no(yes=33, no=7)),
            )
        },
        totals=Totals(agencies=2),
    )


def test_audit_without_a_tool_has_the_judgements_of_its_cases_only() -> None:
    bare = SMALL.model_copy(update={"tool": None})
    assert audit_results(bare, small()) == AuditResults(
        cases_judged=grades(CASES, good=2),
        totals=Totals(cases=2, agencies=2, returns=4),
    )


def test_audit_without_cases_and_tool_has_no_results() -> None:
    assert audit_results(audit(), small()) == AuditResults()


def test_question_that_nothing_was_reported_on_has_no_tally() -> None:
    published = PRINTED.published
    assert published is not None
    half = published.model_copy(update={"figures": {"R1": published.figures["R1"]}})
    found = audit_results(PRINTED.model_copy(update={"published": half}), small())
    assert {ref: one.tally for ref, one in found.questions.items()} == {
        "R1": yes_no(yes=23, no=5),
        "R2": None,
    }


def test_printed_unit_is_the_figures_unit() -> None:
    published = PRINTED.published
    assert published is not None
    of_cases = published.model_copy(update={"unit": CASES})
    found = audit_results(PRINTED.model_copy(update={"published": of_cases}), small())
    assert (found.unit, found.questions["R1"].tally) == (
        CASES,
        yes_no(CASES, yes=23, no=5),
    )


def one_return(status: str, **answers: Any) -> Return:
    return Return.model_validate({"status": status, "answers": answers})


def test_only_returns_with_answers_count() -> None:
    returns = {
        "a": {"police": one_return("complete", R1="yes"), "school": one_return("partial", R1="no")},
        "b": {"police": one_return("not known"), "school": one_return("no return")},
        "c": {"police": one_return("outside period"), "school": one_return("not involved")},
    }
    found = tallies(SMALL.model_copy(update={"returns": returns}), small())
    assert found == {"R1": yes_no(yes=1, no=1), "R2": yes_no(blank=2)}


def test_nothing_is_tallied_before_a_return_has_answers() -> None:
    returns = {"a": {"police": one_return("not known")}}
    assert tallies(SMALL.model_copy(update={"returns": returns}), small()) == {}


def test_question_left_out_or_empty_is_blank() -> None:
    returns = {"a": {"police": one_return("complete", R1=None)}}
    found = tallies(SMALL.model_copy(update={"returns": returns}), small())
    assert found == {"R1": yes_no(blank=1), "R2": yes_no(blank=1)}


def test_reasons_stand_by_what_they_are_for_in_their_own_order() -> None:
    answers: tuple[tuple[str, Reason | None], ...] = (
        ("not applicable", Reason.DID_NOT_ARISE),
        ("don't know", Reason.NO_ACCESS),
        ("don't know", Reason.NOT_RECORDED),
        ("not applicable", Reason.DID_NOT_ARISE),
        ("yes", None),
    )
    returns = {
        f"case-{number}": {
            "police": one_return("complete", R1={"answer": answer, "reason": reason})
        }
        for number, (answer, reason) in enumerate(answers)
    }
    found = audit_results(SMALL.model_copy(update={"returns": returns}), small())
    assert [(why, list(of.items())) for why, of in found.questions["R1"].reasons.items()] == [
        (NonAnswer.DONT_KNOW, [(Reason.NOT_RECORDED, 1), (Reason.NO_ACCESS, 1)]),
        (NonAnswer.NOT_APPLICABLE, [(Reason.DID_NOT_ARISE, 2)]),
    ]


def test_comments_stand_in_the_order_of_cases_and_agencies() -> None:
    def said(text: str) -> Return:
        return one_return("complete", R1={"answer": "no", "comment": text}, R2="yes")

    returns = {"a": {"school": said("One."), "police": said("Two.")}, "b": {"police": said("3.")}}
    found = audit_results(SMALL.model_copy(update={"returns": returns}), small())
    assert {ref: one.comments for ref, one in found.questions.items()} == {
        "R1": tuple(
            Comment(agency=agency, case=case, answer="no", text=text)
            for case, agency, text in (
                ("a", "school", "One."),
                ("a", "police", "Two."),
                ("b", "police", "3."),
            )
        ),
        "R2": (),
    }


# Adding up by agency or by case gives the whole, whatever was answered.

ANSWERS = st.sampled_from(["yes", "no", "don't know", "not applicable", "blank", None])
RETURNS_OF_ANY = st.builds(
    lambda status, r1, r2: one_return(status, R1=r1, R2=r2),
    st.sampled_from([status.value for status in ReturnStatus]),
    ANSWERS,
    ANSWERS,
)
AUDITS = st.dictionaries(
    st.sampled_from("abcdef"),
    st.dictionaries(st.sampled_from(["police", "school"]), RETURNS_OF_ANY),
).map(lambda returns: SMALL.model_copy(update={"returns": returns}))


@pytest.mark.parametrize("grouped", [by_agency, by_case])
@settings(derandomize=True, deadline=None)
@given(of=AUDITS)
def test_groups_add_up_to_the_whole(grouped: Any, of: Audit) -> None:
    groups = grouped(of, small()).values()
    nothing = {"R1": yes_no(), "R2": yes_no()}
    added = {ref: sum((group[ref] for group in groups), none) for ref, none in nothing.items()}
    assert added == (tallies(of, small()) or nothing)


@settings(derandomize=True, deadline=None)
@given(of=AUDITS)
def test_every_return_with_answers_is_in_every_tally_once(of: Audit) -> None:
    held = [one for returns in of.returns.values() for one in returns.values()]
    with_answers = sum(one.status.value in ("complete", "partial") for one in held)
    assert {ref: tally.asked for ref, tally in tallies(of, small()).items()} == (
        {"R1": with_answers, "R2": with_answers} if with_answers else {}
    )


# The 48 rows of appendix 4 of the 2016 report: yes, no, total, % yes, % no, as printed.

APPENDIX_4: Final = """
R1   23   5  28  82  18
R2   25   6  31  81  19
R3   22   7  29  76  24
R4   15   7  22  68  32
R5   23   6  29  79  21
R6   25   0  25 100   0
R7   22   2  24  92   8
R8   22   2  24  92   8
A1   32   4  36  89  11
A2   29  10  39  74  26
A3   17   9  26  65  35
A4   11  16  27  41  59
A5   25   9  34  74  26
A6   21   9  30  70  30
A7   23  10  33  70  30
A8   28   6  34  82  18
A9   18   3  21  86  14
A10  26   6  32  81  19
A11  23   2  25  92   8
A12  27   2  29  93   7
A13  23   4  27  85  15
A14  25   2  27  93   7
A15  16   0  16 100   0
A16  29   3  32  91   9
P1   26   3  29  90  10
P2   23   6  29  79  21
P3   22   6  28  79  21
P4   14  15  29  48  52
P5   23   8  31  74  26
P6   19   5  24  79  21
P7   27   4  31  87  13
P8   24   0  24 100   0
P9   30   0  30 100   0
P10  23   0  23 100   0
P11  23   2  25  92   8
P12  15   3  18  83  17
P13  26   6  32  81  19
P14  35   4  39  90  10
P15  27   2  29  93   7
P16  26   3  29  90  10
P17  22   5  27  81  19
P18  27   0  27 100   0
P19  26   2  28  93   7
C1   35   2  37  95   5
C2   36   2  38  95   5
C3   31   1  32  97   3
W1   33   7  40  83  18
W2   31   8  39  79  21
"""
PRINTED_ROWS: Final = {
    ref: tuple(map(int, numbers))
    for ref, *numbers in (line.split() for line in APPENDIX_4.strip().splitlines())
}


def test_2016_figures_are_those_of_the_source() -> None:
    of = tallies(real().audits[REAL], real())
    assert {
        ref: (
            tally["yes"],
            tally["no"],
            tally.base,
            tally.share("yes").percent,
            tally.share("no").percent,
        )
        for ref, tally in of.items()
    } == PRINTED_ROWS


def test_2016_figures_keep_what_the_source_printed_beside_them() -> None:
    found = audit_results(real().audits[REAL], real())
    assert {
        ref: (*one.printed.counts.values(), one.printed.total, *one.printed.percentages.values())
        for ref, one in found.questions.items()
        if one.printed
    } == PRINTED_ROWS


def test_2016_asks_49_questions_of_which_one_is_not_reported() -> None:
    found = audit_results(real().audits[REAL], real())
    assert (len(found.questions), [r for r, one in found.questions.items() if not one.tally]) == (
        49,
        ["C4"],
    )


def test_2016_cases_are_judged_as_the_source_says() -> None:
    judged = audit_results(real().audits[REAL], real()).cases_judged
    assert judged is not None
    assert (judged.unit, dict(judged.counts)) == (
        CASES,
        {"good": 2, "requires improvement": 4},
    )


# The example's returns, counted once more from the files alone.


def example_returns() -> list[dict[str, Any]]:
    files = sorted((ROOT / "audits" / EXAMPLE / "returns").glob("*/*.yml"))
    held = [_typed(file) for file in files]
    return [one for one in held if one["status"] in ("complete", "partial")]


def _typed(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only


def _answer(held: dict[str, Any], ref: str) -> dict[str, str]:
    answer = held["answers"].get(ref) or "blank"
    return {"answer": answer} if isinstance(answer, str) else answer


def test_example_counts_are_those_of_its_files() -> None:
    of = tallies(real().audits[EXAMPLE], real())
    returns = example_returns()
    assert {ref: dict(tally.counts) for ref, tally in of.items()} == {
        ref: dict(Counter(_answer(one, ref)["answer"] for one in returns)) for ref in of
    }


def test_example_reasons_are_those_of_its_files() -> None:
    found = audit_results(real().audits[EXAMPLE], real())
    counted: dict[str, Counter[tuple[str, str]]] = {ref: Counter() for ref in found.questions}
    for one in example_returns():
        for ref, of in counted.items():
            answer = _answer(one, ref)
            if "reason" in answer:
                of[answer["answer"], answer["reason"]] += 1
    assert {
        ref: {
            (why.value, reason.value): count
            for why, reasons in one.reasons.items()
            for reason, count in reasons.items()
        }
        for ref, one in found.questions.items()
    } == {ref: dict(of) for ref, of in counted.items()}


def test_example_grades_are_those_of_its_files() -> None:
    found = audit_results(real().audits[EXAMPLE], real())
    given_: dict[str, Counter[str]] = {one.judgement.ref: Counter() for one in found.judgements}
    for one in example_returns():
        for ref, grade in one.get("judgements", {}).items():
            given_[ref][grade if isinstance(grade, str) else grade["grade"]] += 1
    assert {one.judgement.ref: dict(one.tally.counts) for one in found.judgements if one.tally} == {
        ref: dict(of) for ref, of in given_.items()
    }
