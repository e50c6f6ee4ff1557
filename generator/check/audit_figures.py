"""What the texts of each audit can refer to, worked out for those audits that need it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from generator.aggregate.binding import BoundFigure, Known, UnknownFigureError, bind, known_of
from generator.read.markdown import Bound
from generator.read.tree import Tree


def known_by_audit(tree: Tree) -> Callable[[str | None], Known]:
    """Gives what the texts of an audit can refer to; nothing for a file of no audit."""

    @cache
    def known(audit: str | None) -> Known:
        found = tree.library.audits.get(audit or "")
        return known_of(found, tree.library) if found else Known()

    return known


def figure_of(bound: Bound, known: Known) -> BoundFigure | None:
    """What a reference stands for; none where the rule figure-reference says that it is nothing."""
    try:
        return bind(bound, known)
    except UnknownFigureError:
        return None
