"""No text holds a number that a register of people gives out.

An NHS number, a pupil's number (UPN), a National Insurance number, and the reference of a case with
the police, social care or a hospital each lead to one person. The check digit tells an NHS number
or a UPN from any other number.

Fails:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home. The older one (NHS number 943 476 5919) was seen twice.
```

Passes:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home. The older one was seen twice.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Rule
from generator.identify.reading import Reading, Sighting

RULE = Rule.of(__name__, __doc__)

TIP: Final = "Take it out: it leads to one person."

NHS: Final = re.compile(r"(?<![\w+.])[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![\w]|[.-][0-9])")
UPN: Final = re.compile(
    r"(?<!\w)[A-Z] ?[0-9]{3} ?[0-9]{4} ?[0-9]{2} ?[0-9]{2} ?[0-9A-HJ-NP-RT-Z](?!\w)", re.I
)
INSURANCE: Final = re.compile(
    r"(?<!\w)(?!BG|GB|NK|KN|TN|NT"
    r"|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?(?:[0-9]{2}[ -]?){3}[A-D](?!\w)",
    re.IGNORECASE,
)
_IN_INSURANCE: Final = re.compile(r"[0-9]{2}[ -]?[0-9]{2}[ -]?[0-9]{2}")
THREE_DIGITS: Final = re.compile(r"[0-9]{3}")
"""What stands in every other number of a person: looked for first, since that is quick."""
_REFERENCE: Final = re.compile(
    r"\b(?:(?:case|crime|incident|occurrence|log|police|hospital|patient|client|family|child"
    r"|court|file|record|person|member|tenancy|account|homelessness|referral|unit|care"
    r"|social care|LCS|Mosaic|Liquidlogic|EHM|PNC|Niche|Athena|CRIS|MERLIN|RiO|EMIS|SystmOne"
    r"|Careworks|ICS|passport|visa|driving licence|prison|pupil|benefit|claim|adoption|URN"
    r"|CRN|MRN|CAD|CHI|UCI)"
    r"(?: system)?(?P<label> (?:no|number|num|nr|ref|reference|id|ID|code|log))?"
    r"|(?P<label2>ref(?:erence)?(?: (?:no|number))?|(?:URN|CRN|MRN|CAD|LCS|PNC|CRIS|UCI)))"
    r"\.? ?(?:is|was"
    r"|[:#.=(])* ?\(?#?(?P<number>"
    r"(?=[A-Z0-9/. -]*[0-9]{3})[A-Z]{0,4}[/ -]?[0-9][A-Z0-9/.-]{2,}[A-Z0-9])(?![\w%])",
    re.IGNORECASE,
)
_ADDRESS_ONLINE: Final = re.compile(r"(?:https?://|www\.)\S*\Z")
"""Before a number: an address of a page, which numbers its files."""
_OF_AN_AUDIT: Final = re.compile(
    r"\b(?:[Aa]udit|[Rr]eport|[Dd]ocument|[Pp]olicy|[Ff]orm|[Aa]ction|[Rr]ecommendation) ?\Z"
)
LICENCE: Final = re.compile(r"(?<!\w)[A-Z9]{5}[0-9]{6}[A-Z9]{2}[0-9][A-Z]{2}(?!\w)")
"""The number of a driving licence holds the name and the date of birth of its driver."""
_FEWEST_DIGITS: Final = 4
_FEWEST_ALONE: Final = 6
"""Where no *number* or *reference* stands before it, so many digits are no count."""
_NO_PERSON: Final = re.compile(
    r"\b(?:ISBN|ISSN|DOI|[Cc]harity|[Cc]ompany|[Rr]egistered)\b[^.]{0,24}$"
)
_YEARS: Final = re.compile(r"(?:19|20)[0-9]{2}(?:[-/](?:[0-9]{2}|(?:19|20)[0-9]{2}))?[a-z]?")


def find(reading: Reading) -> Iterator[Sighting]:
    """Yield every number of a person."""
    text = reading.text
    if not reading.has_digits:
        return
    for found in INSURANCE.finditer(text) if _IN_INSURANCE.search(text) else ():
        yield Sighting(*found.span(), "this is a National Insurance number", TIP, found[0])
    if not THREE_DIGITS.search(text):
        return
    for found in NHS.finditer(text):
        before = text[max(0, found.start() - 40) : found.start()]
        if is_nhs(found[0]) and not _NO_PERSON.search(before):
            yield Sighting(*found.span(), "this is an NHS number", TIP, found[0])
    for found in UPN.finditer(text):
        if is_upn(found[0]):
            yield Sighting(*found.span(), "this is a unique pupil number", TIP, found[0])
    for found in LICENCE.finditer(text):
        yield Sighting(*found.span(), "this is the number of a driving licence", TIP, found[0])
    for found in _REFERENCE.finditer(text):
        number = found["number"]
        if _OF_AN_AUDIT.search(text, 0, found.start()) or _ADDRESS_ONLINE.search(
            text, 0, found.start()
        ):
            continue
        digits = sum(sign.isdecimal() for sign in number)
        if digits < _FEWEST_DIGITS or (
            not (found["label"] or found["label2"]) and digits < _FEWEST_ALONE
        ):
            continue
        if not _YEARS.fullmatch(number) and (reading.about_a_case or not number.isdecimal()):
            message = "this is the reference of a case or a person"
            yield Sighting(*found.span("number"), message, TIP, number)


def is_nhs(written: str) -> bool:
    """Whether the number has the check digit of an NHS number."""
    # It is read where it is needed: most trees have no such number.
    from stdnum.gb import nhs  # noqa: PLC0415

    return bool(nhs.is_valid(written))


def is_upn(written: str) -> bool:
    """Whether a pupil's number has the right check letter; of which authority it is counts not."""
    from stdnum.gb import upn  # noqa: PLC0415

    number = written.replace(" ", "").upper()
    return bool(upn.calc_check_digit(number[1:]) == number[0])
