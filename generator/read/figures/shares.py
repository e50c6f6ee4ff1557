"""Which of the figures that a sentence states are shares of what an audit looked at.

What is no share is left out: ages, dates, levels, sections of acts, how often a child was at
school, half an hour, and what is asked for or set as a standard.
"""

from __future__ import annotations

import re
from collections.abc import Set
from fractions import Fraction
from typing import Final

from generator.model.nouns import Noun
from generator.read.figures.grammar import Statement
from generator.read.figures.phrases import Line, whole, word
from generator.read.figures.said import Word
from generator.read.figures.tokens import Kind
from generator.read.figures.words import (
    ASKED_FOR,
    DETERMINERS,
    LOOKED_AT,
    NUMBERED,
    OF_LIFE,
    OF_THE_AUDIT,
    SAYS,
    each_of,
    is_plural,
)

FIRST_YEAR: Final = 1900
_NONE: Final[frozenset[Noun]] = frozenset()
_FEW: Final = 3
"""*One of the two tools* tells which, and not how many."""
_QUARTER: Final = Fraction(1, 4)

_SCHOOL: Final = re.compile(
    r"\battend(?!ees?\b)|\babsen|\b(?:at|in|of|from) school\b|of (?:lessons|sessions)|timetable"
    r"|\bsaturation|\boxygen|\bhumidity",
    re.IGNORECASE,
)
_NO_SHARE: Final = each_of(
    "less more off cheaper dearer higher lower fewer extra discount sure certain behind "
    "committed points point cream milk alcohol vat interest pay rise cut increase decrease "
    "reduction drop"
)
_CHANGED: Final = each_of(
    "fell fallen rose risen grew grown dropped increased decreased up down cut reduced"
)
_ASKS: Final = each_of(
    "should must shall ought target targets standard standards threshold thresholds aim "
    "aims goal goals benchmark ensure expect expected expects required requires minimum means "
    "intended aspire recommends recommend recommended sets want wants wanted hope hopes hoped "
    "aspires ambition promise promises promised"
)
_FIGURED: Final = each_of("met missed found reached achieved showed")
_DOING: Final = each_of(
    "audit train make ensure check sample review hold keep give aim dip-sample revise agree "
    "share set report monitor reach raise bring complete record introduce measure test "
    "repeat"
)


def is_share(line: Line, read: Statement, prose: str, nouns: Set[Noun] = _NONE) -> bool:
    """Whether a figure in prose that nobody marked is a share of what was audited.

    `nouns` are those that the audit itself counts, beside cases, returns and agencies.
    """
    if is_asked_for(line, read) or _is_of_area(line, read.end):
        return False
    if read.percent is not None:
        is_life = read.noun is None and read.base is None and word(line, read.end) == "of"
        return not _is_rate(line, read, prose) and not (is_life and _is_life(line, read))
    if read.part is not None:
        return _is_part(line, read)
    if read.word is not None:
        return _is_word(line, read, nouns)
    if read.is_led:
        return read.noun is not None and (read.base or 0) > 1 and not _is_life(line, read)
    if read.base is not None:
        return _is_count_of(line, read, nouns)
    return word(line, read.start - 1) not in NUMBERED and _is_count(read, nouns)


def is_asked_for(line: Line, read: Statement) -> bool:
    """*Make sure that 95%*, *green means 90% or more*, *audit 10% of cases each quarter*."""
    start, end = _clause(line, read.start, read.end)
    if word(line, 0) in _DOING and not any(
        _says(line[at].text) for at in (*range(start, read.start), *range(read.end, end))
    ):
        return True
    for at in range(read.start - 1, max(start, read.start - _NEAR) - 1, -1):
        if line[at].text == "that" and word(line, at - 1) in ("asked", "asks", "ask", "agreed"):
            return True
        if line[at].text == "to" and word(line, at - 1) in ("is", "are", "asked", "invited"):
            return True  # *a supervisor is to read one file in ten*
        if line[at].text in _ASKS and word(line, at - 1) not in _WHICH_ONES:
            return True
        if line[at].text in _FIGURED or line[at].text == '"':
            return False
    if any(word(line, read.start - step) in _COLOURS for step in range(1, _SOON + 1)):
        return True
    if word(line, read.start - 1) == "sure" or word(line, read.start - 2) == "sure":
        return True
    if read.base is not None and read.percent is None:
        return False
    if is_norm(line, read) and word(line, read.end) in ("are", "is", "have", "has"):
        return True
    return any(
        word(line, at) in _ASKED_AFTER and word(line, at + 1) != "have"
        for at in range(read.end - 1, min(end, read.end + _SOON + 1))
        if word(line, at - 1) not in _WHICH_ONES
    )


