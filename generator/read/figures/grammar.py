"""The constructions in which a sentence states a figure, each with an example.

A statement is an amount, what it is of, and what stands beside it in brackets or after a comma:
*almost 96% of the 20 contacts (19 of 20)*. The amount says most about itself; the rest is added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from generator.read.figures.phrases import (
    FORMS_OF_HEDGES,
    JOINED_PARTS,
    NUMBER_WORDS,
    PIECES,
    Line,
    NounPhrase,
    by_first_word,
    decimal,
    determiner,
    hedge,
    noun,
    part,
    percent_sign,
    percentage,
    touches,
    whole,
    word,
    words,
)
from generator.read.figures.said import Hedge, Word
from generator.read.figures.tokens import Kind
from generator.read.figures.words import AUDITED, DETERMINERS


@dataclass(frozen=True)
class Statement:
    """A statement as far as it has been read."""

    start: int
    end: int
    """The tokens that it takes up."""
    hedge: Hedge = Hedge.EXACT
    percent: Decimal | None = None
    part: Fraction | None = None
    count: int | None = None
    base: int | None = None
    word: Word | None = None
    low: Decimal | int | None = None
    number: int | None = None
    """What stands as *n = 19*: the base, or the count where the base stands elsewhere."""
    noun: NounPhrase | None = None
    left_out: int | None = None
    """How many *all but one* leaves out."""
    is_ratio: bool = False
    has_article: bool = False
    """Whether the base has one: *two of the four*."""
    is_led: bool = False
    """Whether the base stands before: *Of the six cases, two*."""
    exactly: Decimal | None = None
    """The percentage in brackets behind one that is hedged or a range."""
    is_count_first: bool = False
    """Whether the count stands before the percentage."""


Construction = Callable[[Line, int], Statement | None]


def statement(line: Line, at: int) -> Statement | None:
    """The figure that a sentence states from here on, with all that belongs to it."""
    return read_here(line, at) if _can_begin(line, at) else None


def read_here(line: Line, at: int) -> Statement | None:
    """The same, whatever stands here: every construction is tried."""
    if not _may_begin(line, at):
        return None
    how, begin = hedge(line, at)
    for construction in _AMOUNTS:
        read = construction(line, begin)
        if read:
            own = read.hedge if how is Hedge.EXACT else how
            return _settled(_beside(line, replace(read, start=at, hedge=own)))
    return None


def _can_begin(line: Line, at: int) -> bool:
    """Whether the token, with the one behind it, can begin a statement: quick, since most can't."""
    token = line[at]
    if not token.said:
        return token.kind is Kind.NUMBER or token.kind is Kind.FRACTION
    behind = _BEGINNINGS.get(token.said, _NOTHING)
    return behind is None or (bool(behind) and word(line, at + 1) in behind)


def _may_begin(line: Line, at: int) -> bool:
    if not touches(line, at):
        return True
    return word(line, at - 1) not in (".", ",", "/", "-", "_", "#", "@", "&", "=", ":")


def _between(line: Line, at: int) -> Statement | None:
    """*Between 60% and 70%*, *60-70%*, *60% to 70%*, *between 12 and 14 of 20*."""
    begin = words(line, at, "between") or words(line, at, "from") or at
    low = decimal(line, begin)
    if not low or _is_year(line, begin):
        return None
    after = percent_sign(line, low[1]) or low[1]
    joint = words(line, after, "and") if begin > at else None
    joint = joint or words(line, after, "to") or words(line, after, "-")
    if not joint or (word(line, at) == "from" and word(line, joint - 1) != "-"):
        return None
    high = percentage(line, joint)
    if high and low[0] < high[0]:
        return _of(line, Statement(at, high[1], percent=high[0], low=low[0]))
    upper, lower = whole(line, joint), whole(line, begin)
    if not upper or not lower or after > low[1] or lower[0] >= upper[0]:
        return None
    read = _of_number(line, Statement(at, upper[1], count=upper[0], low=lower[0]))
    return read if read and read.base is not None else None


