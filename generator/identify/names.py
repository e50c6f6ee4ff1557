"""Names by default deny: a word with a capital that nothing speaks for is somebody's name.

Lists of names know some children better than others, so none is asked. A word must be known to be
something else: a word of English where a sentence begins, a term of the field, what a register
names. Words that are both, such as Hope, are weighed by what stands around them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from generator.identify.openings import is_shouted, is_title, line_around, opens
from generator.identify.passages import Part
from generator.identify.reading import Reading
from generator.identify.surroundings import (
    AS_A_PERSON,
    AS_A_SUBJECT,
    AUTHOR_BEFORE,
    AUTHOR_BEHIND,
    DAYS,
    IN_SMALL,
    NAMED,
    NAMED_IN_SMALL,
    OF_A_PERSON,
    OF_AN_ORGANISATION,
    OWNED_BY_A_PERSON,
    TIMES_THAT_ARE_NAMES,
    is_a_month,
)
from generator.identify.things import is_told_of_as_a_thing, stands_as_a_thing
from generator.identify.vocabulary import WORD, Vocabulary
from generator.read.figures.words import each_of


class Sureness(Enum):
    """How sure it is that a word is somebody's name."""

    SURE = "sure"
    POSSIBLE = "possible"
    INITIALS = "initials"


@dataclass(frozen=True)
class Name:
    """A word that is, or may be, somebody's name."""

    start: int
    end: int
    word: str
    sureness: Sureness


class _Kind(Enum):
    """What a word is by itself."""

    KNOWN = "known"
    ORDINARY = "ordinary"
    BOTH = "both"
    """A word of English that is a name as well."""
    SHORT = "short"
    """Capitals only, few of them: an abbreviation, or initials."""
    UNKNOWN = "unknown"


_UPPER: Final = "".join(
    chr(code)
    for code in (*range(0x250), *range(0x370, 0x590), *range(0x1E00, 0x2000))
    if chr(code).isupper() or chr(code).istitle()
)
_NO_CASE: Final = "\u0590-\u109f\u1100-\u1cff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufaff"
"""Letters of scripts that have no capitals: in a text in English they write a name."""

_CAPITALISED: Final = re.compile(
    rf"(?<![\w'])(?:[^\W\d_]{{1,4}}[-'])?[{_UPPER}{_NO_CASE}][^\W\d_]*(?:['-][^\W\d_]+)*(?![\w])"
)
# What may not stand before it is asked behind its first letter: so only capitals are looked at.
_INITIALS: Final = re.compile(r"[A-Z](?<![\w.].)\. ?(?:[A-Z]\. ?){1,2}(?![A-Za-z])")


@lru_cache(maxsize=1)
def names_in(reading: Reading) -> tuple[Name, ...]:
    """Every word of a text that is, or may be, somebody's name: several rules speak of them."""
    return tuple(_names(reading))


def _names(reading: Reading) -> Iterator[Name]:
    if reading.field == "area":
        return  # a place, for the audit group alone
    if reading.part is Part.ID:
        yield from _in_id(reading)
        return
    yield from _with_capital(reading)
    yield from _in_small(reading)
    if reading.about_a_case:
        for found in _INITIALS.finditer(reading.text):
            if found[0].strip() not in ("U.K.", "U.S.", "A.M.", "P.M."):
                yield Name(*found.span(), found[0].strip(), Sureness.INITIALS)


def _with_capital(reading: Reading) -> Iterator[Name]:
    text, known = reading.text, reading.known
    after = 0
    for found in _capitalised(text):
        start = found.start()
        if start < after:
            continue
        word = found[0]
        bare, kind, begins_a_term = _looked_up(word, known)
        if begins_a_term:
            phrase = known.phrase_at(text, start, word.casefold())
            if phrase == start and bare != word:
                phrase = known.phrase_at(text, start, bare.casefold())
            if phrase > start:
                after = phrase
                continue
        if kind is _Kind.ORDINARY and not _may_be_told(reading, bare, start):
            continue
        sureness = _weigh(reading, kind, bare, start)
        if sureness:
            yield Name(start, start + len(bare), bare, sureness)


