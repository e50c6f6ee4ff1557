"""Figures quoted as their source printed them: whether they can be true of the audit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from generator.aggregate.answers_named import AnswerShare, answers_named, named_in
from generator.aggregate.bearing import bears, bears_count, bears_percent
from generator.aggregate.binding import AuditFigures
from generator.aggregate.possible import (
    Rounding,
    Share,
    as_printed,
    counts_giving,
    gives,
    places,
    possible,
)
from generator.diagnostics.nearest import nearest
from generator.diagnostics.wording import listed
from generator.model.nouns import AGENCIES, CASES, RESPONDENTS, RETURNS, Noun, with_count
from generator.read.figures.said import Hedge, Stated
from generator.read.markdown import BOUND_MARK, GAP, Quoted
from generator.read.other_times import Time, times
from generator.read.stated import may_hold_a_figure, stated_by_quote

QUOTED_FIGURE: Final = "quoted-figure"
"""The rule that such a figure breaks: an audit's `noted` names it, and readers see why."""

_ITS_CASES: Final = frozenset(
    (
        *("contacts", "children", "records", "files", "patients", "referrals", "assessments"),
        *("adults", "people", "young people", "families", "conferences", "notifications"),
        *("enquiries", "investigations", "clients", "residents", "service users", "women"),
        *("case files", "case records", "young persons", "victims", "households", "notes"),
    )
)
"""What an audit may have called its cases, where it says no other number."""
_CASES_AS_FILES: Final = frozenset(("files", "case files", "records", "case records"))
"""What auditors read of each case: they are the cases, whatever else was counted."""
_OF_FILES: Final = frozenset(("social", "care", "health", "electronic", "paper", "work", "case"))
"""Words before a noun that say whose it is: *social care records* are records."""
_ONE_A_CASE: Final = _ITS_CASES - {
    *("children", "adults", "people", "young people", "families", "women", "victims"),
    *("assessments", "conferences", "notes", "households"),
}
"""Of these there are no more than cases."""


@dataclass(frozen=True)
class Verdict:
    """What became of testing a quoted figure."""

    fault: str | None = None
    """Why it can't be true, with the arithmetic; none where it can."""
    against: tuple[str, ...] = ()
    """What it was tested with: `20 contacts`, `A1`, `its own numbers`."""
    nouns: tuple[Noun, ...] = ()
    """What it is a share of, where no number of it is known."""

    @property
    def words(self) -> str:
        """`checked against 20 contacts`, or `not tested:` and why."""
        if self.against:
            return f"checked against {' and '.join(self.against)}"
        missing = [f"how many {noun} there were is not known" for noun in self.nouns]
        return f"not tested: {' and '.join(missing) or 'it does not say of what'}"


def fault(quoted: Quoted, figures: AuditFigures) -> str | None:
    """Why a quoted figure can't be true of the audit, with the arithmetic; None where it can.

    Words that hold no figure, or a figure of which the base is not known, are shown as printed.
    """
    return verdict(quoted, figures).fault


def verdict(quoted: Quoted, figures: AuditFigures) -> Verdict:
    """Whether a quoted figure can be true of the audit, and what it was tested with."""
    if "{{" in quoted.words:
        return Verdict("a figure that is bound needs no mark")
    stated = stated_by_quote(quoted.words)
    if not stated:
        return Verdict() if may_hold_a_figure(quoted.words) else Verdict("there is no figure in it")
    if quoted.year and quoted.year not in figures.earlier:
        return Verdict(_unknown_year(quoted.year, figures))
    stated = (*stated[:-1], _of_some(_with_what_follows(stated[-1], quoted), quoted))
    if _CHANGED.search(quoted.before + GAP + quoted.words) and len(stated) == 1:
        return Verdict()  # a rise can be over 100%, and is a share of nothing that was counted
    held = [
        (one, _of_time(time, figures))
        for one, time in zip(stated, times(quoted, stated, figures.year), strict=True)
    ]
    held = [(_of_whole(one, there_were), there_were) for one, there_were in held]
    why = _first(contradicts_itself(one) for one, _ in held)
    now = [one for one, there_were in held if there_were is figures]
    if not why and quoted.ref and now:
        why = _of_question(quoted, now, figures)
    # What the words say of cases or agencies is held against these, whatever the question counts.
    told = [one for one in held if not quoted.ref or one[0].unit in (CASES, AGENCIES)]
    why = why or _first(_whole_differs(one, there_were) for one, there_were in told)
    why = why or _together(told, quoted.words)
    if not (why or quoted.ref or quoted.year):
        # The answer may be named just before the mark: *was good in [60% of records](printed)*.
        clause = _CLAUSE.split(quoted.before)[-1]
        for words in (quoted.words, f"{clause}{quoted.words}"):
            if ref := _row_named(words, now, figures):
                quoted = replace(quoted, ref=ref)
                why = _of_question(replace(quoted, words=words), now, figures)
                break
    return Verdict(why, *_tested(quoted, held))


