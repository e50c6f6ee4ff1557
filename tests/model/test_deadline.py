"""Deadlines as plans write them, and the widest span that each can mean."""

from __future__ import annotations

import pytest

from generator.model.deadline import Deadline


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2019-03-31", "2019-03-31", "2019-03-31", "31 March 2019"),
        ("2019-03", "2019-03-01", "2019-03-31", "March 2019"),
        ("2019", "2019-01-01", "2019-12-31", "2019"),
        ("March 2019", "2019-03-01", "2019-03-31", "March 2019"),
        ("end of Mar 2019", "2019-03-01", "2019-03-31", "End of Mar 2019"),
        # Of the calendar or of a financial year: nothing is overdue that may not be.
        ("Q2 2019", "2019-04-01", "2019-09-30", "Q2 2019"),
        ("Q4 2019", "2019-10-01", "2020-03-31", "Q4 2019"),
        ("Q4 2019/20", "2020-01-01", "2020-03-31", "Q4 2019/20"),
        ("quarter 1 of 2020", "2020-01-01", "2020-06-30", "Quarter 1 of 2020"),
        ("Autumn term 2019", "2019-09-01", "2019-12-31", "Autumn term 2019"),
        ("summer term 2020", "2020-04-01", "2020-08-31", "Summer term 2020"),
        ("winter 2019", "2019-12-01", "2020-02-29", "Winter 2019"),
        ("2019/20", "2019-04-01", "2020-08-31", "2019/20"),
        ("ongoing", "0001-01-01", "9999-12-31", "Ongoing"),
    ],
)
def test_deadlines(text: str, first: str, last: str, words: str) -> None:
    deadline = Deadline.parse(text)
    assert (str(deadline.first), str(deadline.last), deadline.words) == (first, last, words)


@pytest.mark.parametrize(
    "text", ["", "soon", "Q5 2019", "2019/21", "2019-13", "31/03/2019", "autumn", "Q2", "term 2019"]
)
def test_what_is_no_deadline(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{text}$"):
        Deadline.parse(text)
