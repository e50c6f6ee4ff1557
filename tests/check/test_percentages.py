"""Printed percentages, reckoned exactly: every share of every small base, at every precision."""

from decimal import ROUND_HALF_UP, Decimal, localcontext

import pytest

from generator.check.rules.percentage_differs import percentage


@pytest.mark.parametrize("printed", ["0", "0.0", "0.00", "0.000", "0.0000"])
def test_every_share_of_every_base_up_to_200(printed: str) -> None:
    precision = Decimal(printed)
    with localcontext() as context:
        context.prec = 60
        for base in range(1, 201):
            for count in range(base + 1):
                exact = Decimal(100 * count) / Decimal(base)
                given = percentage(count, base, precision)
                assert str(given) == str(exact.quantize(precision, rounding=ROUND_HALF_UP))


@pytest.mark.parametrize(
    ("count", "base", "printed", "given"),
    [
        (33, 40, "82", "83"),
        (33, 40, "82.5", "82.5"),
        (1, 8, "12.50", "12.50"),
        (1, 800, "0.1", "0.1"),
        (1, 3, "33.3333", "33.3333"),
        (2, 3, "67", "67"),
        # As a source rounds, not as the pages show it: halves up and nothing else.
        (399, 400, "100", "100"),
        (1, 400, "0", "0"),
    ],
)
def test_percentages(count: int, base: int, printed: str, given: str) -> None:
    assert str(percentage(count, base, Decimal(printed))) == given
