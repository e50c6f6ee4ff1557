"""What a heading says of its column: of which answer or statistic, counted how, of which year."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from generator.draft.cell import plain


class Measure(StrEnum):
    """What the numbers of a column are, as far as its heading says."""

    COUNTS = "counts"
    PERCENTAGES = "percentages"
    BOTH = "counts and percentages"
    UNSAID = ""


@dataclass(frozen=True)
class Heading:
    """What stands above a column, taken apart."""

    printed: str
    words: str = ""
    """What is left without measure and year: an answer, a total, or anything else."""
    measure: Measure = Measure.UNSAID
    year: str = ""
    why_not: str = ""
    """Why it cannot be understood, where that is certain."""

    @property
    def is_bare(self) -> bool:
        """Whether it says how is counted, and not what."""
        return bool(self.measure) and not self.words


TOTAL: Final = "total"
TARGET: Final = "target"
STATISTICS: Final = {
    **dict.fromkeys(("mean", "average", "mean score", "average score"), "mean"),
    **dict.fromkeys(("median", "median score"), "median"),
    **dict.fromkeys(("lowest", "minimum", "min"), "lowest"),
    **dict.fromkeys(("highest", "maximum", "max"), "highest"),
    TARGET: TARGET,
}
"""What a row can have besides answers and a total: the words of a heading, and the field."""

YEAR: Final = re.compile(r"(?<![0-9-])(?:19|20)[0-9]{2}(?:[-/](?:[0-9]{2}){1,2})?(?![0-9-])")
_SHARE: Final = re.compile(r"%(?:age)?|\bper ?cent(?:age)?s?\b|\bproportion\b")
_COUNT: Final = re.compile(
    r"\bno\.|\bnumbers?\b|\bcounts?\b|\bfreq(?:uency)?\b\.?|#|\(n\)|(?<=\w )n$|\bn\b(?=[ (,&/]+%)"
)
_TOTALS: Final = re.compile(
    r"(?:grand |overall )?totals?(?: (?:responses|respondents|answers|answered|cases|returns))?"
    r"|base|n ?=?|all|sum|out of|sample(?: size)?|responses|respondents|answered"
)
_BESIDE: Final = re.compile(
    r"^(?:(?:and|of|who said)\b|[ ()\[\]:,&/.-])+|(?:\band\b|[ ()\[\]:,&/.-])+$"
)
_SPANNING: Final = ("answer", "answers", "response", "responses", "result", "results", "rating")


def speaks_of_shares(text: str) -> bool:
    """Whether a text speaks of percentages."""
    return _SHARE.search(plain(text)) is not None


def statistic(words: str) -> str:
    """The field of a row that words stand for besides answers, such as `total`; else nothing."""
    return STATISTICS.get(words) or (TOTAL if _TOTALS.fullmatch(words) else "")


def heading(pieces: Sequence[str]) -> Heading:
    """What the cells above a column say, from top to bottom.

    >>> heading(["Yes", "No. (%)"])
    Heading(printed='Yes, No. (%)', words='yes', measure=<Measure.BOTH: 'counts and percentages'>, \
year='', why_not='')
    """
    said = [plain(piece) for piece in pieces if piece]
    shares = counts = False
    years: list[str] = []
    words: list[str] = []
    for at, piece in enumerate(said):
        years += YEAR.findall(piece)
        counted, uncounted = _COUNT.subn("", YEAR.sub("", piece))
        left, shared = _SHARE.subn("", counted)
        shares, counts = shares or shared > 0, counts or uncounted > 0
        left = _BESIDE.sub("", " ".join(left.split()))
        if left == "n" and words:
            counts = True
        elif left and not (left in _SPANNING and at + 1 < len(said)):
            words.append(left)
    measure = (Measure.UNSAID, Measure.COUNTS, Measure.PERCENTAGES, Measure.BOTH)[
        counts + 2 * shares
    ]
    found = Heading(", ".join(filter(None, pieces)), " ".join(words), measure, "".join(years[:1]))
    if len(words) > 1:
        return replace(found, why_not=f"`{words[0]}` and `{words[1]}` stand above it")
    return replace(found, why_not="it names two years") if len(years) > 1 else found


_SHORT: Final = {"y": "yes", "n": "no"}


def spelled(headings: Sequence[Heading]) -> list[Heading]:
    """The headings, Y and N spelled out where both are there; N alone is how many there were."""
    if not _SHORT.keys() <= {one.words for one in headings}:
        return list(headings)
    return [replace(one, words=_SHORT.get(one.words, one.words)) for one in headings]


def paired(headings: Sequence[Heading], is_answer: Callable[[str], bool]) -> list[Heading]:
    """The headings, each that is no more than `%` taken with the answer at its left.

    That is certain only where every answer has one; else it may be of any answer, or of the whole.
    """
    bare = [one.is_bare and one.measure is Measure.PERCENTAGES for one in headings]
    follows = [at > 0 and is_bare and not bare[at - 1] for at, is_bare in enumerate(bare)]
    all_followed = all(
        at + 1 < len(headings) and follows[at + 1]
        for at, one in enumerate(headings)
        if is_answer(one.words) and one.measure in (Measure.UNSAID, Measure.COUNTS)
    )
    found = list(headings)
    for at, one in enumerate(headings):
        if not one.is_bare:
            continue
        left = headings[at - 1] if at else one
        is_of_left = is_answer(left.words) or statistic(left.words) == TOTAL
        if follows[at] and all_followed and is_of_left and left.year == one.year:
            found[at] = replace(one, words=left.words)
            if left.measure is Measure.UNSAID:
                found[at - 1] = replace(left, measure=Measure.COUNTS)
        else:
            found[at] = replace(one, why_not="it does not say of which answer")
    return found
