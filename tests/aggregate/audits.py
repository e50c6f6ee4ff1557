"""The audits that aggregates are tested on: the small tree's, the real ones, and hand-made ones."""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.aggregate.printed_row import PrintedRow
from generator.aggregate.tally import Tally
from generator.model.audit import AuditFile
from generator.model.library import Audit, Library
from generator.model.nouns import RETURNS, Noun
from generator.model.published import PublishedFigure
from generator.read.tree import Tree, read_tree
from tests.sites import ROOT, SMALL


@cache
def small_tree() -> Tree:
    """The small tree."""
    return read_tree(SMALL / "audits")


@cache
def real_tree() -> Tree:
    """Everything under `audits/`."""
    return read_tree(ROOT / "audits")


def small() -> Library:
    """The library of the small tree."""
    return small_tree().library


def real() -> Library:
    """The library of the real data."""
    return real_tree().library


def audit(**fields: Any) -> Audit:
    """An audit that has what is given, and what every audit must have."""
    head = {"title": "Plans", "partnership": "smallshire", "themes": ("planning",)}
    head |= {"status": "published", "about": "Whether plans came in time."}
    names = AuditFile.model_fields
    given = AuditFile.model_validate(
        head | {name: value for name, value in fields.items() if name in names}
    )
    files = {"id": "made", **{name: value for name, value in fields.items() if name not in names}}
    return Audit.model_validate(dict(given) | files)


def row(**printed: Any) -> PrintedRow:
    """What a source printed on the small tree's scale of yes and no, in returns."""
    return PrintedRow(PublishedFigure(**printed), small().scales["yes-no"], RETURNS)


def yes_no(unit: Noun = RETURNS, **counts: int) -> Tally:
    """A tally on the small tree's scale of yes and no; `dont_know` and so on as keywords."""
    answers = {"dont_know": "don't know", "not_applicable": "not applicable"}
    return Tally(
        ("yes", "no"), ("yes",), unit, {answers.get(key, key): n for key, n in counts.items()}
    )


def grades(unit: Noun = RETURNS, **counts: int) -> Tally:
    """A tally on the small tree's scale of two grades."""
    return Tally(("good", "poor"), ("good",), unit, counts)
