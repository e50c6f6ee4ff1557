"""Whether a share meets the target that was set for it."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from generator.aggregate.figure import FEWEST_FOR_PERCENT
from generator.aggregate.printed_row import RowShare


class Standing(StrEnum):
    """Where a share stands beside its target."""

    MET = "target met"
    AMBER = "target missed, amber"
    MISSED = "target missed"
    TOO_FEW = "too few to tell"


def standing(share: RowShare, target: int, amber_from: int | None = None) -> Standing | None:
    """Where a share stands beside a target in per cent, before any rounding where counts are known.

    Of fewer than ten it says nothing; where the counts that fit stand on both sides, nothing too.
    """
    if share.base is not None and share.base < FEWEST_FOR_PERCENT:
        return Standing.TOO_FEW
    if share.range:
        said = {_of(Fraction(100 * one.count, one.base), target, amber_from) for one in share.range}
        return said.pop() if len(said) == 1 else Standing.TOO_FEW
    if share.percentage is None:
        return None
    return _of(Fraction(share.percentage), target, amber_from)


def _of(percent: Fraction, target: int, amber_from: int | None) -> Standing:
    if percent >= target:
        return Standing.MET
    is_amber = amber_from is not None and percent >= amber_from
    return Standing.AMBER if is_amber else Standing.MISSED