def _row_named(words: str, stated: Sequence[Stated], figures: AuditFigures) -> str:
    """The one question whose answers words name: *24 of 64 files were rated amber*.

    Empty where it names none, or those of several; where it is out of something else; and where
    there are several figures, each of which may be of another answer.
    """
    bases = {
        one.base if one.base is not None else total_of(one.unit, figures)
        for one in stated
        if one.unit or one.base is not None
    }
    if len(stated) != 1 or len(bases) != 1 or stated[0].is_of_some:
        return ""
    (base,) = bases
    naming = {
        ref
        for ref, scale in figures.scales.items()
        if named_in(words.lower(), [one for one in scale.choices if one.lower() not in _YES_OR_NO])
    }
    if len(naming) != 1:
        return ""
    (ref,) = naming
    answers = answers_named(ref, words, figures)
    known = answers.shares if answers else ()
    return ref if known and all(share.base == base for share in known) else ""


_YES_OR_NO: Final = ("yes", "no")
"""Answers that any sentence may hold without speaking of a question's."""


def _of_some(stated: Stated, quoted: Quoted) -> Stated:
    """*[17 cases out of 20](printed) that were looked at once more*: it goes on behind the mark."""
    is_at_end = stated.end >= len(quoted.words.rstrip())
    if stated.base is None or not is_at_end or not _SOME.match(quoted.after):
        return stated
    return replace(stated, unit=None)


def _with_what_follows(stated: Stated, quoted: Quoted) -> Stated:
    """*[65%](printed) of records*: what it is of stands behind the mark."""
    is_at_end = stated.end >= len(quoted.words.rstrip())
    if stated.unit or stated.is_of_some or stated.base is not None or not is_at_end:
        return stated
    if not (stated.percent is not None or stated.part is not None) or not _OF.match(quoted.after):
        return stated
    longer = stated_by_quote(quoted.words + _CLAUSE.split(quoted.after)[0])
    same = [one for one in longer if one.start == stated.start]
    return replace(same[0], end=stated.end, text=stated.text) if same else stated


_OF: Final = re.compile(r" +of (?:the |all |these |those )?[a-z0-9]")
_CLAUSE: Final = re.compile(rf"[.,;:()\n{GAP}{BOUND_MARK}]")
_CHANGED: Final = re.compile(
    r"\b(?:fell|fallen|rose|risen|grew|grown|dropped|increased?|decreased?|up|down)"
    rf" by (?:(?:about|around|nearly|almost|over|some) )?{GAP}"
    rf"|\b(?:rise|increase|growth|fall|drop|decrease|reduction) of {GAP}"
)


_SOME: Final = re.compile(
    r" +(?:with|in which|where|who|whose|from|(?:that|which) (?:had|were|was) "
    r"(?!(?:audited|reviewed|examined|sampled|selected|chosen)\b"
    r"|looked at(?! (?:again|twice|once))))"
)


def _first(reasons: Iterable[str | None]) -> str | None:
    return next((why for why in reasons if why), None)


def _unknown_year(year: str, figures: AuditFigures) -> str:
    known = sorted(figures.earlier)
    there_are = f"there is one of {listed(known)}" if known else "no earlier audit is known"
    return f"no number of cases is known of an audit of {year}; {there_are}"