def _is_year(line: Line, at: int) -> bool:
    token = line[at]
    return token.kind is Kind.NUMBER and len(token.text) == 4 and token.text[:2] in ("19", "20")


def _percent(line: Line, at: int) -> Statement | None:
    """*62% of the cases*, *95pc*, *59% of 28*."""
    found = percentage(line, at)
    if not found:
        return None
    read = Statement(at, found[1], percent=found[0])
    return _of_which(line, read) or _of(line, read)


def _of_which(line: Line, read: Statement) -> Statement | None:
    """*Strategy discussions, 72% of which*: the noun stands before."""
    end = words(line, read.end, "of which") or words(line, read.end, "of whom")
    before = read.start - 1
    if not end or word(line, before) not in (",", "-", "("):
        return None
    for begin in range(max(0, before - _LONGEST_NAME), before):
        what = noun(line, begin)
        if what and what.end == before:
            return replace(read, end=end, noun=what, has_article=True)
    return None


_LONGEST_NAME: Final = 4


def _part(line: Line, at: int) -> Statement | None:
    """*Half of the cases*, *two thirds*, *3/4 of contacts*."""
    begin = words(line, at, "the other") or at
    found = part(line, begin)
    return _of(line, Statement(at, found[1], part=found[0])) if found else None


def _led(line: Line, at: int) -> Statement | None:
    """*Of the 19 practices, 11*, *Out of 20 cases, 19*, *Of 304 children referred, 279*."""
    after = words(line, at, "out of") or words(line, at, "of") or words(line, at, "among")
    if not after:
        return None
    begin = determiner(line, after)
    base = whole(line, begin)
    if not base or _is_year(line, begin):
        return None
    what = noun(line, base[1])
    end = what.end if what else base[1]
    for step in range(end, min(len(line), end + _LONGEST_CLAUSE)):
        if line[step].text in (".", ";", ":", "(") or line[step].kind is Kind.OTHER:
            return None
        if line[step].text == ",":
            begin = words(line, end, "that were") or words(line, end, "which were") or end
            is_some = step > begin and word(line, begin) not in AUDITED
            told = replace(what, is_some=True) if what and is_some else what
            return _led_count(line, at, step + 1, Statement(at, end, base=base[0], noun=told))
    return None


_LONGEST_CLAUSE: Final = 10


def _led_count(line: Line, at: int, after: int, led: Statement) -> Statement | None:
    begin = words(line, after, "only") or words(line, after, "just") or after
    how, begin = hedge(line, begin)
    count = whole(line, begin)
    share = percentage(line, begin)
    if share:
        return replace(led, end=share[1], percent=share[0], hedge=how, is_led=True)
    if not count or word(line, count[1]) == "of" or words(line, count[1], "out of"):
        return None
    return replace(led, start=at, end=count[1], count=count[0], hedge=how, is_led=True)


def _number(line: Line, at: int) -> Statement | None:
    """*23 of 28 returns*, *one in three*, *5/19*, *12 (of 20) cases*, *five cases out of six*."""
    begin = words(line, at, "only") or at
    found = whole(line, begin)
    if not found or percent_sign(line, found[1]):
        return None
    count, end = found
    if word(line, end) == ":" and touches(line, end) and whole(line, end + 1):
        return None  # *3:1* is no count of anything
    read = Statement(at, end, count=count)
    of_number = _of_number(line, read)
    if of_number:
        return of_number
    what = noun(line, end, one=count == 1)
    if what:
        of_number = _of_number(line, replace(read, end=what.end, noun=what))
        return of_number or replace(read, end=what.end, noun=what)
    return read


