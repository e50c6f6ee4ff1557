"""Which words a share bears."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.aggregate.bearing import bears
from generator.read.figures.said import Stated
from generator.read.stated import stated_in


def word(text: str) -> Stated:
    (stated,) = stated_in(f"{text} of the cases")
    return stated


@pytest.mark.parametrize(
    ("text", "borne", "not_borne"),
    [
        ("all", ["25/25"], ["24/25", "0/25"]),
        ("nearly all", ["24/25", "17/20"], ["25/25", "21/25"]),
        ("most", ["13/25", "25/25"], ["12/25", "1/2"]),
        ("the majority", ["13/25"], ["1/2"]),
        ("a minority", ["12/25", "0/25"], ["1/2"]),
        ("none", ["0/25"], ["1/25"]),
        ("half", ["1/2", "21/40", "19/40"], ["22/40", "18/40"]),
        ("about half", ["1/2", "23/40", "17/40"], ["24/40", "16/40"]),
        ("nearly half", ["19/40", "17/40"], ["1/2", "16/40"]),
        ("just over half", ["21/40", "23/40"], ["1/2", "24/40"]),
        ("at least half", ["1/2", "1/1"], ["19/40"]),
        ("more than half", ["21/40"], ["1/2"]),
        ("fewer than half", ["19/40"], ["1/2"]),
        ("two thirds", ["2/3", "27/41"], ["15/24", "7/10"]),
        ("three quarters", ["3/4"], ["7/10"]),
    ],
)
def test_what_a_word_is_borne_by(text: str, borne: list[str], not_borne: list[str]) -> None:
    stated = word(text)
    told = {share: bears(Fraction(share), stated) for share in (*borne, *not_borne)}
    assert told == {**dict.fromkeys(borne, True), **dict.fromkeys(not_borne, False)}


@given(st.fractions(0, 1))
def test_more_than_half_and_fewer_than_half_exclude_each_other(share: Fraction) -> None:
    told = [bears(share, word(text)) for text in ("more than half", "fewer than half")]
    assert told.count(True) == (share != Fraction(1, 2))
