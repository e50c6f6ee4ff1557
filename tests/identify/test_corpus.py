"""Labelled sentences of the field: in every group as many names are found, and nobody else."""

from __future__ import annotations

import pytest

from tests.identify.scoring import CORPUS, Scores, score, sentences


@pytest.fixture(scope="module", params=["tuning", "held"])
def scores(request: pytest.FixtureRequest) -> Scores:
    """The scores of a half of the sentences; with the second nothing was ever tuned."""
    return score(sentences(CORPUS / f"{request.param}.yml"))


def test_names_in_mid_sentence_are_errors_in_every_group(scores: Scores) -> None:
    low = {group: one.recall[0] for group, one in scores.groups.items() if one.recall[0] < 0.95}
    assert low == {}


def test_names_in_mid_sentence_are_found_in_every_group(scores: Scores) -> None:
    low = {group: one.recall[1] for group, one in scores.groups.items() if one.recall[1] < 0.98}
    assert low == {}


def test_where_nobody_is_named_next_to_nothing_is_an_error() -> None:
    assert score(sentences(CORPUS / "nobody.yml")).false_errors <= 1.0