def _capitalised(text: str) -> Iterator[re.Match[str]]:
    """Every word with a capital."""
    if text.isascii() and not _CAPITAL_WITHIN.search(text):
        return _CAPITALISED_PLAINLY.finditer(text)
    return _CAPITALISED.finditer(text)


_CAPITAL_WITHIN: Final = re.compile(r"[-'][A-Z]")
_CAPITALISED_PLAINLY: Final = re.compile(
    r"[A-Z](?<![\w'].)[A-Za-z]*(?:['-][A-Za-z]+)*(?!\w)", re.ASCII
)
"""The same in plain letters, where none within a word is a capital: only capitals are looked at."""


@lru_cache(maxsize=20_000)
def _looked_up(word: str, known: Vocabulary) -> tuple[str, _Kind, bool]:
    """A word without its ending, what it is by itself, and whether a term may begin with it."""
    bare = _without_ending(word)
    kind = _Kind.KNOWN if word in known.terms and "'" in word else kind_of(bare, known)
    return bare, kind, word.casefold() in known.phrases or bare.casefold() in known.phrases


def _weigh(reading: Reading, kind: _Kind, bare: str, start: int) -> Sureness | None:
    """How sure it is that this word is a name; None where it is none."""
    text, known = reading.text, reading.known
    ends = start + len(bare)
    before = text[max(0, start - _NEAR) : start]
    if kind is _Kind.UNKNOWN and (of := _OF_SOMEBODY.search(bare)):
        return Sureness.SURE if reading.about_a_case and not of["of"] else Sureness.POSSIBLE
    if reading.about_a_case and _is_behind_an_initial(reading, kind, bare, start):
        return Sureness.SURE
    if kind is _Kind.KNOWN:
        return _known(reading, bare, start, ends, before)
    if kind is _Kind.ORDINARY:
        return _ordinary(reading, bare, start, before)
    if _stands_in_a_job(known, text, bare, start, ends) or _OF_A_THING.search(before):
        return None
    if kind is not _Kind.SHORT and _IS_MR_WARD.match(text, ends):
        return Sureness.SURE if reading.about_a_case else Sureness.POSSIBLE
    if OF_AN_ORGANISATION.match(text, ends):
        in_doubt = reading.about_a_case and reading.field != "completed_by"
        return Sureness.POSSIBLE if in_doubt else None
    if _DOTTED.search(before) or _HOST_GOES_ON.match(text, ends):
        return None  # G.Ps, and the name of a website
    if reading.about_a_case and _IS_A_FAMILY.match(text, ends) and _ARTICLE.search(before):
        return Sureness.SURE
    is_person = is_told_of(text, start, ends) and not (
        _ARTICLE.search(before) or stands_as_a_thing(text, start, ends)
    )
    if kind is _Kind.SHORT:
        return _short(reading, bare, start, is_person=is_person)
    if kind is _Kind.BOTH and bare.isupper() and not is_shouted(text, start):
        return _short(reading, bare, start, is_person=is_person)
    if kind is _Kind.BOTH:
        return _both(reading, bare, start, ends, before)
    return Sureness.SURE if is_person else _unknown(reading, bare, start, ends)


def _may_be_told(reading: Reading, bare: str, start: int) -> bool:
    """Whether anything can stand before a word of English that makes it a name: quick to see."""
    if start == 0:
        return False
    if reading.may_name:
        return True
    if not reading.about_a_case:
        return False
    return bare.casefold() in reading.known.families or bool(
        _IN_SMALL_BEFORE.match(reading.text, max(0, start - 2))
    )


_IN_SMALL_BEFORE: Final = re.compile(r"[a-z',-] ")


