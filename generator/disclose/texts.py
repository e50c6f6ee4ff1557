"""A text as everyone may read it: each figure in it becomes a word with a meaning, or `[c]`.

Bound, quoted and typed figures alike: which number stands in the text tells nobody where it came
from. What counts no child is left: dates, times, ages, what is numbered, questions, agencies and
boards, and what is asked for as a standard. Any other number that no rule knows becomes `[c]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from generator.aggregate.binding import AuditFigures, UnknownFigureError, bind
from generator.aggregate.joined import answers_joined
from generator.aggregate.shown import ShownRow
from generator.disclose.spans import word_of_row
from generator.model.disclosure import (
    A_SMALL_NUMBER,
    CONFIDENTIAL,
    FEW,
    NEARLY_ALL,
    SOME,
    rounded,
    word_of,
)
from generator.model.nouns import CASES, CHILDREN, RETURNS, singular
from generator.read.figures.grammar import Statement, statements
from generator.read.figures.phrases import Line, decimal, percent_sign, word
from generator.read.figures.said import Word
from generator.read.figures.shares import is_asked_for, is_share
from generator.read.figures.tokens import Kind, folded, sentences, tokens
from generator.read.figures.words import NO_NOUN, NUMBERED, OF_LIFE, each_of, is_plural
from generator.read.markdown import Bound, prose_of, read_bound


@dataclass(frozen=True)
class About:
    """The audit that a text is about, as far as the text's figures need it."""

    figures: AuditFigures
    few: bool
    """Whether it has few cases, or nobody knows how many."""
    cases: int | None = None
    """How many it has; told nowhere, but it says whether *six cases* are all of them."""
    rows: Mapping[str, ShownRow] = field(default_factory=dict)
    """What is told of its questions."""


@dataclass(frozen=True)
class _Change:
    start: int
    end: int
    text: str


def told_text(text: str, about: About) -> str:
    """The text with each of its figures told safely; what is marked as elsewhere's stays."""
    if "{{" in text or "](printed" in text:
        text = _IN_BRACKETS.sub("", text)
        text = _MARKED.sub(lambda found: _marked(found, text, about), text)
    if about.few:
        text = _BUT_ONE.sub("", text)
    if not _MAY_COUNT.search(text):
        return text
    prose = folded(prose_of(text).text)
    changes: list[_Change] = []
    for start, end in sentences(prose):
        line = tuple(tokens(prose, start, end))
        changes += _changes(line, prose, about)
    return _changed(text, changes)


_BUT_ONE: Final = re.compile(r",? (?:but|except(?: for| in)?|bar|save) (?:one|two|three)\b(?! of)")
"""*All cases but one*: one, whatever becomes of *all*."""
_MARKED: Final = re.compile(
    r"(?P<bound>\{\{(?:(?!\{\{).)*?\}\})|\[(?P<words>[^\[\]]*)\]\(printed[^()\s]*\)", re.DOTALL
)
_IN_BRACKETS: Final = re.compile(r" \(\{\{ ?percent\([^()]*\) ?\}\}\)")
"""A percentage that only says again, in brackets, what the words before it say."""
_MAY_COUNT: Final = re.compile(
    r"[0-9%\u00bc-\u00be\u2150-\u215e]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|once"
    r"|eleven|twelve|dozen|[a-z]+teen|[a-z]+ty|half|thirds?|quarters?|[a-z]+ths?|all|none|no)\b",
    re.IGNORECASE,
)


def _marked(found: re.Match[str], text: str, about: About) -> str:
    """A bound figure as a word, and quoted words without their mark, to be read like any other."""
    if found["words"] is not None:
        return found["words"]
    bound = read_bound(found["bound"])
    try:
        figure = bind(bound, about.figures)
    except UnknownFigureError:
        return CONFIDENTIAL
    after = text[found.end() : found.end() + 40]
    if bound.name == "agencies":
        return figure.text
    if figure.share is None or (bound.name in ("cases", "returns", "base") and not bound.named):
        return _number(int(figure.text), figure.unit or "", about, all_of_them=True)
    said = _word_of(bound, about) if figure.ref else word_of(figure.share)
    names_it = re.match(r"\s+(?:of\s+(?:the\s+)?)?[a-z]+s\b", after)
    if bound.name == "of" and not re.match(r"\s+of\b", after):
        # A link shows the row that it is taken from.
        return f"[{_of_noun(said, figure.unit or 'them', with_the=False)}](question:{figure.ref})"
    return f"{said} of the" if names_it and not re.match(r"\s+of\b", after) else said


