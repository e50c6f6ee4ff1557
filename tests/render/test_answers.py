"""How answers stand in a row, in whichever way they are known."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from generator.aggregate.figure import Figure
from generator.aggregate.printed_row import PrintedRow
from generator.aggregate.results import QuestionResult
from generator.aggregate.shown import ShownCell, ShownRow
from generator.aggregate.tally import Tally
from generator.model.nouns import RETURNS
from generator.model.published import PublishedFigure
from generator.model.registers import Scale
from generator.model.returns import NonAnswer, Reason
from generator.model.tool import Question
from generator.render.answers import (
    Answers,
    Drawn,
    Told,
    in_words,
    of_group,
    of_question,
    of_scores,
    of_shown,
    of_tally,
)
from generator.render.charts import stacked_bar
from tests.render.test_charts import SCORE, scale_of

YES_NO = scale_of("yes", "no", favourable=["yes"])
QUESTION = Question.model_validate(
    {"ref": "R1", "label": "Plan", "text": "Was there a plan?", "scale": "yes-no"}
)
NONE = Told("", "—", is_quiet=True)


def result(scale: Scale = YES_NO, **known: Any) -> QuestionResult:
    return QuestionResult.model_construct(
        question=QUESTION, section="plan", scale=scale, unit=RETURNS, **known
    )


def test_returned_answers_have_what_stands_outside_the_base_beside_them() -> None:
    tally = Tally.of(YES_NO, {"yes": 9, "no": 3, "don't know": 2, "blank": 1})
    reasons = {NonAnswer.DONT_KNOW: {Reason.NOT_RECORDED: 2}}
    bar = stacked_bar(tally, YES_NO)
    assert bar is not None
    assert of_question(result(tally=tally, reasons=reasons)) == Answers(
        Drawn((bar,), instead="none answered"),
        Told("75%", "9 of 12 returns"),
        (
            Told("9", "yes"),
            Told("3", "no"),
            Told("2", "don't know", "2 not recorded", is_quiet=True),
            Told("1", "blank", is_quiet=True),
        ),
    )


def test_nothing_is_drawn_where_nobody_answered() -> None:
    answers = of_tally(Tally.of(YES_NO, {"blank": 3}), YES_NO)
    assert (answers.drawn, answers.share) == (Drawn(instead="none answered"), NONE)


def test_scores_have_their_middle_in_place_of_a_share() -> None:
    answers = of_tally(Tally.of(SCORE, {"4": 2, "6": 2}), SCORE)
    assert answers.share == Told("5", "in the middle of 4 scores, from 4 to 6")
    assert answers.told == (Told("2", "at 6"), Told("2", "at 4"))


def test_no_scores_have_no_middle() -> None:
    said = of_scores(Tally.of(SCORE, {"blank": 1}))
    assert said == Told("", "none answered", is_quiet=True)


def test_what_a_source_printed_says_what_is_not_known() -> None:
    printed = PublishedFigure.model_validate({"percentages": {"yes": "48.4"}, "total": None})
    answers = of_question(result(printed=printed))
    assert answers.share == Told("48.4%", "yes; not printed out of how many")
    assert answers.told == (
        Told("48.4%", "yes"),
        Told("", "no: not printed", is_quiet=True),
    )


def test_rounded_counts_say_that_they_are() -> None:
    cells = (ShownCell("yes", "30", 30), ShownCell("no", "[c]"))
    row = ShownRow(RETURNS, cells, figure=Figure(30, 40, RETURNS))
    assert of_shown(row, YES_NO) == Answers(
        Drawn(instead="—"),
        Told("75%", "30 of 40 returns, rounded"),
        (Told("30", "yes"), Told("[c]", "no")),
    )


def test_a_share_in_a_word_is_of_its_unit() -> None:
    row = ShownRow(RETURNS, (), favourable="most")
    assert of_shown(row, YES_NO).share == Told("most", "returns")


def test_what_was_not_reported_says_so() -> None:
    assert of_question(result()) == Answers(
        Drawn(instead="not reported"),
        NONE,
        (Told("", "Asked; the source gives no figures.", is_quiet=True),),
    )


def test_a_group_has_its_own_base() -> None:
    printed = PublishedFigure.model_validate({"counts": {"yes": 3, "no": 1}, "total": 4})
    assert of_group(PrintedRow(printed, YES_NO, RETURNS)) == (
        Told("3", "yes"),
        Told("1", "no"),
        Told("", "of 4", is_quiet=True),
    )


def test_beside_another_audit_a_percentage_without_a_base_says_so() -> None:
    printed = PublishedFigure.model_validate({"percentages": {"yes": Decimal("48.4")}})
    assert in_words(result(printed=printed)) == (
        Told("48.4%", ""),
        Told("", "as printed, not out of how many", is_quiet=True),
    )