def _unknown(reading: Reading, bare: str, start: int, ends: int) -> Sureness:
    """How sure it is of a word that nobody knows, and that is not told of as a person."""
    shouts = is_shouted(reading.text, start)
    if not reading.about_a_case or (bare.isupper() and not shouts):
        return Sureness.POSSIBLE  # GIRFEC: nobody writes one name in capitals
    if not shouts and is_told_of_as_a_thing(reading.known, reading.text, start, ends):
        return Sureness.POSSIBLE
    if not shouts and _begins_a_sentence(reading, start, ends):
        return Sureness.POSSIBLE
    return Sureness.SURE


def _begins_a_sentence(reading: Reading, start: int, ends: int) -> bool:
    """Whether a word has its capital from its place, and does what things do."""
    text = reading.text
    if reading.part is not Part.PROSE or not _SENTENCE.search(text[max(0, start - 12) : start]):
        return False
    return bool(_THINGS_DO.match(text, ends) or (text[ends - 1] == "s" and _MANY.match(text, ends)))


def _stands_in_a_job(known: Vocabulary, text: str, bare: str, start: int, ends: int) -> bool:
    """Whether it is the name of somebody who wrote, found or led something."""
    following = WORD.match(text, ends + 1)
    if bare in known.authors or (following and following[0].removesuffix("'s") in known.authors):
        return True  # Munro, and whatever first name stands before it
    before = text[max(0, start - _NEAR) : start]
    if AUTHOR_BEHIND.match(text, ends) or AUTHOR_BEFORE.search(before):
        return True
    return bool(_SCHOLAR.search(before) and _SCHOLARLY.search(line_around(text, start)))


_SENTENCE: Final = re.compile(r"(?:^|[.!?][\"')]*\s+|\n\s*)\Z")
_IS_A_FAMILY: Final = re.compile(
    r" (?:family|children|brothers|sisters|siblings|twins|boys|girls|household|baby|kids|parents)\b"
    r"(?! (?:hub|centre|programme|support|group|worker|service|plan|court|team|fund|nurse|forum"
    r"|panel|network)s?\b)"
)
"""Behind a name with an article: whose it is, *the Kasparov children*."""
_IS_MR_WARD: Final = re.compile(
    rf" (?:Ward|House|Lodge|Church|Law|Court|Park|Group)(?:{AS_A_PERSON.pattern})"
)
"""Behind a first name: a family name that is a place as well, and what only somebody does."""
_THINGS_DO: Final = re.compile(
    r" (?:(?:now |also )?(?:publishes|costs?|stores|holds|records|logs|contains|lists|covers"
    r"|flags|replaced|replaces"
    r"|allows|enables|requires|includes|captures|generates|links|(?:is|was|are|were) (?:used|lent"
    r"|bought|installed"
    r"|available|free|stored|held))\b|and (?!her|his|their|two|three|the|a|an|my|our|other)[a-z]+ )"
)
_MANY: Final = re.compile(r" (?:were|are|have)\b")
_DOTTED: Final = re.compile(r"(?<![\w.])[A-Z]\.\Z")
_HOST_GOES_ON: Final = re.compile(r"\.(?:org|com|co|gov|net|nhs|ac|info|uk)\b")
_OF_A_THING: Final = re.compile(
    r"\b(?:Operation|Project|HMP|HMYOI|St\.?|Saint|Storm|Lake|Mount|River"
    r"|(?:University|City|County|Borough|Isle) of) $"
)
"""Before a word: what makes it the name of a thing or a place."""
_SCHOLAR: Final = re.compile(r"\b(?:Dr|Professor|Prof)\.? (?:[A-Z][\w'-]+ ){0,2}$")
_SCHOLARLY: Final = re.compile(
    r"\b(?:calls it|call it|[Ww]ork (?:by|of)|thinks? about|sh(?:own|ows) that|concepts?|ideas?"
    r"|term"
    r"|coined|model|research\w*|stud(?:y|ies)|author\w*|book|article|paper|theory|evaluation"
    r"|keynote|lecture"
    r"|academic|[Uu]niversity|published|writes|argues|literature|framework)\b"
)
"""In a line with a scholar: what makes it a name in somebody's job."""
_ARTICLE: Final = re.compile(r"\b(?:[Tt]he|[Aa]n?) $")
"""Before a word: nobody says *the Kayleigh*, but *the Maudsley*."""


