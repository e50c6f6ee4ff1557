"""Two audits compared, and own grades beside the panel's, on pages of hand-made books."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from generator.aggregate.comparison import Verdict
from generator.aggregate.interval import Interval
from generator.model.edition import Edition
from generator.model.library import Audit
from generator.model.registers import Scale
from generator.render.page import Page
from generator.render.pages.then_and_now import difference_words
from tests.aggregate.audits import audit
from tests.render.test_across import bookof, items, links, pages, rows, same, tool

SCORE = Scale.model_validate({"name": "Score", "kind": "score", "lowest": "0", "highest": "10"})
OLD_YES_NO = Scale.model_validate(
    {"name": "Old yes or no", "kind": "answers", "values": [{"value": "yes"}, {"value": "no"}]}
    | {"favourable": ["yes"], "about": "Another base."}
)


def asking(year: int, figures: dict[str, Any], *questions: dict[str, Any]) -> Audit:
    return audit(
        id=f"a{year}",
        title=f"Plans of 20{year}",
        dates={"published": f"20{year}"},
        tool=tool(*questions),
        published={"source": "A table", "figures": figures},
    )


THEN = asking(
    29,
    {
        "Q1": {"counts": {"yes": 10, "no": 20}},
        "Q2": {"counts": {"yes": 25, "no": 5}},
        "Q3": {"counts": {"yes": 8, "no": 0}},
        "Q4": {"percentages": {"yes": 48.4}},
        "Q5": {"counts": {"yes": 30, "no": 0}},
        "Q7": {"counts": {"4": 2, "6": 2}, "total": 4},
    },
    {"ref": "Q1"},
    {"ref": "Q2"},
    {"ref": "Q3"},
    {"ref": "Q4"},
    {"ref": "Q5", "scale": "old"},
    {"ref": "Q6"},
    {"ref": "Q7", "scale": "score"},
)
NOW = asking(
    30,
    {
        "R1": {"counts": {"yes": 25, "no": 5}},
        "R2": {"counts": {"yes": 10, "no": 20}},
        "R3": {"counts": {"yes": 0, "no": 30}},
        "R4": {"counts": {"yes": 15, "no": 15}},
        "R5": {"counts": {"yes": 20, "no": 10}},
        "R7": {"counts": {"1": 1, "7": 2, "10": 2}, "total": 5},
    },
    {"ref": "R6", "same_as": [same("a29", "Q6")]},
    {"ref": "R1", "same_as": [same("a29", "Q1", "It is *shorter*.")]},
    {"ref": "R2", "same_as": [same("a29", "Q2"), same("a29", "Q1")]},
    {"ref": "R3", "same_as": [same("a29", "Q3")]},
    {"ref": "R4", "same_as": [same("a29", "Q4")]},
    {"ref": "R5", "same_as": [same("a29", "Q5")]},
    {"ref": "R7", "scale": "score", "same_as": [same("a29", "Q7")]},
)
BOOK = bookof(THEN, NOW, scales={"score": SCORE, "old": OLD_YES_NO})
PAGES = pages(BOOK)
THEN_AND_NOW = PAGES["audits/a30/then-and-now.html"]


def test_both_figures_stand_with_their_bases() -> None:
    assert [row[1] for row in rows(THEN_AND_NOW, "#r1 table")] == [
        "33% (10 of 30 returns)",
        "83% (25 of 30 returns)",
    ]


@pytest.mark.parametrize(
    ("ref", "line"),
    [
        ("r1", ["Better: 25 to 67 percentage points higher"]),
        (
            "r2",
            [
                "Worse: 25 to 67 percentage points lower",
                "Too few to tell: anything from 23 percentage points lower to 23 higher",
            ],
        ),
        (
            "r3",
            [
                "Too few to tell: fewer than ten in one of the two bases, so they are shown as "
                "counts"
            ],
        ),
        ("r4", ["Not printed out of how many: can't be compared"]),
        ("r5", ["Two scales: can't be compared: then on “Old yes or no”, now on “Yes or no”"]),
        ("r6", ["No figure in one of the two: can't be compared"]),
        ("r7", ["Shown as scores: no share to compare"]),
    ],
)
def test_one_line_says_what_can_be_told(ref: str, line: list[str]) -> None:
    assert items(THEN_AND_NOW, f"#{ref} .told") == line


def test_questions_without_two_figures_come_last() -> None:
    refs = [one.split()[0] for one in items(THEN_AND_NOW, "article h3")]
    assert refs == ["R1", "R2", "R3", "R4", "R5", "R7", "R6"]


def test_only_shares_on_one_scale_stand_in_one_chart() -> None:
    assert items(THEN_AND_NOW, "figure.changes h2") == ["Of 4 comparisons 1 rose, 1 fell"]
    assert [row[:1] + row[2:] for row in rows(THEN_AND_NOW, "table.changes")] == [
        ["R1 R1", "33% (10 of 30 returns)", "83% (25 of 30 returns)", "Better +25 to +67 points"],
        [
            "R2 R2",
            "83% (25 of 30 returns)",
            "33% (10 of 30 returns)",
            "Worse \u221267 to \u221225 points",
        ],
        [
            "R2 R2",
            "33% (10 of 30 returns)",
            "33% (10 of 30 returns)",
            "Too few to tell \u221223 to +23 points",
        ],
        [
            "R4 R4",
            "48.4%, not printed out of how many",
            "50% (15 of 30 returns)",
            "Not printed out of how many: can't be compared",
        ],
    ]


def test_what_changed_in_the_wording_may_be_part_of_the_difference() -> None:
    assert items(THEN_AND_NOW, "#r1 .told + p") == [
        "The wording changed: It is shorter. Part of the difference may come from that."
    ]


def test_the_page_says_that_returns_about_one_case_are_not_independent() -> None:
    (note,) = items(THEN_AND_NOW, ".note")
    assert "returns about one case are not independent of each other" in note
    assert "too narrow if anything" in note


def test_scales_that_are_not_compared_are_there_to_be_read() -> None:
    assert items(THEN_AND_NOW, "#scales ~ h4") == ["Old yes or no", "Yes or no"]


def test_scores_tell_their_spread_and_no_mean_of_fewer_than_five() -> None:
    assert [row[1].split(" 0 1 2")[0] for row in rows(THEN_AND_NOW, "#r7 table")] == [
        "5 in the middle of 4 scores, from 4 to 6",
        "7 in the middle of 5 scores, from 1 to 10; mean 7.0",
    ]


def test_a_question_leads_to_its_comparison_and_back() -> None:
    results = {year: PAGES[f"audits/a{year}/results.html"] for year in (29, 30)}
    assert items(results[30], "#r1 .source") == ["Asked before, in Plans of 2029 (Q1)"]
    assert links(results[30], "#r1 .source") == ["then-and-now.html#r1"]
    assert items(results[29], "#q1 .source") == [
        "Asked again, in Plans of 2030 (R1)",
        "Asked again, in Plans of 2030 (R2)",
    ]
    assert links(results[29], "#q1 .source") == [
        "../a30/then-and-now.html#r1",
        "../a30/then-and-now.html#r2",
    ]
    assert links(THEN_AND_NOW, "#r1 tbody th") == [
        "../a29/results.html#q1",
        "../a29/index.html",
        "results.html#r1",
        "index.html",
    ]


def test_the_page_across_audits_counts_what_can_be_told() -> None:
    assert rows(PAGES["comparison/index.html"]) == [
        [
            "Plans of 2030 2030, after Plans of 2029, 2029",
            "8",
            "1 better 1 worse 2 too few to tell 1 not printed out of how many: can't be compared "
            "1 no figure in one of the two: can't be compared 1 two scales: can't be compared "
            "1 shown as scores: no share to compare",
        ]
    ]


def test_audits_that_share_nothing_have_no_page() -> None:
    made = pages(bookof(asking(30, {}, {"ref": "R1"})))
    assert [uri for uri in made if "comparison" in uri or "then-and-now" in uri] == []


@pytest.mark.parametrize(
    ("verdict", "limits", "words"),
    [
        (Verdict.BETTER, ("0.001", "0.2"), "1 to 20 percentage points higher"),
        (Verdict.WORSE, ("-0.31", "-0.2"), "20 to 31 percentage points lower"),
        (
            Verdict.TOO_FEW,
            ("-0.2", "0.3"),
            "anything from 20 percentage points lower to 30 higher",
        ),
    ],
)
def test_an_interval_in_words(verdict: Verdict, limits: tuple[str, str], words: str) -> None:
    assert difference_words(verdict, Interval(*(Decimal(one) for one in limits))) == words


# Grades side by side.


def grade_scale(name: str, good: str) -> Scale:
    values = [{"value": "good", "meaning": good}, {"value": "poor"}]
    return Scale.model_validate(
        {"name": name, "kind": "grades", "values": values, "favourable": ["good"]}
    )


FIRST, SECOND, THIRD = (
    grade_scale("First", "It meets what it must."),
    grade_scale("Second", "It meets it every time."),
    grade_scale("Third", "It meets it every time."),
)


def graded(year: int, scale: str, *judgements: str) -> Audit:
    cases = {
        f"c{at}": {"pen_picture": "A child.", "judgement": one} for at, one in enumerate(judgements)
    }
    return audit(
        id=f"a{year}",
        title=f"Plans of 20{year}",
        dates={"published": f"20{year}"},
        grades=scale,
        cases=cases,
    )


GRADED = pages(
    bookof(
        graded(29, "first", "good", "poor"),
        graded(30, "first", *["good"] * 12),
        graded(31, "second", "good"),
        graded(32, "third", "good"),
        scales={"first": FIRST, "second": SECOND, "third": THIRD},
    )
)["comparison/index.html"]


def test_grades_of_a_partnership_stand_by_scale() -> None:
    assert items(GRADED, "caption") == ["First Good Poor", "Second Good Poor", "Third Good Poor"]
    assert rows(GRADED) == [
        ["Plans of 2029 2029", "1 1", "1 good 1 poor"],
        [
            "Plans of 2030 2030",
            "12",
            "12 good 0 poor Too few to tell: fewer than ten in one of the two bases, so they are "
            "shown as counts",
        ],
    ]


def test_the_same_words_on_other_scales_are_there_to_be_read() -> None:
    assert items(GRADED, "h4, h4 + p") == [
        "The same words on 3 scales",
        "The grades have the same names, and not every scale means the same by them. Read each "
        "in its own column; no line joins them. Second and Third say the same, word for word. "
        "They are kept as scales of their own, so their grades stand apart as well.",
    ]
    assert rows(GRADED, "table.wording") == [
        ["Good", "It meets what it must.", "It meets it every time.", "It meets it every time."],
        ["Poor", "—", "—", "—"],
    ]


# Own grades beside the panel's.


def judging(**own: str) -> dict[str, Any]:
    return {"status": "complete", "answers": {"R1": "yes"}, "judgements": own}


def panel(judgement: str, **judgements: str) -> dict[str, Any]:
    return {"pen_picture": "A child.", "judgement": judgement, "judgements": judgements}


JUDGED = audit(
    id="judged",
    title="Judged",
    grades="grades",
    asked=["police", "school"],
    tool=tool({"ref": "R1"})
    | {
        "judgements": [
            {"ref": "JP", "label": "Plan", "scale": "grades", "section": "all"},
            {"ref": "JX", "label": "All work", "scale": "grades", "of": "partnership"},
            {"ref": "JO", "label": "Our work", "scale": "grades"},
        ]
    },
    cases={"a": panel("poor", JP="good"), "b": panel("good"), "c": panel("poor")},
    returns={
        "a": {"police": judging(JP="poor", JO="good"), "school": judging(JO="poor")},
        "b": {"police": judging(JO="good")},
        "c": {"police": judging(JO="good"), "school": judging(JO="poor", JX="good")},
    },
)
OWN = pages(bookof(JUDGED))["audits/judged/own-grades.html"]


def test_one_chart_tells_who_judged_above_by_agency_and_judgement() -> None:
    heads = ["Agency", "All own grades", "Plan", "Our work", "All work"]
    assert items(OWN, ".own-grades thead th") == heads
    assert rows(OWN, ".own-grades") == [
        [
            "Smallshire Police",
            "\N{MINUS SIGN}1 +2 of 4",
            "1 grade: below in 1 (by 1 grade) \N{MINUS SIGN}1",
            "3 grades: above in 2 (by 1 grade), the same in 1 +2",
            "none",
        ],
        [
            "Smallshire Schools",
            "= of 2",
            "none",
            "2 grades: the same in 2 =",
            "1 grade: above in 1 (by 1 grade) +1",
        ],
        ["All agencies", "\N{MINUS SIGN}1 +2 of 6", "\N{MINUS SIGN}1", "+2", "+1"],
    ]


def test_chart_leads_to_agencies_and_to_the_cases_of_each_judgement() -> None:
    assert links(OWN, ".own-grades") == [
        *("#cases-jp", "#cases-jo", "#cases-jx"),
        *("../../agencies/police.html", "../../agencies/school.html"),
    ]


def test_what_agencies_said_of_their_own_work_stands_in_words() -> None:
    assert items(OWN, ".in-words li") == [
        "Smallshire Police, 4 grades: above in 2 (by 1 grade), the same in 1, "
        "below in 1 (by 1 grade)",
        "Smallshire Schools, 2 grades: the same in 2",
    ]


def own_grades_of(**returns: dict[str, Any]) -> Page:
    """The page of one case that the panel judged poor."""
    assert JUDGED.tool
    made = audit(
        id="judged",
        grades="grades",
        asked=["police", "school"],
        tool=JUDGED.tool,
        cases={"a": panel("poor")},
        returns={"a": returns},
    )
    return pages(bookof(made))["audits/judged/own-grades.html"]


def test_who_is_above_the_most_comes_first() -> None:
    page = own_grades_of(police=judging(JO="poor"), school=judging(JO="good"))
    assert [row[:2] for row in rows(page, ".own-grades")] == [
        ["Smallshire Schools", "+1 of 1"],
        ["Smallshire Police", "= of 1"],
        ["All agencies", "+1 of 2"],
    ]


def test_grades_of_the_work_of_all_are_not_counted_as_own() -> None:
    page = own_grades_of(police=judging(JO="poor"), school=judging(JX="good"))
    assert rows(page, ".own-grades")[1][:2] == ["Smallshire Schools", "none"]
    assert items(page, ".in-words li") == ["Smallshire Police, 1 grade: the same in 1"]


def test_no_sum_of_own_grades_where_nobody_gave_one() -> None:
    page = own_grades_of(school=judging(JX="good"))
    assert items(page, ".own-grades thead th") == ["Agency", "All work"]
    assert items(page, ".in-words li") == []


def test_each_case_stands_by_how_far_it_is_from_the_panel() -> None:
    assert rows(OWN, "#cases-jo table") == [
        ["Smallshire Police", "·", "·", "B", "A C", "·"],
        ["Smallshire Schools", "·", "·", "A C", "·", "·"],
    ]


def test_who_judged_above_is_said_in_counts_where_there_are_few() -> None:
    assert items(OWN, "section .facts") == [
        "own grade above the panel's: 0 of 1 0 the same 1 below",
        "own grade above the panel's: 2 of 5 3 the same 0 below",
        "own grade above the panel's: 1 of 1 0 the same 0 below",
    ]


def test_a_case_shows_what_the_panel_gave_part_by_part() -> None:
    made = pages(bookof(JUDGED))
    assert items(made["audits/judged/cases/a.html"], ".verdict") == [
        "The partnership judged this work Poor",
        "Part by part: Plan Good Beside the agencies' own grades",
    ]


def test_the_public_edition_has_no_own_grades_and_the_same_comparison() -> None:
    public = pages(
        bookof(THEN, NOW, JUDGED, scales={"score": SCORE, "old": OLD_YES_NO}), Edition.PUBLIC
    )
    assert [uri for uri in public if "own-grades" in uri] == []
    assert items(public["audits/a30/then-and-now.html"], ".told") == items(THEN_AND_NOW, ".told")
