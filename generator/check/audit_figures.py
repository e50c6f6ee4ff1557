"""The figures that the texts of each audit can refer to, for those audits that need them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from generator.aggregate.binding import (
    AuditFigures,
    BoundFigure,
    UnknownFigureError,
    bind,
    figures_of,
)
from generator.read.markdown import Bound
from generator.read.tree import Tree


def figures_by_audit(tree: Tree) -> Callable[[str | None], AuditFigures]:
    """Gives the figures that the texts of an audit can refer to; none for a file of no audit."""

    @cache
    def figures(audit: str | None) -> AuditFigures:
        found = tree.library.audits.get(audit or "")
        return figures_of(found, tree.library) if found else AuditFigures()

    return figures


def figure_of(bound: Bound, figures: AuditFigures) -> BoundFigure | None:
    """What a reference stands for; none where the rule figure-reference says that it is nothing."""
    try:
        return bind(bound, figures)
    except UnknownFigureError:
        return None