def _of_time(time: Time, figures: AuditFigures) -> AuditFigures:
    """The figures of the audit that a share is of: this one, an earlier one, or nothing known."""
    if time is None:
        return figures
    known = figures.earlier
    cases = known.get(time) if time in known or len(known) != 1 else None
    if time == "" and len(known) == 1:
        cases = next(iter(known.values()))
    return AuditFigures(totals=figures.totals.model_copy(update=_ONLY_CASES | {"cases": cases}))


_ONLY_CASES: Final[dict[str, object]] = {"agencies": None, "returns": None, "counted": {}}


def _tested(
    quoted: Quoted, held: Sequence[tuple[Stated, AuditFigures]]
) -> tuple[tuple[str, ...], tuple[Noun, ...]]:
    """What figures were tested with, and the nouns of which no number is known."""
    against, nouns = [quoted.ref] if quoted.ref else [], []
    for one, figures in held:
        number = total_of(one.unit, figures)
        if number is not None and one.unit:
            against.append(with_count(number, one.unit))
        elif one.base is not None:
            against.append("its own numbers")
        elif one.unit and not quoted.ref:
            nouns.append(one.unit)
    return tuple(dict.fromkeys(against)), tuple(dict.fromkeys(nouns))


def total_of(noun: Noun | None, figures: AuditFigures) -> int | None:
    """How many there were of a noun; an audit with one number only may call its cases so."""
    there_were = figures.totals
    number = there_were.of(noun) if noun else None
    if number is not None or noun is None:
        return number
    if noun in _CASES_AS_FILES:
        return there_were.cases
    if "-" in noun and (number := there_were.of(noun.replace("-", " "))) is not None:
        return number
    *kinds, head = noun.split()
    if kinds and set(kinds) <= _OF_FILES:
        return total_of(head, figures)
    has_others = bool(there_were.counted or there_were.returns)
    return there_were.cases if noun in _ITS_CASES and not has_others else None


def contradicts_itself(stated: Stated) -> str | None:
    """Why a figure can be true of nothing: its words, count, base and percentage do not fit."""
    count, base, percent = stated.count, stated.base, stated.percent
    if stated.exactly is not None and percent is not None:
        share = Fraction(stated.exactly)
        low = Fraction(stated.low) if stated.low is not None else None
        is_so = (
            low <= share <= Fraction(percent)
            if low is not None
            else bears_percent(share, percent, stated.hedge)
        )
        if not is_so:
            return f"{stated.exactly}% is not {_said(stated)}"
        # What stands in the brackets is what was counted.
        return contradicts_itself(
            replace(stated, percent=stated.exactly, exactly=None, low=None, hedge=Hedge.EXACT)
        )
    if percent is not None and _is_more_than_all(stated, percent):
        return "no share of a whole is over 100%"
    if count is not None and base is not None and count > base:
        return f"{count} is more than {base}"
    if stated.left_out is not None and base and count not in (None, base - stated.left_out):
        return f"all but {stated.left_out} of {base} is {base - stated.left_out}, and not {count}"
    if percent is not None and base:
        why = _own_percentage(stated, percent, base)
        if why:
            return why
    return _own_words(stated)


def _is_more_than_all(stated: Stated, percent: Decimal) -> bool:
    return percent > 100 or (percent == 100 and stated.hedge in (Hedge.MORE, Hedge.JUST_OVER))


def _own_percentage(stated: Stated, percent: Decimal, base: int) -> str | None:
    count = stated.count
    if stated.is_ratio:
        return None
    if count is None:
        return None if _can_be(stated, base) else _no_count(stated, base)
    is_plain = stated.hedge is Hedge.EXACT and stated.low is None
    if gives(count, base, percent):
        return None
    if stated.is_count_first and stated.low is None:
        if _own_hedge(stated, Fraction(100 * count, base), percent):
            return None
    elif not is_plain and _is_borne(stated, count, base):
        return None
    return (
        f"{count} of {base} is {as_printed(count, base, places(percent))}%, and not {_said(stated)}"
    )


