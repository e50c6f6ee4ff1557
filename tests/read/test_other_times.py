"""Of which audit a quoted figure is."""

from __future__ import annotations

import pytest

from generator.read.markdown import prose_of
from generator.read.other_times import times
from generator.read.stated import stated_by_quote


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was [42% of cases](printed).", [None]),
        ("It was [42% of cases](printed) in 2016.", ["2016"]),
        ("It was [42% of cases](printed) in 2020.", [None]),
        ("It was [5 of 12 cases last year](printed).", [""]),
        ("In [the previous audit 42% of cases](printed) had it.", [""]),
        ("[42% of cases](printed@2016) had it.", ["2016"]),
        ("It rose [from 42% of cases in 2016 to 60%](printed).", ["2016", None]),
        ("From [42% of cases](printed) in 2016 to [60% of cases](printed).", ["2016", None]),
        ("In 2016 it was so. It was [42% of cases](printed).", [None]),
    ],
)
def test_of_which_audit_a_figure_is(text: str, found: list[str | None]) -> None:
    assert [
        time
        for quoted in prose_of(text).quotes
        for time in times(quoted, stated_by_quote(quoted.words), 2020)
    ] == found