def _word_of(bound: Bound, about: About) -> str:
    """The word for a share of a question's row, worked out from what is told of the row."""
    ref, *answers = bound.arguments
    row, scale = about.rows.get(ref), about.figures.scales.get(ref)
    if row is None or scale is None:
        return CONFIDENTIAL
    named = answers_joined(answers[0], scale) or tuple(answers) if answers else scale.favourable
    return word_of_row(row, named)


def _of_noun(said: str, noun: str, *, with_the: bool) -> str:
    """`most cases`, `about half of the cases`."""
    return f"{said} of the {noun}" if with_the or said.startswith("about") else f"{said} {noun}"


def _changed(text: str, changes: Iterable[_Change]) -> str:
    parts, at = [], 0
    changes = [_with_capitals(change, text) for change in changes]
    for change in sorted(changes, key=lambda one: one.start):
        if change.start < at:
            continue
        new = change.text
        before = text[: change.start].rstrip()
        begins = text[change.start].isdigit() and (not before or before[-1] in ".!?")
        if begins or text[change.start].isupper():
            new = new[:1].upper() + new[1:]
        parts += [text[at : change.start], new]
        at = change.end
        verb = _OF_ONE.match(text, at)
        if verb and _OF_MANY.match(new):
            parts.append(f" {_MANY_DO[verb[1]]}")
            at = verb.end()
    return "".join([*parts, text[at:]])


def _with_capitals(change: _Change, text: str) -> _Change:
    """The change with abbreviations written as they were: sentences are read in small letters."""
    shouted = {
        found.casefold(): found for found in _ABBREVIATION.findall(text[change.start : change.end])
    }
    if not shouted:
        return change
    return replace(
        change, text=_A_WORD.sub(lambda found: shouted.get(found[0], found[0]), change.text)
    )


_ABBREVIATION: Final = re.compile(r"\b[A-Za-z]*[A-Z][A-Z]+[a-z]?\b")
_A_WORD: Final = re.compile(r"[\w-]+")
_MANY_DO: Final = {"was": "were", "is": "are", "has": "have", "does": "do"}
_OF_ONE: Final = re.compile(rf" ({'|'.join(_MANY_DO)})\b")
_OF_MANY: Final = re.compile(r"(?:nearly all|most|about half|some|few)\b", re.IGNORECASE)
"""What takes the place of *none of the six*, which is written with *was* as well."""


def _changes(line: Line, prose: str, about: About) -> Iterator[_Change]:
    taken: set[int] = set()
    for read in statements(line):
        new = _told(line, read, prose, about)
        places = range(read.start, read.end)
        if new is None:
            continue
        taken |= set(places)
        if new:
            yield _Change(line[read.start].start, line[read.end - 1].end, new)
    for at, _ in enumerate(line):
        if at not in taken:
            yield from _left_over(line, at, about)


def _told(line: Line, read: Statement, prose: str, about: About) -> str | None:
    """How a statement is told; empty where it may stand, none where it is no statement of these."""
    noun = read.noun.noun if read.noun else ""
    if read.word is not None:
        return _told_word(line, read, noun, about)
    if read.percent is not None:
        if is_asked_for(line, read):
            return ""
        return _with_noun(line, read, word_of(min(Fraction(read.percent) / 100, Fraction(1))), noun)
    if read.part is not None:
        return (
            _with_noun(line, read, word_of(read.part), noun) if is_share(line, read, prose) else ""
        )
    if read.count is None:
        return None
    if read.base:
        if is_asked_for(line, read) and not noun:
            return ""
        if _is_harmless(noun, about):
            return ""
        return _told_share(line, read, noun, about)
    head = _counted(line, read)
    if (
        not noun
        or _is_harmless(head, about)
        or head in OF_LIFE
        or word(line, read.start - 1) in NUMBERED
    ):
        return None
    noun = head
    if word(line, read.start - 1) in _THE and read.end > read.start + 1:
        return _words(line, read)  # *the six children*
    if read.count == 1:
        return _single(line, read)
    return f"{_number(read.count, noun, about)} {_words(line, read)}".strip()


