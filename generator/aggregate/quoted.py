"""Figures quoted as their source printed them: whether they can be true of the audit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from decimal import Decimal
from fractions import Fraction
from typing import Final

from generator.aggregate.bearing import bears
from generator.aggregate.binding import Known
from generator.aggregate.figure import Figure
from generator.aggregate.possible import Share, as_printed, places, possible
from generator.diagnostics.wording import listed, nearest
from generator.model.published import Unit
from generator.read.markdown import Quoted
from generator.read.stated import Hedge, Stated, stated_by_quote

QUOTED_FIGURE: Final = "quoted-figure"
"""The rule that such a figure breaks: an audit's `noted` names it, and readers see why."""


def fault(quoted: Quoted, known: Known) -> str | None:
    """Why a quoted figure can't be true of the audit, with the arithmetic; None where it can.

    Words that hold no figure, or a figure of which the base is not known, are shown as printed.
    """
    stated = stated_by_quote(quoted.words)
    own = next((why for one in stated if (why := contradicts_itself(one))), None)
    if own:
        return own
    if quoted.ref:
        return _of_question(quoted, stated, known)
    return next((why for one in stated if (why := _whole_differs(one, known))), None) or _together(
        stated, known
    )


def contradicts_itself(stated: Stated) -> str | None:
    """Why a figure can be true of nothing: its own count, base and percentage do not fit."""
    count, base, percent = stated.count, stated.base, stated.percent
    if count is None or base is None:
        return None
    if count > base:
        return f"{count} is more than {base}"
    if percent is None or not base:
        return None
    given = as_printed(count, base, places(percent))
    return None if given == percent else f"{count} of {base} is {given}%, and not {percent}%"


def _whole_differs(stated: Stated, known: Known) -> str | None:
    whole = known.wholes.of(stated.unit)
    if stated.base is None or whole is None or stated.unit is None:
        return None
    told = f"it speaks of {stated.base} {stated.unit.value}, and there were {whole}"
    if stated.unit is Unit.CASES:
        return told if stated.base != whole else None
    return told if stated.base > whole else None


def _together(stated: Sequence[Stated], known: Known) -> str | None:
    """Whether shares without a base fit the whole that they are of, each or as a list together."""
    for several in _lists(stated):
        unit = several[0].unit
        whole = known.wholes.of(unit)
        shares = [share for one in several if (share := _share(one)) is not None]
        if not shares or unit is None or whole is None:
            continue
        base = None if unit is Unit.RETURNS else whole
        if not possible(shares, base, whole, leaves_rest=True).is_possible:
            return _impossible(several, shares, base, whole, unit)
    return None


def _lists(stated: Sequence[Stated]) -> list[list[Stated]]:
    """Shares of one thing as lists: *half, one and 42% of the cases* is one."""
    lists: list[list[Stated]] = []
    for one in stated:
        last = lists[-1] if lists else None
        if last and last[-1].unit is one.unit and one.start - last[-1].end <= len(", and "):
            last.append(one)
        else:
            lists.append([one])
    return lists


def _share(stated: Stated) -> Share | None:
    if stated.base is not None and stated.count is not None:
        return None  # it says itself what it is, and that has been tested
    if stated.part is not None:
        return stated.part if stated.hedge is Hedge.EXACT else None
    return stated.count if stated.percent is None else stated.percent


def _impossible(
    several: Sequence[Stated], shares: Sequence[Share], base: int | None, up_to: int, unit: Unit
) -> str:
    said = listed([one.text for one in several])
    if base is None:
        return f"no number of up to {up_to} {unit.value} gives {said}"
    (share, *others) = shares
    near = [] if others else possible(shares, base).nearest
    told = f"no whole number of {base} {unit.value} gives {said}"
    if not near or not isinstance(share, Decimal):
        return told
    words = " and ".join(f"{as_printed(one, base, places(share))}% ({one})" for one in near)
    return f"{told}: {words} are nearest"


def _of_question(quoted: Quoted, stated: Iterable[Stated], known: Known) -> str | None:
    ref = quoted.ref
    tally, row = known.tallies.get(ref), known.rows.get(ref)
    printed = set(row.percentages.values()) if row else set()
    figures = [tally.figure, *map(tally.share, tally.choices)] if tally and tally.base else []
    if not figures and not printed:
        near = nearest(ref, known.tallies.keys() | known.rows.keys())
        return f"no question with figures is called `{ref}`" + (
            f"; did you mean `{near}`?" if near else ""
        )
    shares = {Fraction(one.count, one.base) for one in figures} or {
        Fraction(one) / 100 for one in printed
    }
    for one in stated:
        if not _is_of(one, figures, printed, shares):
            told = listed([f"{share}%" for share in sorted(printed)]) or f"`{figures[0].words}`"
            return f"`{one.text}` is not what {ref} says: {told}"
    return None


def _is_of(
    stated: Stated, figures: Sequence[Figure], printed: Set[Decimal], shares: Set[Fraction]
) -> bool:
    """Whether a question's figures say it."""
    if stated.percent is not None:
        same = {as_printed(one.count, one.base, places(stated.percent)) for one in figures}
        return stated.percent in (same | printed)
    if stated.count is not None:
        return any(stated.count == one.count and stated.base in (None, one.base) for one in figures)
    return any(bears(share, stated) for share in shares)