def _is_behind_an_initial(reading: Reading, kind: _Kind, bare: str, start: int) -> bool:
    """Whether it is a family name: *J. Brown*, and not the case that was B. Plans followed."""
    small = bare.casefold()
    if kind is _Kind.KNOWN and small not in reading.known.given:
        return False
    if kind is _Kind.ORDINARY and small not in reading.known.families:
        return False
    found = _INITIAL_BEFORE.search(reading.text, max(0, start - _NEAR), start)
    return bool(found) and not AUTHOR_BEHIND.match(reading.text, start + len(bare))


_INITIAL_BEFORE: Final = re.compile(
    r"(?:^|[^\w.]|(?<=\s))(?<!\b[Cc]ase )(?<!\b[Cc]hild )(?<!\b[Ff]amily )(?<!\b[Aa]dult"
    r" )(?<!\b[Ss]ibling )"
    r"(?<!\b[Pp]arent )(?<!\b[Pp]art )(?<!\b[Aa]ppendix )(?<!\b[Tt]able )(?<!\b[Gg]rade"
    r" )(?<!\b[Vv]itamin )"
    r"(?<!\b[Ss]ection )(?<!\b[Gg]roup )(?<!\b[Oo]ption )(?<!\b[Ll]evel )(?<!\b[Pp]lan"
    r" )(?:[B-HJ-Z]\.? ?){1,2} \Z"
    r"|(?<![\w.])[B-HJ-Z]\.[B-HJ-Z]?\.? ?\Z"
)


def _known(reading: Reading, bare: str, start: int, ends: int, before: str) -> Sureness | None:
    """A term that people are called as well: Jordan, Christian."""
    small, text = bare.casefold(), reading.text
    if not reading.about_a_case or small not in reading.known.names_too:
        return None
    if small in TIMES_THAT_ARE_NAMES and is_a_month(text, start, ends):
        return None
    if _OWNS_A_THING.match(text, ends):
        return None
    if NAMED.search(before):
        return Sureness.SURE if len(bare) > 1 else None  # Ms A
    if small in DAYS and _IS_A_TERM.search(before):
        return None
    if is_told_of(text, start, ends):
        is_place = _FROM.search(before) and small in reading.known.places
        is_sure = small in reading.known.given and not is_place
        return Sureness.SURE if is_sure else _place_told_of(text, ends)
    if small in DAYS:
        return None
    if OF_AN_ORGANISATION.match(text, ends):
        return None
    if small not in reading.known.given:
        return None
    is_told = _TELLS.search(before) and AS_A_SUBJECT.match(text, ends)
    if is_told or before.endswith(" with "):
        return Sureness.SURE
    is_term = opens(text, start) or _IS_A_TERM.search(before) or _GOES_ON.match(text, ends)
    return None if is_term else Sureness.POSSIBLE


_FROM: Final = re.compile(r"\b(?:from|in|at|to) \Z")
_OF_SOMEBODY: Final = re.compile(
    r"(?<![A-Z])-(?:shaped|cent(?:re|er)ed|only|friendly|specific|sized|focused|proof|free"
    r"|and-[A-Z]\w+)$"
    r"|^(?:pre|post|non|ex|anti)-(?=[A-Z][a-z]+$)|(?P<of>-(?:led|run|based|style|type|funded|wide"
    r"|trained|approved|compliant))$"
)
"""A word with a hyphen that is made of a name: *Kasparov-shaped*, *post-Kasparov*."""


def _place_told_of(text: str, ends: int) -> Sureness | None:
    """How sure a name is that is a town's as well, and owns, or does, what somebody does."""
    return Sureness.POSSIBLE if OWNED_BY_A_PERSON.match(text, ends) else None


