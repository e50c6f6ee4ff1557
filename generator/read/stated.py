"""Figures that a sentence states in digits or in words: 59%, *five of the six cases*, *half*.

Reading only: whether such a figure is true, or may stand there at all, is for others to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.read.figure_words import (
    BARE,
    BESIDE,
    CALLED,
    HAS_FIGURE_WORDS,
    IN_QUOTES,
    OF_ANOTHER_TIME,
    UNITS_NAMED,
    WHOLES,
    Reading,
    Stated,
    stated_by,
)
from generator.read.markdown import Bound, Placed, prose_of


@dataclass(frozen=True)
class Beside:
    """A share in words that stands beside a bound figure, and so speaks of it."""

    stated: Stated
    figure: Bound
    is_negated: bool = False
    """Whether the sentence says it of those who had not: *most had no plan*."""


def stated_in(text: str) -> tuple[Stated, ...]:
    """The figures in a text's prose, in order, without those that are bound or marked."""
    if not HAS_FIGURE_WORDS.search(text):
        return ()
    sentences = _SENTENCE.finditer(prose_of(text).text)
    return tuple(stated for one in sentences for stated in _found(one[0], BARE, one.start()))


def stated_by_quote(words: str) -> tuple[Stated, ...]:
    """The figures in a quotation, in order; the unit that one of them names is that of all.

    In *half, one and 42% of the cases* the *one* is a count, and all three are of the cases.
    """
    found = _found(prose_of(words).text, (*BARE, *IN_QUOTES))
    units = {one.unit for one in found if one.unit}
    if len(units) != 1:
        return found
    return tuple(replace(one, unit=one.unit or next(iter(units))) for one in found)


def beside_figures(text: str) -> Iterator[Beside]:
    """Each share in words with the bound figure that follows it in its sentence, or else the last.

    *Most plans came in time ({{ of("R1") }})* says that the figure is most of its base. Numbers of
    cases, agencies or returns alone are no share, and nothing is said of them.
    """
    if "{{" not in text:
        return
    prose = prose_of(text)
    shares = [one for one in prose.bounds if one.bound.name in _SHARES or one.bound.named]
    for sentence in _SENTENCE.finditer(prose.text):
        figures = [one for one in shares if sentence.start() <= one.start < sentence.end()]
        if figures:
            for stated in _found(sentence[0], (*BARE, *BESIDE), sentence.start()):
                if stated.word or stated.part is not None:
                    yield from _spoken_of(stated, figures, prose.text)


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
    if not any(unit in text for unit in UNITS_NAMED):
        return ()
    return tuple(
        stated
        for one in _SENTENCE.finditer(prose_of(text).text)
        if not OF_ANOTHER_TIME.search(one[0])
        for stated in _found(one[0], WHOLES, one.start())
    )


def called_after_figures(text: str) -> Iterator[Beside]:
    """What follows a bound figure: `{{ percent("R1") }}` *of the cases*, `{{ cases() }}` *%*."""
    if "{{" not in text:
        return
    prose = prose_of(text)
    for figure in prose.bounds:
        called = CALLED.match(prose.text, figure.end)
        if called:
            stated = replace(stated_by(called), text=called[0].strip())
            yield Beside(stated, figure.bound)


def _found(prose: str, readings: Iterable[Reading], offset: int = 0) -> tuple[Stated, ...]:
    """What the readings find, each sign read once, by the first reading that can.

    What a reading sees to be no share is read as well, and no later one takes a part of it.
    """
    found: list[Stated] = []
    taken: list[tuple[int, int]] = []
    lower = prose.lower()
    for reading in readings:
        if not any(word in lower for word in reading.needs):
            continue
        for match in reading.pattern.finditer(prose):
            start, end = match.start() + offset, match.end() + offset
            if any(begins < end and start < ends for begins, ends in taken):
                continue
            taken.append((start, end))
            stated = reading.build(match)
            if stated:
                words = " ".join(match[0].split())
                found.append(replace(stated, start=start, end=end, text=words))
    return tuple(sorted(found, key=lambda one: one.start))


_SENTENCE: Final = re.compile(r"(?:[^.!?\n]|[.!?](?![\s\ue000]|$))+[.!?]?")
