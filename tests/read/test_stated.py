"""Figures in sentences: which are read, as what, and what is none."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.nouns import AGENCIES, CASES, RETURNS, Noun
from generator.read import stated as reading
from generator.read.figures.said import Hedge, Stated, Word
from generator.read.figures.tokens import tokens
from generator.read.stated import (
    beside_figures,
    called_after_figures,
    stated_by_quote,
    stated_in,
    wholes_counted,
)

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)


def stated(text: str, **fields: Any) -> Stated:
    """A figure, wherever it stands."""
    return Stated(0, 0, text, **fields)


def found(figures: tuple[Stated, ...]) -> list[Stated]:
    return [replace(one, start=0, end=0) for one in figures]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Late in 59% here.", stated("59%", percent=Decimal(59))),
        ("Late in 18.25 % here.", stated("18.25 %", percent=Decimal("18.25"))),
        ("Sixty-two per cent.", stated("Sixty-two per cent", percent=Decimal(62))),
        ("59% of cases", stated("59% of cases", percent=Decimal(59), unit=CASES)),
        ("59% of\nthe cases", stated("59% of the cases", percent=Decimal(59), unit=CASES)),
        ("59% of audits", stated("59% of audits", percent=Decimal(59), unit=RETURNS)),
        ("59% of auditors", stated("59% of auditors", percent=Decimal(59), unit=RETURNS)),
        ("59% of 28", stated("59% of 28", percent=Decimal(59), base=28)),
        (
            "over 59% of the 28 returns",
            stated(
                "over 59% of the 28 returns",
                percent=Decimal(59),
                base=28,
                unit=RETURNS,
                hedge=Hedge.MORE,
            ),
        ),
        (
            "82% (23 of 28 returns)",
            stated("82% (23 of 28 returns)", percent=Decimal(82), count=23, base=28, unit=RETURNS),
        ),
        ("82% (23/28)", stated("82% (23/28)", percent=Decimal(82), count=23, base=28)),
        ("19.9% (n = 2,191)", stated("19.9% (n = 2,191)", percent=Decimal("19.9"), base=2191)),
        ("85% (n=61) of 60", stated("85% (n=61) of 60", percent=Decimal(85), count=61, base=60)),
        ("23 of 28", stated("23 of 28", count=23, base=28)),
        (
            "23 out of the 28 returns",
            stated("23 out of the 28 returns", count=23, base=28, unit=RETURNS),
        ),
        (
            "5 of 6 cases (83%)",
            stated(
                "5 of 6 cases (83%)",
                count=5,
                base=6,
                percent=Decimal(83),
                unit=CASES,
                is_count_first=True,
            ),
        ),
        (
            "five of the six complete returns",
            stated("five of the six complete returns", count=5, base=6, unit=RETURNS),
        ),
        (
            "five of the six children",
            stated("five of the six children", count=5, base=6, unit="children"),
        ),
        ("five of the cases", stated("five of the cases", count=5, unit=CASES)),
        ("one of the agencies", stated("one of the agencies", count=1, unit=AGENCIES)),
        ("Half of the cases", stated("Half of the cases", part=HALF, unit=CASES)),
        ("half the returns", stated("half the returns", part=HALF, unit=RETURNS)),
        ("Half had no plan.", stated("Half", part=HALF)),
        ("half of them", stated("half", part=HALF)),
        ("in about half, the plan", stated("about half", part=HALF, hedge=Hedge.ABOUT)),
        ("two-thirds of plans", stated("two-thirds of plans", part=2 * THIRD, unit="plans")),
        ("A third of agencies", stated("A third of agencies", part=THIRD, unit=AGENCIES)),
        ("**half** of the *cases*", stated("half of the cases", part=HALF, unit=CASES)),
        ("All cases were late", stated("All cases", word=Word.ALL, unit=CASES)),
        ("all of the six cases", stated("all of the six cases", word=Word.ALL, base=6, unit=CASES)),
        ("All agencies came.", stated("All agencies", word=Word.ALL, unit=AGENCIES)),
        (
            "nearly all returns",
            stated("nearly all returns", word=Word.ALL, hedge=Hedge.NEARLY, unit=RETURNS),
        ),
        (
            "All but one of the six cases",
            stated("All but one of the six cases", word=Word.MOST, base=6, unit=CASES, left_out=1),
        ),
        ("Most cases", stated("Most cases", word=Word.MOST, unit=CASES)),
        ("most of the returns", stated("most of the returns", word=Word.MOST, unit=RETURNS)),
        ("The majority of plans", stated("The majority of plans", word=Word.MOST, unit="plans")),
        (
            "Of the six cases that were audited, two had none.",
            stated("Of the six cases that were audited, two", count=2, base=6, unit=CASES),
        ),
        (
            "17% of all pupils in the county (8,256 of 48,000)",
            stated(
                "17% of all pupils in the county (8,256 of 48,000)",
                percent=Decimal(17),
                count=8256,
                base=48000,
                unit="pupils",
            ),
        ),
        (
            "1,204 of them (20%)",
            stated("1,204 of them (20%)", count=1204, percent=Decimal(20), is_count_first=True),
        ),
        (
            "50-60% of cases",
            stated("50-60% of cases", percent=Decimal(60), low=Decimal(50), unit=CASES),
        ),
        ("59\u00a0% of\u00a0cases", stated("59 % of cases", percent=Decimal(59), unit=CASES)),
        ("23/28 returns", stated("23/28 returns", count=23, base=28, unit=RETURNS)),
        (
            "one in three cases",
            stated("one in three cases", count=1, base=3, unit=CASES, is_ratio=True),
        ),
        (
            "67% of cases (4)",
            stated("67% of cases (4)", percent=Decimal(67), count=4, unit=CASES),
        ),
        (
            "four (67%) of the cases",
            stated(
                "four (67%) of the cases",
                percent=Decimal(67),
                count=4,
                unit=CASES,
                is_count_first=True,
            ),
        ),
        (
            "two of the four cases with a plan",
            stated("two of the four cases", count=2, base=4, is_of_some=True),
        ),
        ("none of the cases", stated("none of the cases", word=Word.NONE, unit=CASES)),
        (
            "a minority of auditors",
            stated("a minority of auditors", word=Word.MINORITY, unit=RETURNS),
        ),
    ],
)
def test_a_figure(text: str, figure: Stated) -> None:
    assert found(stated_in(text)) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "A child of 5, or five years old, aged 10 to 14.",
        "On 12 March 2016, in the year 2015-16 and at 9.30.",
        "Level 4 of 5, step 2 of 3, page 3 of 12, stage 1 of 2, week 2 of 6.",
        "Section 47 of the Children Act 1989, and sections 17 of the same.",
        "Working Together 2018, chapter 1.",
        "Attendance fell to 62%, and then the child attended 48% of the time.",
        "The child missed 20% of lessons, and was in school for 40%.",
        "Half an hour, half of the day, half of the meeting, half-term and a half-brother.",
        "The first half of the year, a quarter of an hour, each quarter, in the third.",
        "One of the parents, one of two schools, one of the three local services.",
        "The second of four children, one of four children, two of the five visits.",
        "All agencies should share what they know. Above all, listen. Not at all.",
        "Do all agencies know it? It is for all agencies.",
        "A scale from 0 to 10, a score of 6.",
        "About a fifth of the cases open to social care.",
        'Code: `59% of cases` and {{ of("R1") }} and [59% of cases](printed).',
        "Most of all, be there. A 5 out of 6 for warmth. The most common worry, most often.",
        "Two weeks, 15 working days, 24 hours, twice, in one case.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert stated_in(text) == ()


def test_each_figure_with_where_it_stands() -> None:
    text = "In `59%` of\n*two thirds* of the\nreturns and 4 of 6 cases.\n\n- Half\n- of the cases"
    assert [text[one.start : one.end] for one in stated_in(text)] == [
        "two thirds* of the\nreturns",
        "4 of 6 cases",
        "Half",
    ]


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        (
            "half, one and 42% of the cases",
            [
                stated("half", part=HALF, unit=CASES),
                stated("one", count=1, unit=CASES),
                stated("42% of the cases", percent=Decimal(42), unit=CASES),
            ],
        ),
        ("38 cases", [stated("38 cases", count=38, unit=CASES)]),
        (
            "a third of cases, two agencies",
            [
                stated("a third of cases", part=THIRD, unit=CASES),
                stated("two agencies", count=2, unit=AGENCIES),
            ],
        ),
        ("50% of the cases in 2016", [stated("50% of the cases", percent=Decimal(50), unit=CASES)]),
        ("so many that nobody counted", []),
    ],
)
def test_the_figures_of_a_quotation(words: str, figures: list[Stated]) -> None:
    assert found(stated_by_quote(words)) == figures


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ('Most plans came in time ({{ of("R1") }}).', [("Most plans", "R1")]),
        ('In {{ of("R1") }}, most of the returns.', [("most of the returns", "R1")]),
        (
            'Most knew ({{ of("R1") }}); hardly any asked ({{ of("R2") }}).',
            [("Most", "R1"), ("hardly any", "R2")],
        ),
        ('Half of the\nplans ({{ of("R1") }}).', [("Half of the plans", "R1")]),
        ('Half of the plans. In {{ of("R1") }} it was so.', []),
        ('The most common in {{ of("R1") }}, and most serious, most often.', []),
        ('- Most cases\n- {{ of("R1") }}', []),
        ("Most plans came in time.", []),
        ('Not all plans came in time ({{ of("R1") }}).', []),
        # Of how many there were, no word says that it is most of them.
        ("Half of the agencies were late, and {{ cases() }} cases were audited.", []),
        (
            'All {{ cases(judgement="good") }} cases were judged good.',
            [("All", "cases")],
        ),
    ],
)
def test_words_beside_a_bound_figure(text: str, pairs: list[tuple[str, str]]) -> None:
    beside = [
        (one.stated.text, (*one.figure.arguments, one.figure.name)[0])
        for one in beside_figures(text)
    ]
    assert beside == pairs


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Eight cases were audited.", [8]),
        ("We audited 8 cases.", [8]),
        ("They looked at the same six children's cases.", [6]),
        ("So it was in all six cases, and in each of the six cases.", [6, 6]),
        ("Ten agencies were asked.", [10]),
        ("The two cases in which it failed, and in three cases.", []),
        ("In 2014 five cases were audited, and two were chosen by the school.", []),
        ("All five cases with a plan, and each of the two cases in which there was none.", []),
    ],
)
def test_how_many_of_a_unit_a_text_says_there_were(text: str, counts: list[int]) -> None:
    assert [one.base for one in wholes_counted(text)] == counts


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ('In {{ percent("R1") }} of the cases.', [("of the cases", "R1", CASES, None)]),
        ('{{ percent("R1") }} of\nthe 28 returns', [("of the 28 returns", "R1", RETURNS, 28)]),
        ('{{ of("R1") }}{{ of("R2") }} of auditors', [("of auditors", "R2", RETURNS, None)]),
        ('{{ of("R1") }}, of the cases in which', []),
        ("\ue000 of the cases", []),
    ],
)
def test_what_a_sentence_calls_the_base_of_a_bound_figure(
    text: str, called: list[tuple[str, str, Noun, int | None]]
) -> None:
    assert [
        (one.stated.text, one.figure.arguments[0], one.stated.unit, one.stated.base)
        for one in called_after_figures(text)
    ] == called


PIECES = (
    *('{{ of("R1") }}', "{{", "}}", "[59% of cases](printed)", "`", "\ue000", "\n\n", "~~~", "- "),
    *("half", "most", "all", "59%", "of the", "six", "cases", "(", ")", ".", " "),
)


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_no_text_is_too_odd(text: str) -> None:
    for one in (*stated_in(text), *wholes_counted(text), *stated_by_quote(text)):
        assert 0 <= one.start < one.end <= len(text)
    for beside in (*beside_figures(text), *called_after_figures(text)):
        assert 0 <= beside.stated.start < beside.stated.end <= len(text)


@given(
    st.lists(
        st.sampled_from(
            [
                *("%", " % ", "per", "cent", "percent", "pc", "of", "the", "all", "19", "six"),
                *("case", "cases", "audits", "Auditors", "auditors'", "responses", "-", "é"),
                *("agencies", "returns", "children's", "plans", "of which", ".", ",", "audited"),
            ]
        ),
        max_size=7,
    ),
    st.sampled_from(["", " "]),
)
def test_what_is_not_looked_at_calls_a_figure_nothing(said: list[str], between: str) -> None:
    behind = between.join(said)
    if reading._called(tuple(tokens(behind))):
        assert reading._may_be_called(behind)
