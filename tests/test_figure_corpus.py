"""Sentences with figures, of made-up audits: wrong ones, right ones, unmarked ones, harmless ones.

The sentences stand in `tests/figures/corpus/`. Those of `tuned.yml` were written with the grammar;
the others were written by somebody who had not seen it, from what such reports say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from generator.aggregate.binding import AuditFigures
from generator.aggregate.printed_row import PrintedRow
from generator.aggregate.quoted import fault
from generator.aggregate.totals import Totals
from generator.check.rules.bare_figure import typed_in
from generator.model.nouns import RETURNS
from generator.model.published import PublishedFigure
from generator.model.registers import Scale
from generator.read.markdown import prose_of
from generator.read.stated import wholes_counted

CORPUS: Final = Path(__file__).parent / "figures" / "corpus"
FILES: Final = tuple(sorted(file.name for file in CORPUS.glob("*.yml")))
YEAR: Final = 2020
"""The year of every made-up audit."""

LEAST_WRONG_REFUSED: Final = Decimal("0.95")
MOST_RIGHT_REFUSED: Final = Decimal("0.02")
MOST_ALARMS: Final = Decimal(1) / 40
LEAST_BARE_SEEN: Final = Decimal("0.90")
"""A number alone, *four cases were judged*, has no base, and audits tell so on purpose."""


@dataclass(frozen=True)
class Sentence:
    """A sentence about a made-up audit, and what is to be said of it."""

    text: str
    kind: str
    figures: AuditFigures

    @property
    def said(self) -> list[str]:
        """Everything that is said against it."""
        refused = [why for one in prose_of(self.text).quotes if (why := fault(one, self.figures))]
        typed = [one.text for one in typed_in(self.text, self.figures)]
        cases = self.figures.totals.cases
        counted = [one.text for one in wholes_counted(self.text) if one.base != cases]
        return refused if self.kind in ("wrong", "right") else [*refused, *typed, *counted]


def _figures(context: dict[str, Any]) -> AuditFigures:
    rows, scales, tallies = {}, {}, {}
    for ref, row in (context.get("rows") or {}).items():
        scale = Scale(
            name=ref,
            kind="answers",
            values=tuple({"value": value} for value in row["scale"]),
            favourable=tuple(row.get("favourable", ())),
        )
        scales[ref] = scale
        figure = PublishedFigure.model_validate(
            {
                "counts": {answer: str(count) for answer, count in row.get("counts", {}).items()},
                "percentages": {
                    answer: str(share) for answer, share in row.get("percentages", {}).items()
                },
                **({"total": str(row["total"])} if "total" in row else {}),
            }
        )
        rows[ref] = PrintedRow(figure, scale, RETURNS)
        if tally := rows[ref].tally:
            tallies[ref] = tally
    counted = dict(context.get("counted") or {})
    if context.get("respondents"):
        counted["respondents"] = context["respondents"]
    return AuditFigures(
        tallies=tallies,
        rows=rows,
        scales=scales,
        year=YEAR,
        totals=Totals(
            cases=context.get("number_of_cases"),
            agencies=context.get("agencies"),
            returns=context.get("returns"),
            counted=counted,
        ),
        earlier={str(year): cases for year, cases in (context.get("earlier") or {}).items()},
    )


@cache
def sentences(name: str) -> tuple[Sentence, ...]:
    held = yaml.safe_load((CORPUS / name).read_text("utf-8"))
    contexts = {key: _figures(context) for key, context in held["contexts"].items()}
    return tuple(Sentence(one["text"], one["is"], contexts[one["in"]]) for one in held["sentences"])


def of_kind(name: str, kind: str) -> tuple[list[Sentence], list[Sentence]]:
    """Those of a kind of which something is said, and those of which nothing is."""
    found = [one for one in sentences(name) if one.kind == kind]
    said = [one for one in found if one.said]
    return said, [one for one in found if one not in said]


def scores(name: str) -> Iterator[str]:
    """How many of each kind something is said of, a line each."""
    for kind in ("wrong", "right", "bare", "harmless"):
        said, silent = of_kind(name, kind)
        yield f"{name}: {kind}: {len(said)} of {len(said) + len(silent)}"


def share(some: list[Sentence], others: list[Sentence]) -> Decimal:
    return Decimal(len(some)) / Decimal(len(some) + len(others))


@pytest.mark.parametrize("name", FILES)
def test_wrong_figures_are_refused(name: str) -> None:
    said, silent = of_kind(name, "wrong")
    assert share(said, silent) >= LEAST_WRONG_REFUSED, [one.text for one in silent]


@pytest.mark.parametrize("name", FILES)
def test_right_figures_are_not(name: str) -> None:
    said, silent = of_kind(name, "right")
    assert share(said, silent) <= MOST_RIGHT_REFUSED, [(one.text, one.said) for one in said]


@pytest.mark.parametrize("name", FILES)
def test_figures_without_a_mark_are_seen(name: str) -> None:
    said, silent = of_kind(name, "bare")
    assert share(said, silent) >= LEAST_BARE_SEEN, [one.text for one in silent]


@pytest.mark.parametrize("name", FILES)
def test_harmless_numbers_raise_no_alarm(name: str) -> None:
    said, silent = of_kind(name, "harmless")
    assert share(said, silent) <= MOST_ALARMS, [(one.text, one.said) for one in said]


if __name__ == "__main__":
    for each in FILES:
        print(*scores(each), sep="\n")