def _of_number(line: Line, read: Statement) -> Statement | None:
    """What a count is out of: *of the 28 returns*, *out of 28*, *in three*, */19*, *(of 20)*."""
    is_bracketed = word(line, read.end) == "("
    at = read.end + is_bracketed
    after = words(line, at, "/")
    is_in = after is None and words(line, at, "in") is not None
    is_out = words(line, at, "out of") is not None
    after = after or words(line, at, "out of")
    if read.noun is None:
        after = after or words(line, at, "of") or words(line, at, "in")
    elif is_in and _is_lone_number(line, at + 1):
        after = at + 1  # *seven children in ten*
    if not after:
        return None
    for form in ("every", "each", "total of", "a total of"):
        after = words(line, after, form) or after
    begin = determiner(line, after)
    base = whole(line, begin)
    if not base:
        return None if is_bracketed or is_in else _of_noun(line, read, begin, begin > after)
    if percent_sign(line, base[1]) or (is_in and _is_year(line, begin)):
        return None
    if is_in and (base[0] <= (read.count or 0) or word(line, base[1]) in ("of", "/")):
        return None  # *it never missed one in 16 of the 29 returns*
    end = base[1]
    if is_bracketed:
        if word(line, end) != ")":
            return None
        end += 1
    what = noun(line, end) or read.noun
    has_article = begin > after
    return replace(
        read,
        end=max(end, what.end if what else end),
        base=base[0],
        noun=what,
        has_article=has_article,
        is_ratio=is_in or (is_out and not has_article and base[0] <= _IDIOM),
    )


def _is_lone_number(line: Line, at: int) -> bool:
    """Whether a small number stands here with no noun of its own: *in ten had*."""
    found = whole(line, at)
    return bool(found and found[0] <= _IDIOM and not noun(line, found[1]))


_IDIOM: Final = 10
"""*Nine out of ten* speaks of a part; *19 out of 20* of a count."""


def _of_noun(line: Line, read: Statement, begin: int, has_article: bool) -> Statement | None:
    """*Five of the cases*, *three of them (60%)*."""
    if word(line, read.end) == "/" or read.noun:
        return None
    if word(line, begin) in ("them", "these", "those"):
        return replace(read, end=begin + 1)
    what = noun(line, begin) if has_article else None
    return replace(read, end=what.end, noun=what, has_article=True) if what else None


def _of(line: Line, read: Statement) -> Statement:
    """What a share is of: *of the 20 contacts*, *of 28*, *the cases*, *of contacts*."""
    after = words(line, read.end, "of") or words(line, read.end, "in")
    if after and word(line, read.end) == "in" and read.percent is None:
        after = None
    is_direct = after is None
    begin = determiner(line, read.end if after is None else after)
    has_article = begin > (after or read.end)
    base = whole(line, begin)
    if base and (percent_sign(line, base[1]) or _is_year(line, begin) or is_direct):
        return read
    what = noun(line, base[1] if base else begin, one=after is not None and not has_article)
    if is_direct and (read.part is None or (not what and not base)):
        return read
    if word(line, read.end) == "in" and not what:
        return read
    if not base and not what:
        return read
    end = what.end if what else (base[1] if base else read.end)
    return replace(
        read, end=end, base=base[0] if base else None, noun=what, has_article=has_article
    )


_LARGE: Final = ("large", "vast", "great", "clear", "small", "overall", "narrow", "bare", "slim")
_OF_WORDS: Final = by_first_word(
    {
        "hardly any": Word.HARDLY_ANY,
        "almost none": Word.HARDLY_ANY,
        "almost no": Word.HARDLY_ANY,
        "very few": Word.MINORITY,
        "none": Word.NONE,
        "no case": Word.NONE,
        "nobody": Word.NONE,
        "no one": Word.NONE,
        "neither": Word.NONE,
        "everyone": Word.ALL,
        "everybody": Word.ALL,
        "each and every one": Word.ALL,
        "every single one": Word.ALL,
        "every one": Word.ALL,
        "each one": Word.ALL,
        "every": Word.ALL,
        "each": Word.ALL,
        "both": Word.ALL,
        "all": Word.ALL,
        "most": Word.MOST,
        "few": Word.MINORITY,
        "no": Word.NONE,
    }
)
_OF_PEOPLE: Final = ("nobody", "no one", "everyone", "everybody")


