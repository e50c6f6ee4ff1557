"""A case has no date of birth and no exact date.

A day tells who somebody is to all who were there, and a date of birth finds a child in any record.
Write *in the spring*, *two years before*, *aged 5 to 9*. The months and years of the audit itself
are fine, and so are exact days outside cases, except dates of birth.

Fails:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home. On the 3rd of March, 2012 the older one was found outside.
```

Passes:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home. In the spring the older one was found outside.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.diagnostics import Rule
from generator.identify.reading import Reading, Sighting
from generator.read.figures.words import each_of

RULE = Rule.of(__name__, __doc__)

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])"
_NTH: Final = (
    r"(?:(?:twenty|thirty)[- ])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|eleventh"
    r"|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
    r"|twentieth|thirtieth)"
)
_YEAR: Final = r"(?:(?:19|20)[0-9]{2}|'[0-9]{2}|[0-9]{2})(?![0-9])"
_SIGN: Final = r"(?P<sign>[/.\-\u2013\\ ])"

DATE: Final = re.compile(
    rf"(?<![\w/.-])(?:{_DAY} ?(?:st|nd|rd"
    rf"|th)?(?: day)?(?: of)?[ -]?{_MONTH}(?:[,' -]{{1,2}}{_YEAR})?"
    rf"|{_NTH}(?: of)? {_MONTH}(?:,? {_YEAR})?"
    rf"|{_MONTH} (?:the )?(?:{_DAY}(?:st|nd|rd|th)?"
    rf"|{_NTH})(?![0-9%:.]\w)(?:,? {_YEAR})?(?! (?:per cent|of|out|cases|children|returns)\b)"
    rf"|{_DAY} ?{_SIGN} ?(?:0?[1-9]|1[0-2]) ?(?P=sign) ?(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})"
    rf"|(?:Christmas (?:Day|Eve)|Boxing Day|New Year's (?:Day|Eve)|Bonfire Night|Halloween"
    rf"|Valentine's Day"
    rf"|Good Friday|Easter Sunday),? (?:19|20)[0-9]{{2}}"
    rf"|(?:0[1-9]|1[0-2])/{_DAY}/(?:19|20)[0-9]{{2}}"
    rf"|(?:19|20)[0-9]{{2}}[-/.](?:0?[1-9]|1[0-2])[-/.]{_DAY})(?![\w/]|[.-][0-9])",
    re.IGNORECASE,
)
_NAMED_MONTH: Final = re.compile(
    r"Day|Eve|Night|Halloween|Friday|Sunday|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
)
_OF_BIRTH: Final = re.compile(
    r"(?:\bd\.? ?o\.? ?b\.?|\bdates? of birth|\bborn(?: on)?|\bbirth ?da(?:y|te)|\bbirth"
    r"|\b[ée]d\.?d\.?|\bdue date|\b[Bb]\.)"
    r"[\s:;,=(\u2013-]*(?:is|was|on|the|of|:|\s)*$",
    re.IGNORECASE,
)
_OF_THE_AUDIT: Final = frozenset(
    {"received", "sent", "due", "meeting", "completed", "published", "date", "at", "from", "to"}
    | {"by", "as_at", "checked", "updated", "when", "year", "started", "done"}
)
"""Fields that hold a date of the audit's own."""


def find(reading: Reading) -> Iterator[Sighting]:
    """Yield every exact date of a case, and every date of birth."""
    text = reading.text
    if not (reading.has_digits or _may_be_in_words(reading)):
        return
    key = reading.field
    if key in _OF_THE_AUDIT and DATE.fullmatch(text.strip()):
        return
    for found in DATE.finditer(text):
        before = text[max(0, found.start() - 60) : found.start()]
        is_of_birth = bool(_OF_BIRTH.search(before)) or key in ("dob", "date_of_birth", "born")
        if is_of_birth:
            tip = "Write an age band, such as 5 to 9."
            yield Sighting(*found.span(), "this is a date of birth", tip, found[0])
        elif reading.about_a_case and not (
            _is_ambiguous(found[0])
            or _is_of_a_section(text, *found.span())
            or _is_the_audits(text, *found.span())
        ):
            tip = "Write when it was in words that fit many: in the spring, two years before."
            yield Sighting(*found.span(), "this is an exact date in a case", tip, found[0])


def _may_be_in_words(reading: Reading) -> bool:
    """Whether a day may stand in a text without digits: the third of March."""
    if not (reading.may_say(_MONTHS) and reading.may_say(_DAYS)):
        return False
    return _NAMED_MONTH.search(reading.text) is not None


_MONTHS: Final = each_of(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept"
    " september oct october nov november dec december"
)
_DAYS: Final = each_of(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"
)


