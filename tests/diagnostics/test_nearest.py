"""A known word is suggested for a slip of the pen, never for a word that is merely spelt alike."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics.nearest import nearest

SLIPS = [
    ("strenght", "strength"),
    ("recieved", "received"),
    ("polcie", "police"),
    ("polise", "police"),
    ("plannning", "planning"),
    ("safegaurding", "safeguarding"),
    ("recomendation", "recommendations"),
    ("Children", "children"),
    ("child", "children"),
    ("family", "families"),
    ("Looked-After", "looked after"),
    ("lookedafter", "looked after"),
    ("child_in_need", "child in need"),
    ("child in ned", "child in need"),
    ("childs-social-care", "children-social-care"),
    ("yse", "yes"),
    ("Noo", "no"),
    ("gps", "gp"),
    ("audit.yaml", "audit.yml"),
    ("r1", "R1"),
    ("area-2061-neglect", "area-2016-neglect"),
]

OTHER_WORDS = [
    ("prison", "probation"),
    ("carers", "leaders"),
    ("65 to 74", "15 to 17"),
    ("male", "female"),
    ("mother", "father"),
    ("parent", "patient"),
    ("inadequate", "adequate"),
    ("unknown", "known"),
    ("disagree", "agree"),
    ("not tested", "tested"),
    ("increase", "decrease"),
    ("internal", "external"),
    ("inpatient", "outpatient"),
    ("maternity", "paternity"),
    ("some", "same"),
    ("most", "must"),
    ("R9", "R8"),
    ("R11", "R1"),
    ("north-police", "south-police"),
    ("service-ab-north", "service-ab-south"),
    ("housing", "nursing"),
    ("adults", "audits"),
    ("concern", "worry"),
    ("", "yes"),
    ("-", "yes"),
]


@pytest.mark.parametrize(("word", "known"), SLIPS)
def test_a_slip_of_the_pen_is_seen(word: str, known: str) -> None:
    assert nearest(word, [known, "something quite different"]) == known


@pytest.mark.parametrize(("word", "known"), OTHER_WORDS)
def test_a_near_spelling_is_no_near_meaning(word: str, known: str) -> None:
    assert nearest(word, [known]) is None
    assert nearest(known, [word]) is None


def test_the_least_slip_comes_first() -> None:
    assert nearest("plannings-laet", ["plannings-lead", "planning-late"]) == "planning-late"


@given(st.lists(st.text(string.ascii_lowercase + "- ", min_size=1), min_size=1))
def test_a_known_word_is_nearest_to_itself(words: list[str]) -> None:
    known = [word for word in words if word.strip("- ")]
    for word in known:
        assert (nearest(word.upper(), known) or "").replace("-", "").replace(" ", "")
