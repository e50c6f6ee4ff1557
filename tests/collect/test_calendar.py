from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generator.collect.calendar import calendar, without_day
from tests.aggregate.audits import audit

AS_AT = date(2031, 2, 1)


def lines(**fields: Any) -> list[str]:
    return calendar(audit(**fields), AS_AT).decode("utf-8").split("\r\n")


def test_a_date_is_an_entry_of_a_day() -> None:
    assert calendar(audit(dates={"due": "2031-03-31"}), AS_AT) == (
        b"BEGIN:VCALENDAR\r\n"
        b"VERSION:2.0\r\n"
        b"PRODID:-//learning-from-audits//audits//EN\r\n"
        b"CALSCALE:GREGORIAN\r\n"
        b"METHOD:PUBLISH\r\n"
        b"BEGIN:VEVENT\r\n"
        b"UID:made.due@learning-from-audits\r\n"
        b"DTSTAMP:20310201T000000Z\r\n"
        b"DTSTART;VALUE=DATE:20310331\r\n"
        b"DTEND;VALUE=DATE:20310401\r\n"
        b"SUMMARY:Plans: returns are due\r\n"
        b"TRANSP:TRANSPARENT\r\n"
        b"END:VEVENT\r\n"
        b"END:VCALENDAR\r\n"
    )


def test_dates_stand_in_their_order() -> None:
    dates = {"published": "2031-05-02", "sent": "2031-02-02", "meeting": "2031-04-02"}
    said = [line for line in lines(dates=dates) if line.startswith("SUMMARY")]
    assert said == [
        "SUMMARY:Plans: forms go out",
        "SUMMARY:Plans: the agencies meet",
        "SUMMARY:Plans: the report comes out",
    ]


def test_a_month_is_no_day_and_is_named() -> None:
    of = audit(dates={"due": "2031-03", "published": "2031"})
    assert b"VEVENT" not in calendar(of, AS_AT)
    left_out = {what: when.words for what, when in without_day(of).items()}
    assert left_out == {"returns are due": "March 2031", "the report comes out": "2031"}


def test_a_made_up_audit_says_so() -> None:
    dates = {"due": "2031-03-31", "meeting": "2031-04-16"}
    said = [line for line in lines(made_up="yes", dates=dates) if line.startswith("DESCRIPTION")]
    assert said == ["DESCRIPTION:Made-up data: no audit has this date."] * 2


def test_what_has_a_meaning_in_the_format_is_escaped() -> None:
    assert r"SUMMARY:Plans\, late\; why\\how: returns are due" in lines(
        title=r"Plans, late; why\how", dates={"due": "2031-03-31"}
    )


@pytest.mark.parametrize("letter", ["a", "Ł", "😀"])
def test_no_line_is_longer_than_75_octets_and_none_is_cut_in_a_letter(letter: str) -> None:
    written = calendar(audit(title=letter * 200, dates={"due": "2031-03-31"}), AS_AT)
    assert max(len(line) for line in written.split(b"\r\n")) <= 75
    unfolded = written.decode("utf-8").replace("\r\n ", "")
    assert f"SUMMARY:{letter * 200}: returns are due\r\n" in unfolded
