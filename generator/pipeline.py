"""The whole flow on one screen: folder → tree → diagnostics → book → edition → pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.aggregate.book import book
from generator.check.all_rules import RULES, diagnose
from generator.diagnostics import Diagnostic, Severity
from generator.model.as_at import AsAt
from generator.model.edition import Edition
from generator.narrow import narrow
from generator.process import uncollected
from generator.read.tree import Tree, read_tree
from generator.render.page import Page
from generator.render.site import render


@dataclass(frozen=True)
class Checked:
    """A tree and everything that is wrong with it."""

    tree: Tree
    diagnostics: tuple[Diagnostic, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything keeps it from being published."""
        return any(fault.severity is Severity.ERROR for fault in self.diagnostics)


def check(audits: Path, as_at: AsAt) -> Checked:
    """Read and check the folder `audits`.

    `as_at` is the date that typed states of recommendations are held against.
    """
    with uncollected():
        tree = read_tree(audits)
        return Checked(tree, diagnose(tree, as_at))


def pages(checked: Checked, templates: Path, edition: Edition, as_at: date) -> Sequence[Page]:
    """The pages of an edition; raises ValueError for a tree with errors."""
    if checked.has_errors:
        raise ValueError("a tree with errors is not published")
    with uncollected():
        everything = book(checked.tree.library, as_at)
        return render(narrow(everything, edition), RULES.values(), templates)