def _word(line: Line, at: int) -> Statement | None:
    """*All of the six cases*, *most returns*, *the vast majority of auditors*, *none*."""
    all_but = words(line, at, "all but") or words(line, at, "all bar")
    if all_but:
        return _all_but(line, at, all_but)
    if word(line, at) == "all" and word(line, at - 1) in ("at", "after", "above"):
        return None  # *not at all*
    for form, meaning in _OF_WORDS.get(word(line, at), ()):
        end = words(line, at, form)
        if end is None:
            continue
        read = Statement(at, end, word=meaning)
        if form == "no case":
            return replace(read, noun=noun(line, end - 1, one=True))
        if form in _OF_PEOPLE:
            return read
        what = _what(line, end, one=form in ("every", "each", "no", "neither"))
        if what is None and form == "no":
            return None  # *248 said no (24%)*
        return replace(read, end=what[0], base=what[1], noun=what[2]) if what else read
    return _majority(line, at)


def _what(line: Line, at: int, *, one: bool) -> tuple[int, int | None, NounPhrase | None] | None:
    """What a word is said of: *of the six cases*, *cases*, *six cases*."""
    after = words(line, at, "of") or at
    begin = determiner(line, after)
    base = whole(line, begin)
    what = noun(line, base[1] if base else begin, one=one)
    if what:
        return what.end, base[0] if base else None, what
    if word(line, begin) in ("them", "these", "those") or word(line, begin - 1) in (
        "these",
        "those",
    ):
        return begin + (word(line, begin) in ("them", "these", "those")), None, None
    return (base[1], base[0], None) if base and after > at else None


def _all_but(line: Line, at: int, after: int) -> Statement | None:
    """*All but one of the six cases*, *all bar two agencies*."""
    few = words(line, after, "a few") or words(line, after, "a couple")
    left = whole(line, after)
    end = few or (left[1] if left else None)
    if end is None:
        return None
    what = _what(line, end, one=True)
    if what is None or what[2] is None:
        return None
    out = None if few or left is None else left[0]
    return Statement(at, what[0], word=Word.MOST, base=what[1], noun=what[2], left_out=out)


def _majority(line: Line, at: int) -> Statement | None:
    if word(line, at) not in ("the", "a"):
        return None
    end = at + 1 + (word(line, at + 1) in _LARGE)
    meaning = {"majority": Word.MOST, "minority": Word.MINORITY}.get(word(line, end))
    if meaning is None:
        return None
    read = Statement(at, end + 1, word=meaning)
    after = words(line, end + 1, "of")
    if not after:
        return read
    what = _what(line, end + 1, one=False)
    if what:
        return replace(read, end=what[0], base=what[1], noun=what[2])
    return replace(read, end=after)


_AMOUNTS: Final[tuple[Construction, ...]] = (_between, _percent, _part, _led, _word, _number)


_NOTHING: Final[frozenset[str]] = frozenset()
_SIZES: Final = frozenset((*_LARGE, "majority", "minority"))
_NUMBERS_HERE: Final = NUMBER_WORDS | {"", "half", "a", "two"}
"""What a number begins with; in digits it is no word."""
_LED_BY: Final = _NUMBERS_HERE | DETERMINERS | {"all", "every"}
_AMOUNTS_HERE: Final[dict[str, frozenset[str] | None]] = {
    **dict.fromkeys((*NUMBER_WORDS, *JOINED_PARTS, *_OF_WORDS, "half")),
    **dict.fromkeys(("a", "an"), frozenset(PIECES) | _SIZES | {"dozen"}),
    "the": _SIZES | {"other"},
    **dict.fromkeys(("of", "among"), _LED_BY),
    "out": frozenset({"of"}),
    **dict.fromkeys(("between", "from", "only"), _NUMBERS_HERE),
}
"""The words that an amount can begin with, and what then stands behind them; none for anything."""


