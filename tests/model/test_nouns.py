"""The nouns of what is counted: what may stand for one, and what one of it is called."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.nouns import KNOWN, Noun, OtherNoun, singular, with_count

_NOUN: TypeAdapter[str] = TypeAdapter(Noun)
_OTHER: TypeAdapter[str] = TypeAdapter(OtherNoun)


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("returns", "return"),
        ("cases", "case"),
        ("children", "child"),
        ("agencies", "agency"),
        ("respondents", "respondent"),
        ("families", "family"),
        ("analyses", "analysis"),
        ("responses", "response"),
        ("processes", "process"),
        ("boxes", "box"),
        ("churches", "church"),
        ("wishes", "wish"),
        ("people", "person"),
        ("young people", "young person"),
        ("children in need", "child in need"),
        ("members of staff", "member of staff"),
        ("health visitors", "health visitor"),
        ("co-ordinators", "co-ordinator"),
        ("strategy meetings", "strategy meeting"),
        ("staff", "member of staff"),
    ],
)
def test_one_of_a_noun(noun: str, one: str) -> None:
    assert (singular(noun), with_count(1, noun), with_count(2, noun)) == (
        one,
        f"1 {one}",
        f"2 {noun}",
    )
    assert _NOUN.validate_python(noun) == noun


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("case", "misspelt_noun"),
        ("agency", "misspelt_noun"),
        ("contact", "noun"),
        ("Cases", "misspelt_noun"),
        ("", "noun"),
        ("95%", "noun"),
        ("cases ", "misspelt_noun"),
        ("Families", "noun"),
        ("focus", "noun"),
        ("a" * 60 + "s", "noun"),
        ("retuns", "misspelt_noun"),
        ("chidren", "misspelt_noun"),
        ("casess", "misspelt_noun"),
        (["cases"], "string_type"),
    ],
)
def test_what_is_no_noun(written: object, fault: str) -> None:
    with pytest.raises(ValidationError) as refused:
        _NOUN.validate_python(written)
    assert [one["type"] for one in refused.value.errors()] == [fault]


def test_what_has_a_number_of_its_own_is_not_counted_again() -> None:
    refused = []
    for noun in KNOWN:
        try:
            _OTHER.validate_python(noun)
        except ValidationError as invalid:
            refused += [(noun, one["type"]) for one in invalid.errors()]
    assert refused == [(one, "counted_elsewhere") for one in ("returns", "cases", "agencies")]
