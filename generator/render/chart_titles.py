"""What a chart shows, said in its title: ten words at most, by a rule, from the data it draws."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from generator.aggregate.comparison import Verdict, compared
from generator.aggregate.printed_row import RowShare
from generator.aggregate.self_judgement import Leaning
from generator.aggregate.tally import Tally
from generator.diagnostics.wording import counted
from generator.model.registers import Scale
from generator.render.charts import in_line

MOST_WORDS: Final = 10


def lowest_and_highest(shares: Mapping[str, RowShare | None], *, are_rounded: bool = False) -> str:
    """`Lowest 35% (D4), highest 98% (A1)` of shares by reference; empty where it says nothing.

    Shares of fewer than ten are no percentages, and stand outside.
    """
    percentages = sorted(
        (
            (millionths, ref, share.short)
            for ref, share in shares.items()
            if share
            and share.short.endswith("%")
            and (millionths := in_millionths(share)) is not None
        ),
        key=lambda one: one[0],
    )
    if len(percentages) < 2:
        return ""
    rounded = ", rounded" if are_rounded else ""
    (low, low_ref, lowest), *_, (high, high_ref, highest) = percentages
    if low == high:
        return f"All {counted(len(percentages), 'share')} are {lowest}{rounded}"
    return f"Lowest {lowest} ({low_ref}), highest {highest} ({high_ref}){rounded}"


def in_millionths(share: RowShare | None) -> int | None:
    """The share in millionths, to sort by; none where it is not known."""
    if share is None:
        return None
    if share.figure:
        return share.figure.count * 1_000_000 // share.figure.base
    return None if share.percentage is None else int(share.percentage * 10_000)


def rose_and_fell(verdicts: Sequence[Verdict], of: str = "question") -> str:
    """`Of 19 questions 3 rose, 1 fell`: a rise is told only where the bases bear it."""
    rose, fell = verdicts.count(Verdict.BETTER), verdicts.count(Verdict.WORSE)
    of_all = counted(len(verdicts), of)
    if rose and fell:
        return f"Of {of_all} {rose} rose, {fell} fell"
    if rose or fell:
        return (
            f"Of {of_all} {rose} rose, none fell" if rose else f"Of {of_all} {fell} fell, none rose"
        )
    return f"No rise or fall can be told of {of_all}"


def above_others(rows: Iterable[tuple[Tally, Tally]]) -> str:
    """`Of 12 questions above others in 4, below in 3`, of own and others' answers.

    As with two audits, only what the bases of both bear is said to be above or below.
    """
    told = [
        compared(others, own)[0]
        for own, others in rows
        if own.favourable and own.base and others.base
    ]
    above, below = told.count(Verdict.BETTER), told.count(Verdict.WORSE)
    if above or below:
        return f"Of {counted(len(told), 'question')} above others in {above}, below in {below}"
    return "Too few answers to tell us from others" if told else ""


def most_given(tally: Tally, scale: Scale, of: str) -> str:
    """`4 of 9 cases: requires improvement`: the grade given most, or those given as often."""
    if not tally.base:
        return ""
    most = max(tally[choice] for choice in tally.choices)
    grades = [in_line(scale.shown(choice)) for choice in tally.choices if tally[choice] == most]
    if len(grades) == 1:
        return _short(f"{most} of {counted(tally.base, of)}: {grades[0]}")
    return _short(f"{most} each of {counted(tally.base, of)}: {' and '.join(grades)}")


def above_the_panel(leaning: Leaning) -> str:
    """`Own grades above the panel's: 23 of 60; below: 4`."""
    if not leaning.of_all:
        return ""
    below = f"; below: {leaning.below}" if leaning.below else ""
    return f"Own grades above the panel's: {leaning.above} of {leaning.of_all}{below}"


def _short(title: str) -> str:
    """A title of ten words at most: none where it would be cut."""
    return title if len(title.split()) <= MOST_WORDS else ""