_OWNS_A_THING: Final = re.compile(r"'s? [A-Z]")
_TELLS: Final = re.compile(r"\b(?:that|why|when|how|if|whether|because|before|after|until) $")
_IS_A_TERM: Final = re.compile(
    r"(?:\b(?:in|from|to|at|near|around|outside|into|via|of|within|and|or|the|a|an|for|across"
    r"|towards|both|is|as|not)"
    r"|,|[A-Z][\w'-]*) $"
)
"""Before a term that is a name as well: what a place or a people is told of with."""


def is_told_of(text: str, start: int, end: int) -> bool:
    """Whether what stands around a word tells of it as a person."""
    before = text[max(0, start - _NEAR) : start]
    return bool(AS_A_PERSON.match(text, end) or OF_A_PERSON.search(before))


_NEAR: Final = 40
"""So many signs before a word can tell that it is a name."""


def _ordinary(reading: Reading, bare: str, start: int, before: str) -> Sureness | None:
    """A word of English: a name where the text says that one comes now, or tells of a person."""
    text, ends = reading.text, start + len(bare)
    if (
        reading.may_name
        and _TITLED.search(before)
        and len(bare) > 1
        and reading.about_a_case
        and bare not in reading.known.subjects
    ):
        return Sureness.SURE
    if bare.casefold() in reading.known.never or _GOES_ON.match(text, ends):
        return None  # a team called Early Help, a course called See the Child
    if reading.may_name and NAMED.search(before):
        is_sure = reading.about_a_case and not _RENAMED.search(before)
        return Sureness.SURE if is_sure else Sureness.POSSIBLE
    if not reading.about_a_case or bare.isupper() or bare.endswith("s"):
        return None
    if bare in reading.known.subjects or opens(text, start) or _in_title(reading, start):
        return None
    if not _STANDS_ALONE.search(before) or OF_AN_ORGANISATION.match(text, ends):
        return None
    is_told = AS_A_PERSON.match(text, ends) or (
        _TELLS.search(before) and AS_A_SUBJECT.match(text, ends)
    )
    return Sureness.POSSIBLE if is_told else None


_RENAMED: Final = re.compile(
    r"\b(?:now|formerly|then|since|later|once|previously) (?:called|known as|named) [\"']?\Z"
)
"""Before a word: what is said of a body that took another name."""
_TITLED: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? \Z")
_STANDS_ALONE: Final = re.compile(
    r"(?:^|[ (])(?!(?:the|an?|of|any|no|each|this|that|our|their|his|her|every|its|your|my|in) $)"
    r"[a-z'-]+,? $|\bthat $"
)
"""Before a word: another in small letters, and none that goes with a thing."""
_GOES_ON: Final = re.compile(r" (?:(?:the|of|and|to|for|my|your|our|a|in|around) ){0,2}[A-Z]")


def _short(reading: Reading, bare: str, start: int, *, is_person: bool) -> Sureness | None:
    """Capitals only: an abbreviation that nobody explains may be initials."""
    if not reading.about_a_case or len(bare) == 1:
        return None
    shouts = is_shouted(reading.text, start)
    if len(bare) > _LONGEST_INITIALS and shouts:
        return Sureness.SURE
    if (is_person and shouts) or len(bare) > _LONGEST_INITIALS:
        return Sureness.POSSIBLE
    return Sureness.INITIALS


_LONGEST_INITIALS: Final = 3


