"""What is known of a printed row: nothing that was not printed, and all that follows from it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.aggregate.joined import answers_joined
from generator.aggregate.possible import as_printed
from generator.aggregate.printed_row import Basis, PrintedRow
from generator.aggregate.row_verdict import checked, faults
from generator.aggregate.target import Standing, standing
from generator.model.nouns import CASES
from generator.model.published import PublishedFigure
from generator.model.registers import Scale, ScaleKind, ScaleValue

GRADES = ("outstanding", "good", "requires improvement", "inadequate")


def scale(*values: str, favourable: tuple[str, ...] = (), kind: str = "grades") -> Scale:
    return Scale(
        name="A scale",
        kind=ScaleKind(kind),
        values=tuple(ScaleValue(value=value) for value in values),
        favourable=favourable,
    )


YES_NO = scale("yes", "no", favourable=("yes",), kind="answers")
OFSTED = scale(*GRADES, favourable=GRADES[:2])
MARKS = scale("bruises", "bites", "burns", "cuts", kind="answers")


def row(on: Scale = YES_NO, whole: int | None = 20, **printed: Any) -> PrintedRow:
    """A row of an audit of twenty cases, as its file types it."""
    return PrintedRow(PublishedFigure.model_validate(printed), on, CASES, whole)


def known(of: PrintedRow) -> dict[str, str]:
    """What is known of each answer, in words."""
    return {
        cell.answer: f"{cell.percentage}% {cell.words}" if cell.percentage else cell.words
        for cell in of.cells
    }


@pytest.mark.parametrize(
    ("of", "cells", "share", "basis"),
    [
        # One answer alone: of how many, nobody knows.
        (row(counts={"yes": 11}), {"yes": "11", "no": "not printed"}, "", Basis.NONE),
        (
            row(OFSTED, counts={"inadequate": 1}),
            {**dict.fromkeys(GRADES, "not printed"), "inadequate": "1"},
            "",
            Basis.NONE,
        ),
        (
            row(counts={"yes": 5}, total=19),
            {"yes": "5", "no": "not printed"},
            "26% (5 of 19 cases)",
            Basis.TOTAL,
        ),
        (
            row(counts={"yes": 11}, percentages={"yes": "55"}),
            {"yes": "55% 11", "no": "not printed"},
            "55% (11 of 20 cases)",
            Basis.PERCENTAGE,
        ),
        # Those that come to the total leave none for the others.
        (
            row(OFSTED, counts={"outstanding": 14, "good": 5, "requires improvement": 1}, total=20),
            {"outstanding": "14", "good": "5", "requires improvement": "1", "inadequate": "0"},
            "95% (19 of 20 cases)",
            Basis.ROW,
        ),
        (
            row(counts={"yes": 10, "no": 4, "not applicable": 6}, total=20),
            {"yes": "10", "no": "4", "not applicable": "6"},
            "71% (10 of 14 cases)",
            Basis.ROW,
        ),
        # A suppressed cell is never worked out, although the total would give it away.
        (
            row(counts={"yes": "<5", "no": 16}, total=20),
            {"yes": "<5", "no": "16"},
            "",
            Basis.TOTAL,
        ),
        (
            row(counts={"yes": 16, "no": "*"}, total=20),
            {"yes": "16", "no": "*"},
            "80% (16 of 20 cases)",
            Basis.TOTAL,
        ),
        # A typed base counts.
        (
            row(whole=26, percentages={"yes": "88"}, total=26),
            {"yes": "88% 23", "no": "not printed"},
            "88% (23 of 26 cases)",
            Basis.TOTAL,
        ),
        (
            row(whole=555, percentages={"yes": "45"}, total=555),
            {"yes": "45% 247 to 252", "no": "not printed"},
            "45% (247 to 252 of 555 cases)",
            Basis.TOTAL,
        ),
        (
            row(percentages={"yes": "75"}, total=8),
            {"yes": "75% 6", "no": "not printed"},
            "6 of 8 cases",
            Basis.TOTAL,
        ),
        (
            row(whole=None, percentages={"yes": "88"}),
            {"yes": "88% not printed", "no": "not printed"},
            "88%, not printed out of how many",
            Basis.NONE,
        ),
        # Answers that are told together.
        (
            row(OFSTED, percentages={"outstanding": "70", "good": "25"}, total=20),
            {
                "outstanding": "70% 14",
                "good": "25% 5",
                "requires improvement": "not printed",
                "inadequate": "not printed",
            },
            "95% (19 of 20 cases)",
            Basis.TOTAL,
        ),
        (
            row(OFSTED, joined={"good or better": "60"}, total=20),
            dict.fromkeys(GRADES, "not printed"),
            "60% (12 of 20 cases)",
            Basis.TOTAL,
        ),
    ],
)
def test_what_is_known(of: PrintedRow, cells: dict[str, str], share: str, basis: Basis) -> None:
    assert (known(of), of.share.words if of.share else "", of.basis) == (cells, share, basis)
    assert faults(of) == ()


@pytest.mark.parametrize(
    ("of", "said"),
    [
        (row(counts={"yes": 25}, total=20), ["yes 25 is more than the total, 20"]),
        (row(counts={"yes": 12, "no": 7}, total=20), ["yes 12 + no 7 is 19, printed as 20"]),
        (
            row(counts={"yes": 10, "no": 4, "not applicable": 5}, total=20),
            ["yes 10 + no 4 is 14, printed as 20"],
        ),
        (
            row(counts={"yes": 11}, percentages={"yes": "60"}, total=20),
            ["yes: 11 of 20 is 55%, printed as 60%"],
        ),
        (
            row(
                counts={"yes": 10, "no": 4, "not applicable": 6},
                percentages={"yes": "52"},
                total=20,
            ),
            ["yes: 10 of 14 is 71%, printed as 52%"],
        ),
        (
            row(counts={"yes": 11}, percentages={"yes": "60"}),
            ["no number of cases up to 20 gives 11 as 60%"],
        ),
        (
            row(OFSTED, counts={"inadequate": 15}, percentages={"good": "42"}, whole=24),
            ["15 and 42% of cases: no whole numbers of 24 give them together"],
        ),
        (
            row(percentages={"yes": "13"}, total=20),
            ["13% of cases: no whole number of 20 gives it; 2 is 10% and 3 is 15%"],
        ),
        (
            row(OFSTED, joined={"good or better": "62"}, total=20),
            [
                "good or better: 62% of cases: no whole number of 20 gives it; 12 is 60% and "
                "13 is 65%"
            ],
        ),
    ],
)
def test_what_cannot_be(of: PrintedRow, said: list[str]) -> None:
    assert [fault.what for fault in faults(of)] == said


def test_a_part_of_the_cases_accuses_nobody() -> None:
    assert faults(row(percentages={"no": "8"}, total=12)) == ()


def test_two_figures_without_a_base_fit_one_together() -> None:
    of = row(OFSTED, None, counts={"inadequate": 1}, percentages={"good": "42"})
    assert faults(of) == ()


def test_percentages_of_all_with_not_applicable_are_of_the_total() -> None:
    of = row(
        counts={"yes": 10, "no": 4, "not applicable": 6},
        percentages={"yes": "50", "no": "20", "not applicable": "30"},
        total=20,
    )
    assert (faults(of), of.holds, of.base, of.base_of_percentages) == (
        (),
        ("not applicable",),
        14,
        20,
    )


def test_a_list_of_which_several_can_be_ticked_adds_up_to_nothing() -> None:
    of = row(MARKS, 555, percentages={"bruises": "85", "bites": "14", "burns": "15", "cuts": "27"})
    assert (of.are_several, faults(of), of.tally, of.share) == (True, (), None, None)


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        ("good or better", GRADES[:2]),
        ("At least good", GRADES[:2]),
        ("less than good", GRADES[2:]),
        ("requires improvement or worse", GRADES[2:]),
        ("good or outstanding", GRADES[:2]),
        ("outstanding, good", GRADES[:2]),
        ("good", ("good",)),
        ("splendid or better", None),
        ("less than inadequate", None),
    ],
)
def test_answers_told_together(words: str, answers: tuple[str, ...] | None) -> None:
    assert answers_joined(words, OFSTED) == answers


@pytest.mark.parametrize(
    ("of", "target", "amber", "said"),
    [
        (row(counts={"yes": 12, "no": 8}), 95, None, Standing.MISSED),
        (row(counts={"yes": 12, "no": 8}), 60, None, Standing.MET),
        (row(counts={"yes": 15, "no": 5}), 90, 70, Standing.AMBER),
        (row(counts={"yes": 5, "no": 4}), 50, None, Standing.TOO_FEW),
        # 89.5% is shown as 90% and does not meet 90.
        (row(counts={"yes": 179, "no": 21}), 90, None, Standing.MISSED),
        (row(whole=555, percentages={"yes": "45"}, total=555), 45, None, Standing.TOO_FEW),
        (row(whole=None, percentages={"yes": "88"}), 85, None, Standing.MET),
    ],
)
def test_targets(of: PrintedRow, target: int, amber: int | None, said: Standing) -> None:
    assert of.share
    assert standing(of.share, target, amber) is said


def test_what_a_row_was_checked_against() -> None:
    assert checked(row(counts={"yes": 11})).words == (
        "Not tested: the counts, since no total was printed."
    )
    assert checked(row(percentages={"yes": "70"}, total=20)).words == (
        "Checked: 1 percentage against whole numbers of 20; the base against the audit's 20 cases."
    )


@given(
    counts=st.dictionaries(st.sampled_from(GRADES), st.integers(0, 40), min_size=1),
    more=st.integers(0, 20),
)
def test_no_nought_is_made_up(counts: dict[str, int], more: int) -> None:
    """Whatever part of a row is printed, nothing is known but that part and what follows."""
    total = sum(counts.values()) + more
    for of in (row(OFSTED, None, counts=counts), row(OFSTED, None, counts=counts, total=total)):
        for cell in of.cells:
            if cell.answer not in counts:
                follows = of.total is not None and more == 0
                assert cell.words == ("0" if follows else "not printed")


@given(base=st.integers(1, 300), count=st.integers(0, 300), places=st.integers(0, 2))
def test_a_printed_percentage_of_a_base_holds_the_count_that_it_was_made_of(
    base: int, count: int, places: int
) -> None:
    count = min(count, base)
    printed = as_printed(count, base, places)
    of = row(whole=None, percentages={"yes": Decimal(printed)}, total=base)
    cell = of.cell("yes")
    assert cell is not None
    assert cell.fewest is not None
    assert cell.most is not None
    assert cell.fewest <= count <= cell.most
    assert faults(of) == ()
