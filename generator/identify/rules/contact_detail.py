"""No text holds an address, a postcode, a telephone number, an e-mail address or the like.

Neither does it hold the registration of a car or a name on social media. Helplines, and the
mailbox of an organisation, are fine outside cases.

Fails:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home at 14 Acacia Avenue, with a garden.
```

Passes:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home with a garden.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Rule
from generator.identify.reading import Reading, Sighting
from generator.identify.rules.exact_date import DATE
from generator.identify.vocabulary import Vocabulary
from generator.read.figures.words import each_of

RULE = Rule.of(__name__, __doc__)

_TIP: Final = "Take it out."

POSTCODE: Final = re.compile(
    r"(?<![\w/])(?:GIR ?0AA|[A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]"
    r"|[A-HK-Y][0-9][0-9ABEHMNPRV-Y]|[0-9][A-HJKPS-UW])"
    r" {0,2}[0-9][ABD-HJLNP-UW-Z]{2})(?!\w)",
    re.IGNORECASE,
)
CAR: Final = re.compile(
    r"(?<!\w)[A-Z]{2}[0-9]{2} ?[A-Z]{3}(?!\w)"
    r"|(?:\b(?:car|van|vehicle|motorbike|moped|driv\w+|reg\w*"
    r"|plate|PNC|ANPR)\b[^.]{0,40}?)(?P<older>(?<!\w)[A-Z][0-9]{1,3} ?[A-Z]{3})(?!\w)"
    r"|(?:\b[Rr]eg(?:istration)?(?: (?:no|number|plate|mark))?\.?|\bVRM"
    r"|\b[Nn]umber ?plate)[: ]+(?:is |was )?(?P<plate>(?=[A-Z ]{0,3}[0-9]"
    r"|[0-9])[A-Z0-9]{1,4} ?[A-Z0-9]{1,4})(?!\w)"
)
MAIL: Final = re.compile(r"[\w.+'-]+ ?(?:@|\(at\)|\[at\]) ?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
OF_AN_ORGANISATION: Final = re.compile(
    r"\.(?:gov|nhs|police|sch|ac|org)(?:\.uk)?$|\.org$"
    r"|(?:^|\.)(?:nhs|cjsm)\.net$"  # secure mail of health and of criminal justice
    r"|\.example$",  # reserved for examples: it reaches nobody
    re.IGNORECASE,
)
HANDLE: Final = re.compile(
    r"\b(?:facebook|tiktok|instagram|snapchat|twitter|x|youtube|threads|onlyfans)\.com/[^\s)>\]]*\w"
    r"|\b(?:gamer ?tag|username|user name|screen name|handle) (?:is|was|of)?"
    r" ?[\"']?(?P<tag>[\w.-]{3,}\w)"
    r"|(?<![\w.@])@[A-Za-z_][\w.]{2,}"
    r"|\b(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|facebook|twitter|discord|whatsapp|xbox|psn"
    r"|kik|roblox|telegram|youtube)"
    r"(?: (?:user ?name|name|handle|account|profile|id|tag|gamer ?tag|page))?(?: (?:is|was"
    r"|called|named|of|as|under)|[:=])+ ?[\"']?(?P<handle>(?=[\w.-]*[0-9_.-])[\w.-]{3,}\w)",
    re.IGNORECASE,
)
_STREET: Final = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Way|Crescent|Cres|Court|Ct|Place"
    r"|Terrace|Gardens|Gdns|Grove|Hill"
    r"|Walk|Mews|Square|Row|House|Close|Estate|View|Rise|Green|Parade|Heights|Tower|Towers"
    r"|Fold|Croft|Bank|Broadway|Caravan Park|Park|Cottages?|Villas|Buildings|Lodge|Wharf|Quay"
    r"|Embankment|Meadows?|Brow|Gate|Mead|Vale)"
)
ADDRESS: Final = re.compile(
    rf"(?<![\w/.-])(?:(?:flat|unit|apartment|apt|room|plot|pitch|no\.?"
    rf"|number) ?)?[0-9]{{1,4}} ?[a-d]?,? (?:[A-Z][\w'.-]+,? ){{1,3}}{_STREET}\b(?!')"
    rf"|(?<![\w/.-])[0-9]{{1,4}} ?[a-d]?,? (?:[a-z]+ ){{1,2}}(?:street|road|avenue|lane"
    rf"|crescent|close|drive|terrace|grove|gardens)\b"
    rf"|\b[Ff]lat [0-9]{{1,3}} ?[A-Da-d]?\b(?:, (?:[0-9]+ )[A-Z][\w' -]+)?"
)
PHONE: Final = re.compile(r"(?<![\w./-])\+?\(?[0-9][0-9 ()\-.]{8,18}[0-9](?![\w])")
_HELPLINE: Final = re.compile(r"0(?:800|808|3[0-9]{2})|116|111|101|999")


def find(reading: Reading) -> Iterator[Sighting]:
    """Yield all by which somebody can be reached."""
    text = reading.text
    if reading.has_digits:
        yield from _with_digits(reading)
    if _MAY_BE_MAIL.search(text) or reading.may_say(_NETWORKS):
        yield from _online(reading)


_MAY_BE_MAIL: Final = re.compile(r"@|\(at\)|\[at\]", re.IGNORECASE)
_NETWORKS: Final = each_of(
    "snap snapchat insta instagram tik tiktok facebook twitter discord whatsapp xbox psn kik roblox"
    " telegram youtube threads onlyfans x gamer gamertag username user screen handle"
)
"""In small letters: one of them stands in all that names somebody on social media."""


def _with_digits(reading: Reading) -> Iterator[Sighting]:
    text = reading.text
    for found in ADDRESS.finditer(text) if reading.may_say(_STREETS) else ():
        if _NO_ADDRESS.search(text[max(0, found.start() - 14) : found.start()]):
            continue
        if _COURT.search(found[0]) or _YEAR.match(found[0]):
            continue
        yield Sighting(*found.span(), "this is an address", _TIP, found[0])
    for found in POSTCODE.finditer(text) if _ENDS_A_POSTCODE.search(text) else ():
        if not NTH.search(found[0]):
            yield Sighting(*found.span(), "this is a postcode", _TIP, found[0])
    is_car = _IN_A_PLATE.search(text) or reading.may_say(_PLATES)
    for found in CAR.finditer(text) if is_car else ():
        part = next((name for name in ("plate", "older") if found[name]), 0)
        message = "this is the registration of a car"
        yield Sighting(*found.span(part), message, _TIP, found[part])
    for found in PHONE.finditer(text):
        number = re.sub(r"[^0-9]", "", found[0])
        if _HELPLINE.match(number):
            continue
        if _is_phone(found[0]):
            yield Sighting(*found.span(), "this is a telephone number", _TIP, found[0])


_STREETS: Final = each_of(
    "flat street st road rd avenue ave lane ln drive dr way crescent cres court ct place terrace"
    " gardens gdns grove hill walk mews square row house close estate view rise green parade"
    " heights tower towers fold croft bank broadway park cottage cottages villas buildings lodge"
    " wharf quay embankment meadow meadows brow gate mead vale"
)
"""The words of which one stands in every address, in small letters."""
_ENDS_A_POSTCODE: Final = re.compile(r"[0-9][a-z]{2}(?!\w)", re.IGNORECASE)
_IN_A_PLATE: Final = re.compile(r"[A-Z][0-9]")
_PLATES: Final = each_of("reg registration vrm plate numberplate")
"""The words of which one stands before other numbers of a car."""
_ONE_DIGIT: Final = re.compile(
    r"(?<![0-9])[0-9](?:[ -][0-9]){0,2}[ -][0-9](?![0-9])|(?<![0-9(+])[0-9] [0-9]-"
)
"""Digits one by one: the bands of a scale, and no number of a telephone."""
_NO_ADDRESS: Final = re.compile(
    r"\b(?:[Ss]ections?|[Pp]art|[Tt]ier|[Yy]ear|[Ll]evel|[Ss]tage|[Aa]rticle|[Ss]chedule"
    r"|[Ff]orm|[Cc]ases?|[Cc]hild|[Qq]uestion|[Ss]tandard"
    r"|[Cc]hapter|[Ss]tep|[Pp]hase|[Pp]age|[Aa]ction|[Vv]ersion|[Oo]f|[Tt]he|[Aa]ll|KS"
    r"|[Gg]roup|[Tt]able|[Ff]igure|[Pp]riority|[Gg]rade) $"
)
_COURT: Final = re.compile(
    r"(?:Family|Crown|High|County|Magistrates'?|Youth|Supreme|Appeal) Court$"
)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2} ")
NTH: Final = re.compile(r"[0-9](?:st|nd|rd|th)$", re.IGNORECASE)


def _is_phone(number: str) -> bool:
    if not number.lstrip("(").startswith(("0", "+")):
        return False
    if _ONE_DIGIT.search(number) or DATE.search(number):
        return False
    # It is read where it is needed: half of a check's start otherwise.
    import phonenumbers  # noqa: PLC0415

    try:
        read = phonenumbers.parse(number, "GB")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(read)


def _is_of_words(word: str, known: Vocabulary) -> bool:
    """Whether it is one word of English, or several together: safeguardingpartnership."""
    if known.knows_id(word):
        return True
    return any(
        word[:at] in known.english
        and word[:at] not in known.given
        and _is_of_words(word[at:], known)
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    )


_SHORTEST_PART: Final = 4


def _online(reading: Reading) -> Iterator[Sighting]:
    text = reading.text
    for found in MAIL.finditer(text) if _MAY_BE_MAIL.search(text) else ():
        local, _, domain = found[0].partition("@")
        words = re.findall(r"[^\W\d_]+", local)
        is_office = bool(OF_AN_ORGANISATION.search(domain)) and all(
            word in reading.known.terms or _is_of_words(word.casefold(), reading.known)
            for word in words
        )
        if not is_office:
            yield Sighting(*found.span(), "this is an e-mail address", _TIP, found[0])
    for found in HANDLE.finditer(text):
        if found[0].startswith("@") and not reading.about_a_case:
            continue
        part = next((name for name in ("handle", "tag") if found[name]), 0)
        if found[part].removeprefix("@") in reading.known.terms:
            continue  # @NSPCC
        message = "this is a name on social media"
        yield Sighting(*found.span(part), message, _TIP, found[part])
