"""A line of the table: what was measured, its ratio, its goal, and the floor that it stands on."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One measured ratio."""

    what: str
    """What was measured, as `ours ÷ floor`."""
    ratio: float
    goal: float
    """The most that the ratio may be."""
    ours: str
    """What ours took, with its unit."""
    floor: str
    """What it is divided by, with its unit: no program could take less."""
    least: float = 0.0
    """The least that the ratio may be: less would be a fault of the measuring."""

    @property
    def is_met(self) -> bool:
        """Whether the goal is met."""
        return self.least <= self.ratio <= self.goal

    @property
    def shown(self) -> str:
        """The line as the table has it."""
        goal = f"{self.least:g} to {self.goal:g}" if self.least else f"≤ {self.goal:g}"
        met = "met" if self.is_met else "missed"
        return f"{self.ratio:8.2f}  {goal:>11}  {met:6}  {self.what}  ({self.ours} ÷ {self.floor})"


@dataclass(frozen=True)
class Untold:
    """A line that could not be measured, and why."""

    what: str
    why: str

    @property
    def shown(self) -> str:
        """The line as the table has it."""
        return f"{'?':>8}  {'':>11}  {'failed':6}  {self.what}: {self.why}"


def machine() -> str:
    """What the table was measured on."""
    return f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"


def table(lines: Sequence[Line | Untold]) -> str:
    """All lines below each other, and on what machine they were measured."""
    heading = f"{'ratio':>8}  {'goal':>11}  {'':6}  what"
    return "\n".join((f"On {machine()}:", heading, *(line.shown for line in lines)))
