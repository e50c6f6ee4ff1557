"""Most texts are left after one look: none of them is one in which a rule would sight something."""

from __future__ import annotations

import re
from functools import cached_property

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.identify import names
from generator.identify.passages import Part
from generator.identify.reading import Reading
from generator.identify.rules import contact_detail, number_of_a_person
from generator.identify.sightings import sighted
from generator.identify.vocabulary import general


class Unhurried(Reading):
    """A reading that leaves no text at once."""

    def may_say(self, words: frozenset[str]) -> bool:
        return bool(words)

    @cached_property
    def has_digits(self) -> bool:
        return True


_SAID = [
    *("Kasparov", "Olivia", "Hope", "May", "Will", "Jordan", "QK", "J.", "B. ", "oscar"),
    *("Plans", "Brown", "The", "the", "that", "saw", "told", "with", "said", "was", "is"),
    *("called", "named:", "née", "a.k.a.", "known to us as", "call her", "names are", "goes by"),
    *("Mr", "Mrs.", "Dr", "Sister", "'s mum", "' bed", "s' home", ", aged 7", "lives with", "said"),
    *(". ", ": ", ",", "\n", " \n", "(", '"', "'", "-", "/", "_", "O\u2019Neill", "d'Arcy", "A1"),
    *("in", "from", "Leeds", "Albania", "Milton Keynes", "St Mary's", "School", "Surgery"),
    *("Acacia", "Avenue", "Court", "estate", "14", "Flat 2", "SW1A 1AA", "943 476 5919"),
    *("Primary", "AB12 CDE", "mid-July", "Zoë", "3rd", "AB 12 34 56 C", "reg: X1", "2012"),
    *("of March", "the third of", "first", "01/02/2012", "number plate is AB1", "sam [AT] a.com"),
    *("A 123 4567 89 01 2", "MORGA657054SM9IJ", "police ref 12345", "07700 900123", "sam(at)a.com"),
    *("+44 20 7946 0000", "@sam", "snap: sam_99", "tik tok is sam_99", "user name is foxy"),
    *("x.com/sam", "\u0130nsta: sam_99", "K\u0131k: sam_99", "fir\u017ft", "Bathé"),
]


@given(
    st.lists(st.sampled_from(_SAID), max_size=8),
    st.sampled_from(["", " "]),
    st.booleans(),
    st.sampled_from([Part.PROSE, Part.LINE]),
)
def test_what_is_left_at_once_holds_nothing(
    said: list[str], between: str, about_a_case: bool, part: Part
) -> None:
    text = between.join(said)
    found = list(sighted(Reading(text, general(), part, about_a_case)))
    assert found == list(sighted(Unhurried(text, general(), part, about_a_case)))


@given(st.text(alphabet="aAÉb1_'-. \n", max_size=20))
def test_capitals_in_plain_letters_are_found_as_any_are(text: str) -> None:
    found = [one.span() for one in names._capitalised(text)]
    assert found == [one.span() for one in names._CAPITALISED.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "looked_for"),
    [
        (contact_detail.POSTCODE, contact_detail._ENDS_A_POSTCODE),
        (number_of_a_person.NHS, number_of_a_person.THREE_DIGITS),
        (number_of_a_person.UPN, number_of_a_person.THREE_DIGITS),
        (number_of_a_person.LICENCE, number_of_a_person.THREE_DIGITS),
        (number_of_a_person._REFERENCE, number_of_a_person.THREE_DIGITS),
        (number_of_a_person.INSURANCE, number_of_a_person._IN_INSURANCE),
    ],
    ids=["postcode", "nhs", "upn", "licence", "reference", "insurance"],
)
@given(data=st.data())
def test_what_is_looked_for_first_stands_in_every_number(
    pattern: re.Pattern[str], looked_for: re.Pattern[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(pattern, alphabet=st.characters(max_codepoint=127)))
    assert looked_for.search(text)


@given(st.from_regex(contact_detail.CAR, alphabet=st.characters(max_codepoint=127)))
def test_every_number_of_a_car_has_what_is_looked_for_first(text: str) -> None:
    reading = Reading(text, general())
    assert contact_detail._IN_A_PLATE.search(text) or reading.may_say(contact_detail._PLATES)


@given(st.from_regex(contact_detail.ADDRESS, alphabet=st.characters(max_codepoint=127)))
def test_every_address_has_a_word_that_is_looked_for_first(text: str) -> None:
    assert Reading(text, general()).may_say(contact_detail._STREETS)


@given(st.from_regex(contact_detail.HANDLE, alphabet=st.characters(max_codepoint=127)))
def test_every_name_on_social_media_has_what_is_looked_for_first(text: str) -> None:
    is_told = Reading(text, general()).may_say(contact_detail._NETWORKS)
    assert is_told or contact_detail._MAY_BE_MAIL.search(text)
