"""The rows of real audits, laid out as reports print them, are drafted as they were typed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence

import pytest

from generator.draft.asked import Asked, Entry, entries
from generator.draft.rows import Draft, drafted
from generator.draft.sheet import read_sheet
from generator.draft.values import Loc
from generator.model.library import Audit
from generator.model.published import PublishedFigure
from generator.read.tree import read_tree
from tests.sites import ROOT

Rows = list[list[str]]

LIBRARY = read_tree(ROOT / "audits").library
AUDITS = {
    audit.id: audit
    for audit in LIBRARY.audits.values()
    if audit.tool and audit.published and audit.published.figures
}


def cells(figure: PublishedFigure, answer: str) -> tuple[str, str]:
    """The count and the percentage of an answer, as they are printed beside each other."""
    share = figure.percentages.get(answer)
    return str(figure.counts.get(answer, "")), "" if share is None else f"{share}%"


def total(figure: PublishedFigure) -> str:
    return "" if figure.total is None else str(figure.total)


def side_by_side(rows: dict[Entry, PublishedFigure], answers: Sequence[str]) -> Rows:
    head = [word for answer in answers for word in (answer.capitalize(), "%")]
    lines = [["Ref", "Question", *head, "Total"]]
    for entry, figure in rows.items():
        beside = [cell for answer in answers for cell in cells(figure, answer)]
        lines.append([entry.ref, entry.text, *beside, total(figure)])
    return lines


def two_rows_of_headings(rows: dict[Entry, PublishedFigure], answers: Sequence[str]) -> Rows:
    _, *body = side_by_side(rows, answers)
    return [
        ["Table 1"],
        ["", "Question", *(word for answer in answers for word in (answer.upper(), "")), "Base"],
        ["", "", *(word for _ in answers for word in ("No.", "%")), ""],
        *body,
    ]


def in_one_cell(rows: dict[Entry, PublishedFigure], answers: Sequence[str]) -> Rows:
    def both(figure: PublishedFigure, answer: str) -> str:
        count, share = cells(figure, answer)
        return f"{count} ({share})" if count and share else count or share

    return [
        ["Question", *answers, "N"],
        *(
            [f"{entry.ref}. {entry.text}", *(both(figure, one) for one in answers), total(figure)]
            for entry, figure in rows.items()
        ),
    ]


def turned_round(rows: dict[Entry, PublishedFigure], answers: Sequence[str]) -> Rows:
    return [
        ["", *(word for entry in rows for word in (entry.ref, ""))],
        ["", *(word for _ in rows for word in ("Number", "Per cent"))],
        *(
            [answer, *(cell for figure in rows.values() for cell in cells(figure, answer))]
            for answer in answers
        ),
        ["Total", *(cell for figure in rows.values() for cell in (total(figure), ""))],
    ]


def values_of(figure: PublishedFigure) -> dict[Loc, str]:
    return {
        **{("counts", answer): str(count) for answer, count in figure.counts.items()},
        **{("percentages", answer): str(share) for answer, share in figure.percentages.items()},
        **({} if figure.total is None else {("total",): str(figure.total)}),
    }


def draft_of(table: Rows, audit: Audit) -> Draft:
    out = io.StringIO()
    csv.writer(out).writerows(table)
    asked = Asked(entries(audit.tool), LIBRARY.scales)
    return drafted(read_sheet(out.getvalue().encode()), asked, set())


@pytest.mark.parametrize("layout", [side_by_side, two_rows_of_headings, in_one_cell, turned_round])
@pytest.mark.parametrize("name", AUDITS)
def test_rows_are_drafted_as_they_were_typed(
    name: str, layout: Callable[[dict[Entry, PublishedFigure], Sequence[str]], Rows]
) -> None:
    audit = AUDITS[name]
    assert audit.published is not None
    of_ref = {entry.ref: entry for entry in entries(audit.tool)}
    typed = {of_ref[ref]: one for ref, one in audit.published.figures.items() if values_of(one)}
    answers = list(
        dict.fromkeys(a for one in typed.values() for a in (*one.counts, *one.percentages))
    )
    draft = draft_of(layout(typed, list(answers)), audit)
    assert {row.entry: row.values for row in draft.rows} == {
        entry: values_of(figure) for entry, figure in typed.items()
    }
