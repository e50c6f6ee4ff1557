"""Figures in prose: what each reference becomes, and what is said where it is none."""

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.aggregate.binding import AuditFigures, BoundFigure, UnknownFigureError, bind
from generator.aggregate.figure import Figure
from generator.aggregate.matrix import CellState
from generator.aggregate.tally import Tally
from generator.aggregate.totals import Totals
from generator.model.nouns import AGENCIES, CASES, RETURNS
from generator.read.markdown import read_bound
from tests.aggregate.audits import grades, row

TALLIES = {
    "R1": Tally(("yes", "no"), ("yes",), RETURNS, {"yes": 23, "no": 5, "don't know": 3}),
    "R2": Tally(("yes", "no"), ("yes",), CASES, {"yes": 3, "no": 1}),
    "R3": Tally(("yes", "no"), ("yes",), RETURNS, {"blank": 31}),
    "S1": Tally(("2", "1", "0"), (), RETURNS, {"2": 4, "0": 8}),
}
R1, R2 = Figure(23, 28, RETURNS), Figure(3, 4, CASES)
KNOWN = AuditFigures(
    tallies=TALLIES,
    rows={"P1": row(percentages={"yes": Decimal("18.25")})},
    totals=Totals(cases=6, agencies=10, returns=54),
    judged=grades(CASES, good=5, poor=1),
    states={CellState.COMPLETE: 40, CellState.PARTIAL: 4, CellState.NO_RETURN: 3},
)
NOTHING = AuditFigures()


def of_figure(text: str, figure: Figure, ref: str) -> BoundFigure:
    """A figure of a question's."""
    share = Fraction(figure.count, figure.base)
    return BoundFigure(text, figure.of, ref, "question", share, figure.unit, figure.base)


def of_returns(count: int) -> BoundFigure:
    """So many of all the returns that were asked for."""
    basis = f"{count} of 47 returns asked for"
    return BoundFigure(str(count), basis, "", "returns", Fraction(count, 47), RETURNS, 47)


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        ('{{ percent("R1") }}', of_figure("82%", R1, "R1")),
        ('{{ of("R1") }}', of_figure("82% (23 of 28 returns)", R1, "R1")),
        ('{{ base("R1") }}', BoundFigure("28", R1.of, "R1", unit=RETURNS, base=28)),
        ('{{ count("R1", "no") }}', of_figure("5", Figure(5, 28, RETURNS), "R1")),
        ('{{count("R1","yes")}}', of_figure("23", R1, "R1")),
        ('{{ percent("R1", "no") }}', of_figure("18%", Figure(5, 28, RETURNS), "R1")),
        (
            '{{ of("R1", "no") }}',
            of_figure("18% (5 of 28 returns)", Figure(5, 28, RETURNS), "R1"),
        ),
        # Too few for a percentage.
        ('{{ percent("R2") }}', of_figure("3 of 4", R2, "R2")),
        ('{{ of("R2") }}', of_figure("3 of 4 cases", R2, "R2")),
        # A score has a base and counts, and nothing favourable.
        (
            '{{ base("S1") }}',
            BoundFigure("12", "0 of 12 returns", "S1", unit=RETURNS, base=12),
        ),
        ('{{ count("S1", "1") }}', of_figure("0", Figure(0, 12, RETURNS), "S1")),
        (
            '{{ percent("P1") }}',
            BoundFigure(
                "18.25%",
                "as printed; not known out of how many",
                "P1",
                share=Fraction(73, 400),
                unit=RETURNS,
            ),
        ),
        ("{{ cases() }}", BoundFigure("6", "6 cases audited", "", "cases", unit=CASES)),
        (
            '{{ cases(judgement="good") }}',
            BoundFigure("5", "5 of 6 cases judged good", "", "cases", Fraction(5, 6), CASES, 6),
        ),
        ("{{ agencies() }}", BoundFigure("10", "10 agencies", "", "returns", unit=AGENCIES)),
        ("{{ returns() }}", of_returns(44)),
        ('{{ returns( status = "none" ) }}', of_returns(3)),
        ('{{ returns(status="partial") }}', of_returns(4)),
        ('{{ returns(status="not known") }}', of_returns(0)),
    ],
)
def test_figures(written: str, figure: BoundFigure) -> None:
    assert bind(read_bound(written), KNOWN) == figure


@pytest.mark.parametrize(
    ("written", "message", "tip"),
    [
        ('{{ prcent("R1") }}', "there is no figure `prcent`", "Did you mean `percent`?"),
        (
            '{{ mean("S1") }}',
            "there is no figure `mean`",
            "There are `percent`, `of`, `base`, `count`, `cases`, `agencies`, `returns`.",
        ),
        (
            '{{ of("R1", "no", "yes") }}',
            "`of` has 3 things between its brackets, and needs 1 or 2",
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
            '{{ base("P1") }}',
            "`P1` has no base: its source printed no total",
            "Add the `total` of its row, if the source has one.",
        ),
        (
            '{{ cases("good") }}',
            "`cases` has 1 thing between its brackets, and needs 0",
            "Write it like `{{ cases() }}`.",
        ),
        (
            '{{ cases(grade="good") }}',
            "`cases` knows nothing called `grade`",
            'Write `cases(judgement="…")`.',
        ),
        (
            '{{ agencies(kind="police") }}',
            "`agencies` knows nothing called `kind`",
            "Leave out `kind=`.",
        ),
        (
            '{{ cases(judgement="god") }}',
            "`god` is no answer on the scale of the judgement of cases",
            "Did you mean `good`?",
        ),
        (
            '{{ returns(status="parial") }}',
            "`parial` is no status of a return",
            "Did you mean `partial`?",
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
        bind(read_bound(written), KNOWN)
    assert (unknown.value.message, unknown.value.tip) == (message, tip)


@pytest.mark.parametrize(
    ("written", "message", "tip"),
    [
        (
            '{{ of("R1") }}',
            "no question with figures is called `R1`",
            "There are no figures here to refer to.",
        ),
        (
            "{{ cases() }}",
            "how many cases were audited is not known",
            "Give the cases their files, or `number_of_cases` in audit.yml.",
        ),
        (
            '{{ cases(judgement="good") }}',
            "the partnership judged no case",
            "Give the cases their `judgement`, and the audit its scale of `grades`.",
        ),
        (
            "{{ agencies() }}",
            "which agencies were asked, or took part, is not known",
            "List them under `asked` or `took_part` in audit.yml.",
        ),
        (
            "{{ returns() }}",
            "what came of the returns is not known",
            "Leave the figure out, or mark it as printed: `[12 returns](printed)`.",
        ),
    ],
)
def test_an_audit_of_which_nothing_is_known(written: str, message: str, tip: str) -> None:
    with pytest.raises(UnknownFigureError) as unknown:
        bind(read_bound(written), NOTHING)
    assert (unknown.value.message, unknown.value.tip) == (message, tip)
