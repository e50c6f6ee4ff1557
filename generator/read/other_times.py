"""Of which audit a quoted figure is: this one, or that of another year: *42% of cases in 2016*."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.read.figures.said import Stated
from generator.read.figures.tokens import folded
from generator.read.markdown import BOUND_MARK, GAP, Quoted

Time = str | None
"""The year of another audit, empty where only *earlier* is said; none for the audit itself."""

_YEAR: Final = r"(?P<year>(?:19|20)[0-9]{2})(?:[-/][0-9]{2,4})?(?![0-9,])"
_EARLIER: Final = (
    r"(?:last year|the year before(?: last)?|(?:the )?(?:previous|earlier|preceding|prior|first"
    r"|last|original|baseline) (?:year|audit|audits|round|report|cycle)|the audit before|last time"
    r"|at baseline|a year (?:ago|before|earlier)|(?:two|three) years (?:ago|before|earlier)"
    r"|the time before|previously)"
)
_OF_EARLIER: Final = " in the earlier audit"
"""What says that a figure is of the audit before."""

_OTHER: Final = re.compile(rf"\b(?:{_YEAR}|(?P<earlier>{_EARLIER}))\b", re.IGNORECASE)
_NOW: Final = re.compile(
    r"\b(?:this year|this time|now|this audit|today|currently)\b", re.IGNORECASE
)
_CLAUSE: Final = re.compile(
    rf"[.;!?]\s|[{GAP}{BOUND_MARK}]|,? (?:to|and|but|while|whereas|against) "
)
_HELD_BY_LAST: Final = re.compile(
    rf"^[^.;,{GAP}]{{0,24}}?\b(?:in|for|from|during|at|by)? ?(?:the )?(?:{_YEAR}|{_EARLIER})\b",
    re.IGNORECASE,
)


def times(quoted: Quoted, stated: Sequence[Stated], year: int | None) -> Iterator[Time]:
    """Of which audit each figure of a quotation is; `year` is that of the audit itself."""
    if quoted.year:
        yield from (quoted.year for _ in stated)
        return
    words, begin = folded(quoted.words), 0
    for at, one in enumerate(stated):
        ends = stated[at + 1].start if at + 1 < len(stated) else len(words)
        after = words[one.end : ends] + ("" if at + 1 < len(stated) else folded(quoted.after))
        before = words[begin : one.start]
        before = _sentence(folded(quoted.before)) + before if at == 0 else before
        yield _time(before, words[one.start : one.end], after, year, is_first=at == 0)
        begin = one.end


def of_earlier(quoted: Quoted) -> Quoted:
    """A quotation of what an earlier audit said, such as a point of a follow-up."""
    return quoted if quoted.year else replace(quoted, after=f"{_OF_EARLIER}{quoted.after}")


def _sentence(before: str) -> str:
    """What stands before in the same sentence, without what belongs to a figure before."""
    sentence = re.split(r"[.;!?]\s", before)[-1]
    *earlier, last = re.split(f"[{GAP}{BOUND_MARK}]+", sentence)
    return _HELD_BY_LAST.sub("", last) if earlier else last


def _time(before: str, own: str, after: str, year: int | None, *, is_first: bool) -> Time:
    found = _other(own, year)
    if found is not None:
        return found
    clause = _CLAUSE.split(after, maxsplit=1)[0]
    if _NOW.search(clause):
        return None
    found = _other(clause, year)
    if found is not None:
        return found
    if not is_first:
        before = _HELD_BY_LAST.sub("", before)
    nearest = before
    for now in _NOW.finditer(before):
        nearest = before[now.end() :]
    return _other(nearest, year)


def _other(text: str, year: int | None) -> Time:
    last: Time = None
    for match in _OTHER.finditer(text):
        if match["earlier"]:
            last = ""
        elif year is None or int(match["year"]) < year:
            last = match["year"]
        else:
            last = None
    return last