def _counted(line: Line, read: Statement) -> str:
    """The word for what is counted: in *three cases meetings were called off*, it is *cases*."""
    if read.noun is None:
        return ""
    said = [line[at].text for at in range(read.noun.start, read.noun.end)]
    return next((each for each in said if each in (CASES, CHILDREN)), said[-1])


def _told_share(line: Line, read: Statement, noun: str, about: About) -> str:
    count, base = read.count or 0, read.base or 1
    if not about.few:
        safe = rounded(count)
        if safe is None:
            return _with_noun(line, read, CONFIDENTIAL, noun)
        count, base = safe, max(rounded(base) or base, safe)
    return _with_noun(line, read, word_of(min(Fraction(count, base), Fraction(1))), noun)


def _with_noun(line: Line, read: Statement, said: str, noun: str) -> str:
    """`most of the cases` where the sentence names what it is of, `most` where it does not."""
    if not noun or read.noun is None:
        after = word(line, read.end)
        return f"{said} of" if after in ("these", "those", "them", "the") else said
    phrase = " ".join(line[at].text for at in range(read.noun.start, read.noun.end))
    if read.noun.start >= read.end or read.noun.end > read.end:
        return said
    has_article = read.has_article or said.startswith("about") or said == CONFIDENTIAL
    return _of_noun(said, phrase if is_plural(phrase.split()[-1]) else noun, with_the=has_article)


def _told_word(line: Line, read: Statement, noun: str, about: About) -> str | None:
    """*All of the six cases*, *none of the children*: of one, it would be known of each."""
    numbers = noun and any(
        line[at].text != "one" and decimal(line, at) for at in range(read.start, read.end)
    )
    if _is_harmless(noun, about):
        return None
    of_children = noun and noun.rsplit(maxsplit=1)[-1] in (CASES, CHILDREN)
    tells = of_children and _IS_TOLD & {word(line, read.end + step) for step in range(3)}
    if not numbers and not (about.few and tells and not is_asked_for(line, read)):
        return None  # an aim, a definition: *no child is discharged*
    said = {Word.ALL: NEARLY_ALL, Word.NONE: FEW, Word.HARDLY_ANY: FEW}.get(read.word or Word.ALL)
    if said is None:
        return None if not numbers else _with_noun(line, read, "most", noun)
    first = line[read.start].text
    if first in ("every", "each") and not numbers:
        return None if first == "each" else f"nearly {_words_of(line, read)}"
    if first in ("no", "none", "neither") and not is_plural(line[read.end - 1].text):
        return f"hardly any {' '.join(line[at].text for at in range(read.start + 1, read.end))}"
    return _with_noun(line, read, said, noun)


_IS_TOLD: Final = frozenset({"was", "were", "had", "did", "got", "came", "went", "been"})
"""Behind *no child*, *all cases*: what tells that it was so, and not that it should be."""


def _words_of(line: Line, read: Statement) -> str:
    return " ".join(line[at].text for at in range(read.start, read.end))


def _words(line: Line, read: Statement) -> str:
    """What stands behind the number of a statement: its noun, as it is written."""
    if read.noun is None:
        return ""
    return " ".join(line[at].text for at in range(read.noun.start, read.noun.end))


def _single(line: Line, read: Statement) -> str:
    """*One case*, *one of the cases*: a case. Words behind *one case* stay as they are."""
    if read.noun is None:
        return CONFIDENTIAL
    said = [line[at].text for at in range(read.noun.start, read.noun.end)]
    if word(line, read.noun.start - 1) in ("of", "the"):
        said[-1] = singular(said[-1]) if is_plural(said[-1]) else said[-1]
    return f"{'an' if said[0][0] in 'aeiou' else 'a'} {' '.join(said)}"


def _number(count: int, noun: str, about: About, *, all_of_them: bool = False) -> str:
    """A number of things that is no share of anything said."""
    head = noun.rsplit(maxsplit=1)[-1] if noun else ""
    if about.few and (head in OF_CHILDREN or not head):
        if all_of_them or (head in (CASES, CHILDREN) and count == about.cases):
            return f"{A_SMALL_NUMBER} of"
        if head == CASES and about.cases and 0 < count < about.cases:
            said = word_of(Fraction(count, about.cases))
            return f"{said} of the" if said.startswith("about") else said
        return SOME
    safe = rounded(count)
    if safe is None:
        return SOME if count > 1 else CONFIDENTIAL
    return f"about {safe}" if safe else "no"


