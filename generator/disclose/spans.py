"""Between which counts a told cell lies, and what follows for a row from all that is told of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from fractions import Fraction
from typing import Final

from generator.aggregate.shown import ShownCell, ShownRow
from generator.model.disclosure import (
    CONFIDENTIAL,
    LARGEST_CONFIDENTIAL,
    WORDS,
    rounded_from,
    word_of,
)
from generator.model.returns import NonAnswer

_OUTSIDE = frozenset(answer.value for answer in NonAnswer)


def span_of(cell: ShownCell) -> tuple[int, int] | None:
    """Between which counts a told cell lies; none for one that is told in a word or not at all."""
    if cell.words == CONFIDENTIAL:
        return 1, LARGEST_CONFIDENTIAL
    return None if cell.count is None else rounded_from(cell.count)


def leave_room(words: Iterable[str]) -> bool:
    """Whether the words for all parts of one whole leave each as much room as it has alone.

    Three times *some* and once *about half* can only be a fifth each and two fifths.

    >>> leave_room(["most", "some"]), leave_room(["some", "some", "about half", "some"])
    (True, False)
    """
    held = list(words)
    least = sum(_BANDS[word][0] for word in held)
    most = sum(_BANDS[word][1] for word in held)
    return 1 - least >= _WIDEST and most - 1 >= _WIDEST


_WIDEST: Final = Fraction(1, 5)
_BANDS: Final = {
    word: (least, above)
    for (least, word, _), above in zip(
        WORDS, (Fraction(1), *(least for least, _, _ in WORDS)), strict=False
    )
}
"""From which share to which each word goes."""


def word_of_row(row: ShownRow, answers: Collection[str]) -> str:
    """The word for the share of some answers, as the told cells give it to anyone; or `[c]`."""
    own = [cell for cell in row.cells if cell.answer in answers]
    if own and any(span_of(cell) is None for cell in own):
        return own[0].words if len(own) == 1 else row.favourable or CONFIDENTIAL
    others = [cell for cell in row.cells if cell.answer not in (*answers, *_OUTSIDE)]
    spans, rest = [span_of(cell) for cell in own], [span_of(cell) for cell in others]
    if not own or any(span is None for span in rest):
        return CONFIDENTIAL
    told = dict(row.counts)
    if told and sum(told.values()):
        return word_of(Fraction(sum(told[one] for one in answers), sum(told.values())))
    least, most = (sum(span[end] for span in spans if span) for end in (0, 1))
    fewest, many = (sum(span[end] for span in rest if span) for end in (0, 1))
    if not (least + many and most + fewest):
        return CONFIDENTIAL
    low = word_of(Fraction(least, least + many))
    high = word_of(Fraction(most, most + fewest))
    in_order = [word for _, word, _ in reversed(WORDS)]
    if in_order.index(high) - in_order.index(low) > 1:
        return CONFIDENTIAL
    return low if low == high else f"{low} or {high}"
