"""Figures that a sentence states in digits or in words: 59%, *five of the six cases*, *half*.

Reading only: whether such a figure is true, or may stand there at all, is for others to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from generator.model.nouns import Noun
from generator.read.figures.grammar import AMOUNT_WORDS, Statement, statements
from generator.read.figures.phrases import Line, determiner, noun, percent_sign, whole, word, words
from generator.read.figures.said import Stated
from generator.read.figures.shares import FIRST_YEAR, is_norm, is_share, says
from generator.read.figures.tokens import PARTS, Kind, folded, sentences, tokens
from generator.read.figures.words import OF_LIFE, OF_THE_AUDIT, SAME, each_of, is_plural
from generator.read.markdown import Bound, Placed, prose_of


@dataclass(frozen=True)
class Beside:
    """A share in words that stands beside a bound figure, and so speaks of it."""

    stated: Stated
    figure: Bound
    is_negated: bool = False
    """Whether the sentence says it of those who had not: *most had no plan*."""


def stated_in(text: str, nouns: frozenset[Noun] = frozenset()) -> tuple[Stated, ...]:
    """The figures in a text's prose, in order, without those that are bound or marked.

    `nouns` are those that the audit itself counts, beside cases, returns and agencies.
    """
    if not may_state(text):
        return ()
    prose = folded(prose_of(text).text)
    return tuple(
        _stated(line, read, prose)
        for line in _lines(prose)
        for read in statements(line)
        if is_share(line, read, prose, nouns)
    )


def may_state(text: str) -> bool:
    """Whether there is anything in a text that a figure could be made of: quick to see."""
    if _IN_DIGITS.search(text):
        return True
    return not AMOUNT_WORDS.isdisjoint(_LETTERS.findall(text.lower()))


_IN_DIGITS: Final = re.compile(rf"[0-9{''.join(PARTS)}]")
_LETTERS: Final = re.compile(r"[^\W\d_]+")


def stated_by_quote(words_: str) -> tuple[Stated, ...]:
    """The figures in a quotation, in order; the unit that one of them names is that of all.

    In *half, one and 42% of the cases* the *one* is a count, and all three are of the cases.
    """
    prose = folded(prose_of(words_).text)
    read = [
        (_stated(line, one, prose), one.noun is not None)
        for line in _lines(prose)
        for one in statements(line)
        if _is_quoted(line, one)
    ]
    units = {one.unit for one, _ in read if one.unit}
    if len(units) != 1:
        return tuple(one for one, _ in read)
    (unit,) = units
    return tuple(one if has_noun else replace(one, unit=unit) for one, has_noun in read)


def may_hold_a_figure(words_: str) -> bool:
    """Whether there is a number or a part in a quotation, be it read as a figure or not."""
    prose = folded(words_)
    return any(token.kind is Kind.NUMBER for token in tokens(prose)) or bool(_PART.search(prose))


_PART: Final = re.compile(r"\b(?:half|third|quarter|fifth|tenth)s?\b", re.IGNORECASE)


def _is_quoted(line: Line, read: Statement) -> bool:
    """Whether it is a figure where an author marks the words as quoted: not a year, nor an age."""
    if read.percent is not None or read.part is not None or read.base is not None:
        return True
    if read.word is not None:
        return read.noun is not None or word(line, read.start) not in _OF_NOBODY
    if read.noun and read.noun.noun.split()[-1] in _SPANS and not read.has_article:
        return False  # *within 21 days*
    if word(line, read.start - 1) in _DATED or (read.count or 0) >= FIRST_YEAR:
        return read.noun is not None and word(line, read.start - 1) not in ("aged", "page", "in")
    return True


_SPANS: Final = ("days", "weeks", "months", "years", "hours", "minutes", "nights", "terms")
_OF_NOBODY: Final = ("nobody", "no", "everyone", "everybody", "every", "each", "few", "neither")
_DATED: Final = ("in", "aged", "since", "until", "page", "to", "of")


@lru_cache(maxsize=128)
def beside_figures(text: str) -> tuple[Beside, ...]:
    """Each share in words with the bound figure that follows it in its sentence, or else the last.

    *Most plans came in time ({{ of("R1") }})* says that the figure is most of its base. Numbers of
    cases, agencies or returns alone are no share, and nothing is said of them.
    """
    return tuple(_beside_figures(text)) if "{{" in text else ()


def _beside_figures(text: str) -> Iterator[Beside]:
    known = prose_of(text)
    prose = folded(known.text)
    shares = [one for one in known.bounds if one.bound.name in _SHARES or one.bound.named]
    for start, end in sentences(prose):
        figures = [one for one in shares if start <= one.start < end]
        if not figures:
            continue
        line = tuple(tokens(prose, start, end))
        for read in statements(line):
            if (read.word or read.part is not None) and (
                is_share(line, read, prose) or _speaks_of_a_figure(line, read)
            ):
                yield from _spoken_of(_stated(line, read, prose), figures, prose)


def _speaks_of_a_figure(line: Line, read: Statement) -> bool:
    """Whether words that state no share alone do so where a bound figure stands beside them."""
    before, after = word(line, read.start - 1), read.end
    if before in ("not", "the", "at", "was", "is", "above", "after", "of", "a"):
        return False
    at_once = _figure_follows(line, after)
    at_the_end = _figure_ends_clause(line, after)
    first = word(line, read.start)
    if read.part is not None or first in ("a", "the", "hardly", "almost", "very"):
        return at_once or first in ("the", "a", "hardly", "almost")
    if read.noun is not None:
        return (at_the_end or says(line, after)) and not is_norm(line, read)
    if first in ("none", "all"):
        return at_once or says(line, after)
    if first == "most":
        is_of = word(line, after) == "of" and word(line, after + 1) not in ("all", *OF_LIFE)
        is_of = is_of or word(line, read.start + 1) == "of"
        return at_once or is_of or says(line, after) or is_plural(word(line, after))
    return at_the_end


def _figure_follows(line: Line, at: int) -> bool:
    while word(line, at) in ("(", ":", ",", "-"):
        at += 1
    return at < len(line) and line[at].kind is Kind.BOUND


def _figure_ends_clause(line: Line, at: int) -> bool:
    for step in range(at, min(len(line), at + _LONGEST_CLAUSE)):
        if word(line, step) in ("(", ",", ":", "-") and _figure_follows(line, step):
            return True
        if word(line, step) in (".", ";", ":"):
            return False
    return False


_LONGEST_CLAUSE: Final = 16


def _spoken_of(stated: Stated, figures: Sequence[Placed], prose: str) -> Iterator[Beside]:
    after = [one for one in figures if one.start >= stated.end]
    if not after:
        yield Beside(stated, figures[-1].bound)
        return
    between = prose[stated.end : after[0].start]
    if not _NEXT_CLAUSE.search(between):
        yield Beside(stated, after[0].bound, bool(_NEGATION.search(between)))


# *Most promise a meeting, and only 13% a plan B*: the figure is of something else.
_NEXT_CLAUSE: Final = re.compile(r", +(?:and|but|while|whereas|though|yet)\b|\bthat\b")
_NEGATION: Final = re.compile(
    r"\b(?:no|not|never|nobody|none|without|missing|lack\w*|fail\w*|unable|\w+n['\u2019]t)\b"
)
_SHARES: Final = ("percent", "of", "count")
"""The figures that are a share of something; of cases and returns, those of a named kind are."""


def wholes_counted(text: str) -> tuple[Stated, ...]:
    """Where a text says how many of a unit there were: *eight cases were audited*, *all six cases*.

    Their number is the `base`. What a sentence says of another year, or an earlier audit, is not.
    """
    if not any(unit in text for unit in _UNITS_NAMED):
        return ()
    prose = folded(prose_of(text).text)
    return tuple(
        stated
        for line in _lines(prose)
        if line and not OF_ANOTHER_TIME.search(prose, line[0].start, line[-1].end)
        for stated in _wholes(line, prose)
    )


_UNITS_NAMED: Final = ("cases", "audits", "returns", "auditors", "agencies", "respon")
OF_ANOTHER_TIME: Final = re.compile(
    r"\b(?:19|20)[0-9]{2}\b|\b(?:earlier|previous(?:ly)?|last time|last year|chosen by|picked by"
    r"|the year before|a year ago|first audit)\b",
    re.IGNORECASE,
)
_LOOKED_AT: Final = each_of("audited examined reviewed sampled looked asked invited")
_LOOKING: Final = each_of("audited looked examined chose sampled reviewed")
_THOSE_LOOKING: Final = each_of("we they agencies auditors panel audit board")


def _wholes(line: Line, prose: str) -> Iterator[Stated]:
    for at in range(len(line)):
        number = whole(line, at)
        what = noun(line, number[1]) if number else None
        if number is None or what is None or what.noun not in OF_THE_AUDIT:
            continue
        begin = _whole_begins(line, at)
        end = what.end
        if begin is None and not what.is_some:
            end = _audited_after(line, what.end) or end
            begin = at if end > what.end and word(line, at - 1) not in ("of", "in", "-") else None
        if begin is not None and not (what.is_some and begin < at):
            read = Statement(begin, end, base=number[0], noun=what)
            yield _stated(line, read, prose)


def _audited_after(line: Line, at: int) -> int | None:
    """*Eight cases were audited*, *eight cases audited*; not *eight audited in each school*."""
    for form in ("that were", "which were", "were", "was", "have been", "had been"):
        at = words(line, at, form) or at
    if word(line, at) not in _LOOKED_AT or word(line, at + 1) in ("from", "in", "each"):
        return None
    return at + 1 + (word(line, at + 1) == "at")


def _whole_begins(line: Line, at: int) -> int | None:
    """Where words begin that say that a number is all there were: *all six*, *we audited six*."""
    begin = at
    while word(line, begin - 1) in ("the", "of", "same"):
        begin -= 1
    said = [word(line, step) for step in range(begin, at)]
    before = word(line, begin - 1)
    if before == "all" or (said[:1] == ["of"] and before in ("each", "one")):
        return begin - 1
    if "same" in said:
        return begin
    if before == "at" and word(line, begin - 2) == "looked":
        before, begin = "looked", begin - 1
    if before in _LOOKING and word(line, begin - 2) in _THOSE_LOOKING and "of" not in said:
        return begin - 2
    return begin - 1 if said == ["of"] and before in ("audit", "sample") else None


def called_after_figures(text: str) -> Iterator[Beside]:
    """What follows a bound figure: `{{ percent("R1") }}` *of the cases*, `{{ cases() }}` *%*."""
    if "{{" not in text:
        return
    known = prose_of(text)
    prose = folded(known.text)
    for figure in known.bounds:
        end = min(len(prose), figure.end + _NEAR)
        if not _may_be_called(prose[figure.end : end]):
            continue
        line = tuple(tokens(prose, figure.end, end))
        read = _called(line)
        if read:
            yield Beside(_stated(line, read, prose), figure.bound)


_NEAR: Final = 80


def _may_be_called(behind: str) -> bool:
    """Whether what stands behind a figure holds a sign for per cent, or a noun: quick to see."""
    return "%" in behind or not _CALLS.isdisjoint(_LETTERS.findall(behind.lower()))


_CALLS: Final = frozenset((*OF_THE_AUDIT, *SAME, "percent", "per", "pc", "pct", "percentage"))


def _called(line: Line) -> Statement | None:
    sign = percent_sign(line, 0)
    if sign:
        return Statement(0, sign)
    after = words(line, 0, "of") or 0
    begin = determiner(line, after) if after else 0
    base = whole(line, begin) if after else None
    what = noun(line, base[1] if base else begin)
    if what is None or what.noun not in OF_THE_AUDIT:
        return None
    return Statement(0, what.end, base=base[0] if base else None, noun=what)


@lru_cache(maxsize=1024)
def _lines(prose: str) -> tuple[Line, ...]:
    """The tokens of each sentence that can hold a figure; several rules read each text."""
    return tuple(
        tuple(tokens(prose, start, end))
        for start, end in sentences(prose)
        if may_state(prose[start:end])
    )


def _stated(line: Line, read: Statement, prose: str) -> Stated:
    start, end = line[read.start].start, line[read.end - 1].end
    what = read.noun
    return Stated(
        start,
        end,
        " ".join(prose[start:end].split()),
        percent=read.percent,
        part=read.part,
        count=read.count,
        base=read.base,
        word=read.word,
        hedge=read.hedge,
        unit=None if what is None or what.is_some else what.noun,
        low=read.low,
        left_out=read.left_out,
        is_ratio=read.is_ratio,
        exactly=read.exactly,
        is_count_first=read.is_count_first,
        is_of_some=what is not None and what.is_some,
    )
