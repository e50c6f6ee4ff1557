from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.aggregate.self_judgement import Leaning
from generator.aggregate.tally import Tally
from generator.model.registers import Scale
from generator.render.charts import (
    WIDTH,
    Blocks,
    Dot,
    Segment,
    StepChart,
    dot_plot,
    stacked_bar,
    tone_of,
)


def scale_of(*values: str, **fields: object) -> Scale:
    given_ = {"name": "A scale", "kind": "answers", "values": [{"value": one} for one in values]}
    return Scale.model_validate(given_ | fields)


YES_NO = scale_of("yes", "no")
SCORE = scale_of(kind="score", lowest="0", highest="10")


def test_bar_has_a_segment_for_each_answer_given() -> None:
    bar = stacked_bar(Tally.of(YES_NO, {"yes": 33, "no": 7, "don't know": 5}), YES_NO)
    assert bar is not None
    assert bar.segments == (Segment("Yes", "33", 0, 198, "1"), Segment("No", "7", 198, 42, "5"))
    assert bar.words == "33 yes, 7 no"


def test_answer_that_nobody_gave_has_no_segment() -> None:
    bar = stacked_bar(Tally.of(YES_NO, {"no": 7}), YES_NO)
    assert bar is not None
    assert (bar.segments, bar.words) == ((Segment("No", "7", 0, 240, "5"),), "7 no")


def test_no_bar_where_nobody_gave_an_answer_of_the_scale() -> None:
    assert stacked_bar(Tally.of(YES_NO, {"don't know": 3}), YES_NO) is None