def _both(reading: Reading, bare: str, start: int, ends: int, before: str) -> Sureness | None:
    """A word that is a name as well."""
    text = reading.text
    if bare.casefold() in TIMES_THAT_ARE_NAMES and is_a_month(text, start, ends):
        return None
    is_article = _ARTICLE.search(before) and not opens(text, start)
    if not is_article and (is_told_of(text, start, ends) or _AND_SURNAME.match(text, ends)):
        return Sureness.SURE
    if _is_part_of_a_term(reading.known, text, start, ends) or _is_a_rating(
        bare, text, start, ends
    ):
        return None
    if opens(text, start) or _in_title(reading, start):
        may_be = reading.about_a_case and _is_subject(bare, text, start, ends)
        return Sureness.POSSIBLE if may_be else None
    title = _ENDS_A_TITLE.search(before)
    is_title = title and title["word"].casefold() not in reading.known.places
    is_thing = is_title or is_told_of_as_a_thing(reading.known, text, start, ends)
    if is_article or is_thing:
        return Sureness.POSSIBLE if reading.about_a_case else None
    return Sureness.SURE if reading.about_a_case else Sureness.POSSIBLE


_AND_SURNAME: Final = re.compile(rf" [A-Z][a-z'-]+(?:{AS_A_PERSON.pattern})")
"""Behind a first name: a family name, and what only somebody does."""
_ENDS_A_TITLE: Final = re.compile(
    r"[a-z,] (?!(?:Mum|Dad|Mother|Father|Parents|Friends)\b)(?P<word>[A-Z][a-z]+) (?:on|of|for|to"
    r"|the|with)"
    r" \Z"
)
"""Before a word: the rest of a title, such as *Built on*."""


def _is_part_of_a_term(known: Vocabulary, text: str, start: int, ends: int) -> bool:
    """Whether it stands in a run of capitals that names a thing: Youth Justice, Honour Based."""
    behind = _NEXT.match(text, ends)
    if behind and _names_a_thing(behind["word"], known):
        return True
    before = _LAST.search(text[max(0, start - _NEAR) : start])
    return bool(before and _names_a_thing(before["word"], known))


def _names_a_thing(word: str, known: Vocabulary) -> bool:
    """Whether a word with a capital beside a name-like one belongs to a term, and to no person."""
    small = word.casefold()
    if word in known.terms:
        return small not in known.given and (word.isupper() or small in known.english)
    if word in known.subjects or small in known.given or small in known.families:
        return False
    return small in known.english and small not in known.function


_NEXT: Final = re.compile(r"[ -](?P<word>[A-Z][a-z]+)\b(?!')")
_LAST: Final = re.compile(r"(?<![\w'])(?P<word>[A-Z][a-z]+)[ -]$")


def _is_a_rating(bare: str, text: str, start: int, ends: int) -> bool:
    """Whether amber stands for the light between green and red."""
    around = text[max(0, start - _NEAR) : ends + _NEAR]
    return bare.casefold() == "amber" and bool(_RATING.search(around))


_RATING: Final = re.compile(r"\b(?:rated|rating|graded?|RAG|red|green|flags?|status)\b", re.I)


def _is_subject(bare: str, text: str, start: int, ends: int) -> bool:
    """Whether it may be what a sentence is about, or heads what is said of it in a list."""
    if bare.casefold() in ("will", "may"):
        return False
    heads = _HEADS.match(text, ends) and _BEGINS.search(text[max(0, start - 8) : start])
    return bool(heads or AS_A_SUBJECT.match(text, ends))


_HEADS: Final = re.compile(r"\s*(?:[:|\u2013—-]|$)")
_BEGINS: Final = re.compile(r"(?:^|\n|\|)[\s#>|*+•\u2013—-]*(?:[0-9]+[.)])?\s*$")


def _in_title(reading: Reading, start: int) -> bool:
    """Whether the line around it has a capital on nearly every word."""
    return is_title(line_around(reading.text, start))


# What a word is by itself.


def _without_ending(word: str) -> str:
    """The word without what makes it a possessive or joins a verb to it."""
    return _ENDING.sub("", word) if "'" in word else word


_ENDING: Final = re.compile(r"'(?:s|S|d|ll|LL|ve|VE|re|RE|m|M)?$|(?<=[a-z])n't$|(?<=[A-Z])N'T$")


