"""The ways to state a figure, in digits or in words, and what each of them says.

What is no share of an audit is left out: ages, dates, levels, sections of acts, how often a child
was at school, half an hour. Each way is a pattern of prose in which marks are spaces already.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from generator.model.nouns import AGENCIES, CASES, RESPONDENTS, RETURNS, Noun
from generator.read.markdown import BOUND_MARK
from generator.read.number_words import NUMBER, PART, PARTS, either, part, percentage, whole_number


class Hedge(StrEnum):
    """How closely a share in words means what it says."""

    EXACT = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just over"
    AT_LEAST = "at least"
    MORE = "more than"
    LESS = "less than"


class Word(StrEnum):
    """A share in a word that names no number."""

    ALL = "all"
    MOST = "most"
    MINORITY = "a minority"
    HARDLY_ANY = "hardly any"
    NONE = "none"


@dataclass(frozen=True)
class Stated:
    """One figure as a sentence states it: a percentage, a part, a count or a word."""

    start: int
    end: int
    text: str
    """As it stands, with the marks of Markdown left out."""
    percent: Decimal | None = None
    part: Fraction | None = None
    """Half, two thirds."""
    count: int | None = None
    base: int | None = None
    """Out of how many, where that is said."""
    word: Word | None = None
    hedge: Hedge = Hedge.EXACT
    unit: Noun | None = None
    """What is counted; none where the sentence does not say."""


@dataclass(frozen=True)
class Reading:
    """One way to state a figure."""

    needs: tuple[str, ...]
    """Without one of these there is none: quick to see, where the pattern is slow to try."""
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Stated | None]
    """Gives the figure, or nothing where it is no share of an audit."""


_UNITS: Final = {
    "case": CASES,
    "audit": RETURNS,  # an audit is what one agency returned about one case
    "return": RETURNS,
    "agenc": AGENCIES,
    "respon": RESPONDENTS,
}
_HEDGES: Final = {
    **dict.fromkeys(("about", "around", "roughly"), Hedge.ABOUT),
    **dict.fromkeys(("nearly", "almost", "just under", "not quite"), Hedge.NEARLY),
    **dict.fromkeys(("just over", "slightly more than", "a little over"), Hedge.JUST_OVER),
    "at least": Hedge.AT_LEAST,
    **dict.fromkeys(("more than", "over", "well over"), Hedge.MORE),
    **dict.fromkeys(("less than", "fewer than", "under", "well under"), Hedge.LESS),
}

_BEGIN: Final = r"(?<![\w.,/\u2013-])"
_HEDGE: Final = rf"(?:(?P<hedge>{either(_HEDGES)}) +)?"
_THE: Final = r"(?:(?:the|these|those|our|all|all the|all of the) +)"
_KIND: Final = (
    r"(?:(?:audited|complete|completed|sampled|selected|chosen|remaining|other|partial|individual"
    r"|single|agency|same|real|children's|published|collated|new) +){0,2}"
)


_OF_AN_AREA: Final = r"(?! +(?:open|known|held|closed) +(?:to|by)\b)"


def _unit(name: str = "unit", *, singular: bool = False) -> str:
    words = "case|audit|return|auditor|agency" if singular else "respondents|responses"
    return (
        rf"(?P<{name}>cases|audits|returns|auditors|agencies|{words})\b(?!['\u2019-]){_OF_AN_AREA}"
    )


# What is no share of an audit, by the word before the number: *level 4 of 5*, *a 5 out of 6* …
_NUMBERED: Final = re.compile(
    r"\b(?:levels?|sections?|steps?|page|week|part|day|stage|year|scored?|scores|phase|table|appendix"
    r"|chapter|grade|rated|session|an?) $",
    re.IGNORECASE,
)
# … or by what there is so many of.
_OF_LIFE: Final = (
    r"(?! +(?:of +)?(?:(?:an?|the|his|her|their|its|every|each|that) +)?(?:[a-z]+ +)?"
    r"(?:hours?|days?|terms?|years?|weeks?|months?|nights?|mornings?|minutes?|times?|way|lessons?"
    r"|sessions?|meetings?|visits?|appointments?|siblings?|brothers?|sisters?|parents?|schools?"
    r"|homes?|houses?|moves?|story|battle|page|form|past|pounds?|hearings?|it|this|caring|work)\b)"
)
# … or by what is said of the percentage: *fell by 36%*, *20% less*, *100 per cent sure*.
_NO_SHARE: Final = (
    r"(?! +(?:less|more|off|cheaper|dearer|higher|lower|fewer|extra|discount|sure|certain|behind"
    r"|committed)\b)"
)
_CHANGED: Final = re.compile(
    r"\b(?:fell|fallen|rose|risen|grew|grown|dropped|increased|decreased|up|down|cut)"
    r" +by +(?:[a-z]+ +)?$",
    re.IGNORECASE,
)
_SCHOOL: Final = re.compile(
    r"\battend|\babsen|\b(?:at|in|of|from) school\b|of (?:lessons|sessions)|timetable",
    re.IGNORECASE,
)
# *All agencies should share* asks for something and says nothing of how it was.
_NORM: Final = (
    r"(?! +(?:should|must|need|needs|have +to|has +to|are +to|is +to|will|can|may|might|who|that"
    r"|which|involved|working|concerned|to|in +the +(?:area|county|borough))\b)"
)
# *All five cases with a protection plan* are not all cases.
_SOME: Final = r" +(?:with|in +which|where|that +had|who|whose|of|from|each|an? +(?:day|week))\b"
_OF_SOME: Final = re.compile(_SOME, re.IGNORECASE)
_LARGE: Final = r"(?:large|vast|great|clear|small|overall|narrow|bare)"
_SAYS: Final = (
    r"(?= +(?:had|has|have|was|were|are|is|did|do|does|said|say|knew|know|felt|got|came|gave"
    r"|showed|show|held|could|thought|used|saw|sent|found|made|took|told|kept|wrote|\w+ed)\b)"
)


def _pattern(*pieces: str) -> re.Pattern[str]:
    return re.compile("".join(pieces), re.IGNORECASE)


def stated_by(match: re.Match[str]) -> Stated:
    """What any match says: how closely, and of what."""
    groups = match.groupdict()
    unit = next((word.lower() for name, word in groups.items() if "unit" in name and word), "")
    if _OF_SOME.match(match.string, match.end()):
        unit = ""  # *two of the four cases with a plan*: the base is not every case
    return Stated(
        match.start(),
        match.end(),
        match[0],
        count=_number(groups.get("count")),
        base=_number(groups.get("base")),
        hedge=_HEDGES[groups["hedge"].lower()] if groups.get("hedge") else Hedge.EXACT,
        unit=next((unit_ for start, unit_ in _UNITS.items() if unit.startswith(start)), None),
    )


def _number(text: str | None) -> int | None:
    return whole_number(text) if text else None


def _percent(match: re.Match[str]) -> Stated | None:
    text, start = match.string, match.start()
    if _SCHOOL.search(text, max(0, start - 60), match.end() + 30):
        return None
    if _CHANGED.search(text, max(0, start - 30), start):
        return None
    stated = replace(stated_by(match), percent=percentage(match["percent"]))
    groups = match.groupdict()
    # In *85% (n=61) of 60* the bracket holds the count, in *85% (n=61)* the base.
    bracket = _number(groups.get("n"))
    if bracket is None:
        return replace(stated, base=stated.base or _number(groups.get("of")))
    return replace(stated, count=bracket) if stated.base else replace(stated, base=bracket)


def _of_number(match: re.Match[str]) -> Stated | None:
    stated, groups = stated_by(match), match.groupdict()
    if _NUMBERED.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    is_idiom = stated.count == 1 and (stated.base or 0) <= _FEW
    is_family = not groups.get("the") and _FAMILY.match(match.string, match.end())
    if stated.unit is None and (is_idiom or is_family):
        return None
    percent = groups.get("percent")
    return replace(stated, percent=percentage(percent) if percent else None)


_AREA: Final = re.compile(
    r" +of +(?:the +)?(?:cases|children|families) +(?:open|known|held|closed) +(?:to|by)\b"
)
_FEW: Final = 3  # *one of the two tools* tells which, and not how many
_FAMILY: Final = re.compile(r" +(?:children|boys|girls|babies)\b", re.IGNORECASE)


def _part(match: re.Match[str]) -> Stated | None:
    if _AREA.match(match.string, match.end()):
        return None
    share, stated = part(match["part"]), stated_by(match)
    is_term = share == _QUARTER and not stated.unit and _ENDS.match(match.string, match.end())
    is_more = _AND.search(match.string, max(0, match.start() - 8), match.start())
    return None if share is None or is_term or is_more else replace(stated, part=share)


# *A quarter* alone may be three months; *fifteen and a half* is an age.
_AND: Final = re.compile(r"\band (?:an? )?$", re.IGNORECASE)
_QUARTER: Final = Fraction(1, 4)
_ENDS: Final = re.compile(r" *(?:[,.;]|$)")


def _ratio(match: re.Match[str]) -> Stated | None:
    """*Two in three*, *23/28*: a part of a whole, and no date."""
    stated = stated_by(match)
    count, base = stated.count or 0, stated.base or 0
    return stated if count < base < _FIRST_YEAR else None


def _ratio_beside(match: re.Match[str]) -> Stated | None:
    """*One in ten (72%)*: said of the figure, so as a part."""
    stated = _ratio(match)
    if stated is None or not stated.count or not stated.base:
        return None
    return replace(stated, part=Fraction(stated.count, stated.base), count=None, base=None)


def _lone_count(match: re.Match[str]) -> Stated | None:
    """A number in a quotation, but for years, ages and the like."""
    is_other = _DATED.search(match.string, max(0, match.start() - 8), match.start())
    stated = stated_by(match)
    return None if is_other or (stated.count or 0) >= _FIRST_YEAR else stated


_DATED: Final = re.compile(r"\b(?:in|aged|since|until|page|to|of) $", re.IGNORECASE)
_FIRST_YEAR: Final = 1900


def _as(word: Word) -> Callable[[re.Match[str]], Stated]:
    return lambda match: replace(stated_by(match), word=word)


_PERCENT: Final = (
    rf"{_BEGIN}{_HEDGE}(?:[0-9]+ *(?:[-\u2013]|to) *)?"
    rf"(?P<percent>[0-9]+(?:\.[0-9]+)?|{NUMBER}) *(?:%|per ?cent\b){_NO_SHARE}"
)
_SIGNS: Final = ("%", "cent")
_ITS_BASE: Final = (
    rf"(?: +of +{_THE}?(?:(?P<base>{NUMBER})(?: +{_KIND}{_unit('unit_after')})?"
    rf"|{_KIND}{_unit(singular=True)}))?"
)

BARE: Final = (
    Reading(
        ("all but", "all bar"),
        _pattern(
            rf"{_BEGIN}all (?:but|bar) +(?:{NUMBER}|a few|a couple)(?: +of +{_THE}?| +)",
            rf"(?:(?P<base>{NUMBER}) +)?{_KIND}{_unit(singular=True)}",
        ),
        _as(Word.MOST),
    ),
    Reading(
        _SIGNS,
        _pattern(
            _PERCENT,
            rf" *\( *(?:n *= *(?P<n>{NUMBER})|(?P<count>{NUMBER}|[0-9]+(?=/)) *(?:of|/|out of) *",
            rf"(?:the +)?(?P<of>{NUMBER})(?: +{_KIND}{_unit('unit_in_brackets')})?)[^()]{{0,40}}\)",
            _ITS_BASE,
        ),
        _percent,
    ),
    # *67% of cases (4)*, *four (67%) of the cases*
    Reading(_SIGNS, _pattern(_PERCENT, _ITS_BASE, rf" *\( *(?P<count>{NUMBER}) *\)"), _percent),
    Reading(
        _SIGNS,
        _pattern(
            rf"{_BEGIN}(?P<count>{NUMBER}) *\( *(?P<percent>[0-9]+(?:\.[0-9]+)?) *% *\)", _ITS_BASE
        ),
        _percent,
    ),
    # *23/28 returns*, *one in three cases*
    Reading(
        ("/", " in "),
        _pattern(
            rf"{_BEGIN}(?P<count>[0-9]+(?=/)|{NUMBER})(?:/| +in +)",
            rf"(?P<base>{NUMBER})(?: +{_KIND}{_unit()}|{_SAYS})",
        ),
        _ratio,
    ),
    # *five cases out of six*
    Reading(
        ("out of",),
        _pattern(
            rf"{_BEGIN}(?P<count>{NUMBER}) +{_KIND}{_unit(singular=True)} +out +of +{_THE}?",
            rf"(?P<base>{NUMBER})",
        ),
        stated_by,
    ),
    Reading(
        # *17% of all pupils in the county (8,256 of 48,000)*
        _SIGNS,
        _pattern(
            rf"{_PERCENT} +of +[^.;:()\n]{{1,80}}?",
            rf"\( *(?:n *= *(?P<n>{NUMBER})|(?P<count>{NUMBER}) *of *(?P<of>{NUMBER})) *\)",
        ),
        _percent,
    ),
    Reading(
        (" of ",),
        _pattern(
            *(_BEGIN, rf"(?P<count>{NUMBER})(?: +out)? +of +"),
            rf"(?P<the>{_THE})?(?P<base>{NUMBER})(?: +{_KIND}{_unit()}|{_OF_LIFE})",
            r"(?:(?: +[a-z]+){0,4}? *\( *(?P<percent>[0-9]+(?:\.[0-9]+)?) *%[^()]{0,40}\))?",
        ),
        _of_number,
    ),
    Reading(
        # *1,204 of them (20%)*
        ("of them",),
        _pattern(
            rf"{_BEGIN}(?P<count>{NUMBER}) +of +them",
            r" *\( *(?P<percent>[0-9]+(?:\.[0-9]+)?) *% *\)",
        ),
        _of_number,
    ),
    Reading(
        # *Of the six cases that were audited, two had none*
        ("of ",),
        _pattern(
            rf"\bof +{_THE}(?P<base>{NUMBER}) +{_KIND}{_unit()}[^.;:()\n]{{0,40}}, +",
            rf"(?:only +)?(?P<count>{NUMBER})\b(?! +of\b)",
        ),
        stated_by,
    ),
    Reading(_SIGNS, _pattern(_PERCENT, _ITS_BASE), _percent),
    Reading(
        (" of ",),
        _pattern(_BEGIN, rf"(?P<count>{NUMBER})(?: +out)? +of +{_THE}{_KIND}{_unit()}"),
        stated_by,
    ),
    Reading(
        PARTS,
        _pattern(
            r"(?<![-\w])(?<!other )(?<!first )(?<!second )(?<!every )(?<!next )",
            rf"(?<!last ){_HEDGE}",
            rf"(?P<part>{PART})\b(?!-){_OF_LIFE}(?:(?: +of)?(?: +{_THE}(?:{NUMBER} +)?)?",
            rf" *{_KIND}{_unit()}|(?= +(?:of|the|these|those)\b)|{_SAYS}|(?= *[,.;()]| *$))",
        ),
        _part,
    ),
    Reading(
        ("all ",),
        _pattern(
            rf"{_BEGIN}(?<!not )(?<!do )(?<!did )(?<!of )(?:(?P<hedge>nearly|almost) +)?all +",
            r"(?:of +)?",
            rf"(?:{_THE}?(?P<base>{NUMBER}) +{_KIND}{_unit('unit_after')}",
            rf"|{_THE}?{_KIND}(?P<unit>cases|audits|returns)\b(?!['\u2019-]){_NORM}",
            rf"|{_THE}?{_KIND}(?P<unit_of_people>auditors|agencies)\b(?!['\u2019-]){_NORM}{_SAYS})",
        ),
        _as(Word.ALL),
    ),
    Reading(
        ("majority",),
        _pattern(
            rf"{_BEGIN}(?:the|a) +(?:{_LARGE} +)?majority +of",
            rf"(?: +{_THE})?(?: *{_KIND}{_unit()})?",
        ),
        _as(Word.MOST),
    ),
    Reading(
        ("most ",),
        _pattern(rf"{_BEGIN}most +(?:of +{_THE})?{_KIND}{_unit()}{_NORM}"),
        _as(Word.MOST),
    ),
    Reading(
        ("minority",),
        _pattern(rf"{_BEGIN}a +(?:small +)?minority +of(?: +{_THE})?(?: *{_KIND}{_unit()})?"),
        _as(Word.MINORITY),
    ),
    Reading(
        ("none of",),
        _pattern(rf"{_BEGIN}none +of +{_THE}(?:(?P<base>{NUMBER}) +)?{_KIND}{_unit()}"),
        _as(Word.NONE),
    ),
)
"""What is a figure wherever it stands."""

# The figure follows at once, or in brackets or after a comma at the end of the clause.
_AT_ONCE: Final = rf"(?= *[(:,\u2013\u2014-]* *{BOUND_MARK})"
_AT_THE_END: Final = rf"(?=[^.;:\n]{{0,80}}[(,:\u2013\u2014] *{BOUND_MARK})"

BESIDE: Final = (
    Reading(PARTS, _pattern(rf"{_BEGIN}{_HEDGE}(?P<part>{PART})\b{_AT_ONCE}"), _part),
    Reading(
        (" in ",),
        _pattern(rf"{_BEGIN}{_HEDGE}(?P<count>{NUMBER}) +in +(?P<base>{NUMBER})\b{_AT_THE_END}"),
        _ratio_beside,
    ),
    Reading(
        ("none",),
        _pattern(
            rf"{_BEGIN}(?<!was )(?<!is )none(?: +of +(?:them|the +\w+))?(?:{_AT_ONCE}|{_SAYS})"
        ),
        _as(Word.NONE),
    ),
    Reading(
        ("nobody", "no one"),
        _pattern(rf"{_BEGIN}(?:nobody|no one)\b{_AT_THE_END}"),
        _as(Word.NONE),
    ),
    Reading(
        ("every",),
        _pattern(rf"{_BEGIN}(?:everyone|everybody|every +\w+)\b{_AT_THE_END}"),
        _as(Word.ALL),
    ),
    Reading(("few ",), _pattern(rf"{_BEGIN}(?<!a )few +\w+{_AT_THE_END}"), _as(Word.MINORITY)),
    Reading(
        ("all",),
        _pattern(
            rf"{_BEGIN}(?<!not )(?<!above )(?<!after )(?<!at )(?<!of )",
            r"(?:(?P<hedge>nearly|almost) +)?all(?: +of +(?:them|these|those))?",
            rf"(?:{_AT_ONCE}|{_SAYS})",
        ),
        _as(Word.ALL),
    ),
    Reading(
        ("most",),
        _pattern(
            rf"{_BEGIN}(?<!the )(?<!at )(?<!not )most",
            rf"(?:{_AT_ONCE}| +of\b(?! +all\b(?! +the)){_OF_LIFE}",
            rf"|(?= +\w*(?<!ou)(?<!s)s\b)|{_SAYS})",
        ),
        _as(Word.MOST),
    ),
    Reading(
        ("all ",),
        _pattern(
            rf"{_BEGIN}(?<!not )all +(?:of +)?{_THE}?",
            # *All plans came in time (82%)*, and not *all adults were heard in 82%*.
            rf"(?:[a-z]+s\b{_AT_THE_END}|(?={BOUND_MARK}))",
        ),
        _as(Word.ALL),
    ),
    Reading(
        ("majority",),
        _pattern(rf"{_BEGIN}(?:the|a) +(?:{_LARGE} +)?majority\b"),
        _as(Word.MOST),
    ),
    Reading(
        ("minority",), _pattern(rf"{_BEGIN}(?:the|a) +(?:small +)?minority\b"), _as(Word.MINORITY)
    ),
    Reading(
        ("hardly any", "almost no"),
        _pattern(rf"{_BEGIN}(?:hardly +any|almost +no(?:ne)?)\b"),
        _as(Word.HARDLY_ANY),
    ),
)
"""What speaks of a figure where one stands beside it."""

CALLED: Final = _pattern(
    r" *(?:%|per ?cent\b)",
    rf"|(?: +of +{_THE}?(?:(?P<base>{NUMBER}) +)?| +){_KIND}{_unit()}",
)
"""What a sentence calls the base of a bound figure."""

IN_QUOTES: Final = (
    Reading(("",), _pattern(rf"{_BEGIN}(?P<count>{NUMBER})(?: +{_unit()})?"), _lone_count),
    Reading(PARTS, _pattern(rf"{_BEGIN}(?P<part>{PART})\b"), _part),
    Reading(
        ("all",),
        _pattern(rf"{_BEGIN}(?:(?P<hedge>nearly|almost) +)?all\b(?: +{_unit()})?"),
        _as(Word.ALL),
    ),
    Reading(("most",), _pattern(rf"{_BEGIN}most\b(?: +{_unit()})?"), _as(Word.MOST)),
    Reading(("none",), _pattern(rf"{_BEGIN}none\b"), _as(Word.NONE)),
)
"""What is a figure where an author marks the words as quoted."""

_AUDITED: Final = (
    r"(?:audited|chosen|selected|looked +at|examined|reviewed|sampled|picked|drawn|asked|invited)"
)
_SO_MANY: Final = rf"(?P<base>{NUMBER}) +{_KIND}{_unit()}"
# What was audited at another time, or is of some cases only.
OF_ANOTHER_TIME: Final = re.compile(
    r"\b(?:19|20)[0-9]{2}\b|\b(?:earlier|previous|last time|last year|chosen by|picked by)\b",
    re.IGNORECASE,
)
UNITS_NAMED: Final = ("cases", "audits", "returns", "auditors", "agencies", "respon")
WHOLES: Final = tuple(
    Reading(UNITS_NAMED, _pattern(_BEGIN, form), stated_by)
    for form in (
        rf"{_SO_MANY} +(?:(?:that +)?(?:were|was) +|have +been +|had +been +)?{_AUDITED}\b"
        rf"(?! +(?:from|in|each)\b)",
        r"(?:we|they|agencies|auditors|panel|audit|board) +(?:audited|looked +at|chose|examined)"
        rf" +(?:the +)?(?:same +)?{_SO_MANY}(?!{_SOME})",
        rf"(?:all|each of|every one of) +(?:the +|of +the +)?{_SO_MANY}(?!{_SOME})",
        rf"the +same +{_SO_MANY}",
        rf"(?:audit|sample) +of +{_SO_MANY}",
    )
)
"""Where a text says how many of a unit there were."""

HAS_FIGURE_WORDS: Final = _pattern(
    either(sorted({word for reading in BARE for word in reading.needs}))
)
"""What most texts have not, and so no figure: quick to see."""