OF_CHILDREN: Final = each_of(
    "cases children adults people families mothers fathers parents carers siblings girls boys "
    "babies infants teenagers victims perpetrators clients patients pupils students men women "
    "grandparents grandmothers grandfathers partners households reviews plans records "
    "assessments conferences referrals files chronologies visits meetings"
)
"""What there is one or so of for each case, so that a count of them is one of cases."""

_HARMLESS: Final = each_of(
    "questions sections judgements grades things points recommendations actions audits boards "
    "words tools forms agencies organisations services teams programmes lists parts priorities "
    "themes areas documents steps ways reasons columns tables dates localities boroughs councils "
    "hospitals sites inspectorates scales answers items headings rows aims standards domains rules "
    "stages versions pages chapters partnerships practices lines sources workshops reports leads "
    "authorities findings descriptors elements groups causes kinds sorts sides signs strands "
    "titles topics figures"
)
"""What is counted and is no child's: the audit's own parts, and those who did it."""

NUMBERED_HERE: Final = each_of("recommendation recommendations question action finding plan form")
_AGES: Final = frozenset({"between", "people", "ages", "aged", "olds"})
_MONTHS: Final = each_of(
    "january february march april may june july august september october november december"
)
_THE: Final = ("the", "same", "these", "those", "its", "their", "all")


def _is_harmless(said: str, about: About) -> bool:
    """Whether it is no child's; what the audit counts in its rows may be, whatever it is called."""
    head = said.rsplit(maxsplit=1)[-1] if said else ""
    figures = about.figures
    units = {row.unit for row in figures.rows.values()}
    of_rows = {RETURNS, figures.unit, *figures.totals.counted, *units}
    return head in _HARMLESS and not {head, said} & of_rows


def _left_over(line: Line, at: int, about: About) -> Iterator[_Change]:
    """A number that no statement took: it may stand where what stands beside it explains it."""
    token = line[at]
    found = decimal(line, at)
    if token.kind is Kind.FRACTION:
        yield _Change(token.start, token.end, CONFIDENTIAL)
        return
    if not found:
        return
    number, end = found
    if _is_explained(line, at, end, number, about):
        return
    near = [word(line, end + step) for step in range(8)]
    after = near[:4]
    if token.text == "one":
        bare = [each.removesuffix("'s") for each in after[:2]]
        if after[0] not in NO_NOUN and any(each in _ONES for each in bare):
            yield _Change(token.start, token.end, "an" if after[0][:1] in "aeiou" else "a")
        elif after[0] == "of" and about.few and not any(_is_harmless(each, about) for each in near):
            yield _Change(token.start, token.end, SOME)
        return
    if percent_sign(line, end):
        yield _Change(token.start, line[end].end, word_of(min(Fraction(number) / 100, Fraction(1))))
        return
    if after[0] in ("to", "or") and decimal(line, end + 1):
        yield _Change(token.start, line[end + 1].start, "")  # *five to seven cases*
        return
    new = SOME if any(is_plural(each) for each in after[:3]) else CONFIDENTIAL
    yield _Change(token.start, line[end - 1].end, new)


_ONES: Final = each_of(
    "child family person baby referral case mother father parent man woman boy girl carer review "
    "plan record adult sibling pupil patient"
)


def _is_explained(line: Line, at: int, end: int, number: Decimal, about: About) -> bool:
    """Whether what stands beside a number says that it counts no child."""
    before, token = word(line, at - 1), line[at]
    if token.kind is Kind.NUMBER and 1900 <= number < 2100 and len(token.text) == 4:
        return True
    if before in NUMBERED or before in _MONTHS or word(line, end) in _MONTHS:
        return True
    if before in NUMBERED_HERE or (
        before in ("between", "and")
        and _AGES.intersection(word(line, at + step) for step in range(-6, 5))
    ):
        return True
    if before in ("aged", "age", "under", "over", "#", "/", "(", "s", "s.", "£"):
        return before != "(" or word(line, end) != ")"
    for step in range(3):
        text = word(line, end + step)
        if text in OF_CHILDREN:
            return False
        if text in OF_LIFE or _is_harmless(text, about) or _is_harmless(f"{text}s", about):
            return True
        more = decimal(line, end + step + 1)
        if text in ("to", "or", "and", "-") and more:
            return _is_explained(line, end + step + 1, more[1], number, about)
    return False