VALUES = ("one", "two", "three", "four", "five", "six", "seven")
TALLIES = st.integers(1, 7).flatmap(
    lambda n: st.tuples(
        st.just(scale_of(*VALUES[:n])),
        st.lists(st.integers(0, 3000), min_size=n, max_size=n),
    )
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(given_=TALLIES)
def test_segments_fill_the_bar_in_the_order_of_the_scale(given_: tuple[Scale, list[int]]) -> None:
    scale, counts = given_
    bar = stacked_bar(Tally.of(scale, dict(zip(VALUES, counts, strict=False))), scale)
    if bar is None:
        assert sum(counts) == 0
        return
    ends = [segment.x + segment.width for segment in bar.segments]
    assert [segment.x for segment in bar.segments] == [0, *ends[:-1]]
    assert ends[-1] == WIDTH
    assert [segment.written for segment in bar.segments] == [str(one) for one in counts if one]
    for segment in bar.segments:
        assert abs(segment.width - WIDTH * int(segment.written) / sum(counts)) < 1


@pytest.mark.parametrize(
    ("count", "tones"),
    [
        (1, ["1"]),
        (2, ["1", "5"]),
        (3, ["1", "3", "5"]),
        (4, ["1", "2", "4", "5"]),
        (5, ["1", "2", "3", "4", "5"]),
        (6, ["1", "2", "2 hatched", "4", "4 hatched", "5"]),
    ],
)
def test_tones_go_from_the_best_to_the_worst(count: int, tones: list[str]) -> None:
    assert list(tone_of(scale_of(*VALUES[:count])).values()) == tones


@pytest.mark.parametrize("count", range(1, 11))
def test_no_two_values_look_alike(count: int) -> None:
    looks = list(tone_of(scale_of(*(f"value {number}" for number in range(count)))).values())
    assert len(set(looks)) == count
    assert [look[0] for look in looks] == sorted(look[0] for look in looks)


def test_score_scale_has_tones_from_best_to_worst_too() -> None:
    tones = list(tone_of(SCORE).values())
    assert (tones[0], tones[-1][0], tones) == ("1", "5", sorted(tones))


def test_dots_stack_where_scores_are_the_same() -> None:
    plot = dot_plot(Tally.of(SCORE, {"0": 1, "5": 2, "10": 1, "blank": 3}))
    assert plot is not None
    assert plot.dots == (Dot(0, 10, 24), Dot(5, 120, 24), Dot(5, 120, 12), Dot(10, 230, 24))
    assert (plot.ticks[0], plot.ticks[-1], len(plot.ticks)) == ((0, 10), (10, 230), 11)
    assert (plot.words, plot.height) == ("4 scores, from 0 to 10; 5 in the middle", 48)


def test_no_dots_without_scores() -> None:
    assert dot_plot(Tally.of(SCORE, {"blank": 3})) is None


SCORES = st.lists(st.integers(0, 10), min_size=1, max_size=60)


@settings(derandomize=True, deadline=None)
@given(scores=SCORES)
def test_every_dot_is_drawn_within_the_plot_and_none_on_another(scores: list[int]) -> None:
    plot = dot_plot(Tally.of(SCORE, [str(score) for score in scores]))
    assert plot is not None
    assert sorted(dot.score for dot in plot.dots) == sorted(scores)
    assert len({(dot.x, dot.y) for dot in plot.dots}) == len(scores)
    radius = 5
    for dot in plot.dots:
        assert radius <= dot.x <= plot.width - radius
        assert radius <= dot.y <= plot.height - radius


@pytest.mark.parametrize(
    ("given_", "words"), [(["5"], "1 score, it is 5"), (["5", "5"], "2 scores, all 5")]
)
def test_scores_that_do_not_spread_say_so(given_: list[str], words: str) -> None:
    plot = dot_plot(Tally.of(scale_of(kind="score", lowest="0", highest="10"), given_))
    assert plot is not None
    assert plot.words == words


@pytest.mark.parametrize(("lowest", "highest"), [(0, 1), (1, 5), (0, 100), (7, 7)])
def test_any_range_of_scores_fits(lowest: int, highest: int) -> None:
    scale = scale_of(kind="score", lowest=str(lowest), highest=str(highest))
    plot = dot_plot(Tally.of(scale, [str(lowest), str(highest)]))
    assert plot is not None
    assert all(5 <= dot.x <= plot.width - 5 for dot in plot.dots)


def test_a_block_for_each_case_away_from_the_panel_is_as_tall_as_it_is_grades_away() -> None:
    drawn = StepChart(room=3, reach=2).of(Leaning({-2: 1, -1: 1, 0: 4, 1: 1}))
    assert drawn == Blocks(
        above="M31 12v-6h8v6z",
        below="M21 12v-6h8v6zM11 12v-12h8v12z",
        width=60,
        height=12,
    )


@pytest.mark.parametrize(
    ("leanings", "chart"),
    [
        ([], StepChart(1, 2)),
        ([Leaning({0: 9})], StepChart(1, 2)),
        ([Leaning({1: 3, 2: 1, -1: 2}), Leaning({-3: 1})], StepChart(4, 3)),
    ],
    ids=["nothing", "all the same", "most on one side, farthest of all"],
)
def test_chart_has_room_for_the_most_and_reaches_the_farthest(
    leanings: list[Leaning], chart: StepChart
) -> None:
    assert StepChart.holding(leanings) == chart


def test_sample_has_a_block_of_each_height_on_either_side() -> None:
    chart = StepChart(room=9, reach=2)
    assert list(chart.steps) == [-2, -1, 0, 1, 2]
    assert chart.sample == Blocks(
        above="M21 12v-6h8v6zM31 12v-12h8v12z",
        below="M11 12v-6h8v6zM1 12v-12h8v12z",
        width=40,
        height=12,
    )


BLOCK = re.compile(r"M(\d+) (\d+)v-(\d+)h(\d+)v\3z")
LEANINGS = st.dictionaries(st.integers(-9, 9), st.integers(1, 40), min_size=1).map(
    lambda counts: Leaning(dict(sorted(counts.items())))
)


@settings(derandomize=True, deadline=None)
@given(leaning=LEANINGS)
def test_no_block_hides_another_or_leaves_its_side(leaning: Leaning) -> None:
    drawn = StepChart.holding([leaning]).of(leaning)
    above, below = (
        [tuple(map(int, found)) for found in BLOCK.findall(path)]
        for path in (drawn.above, drawn.below)
    )
    assert (len(above), len(below)) == (leaning.above, leaning.below)
    assert len({x for x, *_ in above + below}) == len(above + below)
    middle = drawn.width // 2
    for x, bottom, tall, wide in above + below:
        assert 0 < tall <= bottom == drawn.height
        assert wide < middle // max(len(above), len(below))
        assert x > middle or x + wide < middle
        assert 0 < x < drawn.width - wide
