"""A case names no school, practice, hospital or town, and no nationality.

A school and a town leave few children to choose from, and a nationality often one. Write *the
primary school*, *a town in the north*; say what the learning needs, such as that an interpreter was
needed, and not which language.

Fails:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home. The family came from Albania.
```

Passes:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home. The family came from abroad.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Rule, Severity
from generator.identify.passages import Part
from generator.identify.reading import Reading, Sighting
from generator.identify.surroundings import OF_AN_ORGANISATION
from generator.read.figures.words import each_of

RULE = Rule.of(__name__, __doc__, Severity.WARNING)

_TIP: Final = "Write what kind of place it is, or leave it out, unless the learning needs it."

_NAMED: Final = re.compile(
    r"(?<![\w'-])(?P<name>(?:(?:St\.? )?[A-Z][\w'-]+ ){1,4})(?:of |the )*"
    r"(?P<kind>(?:Church of England |C of E |CE |RC |Catholic |Community |Primary "
    r"|Infants?'? |Junior |High |Secondary |Grammar |Special |Medical |Health |Day "
    r"|Children's |Sixth Form |Nursery )*"
    r"(?:School|Academy|College|Nursery|Pre-?[Ss]chool|Playgroup|Surgery|Practice|Hospital"
    r"|Hospice|Infirmary|Clinic|Medical Centre|Health Centre|Birth Centre|Birthing Centre|Church"
    r"|Mosque|Temple|Synagogue"
    r"|Gurdwara|Refuge|Hotel|Primary|Infants))\b(?!')"
)
_MAY_BE_NAMED: Final = re.compile(
    r"School|Academy|College|Nursery|Pr[ei]|Play|Surgery|Practice|Hosp|Infirmary|Clinic|Centre"
    r"|Church|Mosque|Temple|Synagogue|Gurdwara|Refuge|Hotel|Infants"
)
"""What stands in every name of such a place: looked for first, since that is quick."""
_KINDS: Final = each_of(
    "school academy college nursery preschool playgroup surgery practice hospital hospice infirmary"
    " clinic centre church mosque temple synagogue gurdwara refuge hotel primary infants"
)
"""The words that it ends with, in small letters: these are looked for before."""
_NO_NAME: Final = re.compile(
    r"(?:The|A|An|In|At|On|To|From|When|His|Her|Their|Our|This|That|Each|Both|Every|No|All"
    r"|Good|Local|Private|Independent|Boarding|State|Public|Special|New|Old|Former|Previous"
    r"|Current|Community|Primary|Secondary|Junior|Infants?'?|High|Grammar|Nursery|Middle"
    r"|Upper|Lower|First|Children's|General|Acute|Mental|Health|Psychiatric|Maternity|Cottage"
    r"|Day|Sure|Start|Catholic|Christian|Muslim|Islamic|Church|Faith|Medical|Dental|GP|Group"
    r"|Social|Work|Best|Safe|Reflective|Evidence|Restorative|Family|Early|Years|Further"
    r"|Education|Sixth|Form|Royal|District|Foundation|University|NHS|Trust|Walk-in"
    r"|Out-of-hours|Eye|Women's|Safeguarding|Professional|Home|Home-to|Pre|After|Before"
    r"|Breakfast|Free|Whole|Healthy|Named|Attended|Attends|Multi-agency|Multi-Agency|Poor"
    r"|Excellent|Clinical|Nurse|Midwife|Local|Practitioner|Advanced|Standard|Current|Common"
    r"|Effective|Positive|Better|Improving|Learning|Directed|Forest|Virtual|Summer|Saturday"
    r"|Sunday|Language|Art|Drama|Police|Military|Staff|Agricultural|Technical|Tertiary|Big"
    r"|Little|Small|Large|Outpatient|Antenatal|Fracture|Asthma|Baby|Sexual|Hearing|Paediatric"
    r"|Wellbeing|Drop-in|Child|Development|and|And|I|Mother's|Fathers?'?s?)"
)


_STREET_ALONE: Final = re.compile(
    r"(?<![\w'-])(?:[A-Z][\w'-]+ ){1,3}(?:Street|Road|Rd|Avenue|Ave|Lane|Crescent|Terrace"
    r"|Gardens|Grove|Mews|Drive|Close|Way|Court|Estate|Square|Caravan (?:Site"
    r"|Park))\b(?!')(?! (?:[A-Z][\w']+ ){0,2}(?:Hospital|School|Primary|Surgery|Nursery|Clinic"
    r"|Centre|Academy"
    r"|Project|Team|Model)| (?:arrangements|hub|centre|clinic|base|office|station|offer|scheme"
    r"|programme|service|model|project|team"
    r"|policy|approach))"
    r"|(?<![\w'-])[A-Z][\w'-]+ (?:estate|caravan site|caravan park)\b"
)
_MAY_BE_A_STREET: Final = re.compile(
    r"Street|Road|Rd|Ave|Lane|Crescent|Terrace|Gardens|Grove|Mews|Drive|Close|Way|Court|Estate"
    r"|Square|Caravan|estate|caravan"
)
"""What stands in every street of its own: looked for first."""
_STREETS: Final = each_of(
    "street road rd avenue ave lane crescent terrace gardens grove mews drive close way court"
    " estate square site park"
)
"""The words that it ends with, in small letters."""
_NO_STREET: Final = re.compile(
    r"(?:The |A |In |On |At |Crown |Family |High |County |Magistrates'? |Youth |Criminal "
    r"|Supreme |Civil |Appeal |Sesame |Local |Harley |Downing |Wall |Coronation |Right |Great"
    r" Ormond |Same "
    r"|Other |One |This "
    r"|That |Which |No |Great |Long |Each |Best |Third |Clear |New |Housing |Safe |Any "
    r"|Special )+"
    r"(?:Court|Way|Drive|Road|Close|Street|Square|Estate)"
    r"|.*\b(?:Crown|Family|High|County|Magistrates'?|Youth|Supreme|Appeal|Alcohol|Criminal"
    r"|Coroner'?s) Court"
)


def find(reading: Reading) -> Iterator[Sighting]:
    """Yield every place that one child of a case goes to, lives in or comes from."""
    text = reading.text
    if not reading.about_a_case or reading.part is Part.ID:
        return
    if reading.field in ("area", "ethnicity", "completed_by"):
        return  # fields for the audit group alone
    is_named = reading.may_say(_KINDS) and _MAY_BE_NAMED.search(text)
    for found in _NAMED.finditer(text) if is_named else ():
        words = found["name"].split()
        own = next((at for at, word in enumerate(words) if not _NO_NAME.fullmatch(word)), None)
        if (
            own is None
            or reading.known.phrase_at(text, found.start(), words[0].casefold()) > found.start()
        ):
            continue
        start = found.start() + len(" ".join(words[:own])) + (1 if own else 0)
        whole = text[start : found.end()]
        yield Sighting(start, found.end(), f"`{whole}` names where a child goes", _TIP, whole)
    is_a_street = reading.may_say(_STREETS) and _MAY_BE_A_STREET.search(text)
    for found in _STREET_ALONE.finditer(text) if is_a_street else ():
        if not _NO_STREET.fullmatch(found[0]):
            yield Sighting(*found.span(), f"`{found[0]}` names a street", _TIP, found[0])
    for start, end in _places(reading):
        word = text[start:end]
        yield Sighting(start, end, f"`{word}` tells where a child lives or comes from", _TIP, word)


def _places(reading: Reading) -> Iterator[tuple[int, int]]:
    text, known = reading.text, reading.known
    if not reading.may_say(known.begin_places):
        return
    after = 0
    for found in _CAPITALISED.finditer(text):
        if found.start() < after:
            continue
        word = found[0].casefold()
        end = known.phrase_at(text, found.start(), word)
        if end == found.start():
            end = found.end()
        after = end
        place = text[found.start() : end].casefold()
        if place not in known.places:
            continue
        if OF_AN_ORGANISATION.match(text, end) or _OF_MANY.match(text, end):
            continue
        if place in known.peoples or _WHERE.search(
            text[max(0, found.start() - 24) : found.start()]
        ):
            yield found.start(), end


_OF_MANY: Final = re.compile(
    r"(?:,? (?:and|or) [A-Z][a-z]+)?(?: [A-Z][a-z]+)? (?:speakers|families|children"
    r"|young people|communities|community|people|government|Government|interpreters"
    r"|guidance|average|law|courts?|versions?|translations?|mothers|fathers|parents|men|women"
    r"|carers|groups?|Assembly|legislation|population|rate)\b"
)
"""Behind a nationality: what tells of many, or of a state."""
_OF_ONE: Final = re.compile(
    r"(?:[ -][a-z-]+)?[ -](?:family|mother|father|mum|dad|child|boy|girl|parent|heritage"
    r"|origin|descent|national|speaking|speaker|background"
    r"|grandmother|grandfather|couple|woman|man|baby|household|interpreter|passport|church"
    r"|wedding|teenager|student|pupil)\b"
)
_IS: Final = re.compile(
    r"\b(?:is|was|are|speaks?|spoke|speaking|language|nationality|ethnicity|heritage|half"
    r"|part|to \w+ in|understood)(?:[: ]| is | as )*$"
)
_WHERE: Final = re.compile(
    r"\b(?:in|from|to|at|near|around|outside|into|via|left|of|within|back|and|or"
    r"|towards) (?:the )?$"
)
_CAPITALISED: Final = re.compile(r"(?<![\w'-])[A-Z][A-Za-z]+")