def _own_hedge(stated: Stated, share: Fraction, percent: Decimal) -> bool:
    """*At least 12 of 18 (72%)*: whether the percentage is of what the hedged count may be."""
    exact = Decimal(share.numerator) / share.denominator
    return stated.hedge is not Hedge.EXACT and bears_percent(Fraction(percent), exact, stated.hedge)


def _said(stated: Stated) -> str:
    hedge = "" if stated.hedge is Hedge.EXACT else f"{stated.hedge.value} "
    if stated.low is not None:
        return f"{stated.low} to {stated.percent}%"
    return f"{hedge}{stated.percent}%"


def _is_borne(stated: Stated, count: int, base: int) -> bool:
    """Whether a count of a base may be called what the percentage says, with its hedge."""
    share = Fraction(100 * count, base)
    if stated.percent is None:
        return True
    if stated.low is not None:
        low, high = Fraction(stated.low), Fraction(stated.percent)
        if isinstance(stated.low, int):  # *12 to 13 of 20 (62%)*
            return Fraction(100, base) * low - _HALF <= high <= share + _HALF
        return low - _HALF <= share < high + _HALF
    return bears_percent(share, stated.percent, stated.hedge)


_HALF: Final = Fraction(1, 2)


def _can_be(stated: Stated, base: int) -> bool:
    """Whether some whole count of a base bears a percentage or a part."""
    if stated.percent is not None and stated.part is not None:
        # *Nearly three quarters (72%)*: the hedge is of the part.
        stated = replace(stated, part=None, hedge=Hedge.EXACT)
    if stated.percent is not None:
        if stated.hedge is Hedge.EXACT and stated.low is None:
            # Cut off or rounded is a question of a whole table; one figure is taken as rounded.
            return any(
                counts_giving(stated.percent, base, by)
                for by in (Rounding.HALF_UP, Rounding.HALF_EVEN)
            )
        near = int(stated.percent * base / 100)
        tried = {0, base, *range(max(0, near - _TRIED), min(base, near + _TRIED) + 1)}
        if stated.low is not None:
            middle = int((stated.percent + Decimal(stated.low)) / 2 * base / 100)
            tried |= {middle, min(base, middle + 1)}
        return any(_is_borne(stated, one, base) for one in tried)
    if stated.part is None:
        return True
    if stated.hedge is Hedge.EXACT:
        return (stated.part * base).denominator == 1
    near = int(stated.part * base)
    if stated.hedge is Hedge.ABOUT:
        return True  # the count that is nearest
    tried = {0, base, *range(max(0, near - _TRIED), min(base, near + _TRIED) + 1)}
    return any(bears(Fraction(one, base), stated) for one in tried)


_TRIED: Final = 60


def _own_words(stated: Stated) -> str | None:
    """*Half (60%)*, *all cases (95%)*, *the majority (45%)*, *half of the cases (9 of 20)*."""
    if stated.word is None and stated.part is None:
        return None
    if stated.is_ratio:
        return None
    count, base = stated.count, stated.base
    if count is not None and base:
        share, said = Fraction(count, base), f"{count} of {base}"
    elif stated.percent is not None:
        share, said = Fraction(stated.percent) / 100, f"{stated.percent}%"
    else:
        return _of_own_base(stated)
    return None if bears(share, stated) else f"{said} is not what its words say"


def _of_own_base(stated: Stated) -> str | None:
    if stated.part is None or not stated.base or _can_be(stated, stated.base):
        return None
    return _no_count(stated, stated.base)


def _of_whole(stated: Stated, figures: AuditFigures) -> Stated:
    """*67% of cases (4)* says how many, and is of all the cases; *one in five cases* is a part."""
    total = total_of(stated.unit, figures)
    if stated.is_ratio and stated.base and stated.count is not None and stated.base != total:
        if total is None and stated.percent is None:
            return stated
        part = Fraction(stated.count, stated.base)
        return replace(stated, part=part, count=None, base=None, is_ratio=False)
    has_share = stated.percent is not None or stated.part is not None or stated.word is not None
    if not has_share or stated.count is None or stated.base is not None:
        return stated
    is_certain = stated.unit is not None and stated.unit not in (RETURNS, RESPONDENTS)
    return replace(stated, base=total) if is_certain else stated


