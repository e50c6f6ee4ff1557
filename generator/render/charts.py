"""The geometry of charts; templates draw them, with every number written in or beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.aggregate.scores import scores
from generator.aggregate.self_judgement import JudgedTwice
from generator.aggregate.tally import Tally
from generator.diagnostics.wording import counted
from generator.model.registers import Scale
from generator.render.page import case_name

WIDTH: Final = 240
HEIGHT: Final = 22
_NARROWEST_WITH_COUNT: Final = 18
_WIDTH_OF_A_SIGN: Final = 9
_LONGEST_IN_A_DOT: Final = 2
_APART: Final = 15
_MINUS: Final = "\N{MINUS SIGN}"
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
    words: str
    width: int
    height: int


def dot_plot(tally: Tally) -> DotPlot | None:
    """The scores of a tally on a scale of scores; none where there are none."""
    given = scores(tally)
    if not given:
        return None
    highest = int(tally.choices[0])
    lowest = int(tally.choices[-1])
    step = (WIDTH - 20) // max(1, highest - lowest)
    most = max(tally.counts.get(choice, 0) for choice in tally.choices)
    height = 12 * most + 24
    seen: dict[int, int] = {}
    dots = []
    for score in given.scores:
        seen[score] = seen.get(score, 0) + 1
        dots.append(Dot(score, 10 + step * (score - lowest), height - 18 - 12 * seen[score] + 6))
    ticks = tuple((score, 10 + step * (score - lowest)) for score in range(lowest, highest + 1))
    words = f"{counted(len(dots), 'score')}, {given.spread}"
    if given.scores[0] != given.scores[-1]:
        words += f"; {given.middle} in the middle"
    return DotPlot(tuple(dots), ticks, words, WIDTH, height)


@dataclass(frozen=True)
class ShareDot:
    """A percentage as a dot on a line from 0 to 100."""

    written: str
    x: int
    text_x: int
    """Where the percentage is written, so that it stays within the chart."""


@dataclass(frozen=True)
class TwoShares:
    """A share then and now on one line from 0 to 100; nothing joins the two."""

    then: ShareDot
    now: ShareDot
    ticks: tuple[tuple[int, int], ...]
    """Percentages with where they stand."""
    words: str
    width: int = WIDTH
    height: int = 54


def two_shares(then: Decimal, now: Decimal) -> TwoShares:
    """Two percentages, each as it is written elsewhere on the page."""
    ticks = tuple((percent, _on_line(Decimal(percent))) for percent in (0, 50, 100))
    return TwoShares(_share_dot(then), _share_dot(now), ticks, f"then {then}%, now {now}%")


def _share_dot(percent: Decimal) -> ShareDot:
    x = _on_line(percent)
    return ShareDot(f"{percent}%", x, min(max(x, 30), WIDTH - 30))


def _on_line(percent: Decimal) -> int:
    return 12 + int((WIDTH - 24) * min(percent, Decimal(100)) / 100)


@dataclass(frozen=True)
class Mark:
    """One case on the line of steps."""

    steps: int
    name: str
    """What it is called in the chart: a letter or two, or nothing."""
    words: str
    x: int
    y: int


@dataclass(frozen=True)
class StepPlot:
    """How far each judgement lies from the panel's: nought in the middle, above to the right."""

    marks: tuple[Mark, ...]
    ticks: tuple[tuple[str, int], ...]
    """The steps as they are written, with where they stand."""
    middle: int
    words: str
    width: int
    height: int


def step_plot(judged: Sequence[JudgedTwice], reach: int) -> StepPlot:
    """A dot for each judgement of one agency, on a line of `reach` steps to either side."""
    step = (WIDTH - 60) // (2 * reach)
    side_by_side = min(3, max(1, step // _APART))
    middle = WIDTH // 2
    by_steps: dict[int, list[JudgedTwice]] = {}
    for one in judged:
        by_steps.setdefault(one.steps, []).append(one)
    rows = max(-(-len(same) // side_by_side) for same in by_steps.values())
    height = _APART * rows + 22
    marks = []
    for steps, same in by_steps.items():
        for at, one in enumerate(same):
            row, place = divmod(at, side_by_side)
            in_row = min(side_by_side, len(same) - row * side_by_side)
            marks.append(
                Mark(
                    steps=steps,
                    name=one.case.upper() if len(one.case) <= _LONGEST_IN_A_DOT else "",
                    words=f"{case_name(one.case)}: {one.own}, panel {one.panel}",
                    x=middle + step * steps + _APART * (2 * place - in_row + 1) // 2,
                    y=height - 11 - _APART * (row + 1),
                )
            )
    ticks = tuple(
        (f"{steps:+d}".replace("-", _MINUS) if steps else "0", middle + step * steps)
        for steps in range(-reach, reach + 1)
    )
    words = "; ".join(f"{case_name(one.case)} {_steps_words(one.steps)}" for one in judged)
    return StepPlot(tuple(marks), ticks, middle, words, WIDTH, height)


def _steps_words(steps: int) -> str:
    if not steps:
        return "the same"
    return f"{abs(steps)} {'above' if steps > 0 else 'below'}"