def kind_of(word: str, known: Vocabulary) -> _Kind:
    """What a word is by itself; of one with hyphens, what its most doubtful part is."""
    if word in known.terms:
        return _Kind.KNOWN
    if "-" not in word:
        return _kind_of_part(word, known)
    kinds = [
        _kind_of_part(part, known)
        for part in word.split("-")
        if part and part.casefold() not in _BEFORE
    ]
    if _Kind.UNKNOWN in kinds:
        return _Kind.UNKNOWN
    if kinds and kinds.count(_Kind.BOTH) == len(kinds):
        return _Kind.UNKNOWN  # Lily-Rose: two names, and no word of English
    if _Kind.BOTH in kinds and any(len(part) == 1 for part in word.split("-")):
        return _Kind.UNKNOWN
    if _Kind.BOTH in kinds and all(part[:1].isupper() for part in word.split("-")):
        return _Kind.BOTH  # Holly-Berry, and not Rose-tinted
    return _Kind.ORDINARY


def _kind_of_part(word: str, known: Vocabulary) -> _Kind:
    small = word.casefold()
    if word in known.terms or (word.isupper() and word.capitalize() in known.terms):
        return _Kind.KNOWN
    if small in known.given:
        return _Kind.BOTH
    is_stressed = not (word.isupper() and not _VOWEL.search(small))
    if _MEDICINE.search(small):
        return _Kind.ORDINARY
    if small in _BEFORE or (small in known.english and is_stressed):
        return _Kind.ORDINARY
    if "'" in word:
        plain = word.replace("'", "")
        if plain.casefold() in known.english or small in _CONTRACTED:
            return _Kind.ORDINARY
        return _Kind.UNKNOWN
    if len(word) == 1 and word.isascii():
        return _Kind.KNOWN  # A, as cases are called
    if word.isupper() and word.isascii() and len(word) <= _LONGEST_SHORT:
        return _Kind.KNOWN if _NUMERAL.fullmatch(word) else _Kind.SHORT
    if _MIXED.fullmatch(word):
        return _Kind.SHORT  # DfE, SENCo, LSCPs
    parts = _JOINED.findall(word)
    if len(parts) > 1 and all(part.casefold() in known.english for part in parts):
        return _Kind.ORDINARY  # YoungMinds, and not DeShawn
    if word[:-1].isupper() and word.endswith("s") and 2 < len(word) <= _LONGEST_SHORT + 1:
        return _Kind.KNOWN if word[:-1] in known.terms else _Kind.SHORT
    if word[1:].islower() and is_formed(_plain(small), known):
        return _Kind.ORDINARY
    return _Kind.UNKNOWN


_MEDICINE: Final = re.compile(
    r".{2}(?:phine|phenidate|cillin|oxetine|pramine|triptyline|azepam|azolam|apine|idone|adone"
    r"|profen"
    r"|statin|pril|sartan|olol|azole|mycin|cycline|gabalin|barbital|codone|setron|tidine|prazole"
    r"|caine)$"
)
"""How names of medicines end, and those of people do not."""


def is_formed(word: str, known: Vocabulary) -> bool:
    """Whether a word in small letters is made of a word of English: rebooked, unreached."""
    if word in known.english:
        return word not in known.given
    for before in _BEFORE:
        if not word.startswith(before):
            continue
        rest = word.removeprefix(before)
        for behind in _BEHIND:
            stem = rest.removesuffix(behind) if behind else rest
            if len(stem) < _SHORTEST_STEM or not rest.endswith(behind):
                continue
            if stem.endswith("e") and behind[:1] in ("e", "i"):
                continue  # Naveed is not made of nave
            forms = (stem, f"{stem}e") if behind else (stem,)
            if any(form in known.english and form not in known.given for form in forms):
                return True
    return False


_BEFORE: Final = (
    *("", "re", "un", "mis", "pre", "over", "under", "non", "anti", "multi", "inter", "intra"),
    *("mid", "post", "sub", "co", "dis", "cyber", "neuro", "psycho", "bio", "micro", "ex"),
)
_BEHIND: Final = (
    *("", "s", "es", "ed", "ing", "ness", "less"),
    *("isation", "isations", "ised", "ising", "ability", "wise"),
)
_SHORTEST_STEM: Final = 4


