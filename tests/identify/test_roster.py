"""The roster: names as they are written, as nicknames, and misspelt; never other words."""

from __future__ import annotations

import pytest

from generator.identify.passages import passages
from generator.identify.reading import Reading
from generator.identify.roster import Roster
from generator.identify.sightings import sighted
from generator.identify.vocabulary import general

ROSTER = Roster.of(["# the family", "Kayleigh Amy Testperson", "Oluwaseun", "Will  # the uncle"])


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Kayleigh rang", "a name"),
        ("kayleigh-late", "a name"),
        ("Seun rang", "a nickname, or another spelling,"),
        ("Kaylee rang", "a nickname, or another spelling,"),
        ("Aimee rang", "a nickname, or another spelling,"),
        ("Testpersen rang", "a name, misspelt,"),
        ("Oluwasuen rang", "a name, misspelt,"),
        ("we told Will", "a name"),
    ],
)
def test_a_match(text: str, how: str) -> None:
    assert [match[2] for match in ROSTER.matches(text)] == [how]


@pytest.mark.parametrize(
    "text", ["any of them", "Will the plan work?", "it will", "army", "killed"]
)
def test_no_match(text: str) -> None:
    assert list(ROSTER.matches(text)) == []


def test_no_rule_repeats_what_matches() -> None:
    (passage,) = passages("draft.md", "Kayleigh Testperson lives here.")
    reading = Reading(passage.seen().text, general())
    said = [(rule.name, one.message, one.about) for rule, one in sighted(reading, ROSTER)]
    assert said == [("on-roster", "a name of the roster stands here", "")] * 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mark from Housing did it.", "Mark"),
        ("J. Brown came.", "Brown"),
        ("Khan came.", "Khan"),
        ("Mark each answer.", ""),
        ("Any brown coat, and a mark on it.", ""),
    ],
)
def test_names_that_are_words_are_found_where_they_have_a_capital(text: str, found: str) -> None:
    roster = Roster.of(["Mark Brown", "Khan Mohammed"])
    assert [text[start:end] for start, end, _ in roster.matches(text)] == ([found] if found else [])
