"""Prose as tokens and sentences: what is a number, and what is none."""

from __future__ import annotations

import pytest

from generator.read.figures.tokens import Kind, folded, sentences, tokens


@pytest.mark.parametrize(
    ("prose", "kinds"),
    [
        ("1,042 of 4 828", [(Kind.NUMBER, "1042"), (Kind.WORD, "of"), (Kind.NUMBER, "4828")]),
        ("61.5%", [(Kind.NUMBER, "61.5"), (Kind.SIGN, "%")]),
        ("95pc", [(Kind.NUMBER, "95"), (Kind.WORD, "pc")]),
        ("12\u201313", [(Kind.NUMBER, "12"), (Kind.SIGN, "-"), (Kind.NUMBER, "13")]),
        ("two\u2011thirds", [(Kind.WORD, "two-thirds")]),
        ("\u00be", [(Kind.FRACTION, "3/4")]),
        ("12/03/2016", [(Kind.OTHER, "12/03/2016")]),
        ("2015-16", [(Kind.OTHER, "2015-16")]),
        ("\u00a3250", [(Kind.OTHER, "\u00a3250")]),
        ("24/7", [(Kind.OTHER, "24/7")]),
        ("10-year-old", [(Kind.OTHER, "10-year-old")]),
        ("R1", [(Kind.OTHER, "r1")]),
    ],
)
def test_the_tokens_of_prose(prose: str, kinds: list[tuple[Kind, str]]) -> None:
    shown = {Kind.NUMBER: "number", Kind.FRACTION: "part"}
    found = [
        (one.kind, str(getattr(one, shown.get(one.kind, "text")))) for one in tokens(folded(prose))
    ]
    assert found == kinds


def test_a_sentence_goes_on_behind_an_abbreviation() -> None:
    prose = "It was so in approx. 60% of cases. It was not in c. 40%.\nA line"
    assert [prose[start:end].strip() for start, end in sentences(prose)] == [
        "It was so in approx. 60% of cases.",
        "It was not in c. 40%.",
        "A line",
    ]
