"""Labelled sentences of the field: in every group as many names are found, and nobody else."""

from __future__ import annotations

import pytest

from tests.identify.scoring import CORPUS, score, sentences

FLOORS = {"tuning": (0.95, 0.98), "held": (0.90, 0.95)}
"""The least share found as an error, and at all. The second half was held back from tuning."""


@pytest.mark.parametrize("half", FLOORS)
def test_names_in_mid_sentence_are_found_in_every_group(half: str) -> None:
    error, either = FLOORS[half]
    recalls = {
        group: one.recall for group, one in score(sentences(CORPUS / f"{half}.yml")).groups.items()
    }
    low = {
        group: found for group, found in recalls.items() if found[0] < error or found[1] < either
    }
    assert low == {}


def test_where_nobody_is_named_next_to_nothing_is_an_error() -> None:
    assert score(sentences(CORPUS / "nobody.yml")).false_errors <= 1.0