_COLOURS: Final = ("green", "amber", "red", "yellow")
"""What a threshold is given for: *amber 70% to 89%*."""
_NEAR: Final = 10
_SOON: Final = 3
_WHICH_ONES: Final = ("where", "who", "which", "that", "they", "we", "it")
_ASKED_AFTER: Final = ("should", "must", "shall", "target", "standard", "threshold")
_LONGEST_CLAUSE: Final = 24


def _clause(line: Line, start: int, end: int) -> tuple[int, int]:
    begin, stop = start, end
    while begin > 0 and line[begin - 1].text not in (";", ":") and start - begin < _LONGEST_CLAUSE:
        if line[begin - 1].text == "but" or (
            line[begin - 1].text in ("and", "while") and word(line, begin - 2) == ","
        ):
            break
        begin -= 1
    while stop < len(line) and line[stop].text not in (";", ":", ",") and stop - end < _SHORT:
        stop += 1
    return begin, stop


_SHORT: Final = 8


def _says(text: str) -> bool:
    return text in SAYS or (text.endswith("ed") and len(text) > _SHORTEST_PAST)


_SHORTEST_PAST: Final = 4


def says(line: Line, at: int) -> bool:
    """Whether a verb that tells what happened stands here, with an adverb before it or none."""
    here = word(line, at)
    if here in ("also", "only", "still", "now", "always", "never") or here.endswith("ly"):
        here = word(line, at + 1)
    return _says(here)


def _is_rate(line: Line, read: Statement, prose: str) -> bool:
    """*Fell by 36%*, *20% less*, *100 per cent sure*, attendance of 62%."""
    first, last = line[read.start], line[read.end - 1]
    may_be_school = read.noun is None or read.noun.noun in _TIMES
    if may_be_school and _SCHOOL.search(prose, max(0, first.start - 60), last.end + 30):
        return True
    if read.noun and read.noun.noun.split()[-1] in _TIMES:
        return True
    is_lone = read.noun is None and read.base is None
    if is_lone and (word(line, read.end) in _NO_SHARE or word(line, read.end + 1) in _STUFF):
        return True
    back = [word(line, read.start - step) for step in range(1, 4)]
    return "by" in back[:2] and any(each in _CHANGED for each in back[1:])


_STUFF: Final = each_of("cream milk rise")
_TIMES: Final = each_of("lessons sessions days weeks hours nights months years times")


def _is_part(line: Line, read: Statement) -> bool:
    before = word(line, read.start - 1)
    if before in ("other", "first", "second", "every", "next", "last", "each", "/"):
        return False
    if before == "and" and read.start > 1 and whole(line, read.start - 2):
        return False  # fifteen and a half
    if before == "and" and read.noun is None and word(line, read.start) in ("a", "an"):
        return False  # a day and a half
    if _is_life(line, read):
        return False
    after = word(line, read.end)
    if read.noun is not None or read.base is not None or read.count is not None:
        return True
    if after in ("of", "the", "these", "those"):
        return not (after == "the" and not is_plural(word(line, read.end + 1)))
    if read.part == _QUARTER and (not after or after in (",", ".", ";")):
        return False
    return says(line, read.end) or not after or after in (",", ".", ";", "(", ")")


def _is_of_area(line: Line, at: int) -> bool:
    """*A fifth of the cases open to social care*."""
    is_open = word(line, at) in ("open", "known", "held", "closed")
    return is_open and word(line, at + 1) in ("to", "by")


def _is_life(line: Line, read: Statement) -> bool:
    """Whether it is so much of a day, a school, a battle: *half of the meeting*."""
    if read.noun is not None:
        last = read.noun.noun.split()[-1]
        if last in ("parents", "schools", "visits", "meetings", "homes", "siblings"):
            return read.base is not None and read.base <= _IDIOM
        return last in OF_LIFE
    at = read.end
    if word(line, at) == "of":
        at += 1
    if word(line, at) in DETERMINERS or word(line, at) in _ARTICLES:
        at += 1
    return word(line, at) in OF_LIFE or (
        word(line, at + 1) in OF_LIFE and line[at].kind is Kind.WORD and not _says(word(line, at))
    )