def _is_the_audits(text: str, start: int, end: int) -> bool:
    """Whether it is a day of the audit or of its agencies, and of no child."""
    before = max(text.rfind(sign, 0, start) for sign in (". ", "\n", "|", "; "))
    behind = min(at for sign in (". ", "\n", "|") if (at := f"{text}{sign}".find(sign, end)) >= 0)
    sentence = text[before + 1 : behind]
    if _READ_ON.search(text, max(0, start - 20), start):
        return True
    if _OF_A_CHILD.search(sentence):
        return False
    return bool(_OF_AGENCIES.search(sentence) or _ENDS_A_PERIOD.match(text, start, end))


_ENDS_A_PERIOD: Final = re.compile(
    r"1(?:st)? (?:of )?(?:January|April|July|September|October)\b"
    r"|3[01](?:st|th)? (?:of )?(?:March|June|August|September|December)\b",
    re.IGNORECASE,
)
"""A day on which years, quarters and school years begin or end."""


_OF_AGENCIES: Final = re.compile(
    r"\b(?:close of business|submit\w*|send it|sent back|correct\w*|put right|pages?|tables?"
    r"|review (?:is |was )?due|next review|review date"
    r"|(?:team|panel|board|group) met"
    r"|circulat\w+|issued|ratified|printed|approved|adopted|amended|in effect|effective"
    r"|accessed|retrieved|downloaded|copyright|released|press|webpage|website|posted|uploaded"
    r"|consultation"
    r"|workshop|returns?|audit(?:ed|ors?|s)?|moderat\w+|report|publish\w+|inspect\w+"
    r"|deadline|polic(?:y|ies)"
    r"|procedures?|guidance|version|training|launch\w*|event|webinar|Board|form|partnership"
    r"|subgroup|sub-group|newsletter"
    r"|survey|questionnaire|data|figures|snapshot|Act|in force|into force|regulations?"
    r"|contract|commissioned|funding|system|live"
    r"|staff|post|vacancy|team (?:moved|was)|service (?:moved|was|began|opened|closed)"
    r"|strategy(?! (?:meeting|discussion))|protocol|tool|agreed by|signed off|updated"
    r"|reviewed by the|Ofsted"
    r"|Executive|Cabinet|Committee|minutes|agenda|steering|briefing|action plan|toolkit|pilot"
    r"|learning|conference was held for practitioners)\b",
    re.IGNORECASE,
)
_OF_A_CHILD: Final = re.compile(
    r"\b(?:[Cc]hild(?! (?:[Pp]rotection|[Ii]n [Nn]eed|[Ss]exual|[Ee]xploitation))"
    r"|he|she|his|her|[Mm]um|[Mm]other|[Dd]ad|[Ff]ather"
    r"|[Pp]arents?|[Ff]amily|boy|girl|baby|young person|sibling"
    r"|male|female|birthday|incident|born|birth|d\.?o\.?b|DOB|DoB|arrest\w*|admitted|injur\w+"
    r"|disclos\w+"
    r"|placed"
    r"|seen|died|excluded|missing|bruis\w+)\b"
)


_READ_ON: Final = re.compile(r"\b(?:accessed|retrieved|viewed|downloaded)(?: on)?:? ?\Z", re.I)
"""Before a date: when a page of the web was read."""


def _is_of_a_section(text: str, start: int, end: int) -> bool:
    """Whether it is the number of a section: it heads a line, and others of its kind do, too."""
    number = _SECTION.fullmatch(text, start, end)
    if number and _NAMES_A_SECTION.search(text, max(0, start - 40), start):
        return True
    if not number or not _HEADS_A_LINE.search(text, max(0, start - 12), start):
        return False
    if text[end : end + 1] == ".":
        return True
    last = int(number["last"])
    beside = (f"{number['whole']}.{one}" for one in (last - 1, last + 1) if one > 0)
    return any(re.search(rf"(?m)^[\s>*+-]*{re.escape(one)}\b", text) for one in beside)


_SECTION: Final = re.compile(r"(?P<whole>[0-9]{1,2}\.[0-9]{1,2})\.(?P<last>[0-9]{1,2})")
_NAMES_A_SECTION: Final = re.compile(
    r"\b(?:paragraphs?|paras?\.?|sections?|clauses?|chapters?|points?|standards?|criteri(?:on|a)"
    r"|versions?|v)"
    r" ?(?:[0-9.]+(?:,| and| to| or|-) ?)*\Z",
    re.IGNORECASE,
)
_HEADS_A_LINE: Final = re.compile(r"(?:^|\n)[\s>*#+-]*\Z")


def _is_ambiguous(text: str) -> bool:
    """Whether it may be no date at all: 3 4 12, or 1.2.10, the number of a section."""
    return bool(re.fullmatch(r"[0-9]{1,2} [0-9]{1,2} [0-9]{2}", text))
