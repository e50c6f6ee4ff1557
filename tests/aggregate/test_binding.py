"""Figures in prose: what each reference becomes, and what is said where it is none."""

import pytest

from generator.aggregate.binding import BoundFigure, UnknownFigureError, bind
from generator.aggregate.figure import Figure
from generator.aggregate.tally import Tally
from generator.model.published import Unit
from generator.read.markdown import read_bound

TALLIES = {
    "R1": Tally(("yes", "no"), ("yes",), Unit.RETURNS, {"yes": 23, "no": 5, "don't know": 3}),
    "R2": Tally(("yes", "no"), ("yes",), Unit.CASES, {"yes": 3, "no": 1}),
    "R3": Tally(("yes", "no"), ("yes",), Unit.RETURNS, {"blank": 31}),
    "S1": Tally(("2", "1", "0"), (), Unit.RETURNS, {"2": 4, "0": 8}),
}
R1, R2 = Figure(23, 28, Unit.RETURNS), Figure(3, 4, Unit.CASES)


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        ('{{ percent("R1") }}', BoundFigure("82%", R1.of, "R1")),
        ('{{ of("R1") }}', BoundFigure("82% (23 of 28 returns)", R1.of, "R1")),
        ('{{ base("R1") }}', BoundFigure("28", R1.of, "R1")),
        ('{{ count("R1", "no") }}', BoundFigure("5", "5 of 28 returns", "R1")),
        ('{{count("R1","yes")}}', BoundFigure("23", R1.of, "R1")),
        # Too few for a percentage.
        ('{{ percent("R2") }}', BoundFigure("3 of 4", R2.of, "R2")),
        ('{{ of("R2") }}', BoundFigure("3 of 4 cases", R2.of, "R2")),
        # A score has a base and counts, and nothing favourable.
        ('{{ base("S1") }}', BoundFigure("12", "0 of 12 returns", "S1")),
        ('{{ count("S1", "1") }}', BoundFigure("0", "0 of 12 returns", "S1")),
    ],
)
def test_figures(written: str, figure: BoundFigure) -> None:
    assert bind(read_bound(written), TALLIES) == figure


@pytest.mark.parametrize(
    ("written", "message", "tip"),
    [
        ('{{ prcent("R1") }}', "there is no figure `prcent`", "Did you mean `percent`?"),
        (
            '{{ mean("S1") }}',
            "there is no figure `mean`",
            "There are `percent`, `of`, `base`, `count`.",
        ),
        (
            '{{ of("R1", "no") }}',
            "`of` has 2 things between its brackets, and needs 1",
            'Write it like `{{ of("R1") }}`.',
        ),
        (
            '{{ count("R1") }}',
            "`count` has 1 thing between its brackets, and needs 2",
            'Write it like `{{ count("R1", "no") }}`.',
        ),
        ('{{ of("r1") }}', "no question with figures is called `r1`", "Did you mean `R1`?"),
        (
            '{{ of("Q7") }}',
            "no question with figures is called `Q7`",
            "Questions with figures: `R1`, `R2`, `R3`, `S1`.",
        ),
        (
            '{{ base("R3") }}',
            "nobody gave `R3` an answer that counts, so it has no figure",
            "Leave the figure out, and say in words that nobody answered.",
        ),
        (
            '{{ count("R1", "Noo") }}',
            "`Noo` is no answer on the scale of `R1`",
            "Did you mean `no`?",
        ),
        (
            '{{ count("R1", "don\'t know") }}',
            "`don't know` is no answer on the scale of `R1`",
            "Its answers are `yes`, `no`.",
        ),
        (
            '{{ percent("S1") }}',
            "`S1` has no percentage: its scale names no favourable answer",
            'Write how many gave one answer: `{{ count("S1", "2") }}`.',
        ),
        (
            "{{ R1 }}",
            "`{{ R1 }}` is not written as a figure is",
            'Write it like `{{ of("R1") }}` or `{{ count("R1", "no") }}`, with straight quotes.',
        ),
        (
            "{{",
            "`{{` starts a figure and nothing ends it",
            'Write it whole, such as `{{ of("R1") }}`; signs that are meant go between backticks.',
        ),
    ],
)
def test_what_is_no_figure(written: str, message: str, tip: str) -> None:
    with pytest.raises(UnknownFigureError) as unknown:
        bind(read_bound(written), TALLIES)
    assert (unknown.value.message, unknown.value.tip) == (message, tip)


def test_an_audit_without_figures() -> None:
    with pytest.raises(UnknownFigureError) as unknown:
        bind(read_bound('{{ of("R1") }}'), {})
    assert (unknown.value.message, unknown.value.tip) == (
        "no question with figures is called `R1`",
        "There are no figures here to refer to.",
    )