def _beginnings() -> dict[str, frozenset[str] | None]:
    beginnings = dict(_AMOUNTS_HERE)
    for form in FORMS_OF_HEDGES:
        first, *rest = form.split()
        behind = frozenset(rest[:1] or (*_AMOUNTS_HERE, ""))
        already = beginnings.get(first, _NOTHING)
        beginnings[first] = None if already is None else already | behind
    return beginnings


_BEGINNINGS: Final = _beginnings()
"""The words that a statement can begin with, and what then stands behind them."""

AMOUNT_WORDS: Final = frozenset(
    part
    for form in (*NUMBER_WORDS, *PIECES, *_OF_WORDS, "dozen", "majority", "minority")
    for part in form.split("-")
)
"""Of these, a statement without digits holds one, as a word or as a part of one."""


def _beside(line: Line, read: Statement) -> Statement:
    """Add what stands in brackets or after a comma: *(19 of 20)*, *(n=11 of 19)*, *, 95%*."""
    for _ in range(_MOST_BESIDE):
        more = _in_brackets(line, read) or _after_comma(line, read) or _of_later(line, read)
        if more is None:
            break
        read = more
    return read


_MOST_BESIDE: Final = 4


def _in_brackets(line: Line, read: Statement) -> Statement | None:
    begin = read.end if word(line, read.end) == "(" else _before_bracket(line, read)
    if word(line, begin) != "(":
        return None
    inner = _inner(line, begin + 1, read)
    # A few words on, a lone number may be of something else: *62% were good (3 outstanding)*.
    if inner is None or (begin > read.end and (inner.count, inner.base) == (inner.count, None)):
        return None
    for step in range(inner.end, min(len(line), inner.end + _LONGEST_BRACKET)):
        if line[step].text == ")":
            return replace(inner, end=step + 1)
        if line[step].text in ("(", ".", ";"):
            return None
    return None


_LONGEST_BRACKET: Final = 9


def _before_bracket(line: Line, read: Statement) -> int:
    """Where a bracket stands a few words on: *17% of pupils in the county (8,256 of 48,000)*."""
    if read.percent is None and read.base is None and read.noun is None:
        return read.end
    for step in range(read.end, min(len(line), read.end + _LONGEST_CLAUSE)):
        if line[step].text == "(":
            return step
        if line[step].kind is not Kind.WORD:
            break
    return read.end


def _inner(line: Line, at: int, read: Statement) -> Statement | None:
    """What a bracket says: a number, a percentage, a part, or several with a comma between."""
    how, begin = hedge(line, at)
    if how is Hedge.EXACT:
        begin = at
    named = words(line, begin, "n =")
    begin = named or begin
    share = percentage(line, begin)
    if share and read.percent is None:
        is_first = read.count is not None
        told = replace(read, end=share[1], percent=share[0], is_count_first=is_first)
        return _inner_more(line, told)
    if share and read.exactly is None:
        return _inner_more(line, replace(read, end=share[1], exactly=share[0]))
    of = words(line, begin, "out of") or words(line, begin, "of")
    base = whole(line, determiner(line, of)) if of else None
    if base and read.base is None:
        return replace(read, end=base[1], base=base[0])
    count = whole(line, begin)
    if not count:
        amount = part(line, begin)
        if amount and read.part is None and read.percent is not None:
            return replace(read, end=amount[1], part=amount[0])
        return None
    counted = _of_number(line, Statement(begin, count[1], count=count[0]))
    if (
        counted
        and counted.base is not None
        and read.base in (None, counted.base)
        and (read.count in (None, counted.count))
    ):
        return _inner_more(
            line,
            replace(
                read,
                end=counted.end,
                count=counted.count,
                base=counted.base,
                noun=read.noun or counted.noun,
            ),
        )
    if counted and counted.base is not None:
        return replace(read, end=counted.end) if read.percent is not None else None
    if named:
        return replace(read, end=count[1], number=count[0])
    if read.count is None and read.percent is None and read.part is None and read.word is None:
        return None
    what = noun(line, count[1], one=count[0] == 1)
    end = what.end if what else count[1]
    if read.count is not None:
        return _inner_more(line, replace(read, end=end)) if read.count == count[0] else None
    return _inner_more(line, replace(read, end=end, count=count[0], noun=read.noun or what))


