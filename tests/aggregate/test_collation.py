from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.aggregate.collation import By, Row, Source, collate
from generator.aggregate.results import tallies
from generator.model.published import Published
from tests.aggregate.audits import audit, real, small
from tests.sites import EXAMPLE, REAL

OF_RETURNS = (By.QUESTION, By.AGENCY, By.CASE)
LABELS = {"R1": "Plan came in time", "R2": "Plan was shared"}


def row(ref: str, answer: str, count: int, base: int, percent: int | None = None) -> Row:
    """A row of the small tree; by agency or case, `ref` starts with it: `police R1`."""
    group, _, ref = ref.rpartition(" ")
    in_base = answer in ("yes", "no")
    return Row(group, "plan", ref, LABELS[ref], answer, count, base, percent, in_base)


def test_by_question() -> None:
    assert collate(small().audits["small"], small()) == (
        row("R1", "yes", 2, 4),
        row("R1", "no", 2, 4),
        row("R1", "don't know", 0, 4),
        row("R1", "not applicable", 0, 4),
        row("R1", "blank", 0, 4),
        row("R2", "yes", 2, 2),
        row("R2", "no", 0, 2),
        row("R2", "don't know", 2, 2),
        row("R2", "not applicable", 0, 2),
        row("R2", "blank", 0, 2),
    )


def outside(ref: str, base: int, dont_know: int = 0) -> tuple[Row, ...]:
    return (
        row(ref, "don't know", dont_know, base),
        row(ref, "not applicable", 0, base),
        row(ref, "blank", 0, base),
    )


def test_by_agency() -> None:
    assert collate(small().audits["small"], small(), By.AGENCY) == (
        row("police R1", "yes", 0, 2),
        row("police R1", "no", 2, 2),
        *outside("police R1", 2),
        row("police R2", "yes", 2, 2),
        row("police R2", "no", 0, 2),
        *outside("police R2", 2),
        row("school R1", "yes", 2, 2),
        row("school R1", "no", 0, 2),
        *outside("school R1", 2),
        row("school R2", "yes", 0, 0),
        row("school R2", "no", 0, 0),
        *outside("school R2", 0, dont_know=2),
    )


def test_by_case() -> None:
    assert collate(small().audits["small"], small(), By.CASE) == tuple(
        one
        for case in "ab"
        for one in (
            row(f"{case} R1", "yes", 1, 2),
            row(f"{case} R1", "no", 1, 2),
            *outside(f"{case} R1", 2),
            row(f"{case} R2", "yes", 1, 1),
            row(f"{case} R2", "no", 0, 1),
            *outside(f"{case} R2", 1, dont_know=1),
        )
    )


def test_printed_figures_have_no_rows_for_what_was_not_printed_and_halves_round_up() -> None:
    assert collate(small().audits["printed"], small()) == tuple(
        replace(one, source=Source.PRINTED)
        for one in (
            row("R1", "yes", 23, 28, 82),
            row("R1", "no", 5, 28, 18),
            row("R2", "yes", 33, 40, 83),
            row("R2", "no", 7, 40, 18),
        )
    )


@pytest.mark.parametrize("by", [By.AGENCY, By.CASE])
def test_printed_figures_cannot_be_split(by: By) -> None:
    assert collate(small().audits["printed"], small(), by) == ()


def test_audit_without_answers_has_no_rows() -> None:
    assert collate(audit(), small()) == ()


def test_2016_has_two_rows_a_reported_question() -> None:
    rows = collate(real().audits[REAL], real())
    assert (len(rows), len({one.ref for one in rows}), {one.in_base for one in rows}) == (
        96,
        48,
        {True},
    )


@pytest.mark.parametrize("by", OF_RETURNS)
def test_counts_of_the_rows_add_up_to_the_tallies(by: By) -> None:
    example = real().audits[EXAMPLE]
    counted: dict[tuple[str, str], int] = {}
    for one in collate(example, real(), by):
        counted[one.ref, one.answer] = counted.get((one.ref, one.answer), 0) + int(one.count or 0)
    whole = tallies(example, real())
    assert counted == {(ref, answer): whole[ref][answer] for ref, answer in counted}
    assert sum(counted.values()) == sum(tally.asked for tally in whole.values())


@pytest.mark.parametrize("by", OF_RETURNS)
def test_counts_in_the_base_add_up_to_it(by: By) -> None:
    groups: dict[tuple[str, str, int | None], int] = {}
    for one in collate(real().audits[EXAMPLE], real(), by):
        key = (one.group, one.ref, one.base)
        groups[key] = groups.get(key, 0) + (int(one.count or 0) if one.in_base else 0)
    assert {key: count for key, count in groups.items() if key[2] != count} == {}


PRINTED = {
    "source": "Table 1",
    "unit": "cases",
    "figures": {
        "R1": {
            "counts": {"yes": 11, "no": 9},
            "by": {"locality": {"north": {"counts": {"yes": 7}, "total": 11}}},
            "earlier": {"2018": {"percentages": {"yes": 60}, "total": 15}},
        },
        "R2": {"mean": 6.4, "lowest": 2, "total": 24},
    },
}


def printed(by: By) -> tuple[Row, ...]:
    """The rows of an audit of the small tree with those figures."""
    published = Published.model_validate(PRINTED)
    whole = small().audits["printed"].model_copy(update={"published": published})
    return collate(whole, small(), by)


def test_groups_of_a_printed_table() -> None:
    north = ("locality: north", "plan", "R1", LABELS["R1"])
    assert printed(By.GROUP) == (Row(*north, "yes", 7, 11, None, True, Source.PRINTED),)


def test_other_years_of_a_printed_table() -> None:
    before = ("2018", "plan", "R1", LABELS["R1"])
    assert printed(By.YEAR) == (Row(*before, "yes", 9, 15, Decimal(60), True, Source.WORKED_OUT),)


def test_scores_of_a_printed_table() -> None:
    of = ("", "plan", "R2", LABELS["R2"])
    assert [one for one in printed(By.QUESTION) if one.ref == "R2"] == [
        Row(*of, "mean", None, 24, None, True, Source.PRINTED, Decimal("6.4")),
        Row(*of, "lowest", None, 24, None, True, Source.PRINTED, Decimal(2)),
    ]