_NUMERAL: Final = re.compile(r"I{1,3}|IV|VI{0,3}|IX|X{1,3}")
_MIXED: Final = re.compile(r"(?=.{2,7}$)(?:[A-Z][a-z]?){2,4}[A-Z]?s?|[A-Z]{2,5}[a-z]{1,2}")
_JOINED: Final = re.compile(r"[A-Z][a-z]{2,}")
_LONGEST_SHORT: Final = 5
_VOWEL: Final = re.compile(r"[aeiouy]")
"""Written with capitals, a word without one is no word that somebody stresses: WK, NTH."""
_CONTRACTED: Final = frozenset({"o'clock", "ma'am", "y'all", "can't", "won't", "shan't", "ain't"})


def _plain(word: str) -> str:
    """The word without its accents."""
    if word.isascii():
        return word
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign)
    )


# Words in small letters.


def _in_small(reading: Reading) -> Iterator[Name]:
    text, known = reading.text, reading.known
    for found in NAMED_IN_SMALL.finditer(text) if reading.may_name else ():
        word = found["name"]
        if not word.islower() or word in known.never:
            continue
        is_term = word in known.english or word.upper() in known.terms
        if word in known.given or not is_term:
            yield Name(*found.span("name"), word, Sureness.SURE)
    if not (reading.may_say(_TELLING) or _OWNS.search(text)):
        return
    for found in IN_SMALL.finditer(text):
        word = found["name"]
        if word.islower() and not known.knows_id(word):
            yield Name(*found.span("name"), word, Sureness.SURE)
        elif (
            word.islower()
            and word in known.given
            and _is_owner(text, found)
            and word not in known.never
        ):
            yield Name(*found.span("name"), word, Sureness.POSSIBLE)


_TELLING: Final = each_of("said told disclosed lives lived cried confided aged")
_OWNS: Final = re.compile(r"'s? ")


def _is_owner(text: str, found: re.Match[str]) -> bool:
    return text[found.end("name") : found.end("name") + 1] == "'"


def _in_id(reading: Reading) -> Iterator[Name]:
    """The words of an id, a key, or a file's name, that are no words of any kind."""
    text, known = reading.text, reading.known
    if "@" in text or text in known.ids:
        return
    host = _HOST.match(text)
    if host and not reading.about_a_case:
        return
    for found in _WORD_OF_ID.finditer(text, host.end() if host else 0):
        word = found[0]
        if len(word) >= _SHORTEST and not _is_word_of_id(word, known):
            sureness = Sureness.SURE if reading.about_a_case else Sureness.POSSIBLE
            yield Name(*found.span(), word, sureness)


def _is_word_of_id(word: str, known: Vocabulary) -> bool:
    small = word.casefold()
    if word in known.terms or word in known.authors:
        return True
    if word.isupper() and len(word) <= _LONGEST_SHORT:
        return True
    # Ids have no apostrophes: barnardos, childs, dont.
    if small in _BEFORE:
        return True
    forms = (small, small.removesuffix("s"), f"{small[:-1]}'{small[-1:]}")
    return any(known.knows_id(form) for form in forms) or is_formed(small, known)


_SHORTEST: Final = 3
_HOST: Final = re.compile(
    r"(?:https?://|www\.)[^/\s]*|[\w-]+(?:\.[\w-]+)*\.(?:uk|org|com|net|info|eu|ie)(?=/|$)",
    re.IGNORECASE,
)
_WORD_OF_ID: Final = re.compile(
    r"(?<!\.)(?<![^\W\d_])[^\W\d_]+(?:'[^\W\d_]+)?|(?<=\.)[^\W\d_]+(?=[^\W_]*[^\w])"
)
"""A word of an id; the ending of a file's name is none."""
