"""The geometry of charts; templates draw them, with every number written in or beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.aggregate.tally import Tally
from generator.model.registers import Scale

WIDTH: Final = 240
HEIGHT: Final = 22
_NARROWEST_WITH_COUNT: Final = 18
_WIDTH_OF_A_SIGN: Final = 9
_TONES: Final = {1: (1,), 2: (1, 5), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}


@dataclass(frozen=True)
class Segment:
    """A part of a stacked bar."""

    label: str
    written: str
    """The count or the printed percentage that is written into it."""
    x: int
    width: int
    tone: int
    """From 1 for the best value of the scale to 5 for the worst; the style sheet colours it."""

    @property
    def middle(self) -> int:
        """Where it is written."""
        return self.x + self.width // 2

    @property
    def has_room(self) -> bool:
        """Whether that fits into it."""
        return self.width >= max(_NARROWEST_WITH_COUNT, _WIDTH_OF_A_SIGN * len(self.written))


@dataclass(frozen=True)
class StackedBar:
    """The answers to one question as a bar, best first."""

    segments: tuple[Segment, ...]
    words: str
    """What it shows, for who cannot see it."""
    width: int = WIDTH
    height: int = HEIGHT


def stacked_bar(tally: Tally, scale: Scale) -> StackedBar | None:
    """A bar of the answers in the base; none where nobody gave one."""
    if not tally.base:
        return None
    tones = tone_of(scale)
    segments = []
    before = 0
    for choice in tally.choices:
        count = tally[choice]
        x, end = (WIDTH * upto // tally.base for upto in (before, before + count))
        if count:
            segments.append(Segment(scale.shown(choice), str(count), x, end - x, tones[choice]))
        before += count
    return _bar(segments)


def printed_bar(shares: Mapping[str, Decimal], scale: Scale) -> StackedBar:
    """A bar of percentages of which no counts are known; what is not printed stays empty."""
    tones = tone_of(scale)
    segments = []
    x = 0
    for choice in scale.choices:
        if choice in shares:
            width = int(WIDTH * min(shares[choice], Decimal(100)) / 100)
            written = f"{shares[choice]}%"
            segments.append(Segment(scale.shown(choice), written, x, width, tones[choice]))
            x += width
    return _bar(segments)


def _bar(segments: Sequence[Segment]) -> StackedBar:
    words = ", ".join(f"{one.written} {one.label.lower()}" for one in segments)
    return StackedBar(tuple(segments), words)


def tone_of(scale: Scale) -> dict[str, int]:
    """The tone of each value of a scale."""
    choices = scale.choices
    if len(choices) in _TONES:
        return dict(zip(choices, _TONES[len(choices)], strict=True))
    last = max(1, len(choices) - 1)
    return {choice: 1 + 4 * index // last for index, choice in enumerate(choices)}


@dataclass(frozen=True)
class Dot:
    """One score."""

    score: int
    x: int
    y: int


@dataclass(frozen=True)
class DotPlot:
    """Every score as a dot, stacked where several are the same."""

    dots: tuple[Dot, ...]
    ticks: tuple[tuple[int, int], ...]
    """The scores of the scale with where they stand."""
    middle: str
    """The score in the middle."""
    words: str
    width: int
    height: int


def dot_plot(tally: Tally) -> DotPlot | None:
    """The scores of a tally on a scale of scores; none where there are none."""
    scores = sorted(int(choice) for choice in tally.choices for _ in range(tally[choice]))
    if not scores:
        return None
    highest = int(tally.choices[0])
    lowest = int(tally.choices[-1])
    step = (WIDTH - 20) // max(1, highest - lowest)
    most = max(tally.counts.get(choice, 0) for choice in tally.choices)
    height = 12 * most + 24
    seen: dict[int, int] = {}
    dots = []
    for score in scores:
        seen[score] = seen.get(score, 0) + 1
        dots.append(Dot(score, 10 + step * (score - lowest), height - 18 - 12 * seen[score] + 6))
    ticks = tuple((score, 10 + step * (score - lowest)) for score in range(lowest, highest + 1))
    middle = _middle(scores)
    words = f"{len(scores)} scores from {scores[0]} to {scores[-1]}, {middle} in the middle"
    return DotPlot(tuple(dots), ticks, middle, words, WIDTH, height)


def _middle(scores: list[int]) -> str:
    """The median, exactly."""
    half = len(scores) // 2
    if len(scores) % 2:
        return str(scores[half])
    twice = scores[half - 1] + scores[half]
    return str(twice // 2) if twice % 2 == 0 else f"{twice // 2}.5"