def _inner_more(line: Line, read: Statement) -> Statement:
    """A second thing in one bracket: *(19 of 20, 95%)*, *(95%, 19 of 20)*."""
    if word(line, read.end) not in (",", ";", "-", "or", "="):
        return read
    more = _inner(line, read.end + 1, read)
    return more or read


def _after_comma(line: Line, read: Statement) -> Statement | None:
    """*94%, 19 of 20*; *19 of 20, 95%*; *19 of 20 cases, or 95%*."""
    if word(line, read.end) not in (",", "or", "-", "="):
        return None
    begin = words(line, read.end, ", or") or words(line, read.end, ", that is")
    begin = begin or words(line, read.end, "or") or words(line, read.end, "-")
    begin = begin or words(line, read.end, ", i.e.") or words(line, read.end, ",")
    begin = begin or words(line, read.end, "=") or words(line, read.end, ", equal to")
    if not begin:
        return None
    share = percentage(line, begin)
    if share and read.percent is None and read.base is not None and _ends(line, share[1]):
        return replace(read, end=share[1], percent=share[0])
    count = whole(line, begin)
    if not count or read.percent is None or read.count is not None:
        return None
    counted = _of_number(line, Statement(begin, count[1], count=count[0]))
    if counted is None or counted.base is None or counted.is_ratio:
        return None
    if read.base not in (None, counted.base):
        return None
    if read.noun and counted.noun and read.noun.noun != counted.noun.noun:
        return None
    return replace(
        read,
        end=counted.end,
        count=counted.count,
        base=counted.base,
        noun=read.noun or counted.noun,
    )


def _ends(line: Line, at: int) -> bool:
    return at >= len(line) or word(line, at) in (",", ".", ";", ")", ":", "-")


def _of_later(line: Line, read: Statement) -> Statement | None:
    """*85% (n=61) of 60*, *four (67%) of the cases*, *12 (of 20) cases*, *half (60%) of cases*."""
    if read.end == 0 or word(line, read.end - 1) != ")" or read.noun is not None:
        return None
    direct = noun(line, read.end)
    if direct and read.base is not None:
        return replace(read, end=direct.end, noun=direct)
    after = words(line, read.end, "out of") or words(line, read.end, "of")
    if not after:
        return replace(read, end=direct.end, noun=direct) if direct else None
    begin = determiner(line, after)
    base = whole(line, begin)
    what = noun(line, base[1] if base else begin)
    if not base and not what:
        return None
    if base and read.base is not None and read.base != base[0]:
        return None
    return replace(
        read,
        end=what.end if what else (base[1] if base else read.end),
        base=base[0] if base else read.base,
        noun=what,
        has_article=begin > after,
    )


def _settled(read: Statement) -> Statement:
    """With *n = 61*: the count where the base stands elsewhere, the base where not."""
    if read.number is None:
        return read
    if read.base is None:
        return replace(read, base=read.number)
    return replace(read, count=read.number) if read.count is None else read


def statements(line: Line) -> Iterator[Statement]:
    """Every statement of a sentence from left to right; none begins within another."""
    at = 0
    while at < len(line):
        read = statement(line, at)
        if read is None:
            at += 1
        else:
            yield read
            at = max(read.end, at + 1)
