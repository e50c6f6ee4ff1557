"""Figures that a sentence states in digits or in words: 59%, *five of the six cases*, *half*.

Reading only: whether such a figure is true, or may stand there at all, is for others to say. What
is no share of an audit is left out: ages, dates, levels, sections of acts, how often a child was at
school, half an hour.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from generator.model.published import Unit
from generator.read.markdown import BOUND_MARK, Bound, prose_of
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
    unit: Unit | None = None
    """What is counted; none where the sentence does not say."""


@dataclass(frozen=True)
class Beside:
    """A share in words that stands beside a bound figure, and so speaks of it."""

    stated: Stated
    figure: Bound


def stated_in(text: str) -> tuple[Stated, ...]:
    """The figures in a text's prose, in order, without those that are bound or quoted."""
    if not _ANY.search(text):
        return ()
    sentences = (one for one in _SENTENCE.finditer(prose_of(text).text) if _ANY.search(one[0]))
    return tuple(
        stated for one in sentences for stated in _found(one[0], _BARE, offset=one.start())
    )


def stated_by_quote(words: str) -> tuple[Stated, ...]:
    """The figures in a quotation, in order; the unit that one of them names is that of all.

    In *half, one and 42% of the cases* the *one* is a count, and all three are of the cases.
    """
    found = _found(prose_of(words).text, (*_BARE, *_IN_QUOTES))
    units = {one.unit for one in found if one.unit}
    if len(units) != 1:
        return found
    return tuple(replace(one, unit=one.unit or next(iter(units))) for one in found)


def beside_figures(text: str) -> Iterator[Beside]:
    """Each share in words with the bound figure that follows it in its sentence, or else the last.

    *Most plans came in time ({{ of("R1") }})* says that the figure is most of its base.
    """
    if "{{" not in text:
        return
    prose = prose_of(text)
    for sentence in _SENTENCE.finditer(prose.text):
        figures = [one for one in prose.bounds if sentence.start() <= one[0] < sentence.end()]
        if figures:
            for stated in _found(sentence[0], (*_BARE, *_BESIDE), sentence.start()):
                if stated.word or stated.part is not None:
                    after = (bound for at, bound in figures if at >= stated.end)
                    yield Beside(stated, next(after, figures[-1][1]))


def wholes_counted(text: str) -> tuple[Stated, ...]:
    """Where a text says how many of a unit there were: *eight cases were audited*, *all six cases*.

    Their number is the `base`.
    """
    return _found(prose_of(text).text, _WHOLES)


def called_after_figures(text: str) -> Iterator[Beside]:
    """What a sentence calls the base of a bound figure: `{{ percent("R1") }}` *of the cases*."""
    if "{{" not in text:
        return
    prose = prose_of(text)
    for stated in _found(prose.text, _CALLED):
        (figure,) = (bound for at, bound in prose.bounds if stated.start <= at < stated.end)
        # The figure itself is in the gap: what is said begins after it.
        start = stated.start + len(figure.text)
        yield Beside(replace(stated, start=start, text=text[start : stated.end].strip()), figure)


@dataclass(frozen=True)
class _Reading:
    """One way to state a figure."""

    needs: tuple[str, ...]
    """Without one of these there is none: quick to see, where the pattern is slow to try."""
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str]], Stated | None]


def _found(prose: str, readings: Iterable[_Reading], offset: int = 0) -> tuple[Stated, ...]:
    """What the readings find, each sign read once, by the first reading that can."""
    found: list[Stated] = []
    lower = prose.lower()
    for reading in readings:
        if not any(word in lower for word in reading.needs):
            continue
        for match in reading.pattern.finditer(prose):
            stated = reading.build(match)
            start, end = match.start() + offset, match.end() + offset
            if stated and not any(one.start < end and start < one.end for one in found):
                words = " ".join(match[0].split())
                found.append(replace(stated, start=start, end=end, text=words))
    return tuple(sorted(found, key=lambda one: one.start))


