"""Figures quoted as their source printed them: whether they can be true of the audit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from generator.aggregate.bearing import bears
from generator.aggregate.binding import AuditFigures
from generator.aggregate.figure import Figure
from generator.aggregate.possible import Share, as_printed, gives, places, possible
from generator.diagnostics.wording import listed, nearest
from generator.model.nouns import AGENCIES, CASES, RETURNS, Noun
from generator.read.figure_words import Hedge, Stated
from generator.read.markdown import Quoted
from generator.read.stated import stated_by_quote

QUOTED_FIGURE: Final = "quoted-figure"
"""The rule that such a figure breaks: an audit's `noted` names it, and readers see why."""


def fault(quoted: Quoted, known: AuditFigures) -> str | None:
    """Why a quoted figure can't be true of the audit, with the arithmetic; None where it can.

    Words that hold no figure, or a figure of which the base is not known, are shown as printed.
    """
    if "{{" in quoted.words:
        return "a figure that is bound needs no mark"
    stated = [_of_whole(one, known) for one in stated_by_quote(quoted.words)]
    if not stated:
        return "there is no figure in it"
    own = next((why for one in stated if (why := contradicts_itself(one))), None)
    if own:
        return own
    if quoted.ref and (why := _of_question(quoted.ref, stated, known)):
        return why
    # What the words say of cases or agencies is held against these, whatever the question counts.
    told = [one for one in stated if not quoted.ref or one.unit in (CASES, AGENCIES)]
    return next((why for one in told if (why := _whole_differs(one, known))), None) or _together(
        told, quoted.words, known
    )


def contradicts_itself(stated: Stated) -> str | None:
    """Why a figure can be true of nothing: its own count, base and percentage do not fit."""
    count, base, percent = stated.count, stated.base, stated.percent
    if base is None or (count is None and percent is None):
        return None
    if count is not None and count > base:
        return f"{count} is more than {base}"
    if percent is None or not base:
        return None
    if count is None:
        return None if possible([percent], base).is_possible else _no_count(stated, base)
    if gives(count, base, percent):
        return None
    return f"{count} of {base} is {as_printed(count, base, places(percent))}%, and not {percent}%"


def _of_whole(stated: Stated, known: AuditFigures) -> Stated:
    """*67% of cases (4)* says how many, and is of all the cases."""
    if stated.percent is None or stated.count is None or stated.base is not None:
        return stated
    is_certain = stated.unit in (CASES, AGENCIES)
    return replace(stated, base=known.totals.of(stated.unit)) if is_certain else stated


def _whole_differs(stated: Stated, known: AuditFigures) -> str | None:
    whole = known.totals.of(stated.unit)
    if stated.base is None or whole is None or stated.unit is None:
        return None
    told = f"it speaks of {stated.base} {stated.unit}, and there were {whole}"
    if stated.unit == CASES:
        return told if stated.base != whole else None
    return told if stated.base > whole else None


def _together(stated: Sequence[Stated], words: str, known: AuditFigures) -> str | None:
    """Whether shares without a base fit the whole that they are of, each or as a list together."""
    for several in _lists(stated, words):
        unit = several[0].unit
        whole = known.totals.of(unit)
        shares = [share for one in several if (share := _share(one)) is not None]
        if not shares or unit is None or whole is None:
            continue
        if unit != RETURNS:
            if not possible(shares, whole, leaves_rest=True).is_possible:
                return _impossible(several, shares, whole, unit)
        elif not possible(shares, up_to=whole, leaves_rest=True).is_possible:
            said = listed([one.text for one in several])
            return f"no number of up to {whole} returns gives {said}"
    return None


_JOINS: Final = re.compile(r"[ ,;]*(?:and|or)? *")


def _lists(stated: Sequence[Stated], words: str) -> list[list[Stated]]:
    """Shares of one thing as lists: *half, one and 42% of the cases* is one."""
    lists: list[list[Stated]] = []
    for one in stated:
        last = lists[-1][-1] if lists else None
        if last and last.unit is one.unit and _JOINS.fullmatch(words, last.end, one.start):
            lists[-1].append(one)
        else:
            lists.append([one])
    return lists


def _share(stated: Stated) -> Share | None:
    """What is to be tested; none for what says its own base, which has been tested."""
    if stated.base is not None:
        return None
    if stated.part is not None:
        return stated.part if stated.hedge is Hedge.EXACT else None
    return stated.count if stated.percent is None else stated.percent


def _impossible(several: Sequence[Stated], shares: Sequence[Share], base: int, unit: Noun) -> str:
    if len(several) == 1 and several[0].percent is not None:
        return _no_count(several[0], base)
    said = listed([one.text for one in several])
    if len(shares) == 1 and isinstance(shares[0], int):
        return f"{said} are more than there were: {base} {unit}"
    return f"no whole number of {base} {unit} gives {said}"


def _no_count(stated: Stated, base: int) -> str:
    """That no count of a base gives a percentage, with the nearest that there are."""
    percent = stated.percent or Decimal(0)
    near = " and ".join(
        f"{as_printed(one, base, places(percent))}% ({one})"
        for one in possible([percent], base).nearest
    )
    unit = f" {stated.unit}" if stated.unit else ""
    return f"no whole number of {base}{unit} gives `{stated.text}`: {near} are nearest"


def _of_question(ref: str, stated: Iterable[Stated], known: AuditFigures) -> str | None:
    tally, row = known.tallies.get(ref), known.rows.get(ref)
    printed: set[Decimal] = set()
    if row:
        joins = (
            join.percentage for join in (*row.joins.values(), *([row.share] if row.share else []))
        )
        printed = {*row.percentages.values(), *(share for share in joins if share is not None)}
    figures = [tally.figure, *map(tally.share, tally.choices)] if tally and tally.base else []
    if row and not figures and not printed:
        return None  # it has a row, and no figure in it to compare with
    if not figures and not printed:
        refs = known.tallies.keys() | known.rows.keys()
        near = nearest(ref, refs)
        here = f"; known here: {listed(sorted(refs))}" if refs else ""
        return f"no question with figures is called `{ref}`" + (
            f"; did you mean `{near}`?" if near else here
        )
    for one in stated:
        if not (_is_of(one, figures) if figures else _is_printed(one, printed)):
            told = listed([f"{share}%" for share in sorted(printed)]) or f"`{figures[0].words}`"
            return f"`{one.text}` is not what {ref} says: {told}"
    return None


def _is_of(stated: Stated, figures: Sequence[Figure]) -> bool:
    """Whether one of a question's figures says it."""
    return any(
        stated.base in (None, one.base)
        and stated.count in (None, one.count)
        and (stated.percent is None or gives(one.count, one.base, stated.percent))
        and bears(Fraction(one.count, one.base), stated)
        for one in figures
    )


def _is_printed(stated: Stated, printed: Set[Decimal]) -> bool:
    """Whether one of the percentages says it; how many they are of, nobody knows."""
    if stated.percent is not None:
        return stated.percent in printed
    return any(bears(Fraction(share) / 100, stated) for share in printed)