def _whole_differs(stated: Stated, figures: AuditFigures) -> str | None:
    whole = total_of(stated.unit, figures)
    if stated.base is None or whole is None or stated.unit is None or stated.is_ratio:
        return None
    told = f"it speaks of {stated.base} {stated.unit}, and there were {whole}"
    is_known = figures.totals.of(stated.unit) is not None
    if is_known and stated.unit not in (AGENCIES, RETURNS, RESPONDENTS):
        return told if stated.base != whole else None
    if not is_known and stated.unit not in _ONE_A_CASE:
        return None
    return told if stated.base > whole else None


def _together(held: Sequence[tuple[Stated, AuditFigures]], words: str) -> str | None:
    """Whether shares without a base fit the whole that they are of, each or as a list together."""
    for several, figures in _lists(held, words):
        unit = several[0].unit
        whole = total_of(unit, figures)
        if unit is None or whole is None:
            continue
        why = _first(_not_borne(one, whole, unit) for one in several)
        if why:
            return why
        shares = [share for one in several if (share := _share(one, unit, figures)) is not None]
        if not shares:
            continue
        if (
            len(shares) == 1
            and unit not in (RETURNS, RESPONDENTS)
            and not _can_be(several[0], whole)
        ):
            return _impossible(several, shares, whole, unit)
        if unit not in (RETURNS, RESPONDENTS):
            if not possible(shares, whole, leaves_rest=True).is_possible:
                return _impossible(several, shares, whole, unit)
        elif not possible(shares, up_to=whole, leaves_rest=True).is_possible:
            said = listed([one.text for one in several])
            return f"no number of up to {whole} {unit} gives {said}"
    return None


def _not_borne(stated: Stated, whole: int, unit: Noun) -> str | None:
    """Why no count of a whole bears a share that is hedged, or a range."""
    if stated.base is not None or (stated.hedge is Hedge.EXACT and stated.low is None):
        return None
    if stated.percent is None and stated.part is None:
        return _hedged_count(stated, whole, unit)
    if unit in (RETURNS, RESPONDENTS) or _can_be(stated, whole):
        return None
    return f"no whole number of {whole} {unit} gives `{stated.text}`"


def _hedged_count(stated: Stated, whole: int, unit: Noun) -> str | None:
    if stated.count is None or stated.word is not None or unit not in (CASES, AGENCIES):
        return None
    least = stated.count + (stated.hedge in (Hedge.MORE, Hedge.JUST_OVER))
    is_upper = stated.hedge in (Hedge.LESS, Hedge.AT_MOST, Hedge.NEARLY, Hedge.ABOUT)
    if is_upper or least <= whole:
        return None
    return f"`{stated.text}` are more than there were: {whole} {unit}"


_JOINS: Final = re.compile(r"[ ,;]*(?:and|or)? *")


def _lists(
    held: Sequence[tuple[Stated, AuditFigures]], words: str
) -> Iterator[tuple[list[Stated], AuditFigures]]:
    """Shares of one thing as lists: *half, one and 42% of the cases* is one."""
    several: list[Stated] = []
    of: AuditFigures | None = None
    for one, figures in held:
        last = several[-1] if several else None
        joins = last is not None and _JOINS.fullmatch(words, last.end, one.start)
        if last and of is figures and last.unit == one.unit and joins:
            several.append(one)
            continue
        if several and of:
            yield several, of
        several, of = [one], figures
    if several and of:
        yield several, of


def _share(stated: Stated, unit: Noun, figures: AuditFigures) -> Share | None:
    """What is to be tested; none for what says its own base, or a hedge, which has been tested."""
    if stated.base is not None or stated.hedge is not Hedge.EXACT or stated.low is not None:
        return None
    if stated.part is not None:
        return stated.part
    if stated.percent is not None:
        return stated.percent
    is_counted = figures.totals.of(unit) is not None or unit in _ONE_A_CASE
    return stated.count if is_counted else None


