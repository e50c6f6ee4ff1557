"""Labelled sentences of the field: in every group as many names are found, and nobody else."""

from __future__ import annotations

import pytest

from tests.identify.scoring import CORPUS, score, sentences

FLOORS = {
    "tuning": (0.95, 0.98),
    "held": (0.95, 0.98),
    "second": (0.95, 0.98),
    "third": (0.95, 0.95),
    "fourth": (0.95, 0.95),
    "fifth": (0.95, 0.95),
}
"""The least share found as an error, and at all, now that all of them have been learnt from."""

MOST_FALSE_ERRORS = dict.fromkeys((*FLOORS, "nobody"), 0.75) | {"fourth": 3.5}
"""In a thousand words that name nobody: one error in the smallest of the files.

The fourth is about towns that are made up and stand in no register.
"""


@pytest.mark.parametrize("corpus", FLOORS)
def test_names_in_mid_sentence_are_found_in_every_group(corpus: str) -> None:
    error, either = FLOORS[corpus]
    groups = score(sentences(CORPUS / f"{corpus}.yml")).groups
    recalls = {group: one.recall for group, one in groups.items() if group != "initials"}
    low = {
        group: found for group, found in recalls.items() if found[0] < error or found[1] < either
    }
    assert low == {}


@pytest.mark.parametrize("corpus", MOST_FALSE_ERRORS)
def test_where_nobody_is_named_next_to_nothing_is_an_error(corpus: str) -> None:
    assert score(sentences(CORPUS / f"{corpus}.yml")).false_errors <= MOST_FALSE_ERRORS[corpus]