_UNITS: Final = {
    "case": Unit.CASES,
    "audit": Unit.RETURNS,  # an audit is what one agency returned about one case
    "return": Unit.RETURNS,
    "agenc": Unit.AGENCIES,
    "respon": Unit.RESPONDENTS,
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
_SOME: Final = r"(?! +(?:with|in +which|where|that|who|whose|of|from)\b)"
_LARGE: Final = r"(?:large|vast|great|clear|small|overall|narrow|bare)"
_SAYS: Final = (
    r"(?= +(?:had|has|have|was|were|are|is|did|do|does|said|say|knew|know|felt|got|came|gave"
    r"|showed|show|held|could|thought|used|saw|sent|found|made|took|told|kept|wrote|\w+ed)\b)"
)


def _pattern(*pieces: str) -> re.Pattern[str]:
    return re.compile("".join(pieces), re.IGNORECASE)


def _stated(match: re.Match[str]) -> Stated:
    """What any match says: how closely, and of what."""
    groups = match.groupdict()
    unit = next((word.lower() for name, word in groups.items() if "unit" in name and word), "")
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
    stated = replace(_stated(match), percent=percentage(match["percent"]))
    groups = match.groupdict()
    # In *85% (n=61) of 60* the bracket holds the count, in *85% (n=61)* the base.
    bracket = _number(groups.get("n"))
    if bracket is None:
        return replace(stated, base=stated.base or _number(groups.get("of")))
    return replace(stated, count=bracket) if stated.base else replace(stated, base=bracket)


def _of_number(match: re.Match[str]) -> Stated | None:
    stated, groups = _stated(match), match.groupdict()
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
    share = part(match["part"])
    return None if share is None else replace(_stated(match), part=share)


def _as(word: Word) -> Callable[[re.Match[str]], Stated]:
    return lambda match: replace(_stated(match), word=word)


_PERCENT: Final = (
    rf"{_BEGIN}{_HEDGE}(?P<percent>[0-9]+(?:\.[0-9]+)?|{NUMBER}) *(?:%|per ?cent\b){_NO_SHARE}"
)
_SIGNS: Final = ("%", "cent")
_ITS_BASE: Final = (
    rf"(?: +of +{_THE}?(?:(?P<base>{NUMBER})(?: +{_KIND}{_unit('unit_after')})?"
    rf"|{_KIND}{_unit(singular=True)}))?"
)

_BARE: Final = (
    _Reading(
        ("all but",),
        _pattern(
            rf"{_BEGIN}all but +(?:{NUMBER}|a few|a couple)(?: +of +{_THE}?| +)",
            rf"(?:(?P<base>{NUMBER}) +)?{_KIND}{_unit(singular=True)}",
        ),
        _as(Word.MOST),
    ),
    _Reading(
        _SIGNS,
        _pattern(
            _PERCENT,
            rf" *\( *(?:n *= *(?P<n>{NUMBER})|(?P<count>{NUMBER}|[0-9]+(?=/)) *(?:of|/|out of) *",
            rf"(?:the +)?(?P<of>{NUMBER})(?: +{_KIND}{_unit('unit_in_brackets')})?)[^()]{{0,40}}\)",
            _ITS_BASE,
        ),
        _percent,
    ),
    _Reading(
        # *17% of all pupils in the county (8,256 of 48,000)*
        _SIGNS,
        _pattern(
            rf"{_PERCENT} +of +[^.;:()\n]{{1,80}}?\( *(?P<count>{NUMBER}) *of *(?P<of>{NUMBER}) *\)"
        ),
        _percent,
    ),
    _Reading(
        (" of ",),
        _pattern(
            *(_BEGIN, rf"(?P<count>{NUMBER})(?: +out)? +of +"),
            rf"(?P<the>{_THE})?(?P<base>{NUMBER})(?: +{_KIND}{_unit()})?{_OF_LIFE}",
            r"(?:(?: +[a-z]+){0,4}? *\( *(?P<percent>[0-9]+(?:\.[0-9]+)?) *%[^()]{0,40}\))?",
        ),
        _of_number,
    ),
    _Reading(
        # *1,204 of them (20%)*
        ("of them",),
        _pattern(
            rf"{_BEGIN}(?P<count>{NUMBER}) +of +them",
            r" *\( *(?P<percent>[0-9]+(?:\.[0-9]+)?) *% *\)",
        ),
        _of_number,
    ),
    _Reading(
        # *Of the six cases that were audited, two had none*
        ("of ",),
        _pattern(
            rf"\bof +{_THE}(?P<base>{NUMBER}) +{_KIND}{_unit()}[^.;:()\n]{{0,40}}, +",
            rf"(?:only +)?(?P<count>{NUMBER})\b(?=,|{_SAYS})",
        ),
        _stated,
    ),
    _Reading(_SIGNS, _pattern(_PERCENT, _ITS_BASE), _percent),
    _Reading(
        (" of ",),
        _pattern(_BEGIN, rf"(?P<count>{NUMBER})(?: +out)? +of +{_THE}{_KIND}{_unit()}"),
        _stated,
    ),
    _Reading(
        PARTS,
        _pattern(
            rf"(?<![-\w])(?<!other )(?<!first )(?<!second )(?<!every )(?<!next )(?<!last ){_HEDGE}",
            rf"(?P<part>{PART})\b(?!-){_OF_LIFE}(?:(?: +of)?(?: +{_THE}(?:{NUMBER} +)?)?",
            rf" *{_KIND}{_unit()}|(?= +of\b)|(?= +(?:the|these|those)\b)|{_SAYS}|(?=[,.;]))",
        ),
        _part,
    ),
    _Reading(
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
    _Reading(
        ("majority",),
        _pattern(
            rf"{_BEGIN}(?:the|a) +(?:{_LARGE} +)?majority +of",
            rf"(?: +{_THE})?(?: *{_KIND}{_unit()})?",
        ),
        _as(Word.MOST),
    ),
    _Reading(
        ("most ",),
        _pattern(rf"{_BEGIN}most +(?:of +{_THE})?{_KIND}{_unit()}{_NORM}"),
        _as(Word.MOST),
    ),
    _Reading(
        ("minority",),
        _pattern(rf"{_BEGIN}a +(?:small +)?minority +of(?: +{_THE})?(?: *{_KIND}{_unit()})?"),
        _as(Word.MINORITY),
    ),
    _Reading(
        ("none of",),
        _pattern(rf"{_BEGIN}none +of +{_THE}(?:(?P<base>{NUMBER}) +)?{_KIND}{_unit()}"),
        _as(Word.NONE),
    ),
)
"""What is a figure wherever it stands."""

_BESIDE: Final = (
    _Reading(
        ("most",),
        _pattern(
            rf"{_BEGIN}(?<!the )(?<!at )most",
            rf"(?: +of\b(?! +all\b(?! +the)){_OF_LIFE}|(?= +\w*(?<!ou)(?<!s)s\b)|{_SAYS})",
        ),
        _as(Word.MOST),
    ),
    _Reading(
        ("all ",),
        _pattern(
            rf"{_BEGIN}all +(?:of +)?{_THE}?",
            # *All plans came in time (82%)*, and not *all adults were heard in 82%*.
            rf"(?:[a-z]+s\b(?=[^.;:\n]{{0,80}}\( *{BOUND_MARK})|(?={BOUND_MARK}))",
        ),
        _as(Word.ALL),
    ),
    _Reading(
        ("majority",),
        _pattern(rf"{_BEGIN}(?:the|a) +(?:{_LARGE} +)?majority\b"),
        _as(Word.MOST),
    ),
    _Reading(
        ("minority",), _pattern(rf"{_BEGIN}(?:the|a) +(?:small +)?minority\b"), _as(Word.MINORITY)
    ),
    _Reading(
        ("hardly any", "almost no"),
        _pattern(rf"{_BEGIN}(?:hardly +any|almost +no(?:ne)?)\b"),
        _as(Word.HARDLY_ANY),
    ),
)
"""What speaks of a figure where one stands beside it."""

_CALLED: Final = (
    _Reading(
        (BOUND_MARK,),
        _pattern(rf"{BOUND_MARK}+ +of +{_THE}?(?:(?P<base>{NUMBER}) +)?{_KIND}{_unit()}"),
        _stated,
    ),
)
"""What a sentence calls the base of a bound figure."""

_IN_QUOTES: Final = (
    _Reading(("",), _pattern(rf"{_BEGIN}(?P<count>{NUMBER})(?: +{_unit()})?"), _stated),
    _Reading(PARTS, _pattern(rf"{_BEGIN}(?P<part>{PART})\b"), _part),
    _Reading(
        ("all",),
        _pattern(rf"{_BEGIN}(?:(?P<hedge>nearly|almost) +)?all\b(?: +{_unit()})?"),
        _as(Word.ALL),
    ),
    _Reading(("most",), _pattern(rf"{_BEGIN}most\b(?: +{_unit()})?"), _as(Word.MOST)),
    _Reading(("none",), _pattern(rf"{_BEGIN}none\b"), _as(Word.NONE)),
)
"""What is a figure where an author marks the words as quoted."""

_AUDITED: Final = (
    r"(?:audited|chosen|selected|looked +at|examined|reviewed|sampled|picked|drawn|asked|invited)"
)
_SO_MANY: Final = rf"(?P<base>{NUMBER}) +{_KIND}{_unit()}"
_UNITS_NAMED: Final = ("cases", "audits", "returns", "auditors", "agencies", "respon")
_WHOLES: Final = tuple(
    _Reading(_UNITS_NAMED, _pattern(_BEGIN, form), _stated)
    for form in (
        rf"{_SO_MANY} +(?:(?:that +)?(?:were|was) +|have +been +|had +been +)?{_AUDITED}\b",
        rf"(?:audited|looked +at|chose|reviewed|examined) +(?:the +)?(?:same +)?{_SO_MANY}",
        rf"(?:all|each of|every one of) +(?:the +|of +the +)?{_SO_MANY}{_SOME}",
        rf"the +same +{_SO_MANY}",
        rf"(?:audit|sample) +of +{_SO_MANY}",
    )
)
"""Where a text says how many of a unit there were."""

_ANY: Final = _pattern(
    rf"%|per ?cent|\b(?:{either(PARTS)})s?\b|\b(?:all|most|majority|minority)\b",
    rf"|\bof +(?:the|these|those|our|all)\b|\bof +{NUMBER}",
)
"""Words without which there is no figure: most texts have none, and this is quick to see."""
_SENTENCE: Final = re.compile(r"(?:[^.!?\n]|[.!?](?![\s\ue000]|$))+[.!?]?")
