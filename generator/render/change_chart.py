"""Shares then and now: one dot plot of many questions, with how far each difference is known.

The geometry is of one row; rows stand below each other on one measure, from 0 to 100.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.aggregate.comparison import Verdict
from generator.aggregate.interval import Interval
from generator.render.chart_titles import rose_and_fell

WIDTH: Final = 240
HEIGHT: Final = 20
_MARGIN: Final = 8
_PLACES: Final = Decimal("0.1")


@dataclass(frozen=True)
class Change:
    """A share then and now on a line from 0 to 100."""

    then: Decimal
    now: Decimal
    """Where the two stand."""
    start: Decimal | None
    end: Decimal | None
    """From where to where *now* may lie beside *then*; none where that cannot be told."""
    points: str
    """From how many percentage points to how many the difference may be; empty as the bar is."""
    words: str
    """What it shows, for who cannot see it."""
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def reach(self) -> Decimal | None:
        """How long the bar of the range is."""
        return None if self.start is None or self.end is None else self.end - self.start

    @property
    def middle(self) -> int:
        """The height at which everything stands."""
        return self.height // 2


def change(then: Decimal, now: Decimal, interval: Interval | None) -> Change:
    """Two percentages, and the limits of their difference, cut off where no share can be.

    The bar lies around `now`, as far from `then` as the difference may be small or large: where it
    covers `then`, the range goes from worse to better.
    """
    start = end = None
    points, words = "", f"then {then}%, now {now}%"
    if interval:
        start, end = (_on_line(then + 100 * limit) for limit in (interval.low, interval.high))
        low, high = interval.points
        points = f"{_signed(low)} to {_signed(high)} points"
        words += f"; {points}"
    return Change(_on_line(then), _on_line(now), start, end, points, words)


@dataclass(frozen=True)
class ChangeRow:
    """A question that two audits asked, with its share in each."""

    ref: str
    label: str
    question: str
    """The address where more is said of it."""
    before: str
    """In which earlier audit, where the chart has several; empty where it has one."""
    then: str
    now: str
    """Both figures, each with its base."""
    verdict: Verdict
    change: Change

    @property
    def look(self) -> str:
        """The name of the verdict's style."""
        return verdict_look(self.verdict)


@dataclass(frozen=True)
class ChangeChart:
    """All questions that two audits asked and that have a share in both."""

    rows: tuple[ChangeRow, ...]

    @property
    def title(self) -> str:
        """What the chart shows."""
        asked_once = len({row.ref for row in self.rows}) == len(self.rows)
        of = "question" if asked_once else "comparison"
        return rose_and_fell([row.verdict for row in self.rows], of)

    @property
    def ticks(self) -> tuple[tuple[int, Decimal], ...]:
        """Percentages with where they stand."""
        return tuple((percent, _on_line(Decimal(percent))) for percent in (0, 50, 100))

    @property
    def sample(self) -> Change:
        """What the key explains."""
        limits = Interval(low=Decimal("0.15"), high=Decimal("0.55"))
        return change(Decimal(35), Decimal(70), limits)


def verdict_look(verdict: Verdict) -> str:
    """The name of the style that a verdict has."""
    return f"verdict-{verdict.name.lower().replace('_', '-')}"


def change_chart(rows: Iterable[ChangeRow]) -> ChangeChart | None:
    """The chart, those first whose share rose or fell; none where nothing can be drawn."""
    order = (Verdict.BETTER, Verdict.WORSE)
    sorted_ = sorted(rows, key=lambda row: order.index(row.verdict) if row.verdict in order else 2)
    return ChangeChart(tuple(sorted_)) if sorted_ else None


def _on_line(percent: Decimal) -> Decimal:
    within = min(max(percent, Decimal(0)), Decimal(100))
    return (_MARGIN + (WIDTH - 2 * _MARGIN) * within / 100).quantize(_PLACES)


def _signed(points: int) -> str:
    return f"{points:+}".replace("-", "\u2212")