_ARTICLES: Final = ("a", "an", "his", "her", "each", "that", "every")
_IDIOM: Final = 12


def _is_count_of(line: Line, read: Statement, nouns: Set[Noun]) -> bool:
    count, base = read.count or 0, read.base or 0
    before = word(line, read.start - 1)
    of_audit = read.noun is not None and read.noun.noun in OF_THE_AUDIT
    if before in NUMBERED and not of_audit:
        return False
    if base >= FIRST_YEAR and read.is_ratio:
        return False
    has_percent = read.percent is not None
    if read.is_ratio and not of_audit:
        is_said = says(line, read.end) or read.noun is not None
        return count < base and is_said and not _is_life(line, read)
    if _has_sign(line, read, "/"):
        return count < base < FIRST_YEAR and (read.noun is not None or says(line, read.end))
    if _has_noun_before(line, read) and not (of_audit or _is_looked_at(read, nouns)):
        return False  # *14 ticks out of 24*
    if not of_audit and count == 1 and base <= _FEW:
        return False
    is_family = read.noun is not None and read.noun.noun in ("children", "boys", "girls", "babies")
    if is_family and not read.has_article and base <= _IDIOM:
        return False
    return of_audit or has_percent or not _is_life(line, read)


def _has_sign(line: Line, read: Statement, sign: str) -> bool:
    return any(line[at].text == sign for at in range(read.start, read.end))


def _is_count(read: Statement, nouns: Set[Noun]) -> bool:
    """*Five of the cases*; a number of cases alone, *three cases had*, is no share."""
    return read.noun is not None and read.has_article and _is_looked_at(read, nouns)


def _is_looked_at(read: Statement, nouns: Set[Noun]) -> bool:
    name = read.noun.noun if read.noun else ""
    return name in OF_THE_AUDIT or name in nouns or name in LOOKED_AT


def _has_noun_before(line: Line, read: Statement) -> bool:
    """*Five cases out of six*: the noun stands before the base."""
    if read.noun is None:
        return False
    return any(line[at].text == "out" for at in range(read.noun.end, read.end))


def _is_word(line: Line, read: Statement, nouns: Set[Noun]) -> bool:
    before, first = word(line, read.start - 1), word(line, read.start)
    if read.noun is None:
        return (
            read.word in (Word.MOST, Word.MINORITY)
            and word(line, read.end - 1) == "of"
            and (word(line, read.end) not in OF_LIFE)
        )
    last = read.noun.noun.split()[-1]
    is_known = read.noun.noun in OF_THE_AUDIT
    is_counted = read.noun.noun in nouns or read.noun.noun in LOOKED_AT
    if before in (_NOT_ALL if is_known else _NOT_SAID) or is_norm(line, read):
        return False
    if first in ("the", "a") or word(line, read.start + 1) in ("but", "bar"):
        return True
    # *All 112 schools have a policy* counts them; *all schools have a policy* may be a rule.
    is_told = read.base is not None or word(line, read.end) not in _PRESENT
    if not is_known and not (is_counted and is_told):
        return False
    if first in ("few", "each", "both", "neither", "no", "very"):
        return is_known and read.noun.noun == "cases" and says(line, read.end) and first != "each"
    if first == "every":
        return last in ("cases", "returns", "contacts", "records", "files") and says(line, read.end)
    if is_known and read.noun.noun in ("cases", "returns"):
        return True
    if first == "most" and is_known:
        return True
    if first == "none":
        return is_known or says(line, read.end)
    return says(line, read.end)


_PRESENT: Final = ("are", "is", "have", "has", "do", "does", "know", "say", "show")
_NOT_ALL: Final = ("not", "do", "did", "of")
_NOT_SAID: Final = ("not", "do", "did", "of", "above", "after", "at", "for", "by", "to")
_WHICH: Final = each_of("who that which involved working concerned") | ASKED_FOR


def is_norm(line: Line, read: Statement) -> bool:
    """*All agencies should share* asks for something and says nothing of how it was."""
    after = word(line, read.end)
    if after in ("are", "is", "have", "has"):
        return word(line, read.end + 1) == "to"
    return after in _WHICH or (
        after == "in"
        and word(line, read.end + 1) == "the"
        and word(line, read.end + 2) in ("area", "county", "borough", "home", "house", "household")
    )
