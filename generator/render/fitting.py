"""What fits on a sheet of paper: in its order, whole or not at all, and how much is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.sheet import LINE, lines_of

BETWEEN: Final = 0.25
"""The room between two points of a list, in lines."""


@dataclass(frozen=True)
class Point:
    """A text of an audit, and where it stands in it."""

    text: str
    uri: str = ""


@dataclass(frozen=True)
class Fitted:
    """What of some points fits."""

    shown: tuple[Point, ...]
    left: tuple[Point, ...]


def needed(points: Iterable[Point], line: int = LINE) -> float:
    """How many lines points take one below the other."""
    return sum(lines_of(point.text, line) + BETWEEN for point in points)


def fitted(points: Sequence[Point], room: float, line: int = LINE) -> Fitted:
    """In their order, each point for which `room`, in lines, is left.

    >>> short, long = Point("Ask."), Point("Ask again. " * 40)
    >>> fitted([short, long, short], 3) == Fitted(shown=(short, short), left=(long,))
    True
    """
    shown, left = [], []
    for point in points:
        takes = needed([point], line)
        if takes <= room:
            shown.append(point)
            room -= takes
        else:
            left.append(point)
    return Fitted(tuple(shown), tuple(left))


def shared_out(wanted: Sequence[tuple[float, float]], room: float) -> tuple[float, ...]:
    """How much of `room` each part gets that wants so much, and of it so much at the least.

    What is over goes to those who want more, the first ones first.

    >>> shared_out([(4, 6), (20, 5), (9, 5)], 20)
    (4, 11, 5)
    """
    shares = [min(wants, least) for wants, least in wanted]
    over = room - sum(shares)
    for at, (wants, _) in enumerate(wanted):
        more = max(0, min(wants - shares[at], over))
        shares[at] += more
        over -= more
    return tuple(shares)
