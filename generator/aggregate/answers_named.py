"""Which answers of a question a quotation names, and what their share is: *good or better*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from generator.aggregate.binding import AuditFigures
from generator.aggregate.figure import Figure
from generator.aggregate.printed_row import PrintedRow
from generator.diagnostics.wording import joined, listed
from generator.model.nouns import Noun


@dataclass(frozen=True)
class AnswerShare:
    """What is known of the share of one answer, or of several joined."""

    counts: tuple[int, ...] = ()
    """How many can have given it: one where that was printed, several where it is worked out."""
    base: int | None = None
    """Out of how many; none where that is not known."""
    printed: Decimal | None = None
    """The percentage that was printed, or the sum of several."""
    parts: int = 1
    """How many percentages were added up: each may have been rounded."""

    @property
    def shares(self) -> tuple[Fraction, ...]:
        """The shares that it can be."""
        if self.base and self.counts:
            return tuple(Fraction(count, self.base) for count in self.counts)
        return () if self.printed is None else (Fraction(self.printed) / 100,)

    def __add__(self, other: AnswerShare) -> AnswerShare:
        both = self.counts and other.counts
        sums = {one + more for one in self.counts for more in other.counts} if both else set()
        is_printed = self.printed is not None and other.printed is not None
        return AnswerShare(
            tuple(sorted(one for one in sums if self.base is None or one <= self.base)),
            self.base,
            (self.printed or Decimal(0)) + (other.printed or Decimal(0)) if is_printed else None,
            self.parts + other.parts,
        )


@dataclass(frozen=True)
class AnswersNamed:
    """The answers that words name, with what their share is."""

    shares: tuple[AnswerShare, ...]
    """Any of these may be meant; none where nothing is known of what is named."""
    told: str
    """What the question says, for a message."""
    named: str = ""
    """Of which answers, as a message goes on: ` of `good` or `outstanding``."""


def answers_named(ref: str, words: str, figures: AuditFigures) -> AnswersNamed | None:
    """The answers that words name, or the favourable ones; none where there are no figures."""
    known, row = _known(ref, figures), figures.rows.get(ref)
    if _NON_ANSWER.search(words.lower()):
        return _outside(ref, words.lower(), figures)
    if not known and not (row and row.joins):
        return None
    scale = figures.scales.get(ref)
    tally = figures.tallies.get(ref)
    choices = tally.choices if tally else scale.choices if scale else tuple(known)
    favourable = tally.favourable if tally else scale.favourable if scale else ()
    named = named_in(words, choices)
    if named:
        share = _typed(named, figures.rows.get(ref)) or _joined(named, known)
        told = _told([share], figures.unit) if share else ""
        of = f" of {joined(f'`{one}`' for one in named)}"
        return AnswersNamed((share,) if share else (), told, of)
    typed = _typed(favourable, figures.rows.get(ref))
    whole = typed or (_joined(favourable, known) if favourable else None)
    is_either = whole is None or len(choices) <= _TWO
    together = [] if is_either else _from_either_end(choices, known)
    shares = [*([whole] if whole else []), *(known.values() if is_either else []), *together]
    return AnswersNamed(tuple(shares), _row_told(ref, shares, figures))


_NON_ANSWER: Final = re.compile(
    r"\b(?P<unknown>(?:did|do) ?n[o\u2019']?t know|not known|not sure|unsure)\b"
    r"|\b(?P<apart>not applicable|n/a)\b|\b(?P<blank>(?:left )?blank|(?:did not|no) answer)\b"
)


_OUTSIDE: Final = {"unknown": "don't know", "apart": "not applicable", "blank": "blank"}


def _outside(ref: str, words: str, figures: AuditFigures) -> AnswersNamed:
    """What is known of those who gave no value of the scale, each out of all that were asked."""
    found = _NON_ANSWER.search(words)
    answer = _OUTSIDE[(found.lastgroup if found else None) or "blank"]
    tally, row = figures.tallies.get(ref), figures.rows.get(ref)
    cell = row.cell(answer) if row else None
    shares: tuple[AnswerShare, ...] = ()
    if cell and cell.count is not None:
        bases = {row.total if row else None, tally.asked if tally else None}
        shares = tuple(AnswerShare((cell.count,), base, cell.percentage) for base in bases if base)
    elif tally and not row:
        shares = (AnswerShare((tally.counts.get(answer, 0),), tally.asked),)
    told = _told(shares[:1], figures.unit) if shares else ""
    return AnswersNamed(shares, told, f" of `{answer}`")


_TWO: Final = 2


def _from_either_end(
    choices: Sequence[str], known: Mapping[str, AnswerShare]
) -> Iterator[AnswerShare]:
    """The shares of several answers that a text may join without naming them: *within 21 days*."""
    for at in range(1, len(choices)):
        for answers in (choices[:at], choices[at:]):
            share = _joined(answers, known) if len(answers) > 1 else None
            if share:
                yield share


def _row_told(ref: str, shares: Sequence[AnswerShare], figures: AuditFigures) -> str:
    row = figures.rows.get(ref)
    if row and row.percentages:
        return listed([f"{share}%" for share in sorted(set(row.percentages.values()))])
    return _told(shares[:1], figures.unit)


def _told(shares: Iterable[AnswerShare], unit: Noun) -> str:
    return listed(
        [
            Figure(one.counts[0], one.base, unit).words
            if one.base and len(one.counts) == 1
            else f"{one.printed}%"
            for one in shares
        ]
    )


def _known(ref: str, figures: AuditFigures) -> dict[str, AnswerShare]:
    """What is known of each answer of a question."""
    row, tally = figures.rows.get(ref), figures.tallies.get(ref)
    if row is not None:
        return _of_row(row)
    if tally is None or not tally.base:
        return {}
    return {one: AnswerShare((tally[one],), tally.base) for one in tally.choices}


def _of_row(row: PrintedRow) -> dict[str, AnswerShare]:
    known = {}
    for cell in row.cells:
        counts = () if cell.fewest is None else tuple(range(cell.fewest, (cell.most or 0) + 1))
        if counts or cell.percentage is not None:
            known[cell.answer] = AnswerShare(counts, row.base, cell.percentage)
    return known


def _typed(named: Sequence[str], row: PrintedRow | None) -> AnswerShare | None:
    """What was printed for several answers together; none where each has its own figure."""
    share = row.share_of(tuple(named)) if row and row.joins else None
    if share is None:
        return None
    counts = () if share.fewest is None else tuple(range(share.fewest, (share.most or 0) + 1))
    return AnswerShare(counts, share.base, share.percentage)


def _joined(answers: Iterable[str], known: Mapping[str, AnswerShare]) -> AnswerShare | None:
    """The share of several answers together; none where one of them is not known."""
    shares = [known.get(answer) for answer in answers]
    if not shares or None in shares:
        return None
    first, *others = (share for share in shares if share)
    for share in others:
        first = first + share
    return first


def named_in(words: str, choices: Sequence[str]) -> tuple[str, ...]:
    """The answers that words name, in the order of the scale, which is best first.

    >>> scale = ("outstanding", "good", "requires improvement", "inadequate")
    >>> named_in("50% good or better", scale), named_in("less than good", scale)
    (('outstanding', 'good'), ('requires improvement', 'inadequate'))
    """
    text = " ".join(words.lower().split())
    found: set[str] = set()
    for choice, start, end in _mentions(text, choices):
        at = choices.index(choice)
        if _OR_BETTER.match(text, end) or _AT_LEAST.search(text[:start]):
            found.update(choices[: at + 1])
        elif _OR_WORSE.match(text, end):
            found.update(choices[at:])
        elif _LESS_THAN.search(text[:start]):
            found.update(choices[at + 1 :])
        elif _BETTER_THAN.search(text[:start]):
            found.update(choices[:at])
        elif _NOT.search(text[:start]):
            found.update(set(choices) - {choice})
        else:
            found.add(choice)
    return tuple(choice for choice in choices if choice in found)


_OR_BETTER: Final = re.compile(r"['\"*]* (?:or|and) (?:better|above|higher|more)\b")
_OR_WORSE: Final = re.compile(r"['\"*]* (?:or|and) (?:worse|below|lower|less)\b")
_AT_LEAST: Final = re.compile(r"\bat least ['\"*]*$")
_NOT: Final = re.compile(
    r"\b(?:did not|not|never|didn't|wasn't|weren't|other than) (?:\w+ ){0,2}['\"*]*$"
)
_LESS_THAN: Final = re.compile(r"\b(?:less than|below|worse than|lower than|under) ['\"*]*$")
_BETTER_THAN: Final = re.compile(r"\b(?:better than|above|higher than) ['\"*]*$")


def _mentions(text: str, choices: Sequence[str]) -> Iterable[tuple[str, int, int]]:
    taken: list[tuple[int, int]] = []
    for choice in sorted(choices, key=len, reverse=True):
        after = r"(?!\w)(?! (?:practice|enough|reason|plan|doubt|longer|more|fewer|one|less)\b)"
        for match in re.finditer(rf"(?<![\w-]){re.escape(choice.lower())}d?{after}", text):
            if choice.lower() in ("no", "yes") and not _is_answer(text, match):
                continue
            if not any(begin < match.end() and match.start() < end for begin, end in taken):
                taken.append(match.span())
                yield choice, *match.span()


_SAYING: Final = re.compile(r"\b(?:said|answered|say|saying|answer|answering|was|were) $")


def _is_answer(text: str, match: re.Match[str]) -> bool:
    """Whether *no* is said as an answer, and not as in *no plan*."""
    is_quoted = text[match.start() - 1 : match.start()] in ("'", '"', "*", "\u2018", "\u201c")
    said = re.search(
        r"\b(?:said|answered|say|saying|answer|answering|was|were) $", text[: match.start()]
    )
    is_last = match.end() == len(text) or text[match.end()] in ",.;:)"
    return is_quoted or bool(said) or (is_last and match.start() > 0)
