"""The geometry of charts; templates draw them, with every number written in or beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from generator.aggregate.printed_row import Cell, PrintedRow
from generator.aggregate.scores import scores
from generator.aggregate.self_judgement import Leaning
from generator.aggregate.shown import ShownRow
from generator.aggregate.tally import Tally
from generator.diagnostics.wording import counted
from generator.model.registers import Scale, ScaleKind

WIDTH: Final = 240
HEIGHT: Final = 22
_NARROWEST_WITH_COUNT: Final = 18
_WIDTH_OF_A_SIGN: Final = 9
_BLOCK: Final = 10
_GAP: Final = 1
_STEP: Final = 6
_FEWEST_STEPS: Final = 2
_TONES: Final[dict[int, tuple[str, ...]]] = {
    1: ("1",),
    2: ("1", "5"),
    3: ("1", "3", "5"),
    4: ("1", "2", "4", "5"),
    5: ("1", "2", "3", "4", "5"),
    6: ("1", "2", "2 hatched", "4", "4 hatched", "5"),
    7: ("1", "2", "2 hatched", "3", "4", "4 hatched", "5"),
    8: ("1", "1 hatched", "2", "2 hatched", "4", "4 hatched", "5", "5 hatched"),
}
"""The looks of a scale's values, by how many there are; hatched where two share a colour."""


@dataclass(frozen=True)
class Segment:
    """A part of a stacked bar."""

    label: str
    written: str
    """The count or the printed percentage that is written into it."""
    x: int
    width: int
    tone: str
    """From 1 for the best value of the scale to 5 for the worst, hatched where two share a colour;
    the style sheet draws it."""

    @property
    def middle(self) -> int:
        """Where it is written."""
        return self.x + self.width // 2

    @property
    def hatching(self) -> str:
        """The lines across it that tell it from one of the same colour, as an SVG path."""
        if not self.tone.endswith("hatched"):
            return ""
        return "".join(f"M{x} 0v{HEIGHT}" for x in range(self.x + 3, self.x + self.width, 6))

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


def shown_bar(row: ShownRow, scale: Scale) -> StackedBar | None:
    """A bar of rounded counts; none where not all of them are told."""
    if not row.counts:
        return None
    return stacked_bar(Tally.of(scale, dict(row.counts), row.unit), scale)


def own_bars(cells: Iterable[Cell], scale: Scale, base: int | None) -> tuple[StackedBar, ...]:
    """A bar for each answer, where several could be ticked: each is a share of its own."""
    tones = tone_of(scale)
    bars = []
    for cell in cells:
        share = cell.percentage
        if share is None and cell.count is not None and base:
            share = Decimal(100 * cell.count) / base
        if share is not None and cell.answer in tones:
            written = f"{cell.percentage}%" if cell.percentage is not None else str(cell.count)
            width = int(WIDTH * min(share, Decimal(100)) / 100)
            bars.append(
                _bar([Segment(scale.shown(cell.answer), written, 0, width, tones[cell.answer])])
            )
    return tuple(bars)


def row_bar(row: PrintedRow) -> StackedBar | None:
    """A bar of what is known of a row's answers; what is not printed stays empty."""
    shares = {
        cell.answer: Decimal(100 * cell.count) / row.base
        for cell in row.cells
        if cell.count is not None and row.base and cell.answer in row.scale.choices
    }
    written = {cell.answer: cell.words for cell in row.cells}
    for cell in row.cells:
        if cell.percentage is not None and cell.answer in row.scale.choices:
            shares[cell.answer] = cell.percentage
            written[cell.answer] = f"{cell.percentage}%"
    tones, segments, x = tone_of(row.scale), [], 0
    for choice in row.scale.choices:
        if choice in shares:
            width = min(int(WIDTH * min(shares[choice], Decimal(100)) / 100), WIDTH - x)
            segments.append(
                Segment(row.scale.shown(choice), written[choice], x, width, tones[choice])
            )
            x += width
    return _bar(segments) if segments else None


def _bar(segments: Sequence[Segment]) -> StackedBar:
    words = ", ".join(f"{segment.written} {in_line(segment.label)}" for segment in segments)
    return StackedBar(tuple(segments), words)


def in_line(words: str) -> str:
    """An answer within a line: `Requires improvement` in small letters, `MARAC` as it is."""
    return " ".join(
        word.lower() if word[1:].islower() or len(word) == 1 else word for word in words.split(" ")
    )


def tone_of(scale: Scale) -> dict[str, str]:
    """The look of each value of a scale; no two are alike where there are ten or fewer."""
    choices = scale.choices
    if len(choices) in _TONES:
        return dict(zip(choices, _TONES[len(choices)], strict=True))
    looks = [f"{tone}{hatched}" for tone in range(1, 6) for hatched in ("", " hatched")]
    return {choice: looks[len(looks) * at // len(choices)] for at, choice in enumerate(choices)}


def keys(scales: Iterable[Scale]) -> tuple[Scale, ...]:
    """The scales whose keys bars on all of these need: none that another's says already."""
    looks = {
        scale.name: (scale, {(scale.shown(value), tone) for value, tone in tone_of(scale).items()})
        for scale in scales
        if scale.kind not in (ScaleKind.SCORE, ScaleKind.PROSE)
    }
    said: list[tuple[Scale, set[tuple[str, str]]]] = []
    for scale, own in sorted(looks.values(), key=lambda one: -len(one[1])):
        if not any(own <= others for _, others in said):
            said.append((scale, own))
    return tuple(scale for scale, _ in said)


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
class Blocks:
    """Judgements that differ from the panel's: a block for each, as tall as it is grades away."""

    above: str
    """Those above, to the right of the middle, the nearest first; as an SVG path."""
    below: str
    """Those below, to the left of it, the nearest first."""
    width: int
    height: int


@dataclass(frozen=True)
class StepChart:
    """How far judgements lie from the panel's: many small drawings on one measure."""

    room: int
    """For so many blocks to either side."""
    reach: int
    """For blocks so many grades tall."""

    @classmethod
    def holding(cls, leanings: Iterable[Leaning]) -> StepChart:
        """One with room for each of these."""
        room, reach = 1, _FEWEST_STEPS
        for leaning in leanings:
            room = max(room, leaning.above, leaning.below)
            reach = max(reach, *map(abs, leaning.by_steps))
        return cls(room, reach)

    @property
    def steps(self) -> range:
        """From the farthest below to the farthest above."""
        return range(-self.reach, self.reach + 1)

    @property
    def sample(self) -> Blocks:
        """A block of each height on either side."""
        return StepChart(self.reach, self.reach).of(Leaning(dict.fromkeys(self.steps, 1)))

    def of(self, leaning: Leaning) -> Blocks:
        """One of the drawings."""
        middle, bottom = _BLOCK * self.room, _STEP * self.reach
        away = [steps for steps, count in leaning.by_steps.items() for _ in range(count)]
        above = [steps for steps in away if steps > 0]
        below = [-steps for steps in reversed(away) if steps < 0]
        return Blocks(
            "".join(_block(middle + _BLOCK * at, bottom, steps) for at, steps in enumerate(above)),
            "".join(
                _block(middle - _BLOCK * at, bottom, steps) for at, steps in enumerate(below, 1)
            ),
            2 * middle,
            bottom,
        )


def _block(x: int, bottom: int, steps: int) -> str:
    tall = _STEP * steps
    return f"M{x + _GAP} {bottom}v-{tall}h{_BLOCK - 2 * _GAP}v{tall}z"