def _impossible(several: Sequence[Stated], shares: Sequence[Share], base: int, unit: Noun) -> str:
    if len(several) == 1 and several[0].percent is not None:
        return _no_count(several[0], base)
    said = listed([one.text for one in several])
    if len(shares) == 1 and isinstance(shares[0], int):
        return f"{said} are more than there were: {base} {unit}"
    return f"no whole number of {base} {unit} gives {said}"


def _no_count(stated: Stated, base: int) -> str:
    """That no count of a base gives a percentage, with the nearest that there are."""
    unit = f" {stated.unit}" if stated.unit else ""
    none = f"no whole number of {base}{unit} gives `{stated.text}`"
    percent = stated.percent
    if percent is None or stated.hedge is not Hedge.EXACT or stated.low is not None:
        return none
    near = " and ".join(
        f"{as_printed(one, base, places(percent))}% ({one})"
        for one in possible([percent], base).nearest
    )
    return f"{none}: {near} are nearest"


def _of_question(quoted: Quoted, stated: Iterable[Stated], figures: AuditFigures) -> str | None:
    ref = quoted.ref
    answers = answers_named(ref, quoted.words, figures)
    if answers is None:
        if figures.rows.get(ref):
            return None  # it has a row, and no figure in it to compare with
        refs = figures.tallies.keys() | figures.rows.keys()
        near = nearest(ref, refs)
        here = f"; known here: {listed(sorted(refs))}" if refs else ""
        return f"no question with figures is called `{ref}`" + (
            f"; did you mean `{near}`?" if near else here
        )
    for one in stated:
        if answers.shares and not any(
            _is_of(said, share) for said in _ways(one) for share in answers.shares
        ):
            return f"`{one.text}` is not what {ref} says{answers.named}: {answers.told}"
    return None


def _ways(stated: Stated) -> Iterator[Stated]:
    """What is said, and *76% (n = 794)* with the number in brackets as the count, too."""
    yield stated
    if stated.percent is not None and stated.count is None and stated.base is not None:
        yield replace(stated, count=stated.base, base=None)


def _is_of(stated: Stated, answer: AnswerShare) -> bool:
    """Whether what is said is the share of an answer."""
    said = stated
    if stated.base is not None and answer.base not in (None, stated.base):
        if not stated.is_ratio or stated.count is None:
            return False
        said = replace(stated, part=Fraction(stated.count, stated.base), count=None, base=None)
    if said.count is not None and answer.counts and said.low is None and said.word is None:
        return any(
            _is_count(said, count) and _bears(said, count, answer) for count in answer.counts
        )
    if answer.base and answer.counts:
        return any(_bears(said, count, answer) for count in answer.counts)
    return _is_printed(said, answer)


def _is_count(stated: Stated, count: int) -> bool:
    if stated.percent is not None or stated.part is not None:
        return stated.count == count
    return bears_count(count, stated)


def _bears(stated: Stated, count: int, answer: AnswerShare) -> bool:
    """Whether a count of an answer's base bears a percentage, a part or a word."""
    base = answer.base
    if not base:
        return stated.percent is None or answer.printed in (None, stated.percent)
    if stated.low is not None and stated.percent is None and stated.count is not None:
        return stated.low <= count <= stated.count
    is_plain = stated.hedge is Hedge.EXACT and stated.low is None
    if stated.percent is not None:
        fits = gives(count, base, stated.percent) or stated.percent == answer.printed
        if not (fits if is_plain else fits or _is_borne(stated, count, base)):
            return False
    return bears(Fraction(count, base), stated)


def _is_printed(stated: Stated, answer: AnswerShare) -> bool:
    """Whether a printed percentage says it; how many they are of, nobody knows."""
    if answer.printed is None:
        return True
    if stated.percent is None:
        return bears(Fraction(answer.printed) / 100, stated)
    if stated.hedge is not Hedge.EXACT or stated.low is not None:
        low = Fraction(stated.low) if stated.low is not None else None
        share = Fraction(answer.printed)
        if low is not None:
            return low <= share <= Fraction(stated.percent)
        return bears_percent(share, stated.percent, stated.hedge)
    apart = abs(stated.percent - answer.printed)
    # Each of several that were added up may have been rounded.
    return apart == 0 or (answer.parts > 1 and apart <= 1)
