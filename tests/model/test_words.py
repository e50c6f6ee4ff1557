"""The small types that fields are made of."""

from __future__ import annotations

import calendar
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.words import (
    Count,
    Id,
    Line,
    PartialDate,
    Printed,
    Prose,
    Ref,
    YesNo,
    as_id,
    is_id,
    is_ref,
)

YEARS = st.integers(1000, 2999)
MONTHS = st.integers(1, 12)


def refused(kind: Any, value: object) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return True
    return False


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("2016", "2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("2016-11", "November 2016", date(2016, 11, 1), date(2016, 11, 30)),
        ("2016-02", "February 2016", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-11-21", "21 November 2016", date(2016, 11, 21), date(2016, 11, 21)),
        ("2031-03-01", "1 March 2031", date(2031, 3, 1), date(2031, 3, 1)),
    ],
)
def test_partial_dates(text: str, words: str, first: date, last: date) -> None:
    partial = PartialDate.parse(text)
    assert (str(partial), partial.words) == (text, words)
    assert (partial.first, partial.last) == (first, last)
    assert TypeAdapter(PartialDate).validate_python(text) == partial
    assert TypeAdapter(PartialDate).dump_json(partial) == f'"{text}"'.encode()


NO_DATES = [
    *["", "16", "2016-", "2016-1", "2016-11-1", "2016-13", "2016-00", "2016-11-00", "2016-02-30"],
    *["2015-02-29", "21.11.2016", "21 November 2016", "2016/11", "2016-11-21T00:00", " 2016"],
    *["2016-11-21 ", "2016\n", "3016", "0999", "\uff12016", "2016\u201011"],
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the text itself is the message, if any
        PartialDate.parse(text)
    assert refused(PartialDate, text)


@pytest.mark.parametrize("value", [None, True, 2016.5, [], {}])
def test_dates_are_text(value: object) -> None:
    assert refused(PartialDate, value)


@given(YEARS, MONTHS, st.data())
def test_a_date_is_as_exact_as_it_is_known(year: int, month: int, data: st.DataObject) -> None:
    day = data.draw(st.integers(1, calendar.monthrange(year, month)[1]))
    of_year, of_month = PartialDate(year), PartialDate(year, month)
    of_day = PartialDate(year, month, day)
    for partial in (of_year, of_month, of_day):
        assert PartialDate.parse(str(partial)) == partial
        assert partial.first <= of_day.first <= of_day.last <= partial.last
    assert of_day.first == of_day.last == date(year, month, day)
    assert sorted([of_day, of_month, of_year]) == [of_year, of_month, of_day]


@pytest.mark.parametrize(("text", "count"), [("0", 0), ("23", 23), ("9999999", 9_999_999), (7, 7)])
def test_counts(text: object, count: int) -> None:
    assert TypeAdapter(Count).validate_python(text) == count


NO_COUNTS = [
    *["", "-1", "+1", "1.0", "1e3", "0x1F", "007", "1_000", "1,000", "10000000", " 1", "1 "],
    *["\uff11", "yes", "23%", -1, 1.5, True, False, None, [], {}],
]


@pytest.mark.parametrize("value", NO_COUNTS)
def test_what_is_no_count(value: object) -> None:
    assert refused(Count, value)


@given(st.integers(0, 9_999_999))
def test_every_whole_number_is_a_count(number: int) -> None:
    assert TypeAdapter(Count).validate_python(str(number)) == number


@pytest.mark.parametrize("text", ["0", "82", "100", "18.2", "18.25", "0.0001", "82.0", "300"])
def test_percentages_keep_their_decimal_places(text: str) -> None:
    printed = TypeAdapter(Printed).validate_python(text)
    assert (printed, str(printed)) == (Decimal(text), text)


@pytest.mark.parametrize("value", ["", "82%", "-1", ".5", "82.", "082", "1e2", "NaN", "1000", True])
def test_what_is_no_percentage(value: object) -> None:
    assert refused(Printed, value)


@pytest.mark.parametrize(
    ("value", "meant"), [("yes", True), ("no", False), (True, True), (False, False)]
)
def test_yes_and_no(value: object, *, meant: bool) -> None:
    assert TypeAdapter(YesNo).validate_python(value) is meant


@pytest.mark.parametrize("value", ["Yes", "NO", "on", "off", "1", "true", "", 1, 0, None])
def test_what_is_neither_yes_nor_no(value: object) -> None:
    assert refused(YesNo, value)


@pytest.mark.parametrize("name", ["a", "7", "late-plans", "a" * 60, "2016-domestic-abuse"])
def test_ids(name: str) -> None:
    assert is_id(name)
    assert TypeAdapter(Id).validate_python(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "-a",
        "A",
        "a_b",
        "a b",
        "a/b",
        "../a",
        ".",
        "a.b",
        "é",
        "a" * 61,
        "a\n",
        "a\x00",
        "\uff41",
    ],
)
def test_what_is_no_id(name: str) -> None:
    assert not is_id(name)
    assert refused(Id, name)


@pytest.mark.parametrize(
    "name", ["R1", "r", "A1234567", "Welfare", "1.1", "2a", "10.3", "7", "R1.2"]
)
def test_refs(name: str) -> None:
    assert is_ref(name)
    assert TypeAdapter(Ref).validate_python(name) == name


@pytest.mark.parametrize("name", ["", ".1", "1.", "R-1", "R 1", "R12345678", "R1\n", "É1", "1/2"])
def test_what_is_no_ref(name: str) -> None:
    assert not is_ref(name)
    assert refused(Ref, name)


@given(st.text())
def test_the_id_nearest_to_a_name_is_an_id_or_nothing(name: str) -> None:
    near = as_id(name)
    assert near == "" or is_id(near)
    assert as_id(near) == near


@given(st.from_regex(r"[a-z0-9][a-z0-9-]{0,59}", fullmatch=True))
def test_the_id_nearest_to_an_id_has_no_loose_hyphens(name: str) -> None:
    assert as_id(name).replace("-", "") == name.replace("-", "")


def test_text_is_trimmed_and_has_something_in_it() -> None:
    assert TypeAdapter(Prose).validate_python(" one\n\ntwo \n") == "one\n\ntwo"
    assert TypeAdapter(Line).validate_python(" one ") == "one"
    assert [refused(Prose, text) for text in ("", " \n", None, True)] == [True] * 4
    assert [refused(Line, text) for text in ("", "one\ntwo", "a" * 401, True)] == [True] * 4
    assert [refused(Line, text) for text in ("a" * 400, "one\n")] == [False, False]
