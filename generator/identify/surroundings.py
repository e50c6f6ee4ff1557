"""What stands around a word and tells that it is somebody's name.

A word with a capital says little by itself: *Hope* begins a sentence as well as a family does. What
is done, owned or said by it says more: *Hope's mum*, *Hope told us*, *a girl called Hope*.
"""

from __future__ import annotations

import re
from typing import Final

from generator.read.figures.words import each_of

_KIN: Final = (
    r"mum|mam|mummy|mother|dad|daddy|father|parents?|carers?|brothers?|sisters?|siblings?|twins?"
    r"|sons?|daughters?|nan|nana|nanny|gran|granny|grandad|granddad|grandma|grandmother"
    r"|grandfather|grandparents?|aunt|auntie|aunty|uncle|cousins?|nephews?|nieces?|partner"
    r"|boyfriend|girlfriend|husband|wife|ex|step-?(?:dad|mum|father|mother|brothers?|sisters?)"
    r"|half-(?:brothers?|sisters?)"
)
_ADJECTIVE: Final = (
    r"(?:own |older |elder |oldest |eldest |younger |youngest |new |half-?|birth |foster |adoptive "
    r"|late |former |ex-|little |big |baby |maternal |paternal |unborn |then |only |absent )*"
)
_OWNED: Final = (
    rf"(?:{_KIN}|family|bab(?:y|ies)|child(?:ren)?|voice|wishes|feelings|views|bedroom|bed"
    rf"|cot|room|home|house|school"
    r"|nursery|teacher|class|behaviour|attendance|weight|growth|hair|clothes|clothing|needs"
    r"|life|lived"
    r"|birth|bruis\w*|injur\w+|health|diagnosis|disability|mental|plan|care|case|file"
    r"|records?|story|words"
    r"|day|days|daily|world|face|arm|leg|eyes?|head|hands?|teeth|sleep|safety|situation"
    r"|circumstances"
    r"|social worker|health visitor|keyworker|friends?|phone|absence|presentation"
    r"|experiences?|experience"
    r"|appointments?|drinking|drug|alcohol|substance|pregnancy|death|age|past|childhood"
    r"|disclosures?|account"
    r"|anxiety|asthma|medication|development|speech|learning|progress|assessment|review"
    r"|future|finances|flat"
    r"|move|return|contact|moods?|anger|relationship|offending|arrest|violence|threats?|job"
    r"|work|name)"
)
_ONLY_SOMEBODY: Final = (
    r"said|says|told|tells|disclosed|discloses|confided|cried|cries|whispered|answered|replied|wept"
    r"|complained|begged|shouted|smiled|laughed|giggled|hugged|hid|hides|slept|sleeps|ate|eats"
    r"|drew|draws|wrote|writes|self-harmed|kicked|bit|bites|hits|punched|drank|drinks|smokes|smoked"
    r"|lives|lived|attends|attended|loves|loved|likes|liked|enjoys|enjoyed|misses|wants|wanted"
    r"|wishes|hates|hated|feels|felt|thinks|thought|knows|knew|wears|wore|talks|talked|spoke"
    r"|plays with"
    r"|speaks|asked|asks|denied|denies|admitted|refused|refuses|stayed|stays|visited|woke|wakes"
    r"|walked|walks|gave birth|became pregnant|absconded|described|explained|recalled|watched"
    r"|watches"
    r"|heard|hears|sat|sits|trusts|trusted|suffered|weighs|weighed|learnt|learned|coughed|overdosed"
    r"|died|passed away|assaulted|attacked|pushed|grabbed|texted|rang|phoned|alleged|insisted"
    r"|met with"
    r"|struggles|struggled|got|turned (?:[0-9]|[a-z]+teen)|moved (?:in|to|out|back)|ran away"
    r"|went missing|went home|went to"
    r"|came home|used (?:drugs|cannabis|alcohol)|presented (?:as|at|with)|has a |had a "
    r"|has (?:an|two|three|her|his|no|not had)|had (?:an|two|three|her|his|no) "
    r"|has been (?:looked|living|in care|excluded|missing|out of)"
)
_OFTEN_SOMEBODY: Final = (
    r"ran|wet|hit|missed|played(?! an? (?:\w+ )?(?:part|role))|plays(?! an? (?:\w+ )?(?:part|role))"
    r"|visits|arrived|arrives|left|went|goes|turned|moved|comes|came|met|presented|appeared"
    r"|appears|looked|looks"
    r"|seemed|settled|returned|reported|saw|sees|shares|shared|used|uses|took|takes|gets|made|makes"
    r"|put|puts|started|stopped|began|remained|remains|engaged|engages|separated|threatened|called"
    r"|claimed|agreed|needs|needed|suffers|learns|grew|fell|falls|opened"
)
_OWNED_BY: Final = rf"'s? {_ADJECTIVE}{_OWNED}\b"
_AGED: Final = (
    r",? ?\(?(?:(?:is|was|who is|who was|now|then|just|only|turned|age|aged|turns) )*"
    r"(?:aged? )?\(?(?:[0-9]{1,2}(?! ?(?:%|per cent|of\b|out\b|cases?|agenc|audits?"
    r"|questions?|records?|children|plans?|returns?|families|meetings?|visits?|contacts?"
    r"|times|days?|weeks?|hours?|minutes?|[/:.-]?[0-9]))|[a-z]+teen|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve)"
    r"(?:\)|,|\.| ?-?(?:years?|months?)(?:[ -]old)?(?! (?:on|later|ago|before|after|earlier|apart"
    r"|previously|in|of|from)\b)| yrs?| at the time| when|$)"
    r"|,? ?\(?aged? (?:[0-9]|[a-z]+\b)"
    r"|,? (?:a|an|the) (?:[a-z-]+ ){0,3}(?:[0-9]{1,2}|[a-z]+)-(?:year|month|week)-old"
)
_AND_KIN: Final = rf" and (?:his|her|their) {_ADJECTIVE}(?:{_KIN}|baby|child|children|family)\b"
_WHO: Final = r",? who (?:is|was|has|had|lives|lived|attends|attended|said|told)\b"

_OFTEN: Final = (
    r"(?:(?:then|also|later|once|often|still|never|always|first|now|has|had|has not|had not) )*"
)

AS_A_PERSON: Final = re.compile(
    rf"(?:,? (?:(?:is|was) )?(?:the|his|her|their) (?:[a-z]+ )?(?:{_KIN}|guardian|health visitor"
    rf"|social worker|school nurse"
    rf"|midwife|teacher|headteacher|family worker|support worker|key ?worker|foster carer"
    rf"|neighbour|lodger|landlord)\b"
    rf"| (?:herself|himself|themself)\b|{_OWNED_BY}|{_AGED}|{_AND_KIN}|{_WHO}|"
    rf" {_OFTEN}(?:{_ONLY_SOMEBODY})\b"
    r"| (?:was|is|were|had been|has been) (?:born|excluded|bullied|bruised|hit|crying|scared"
    r"|afraid|frightened"
    r"|not (?:seen|weighed|spoken to|asked|told|in school|at home|brought|there)|pregnant"
    r"|arrested|adopted|living|sleeping|hungry|tired|upset|angry|autistic|abused|raped"
    r"|assaulted|groomed|happy|sad|unkempt|dirty|withdrawn|underweight|admitted|discharged"
    r"|low in mood|home"
    r"|asleep|drunk|unwell|ill|told|asked|spoken to|interviewed|seen alone|seen by|left with"
    r"|left alone|taken to|taken into|removed from|placed with|looked after))",
    re.IGNORECASE,
)
"""Behind a word: what only somebody is, has or does."""

OWNED_BY_A_PERSON: Final = re.compile(rf"'s? {_ADJECTIVE}{_OWNED}\b")
"""Behind a word: what belongs to somebody."""

AS_A_SUBJECT: Final = re.compile(
    rf"(?:'s? [a-z]+| {_OFTEN}(?:{_OFTEN_SOMEBODY})\b"
    r"| (?:has|had|does|did)\b"
    r"| (?:is|was|can|could|would|should|will)\b(?! (?:be|the|a|an|no|not|all|what|that|there)\b)"
    r"| and (?-i:[A-Z])| from (?-i:[A-Z]))",
    re.IGNORECASE,
)
"""Behind a word: what somebody may be, have or do."""

_TITLE: Final = (
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Madam|Imam|Sheikh|Rabbi|Reverend|Rev|Pastor|Dr|Cllr|PC|DC|DS|DI|WPC"
    r"|PCSO|Sgt|Sister|Auntie|Aunty"
    r"|Uncle|Nanny|Grandma|Grandpa)\.? "
)
_NAMING: Final = (
    r"\b(?:called|named|nicknamed|kn[eo]ws?n? (?:\w+ ){0,4}as|goes under|goes by|went by|answers"
    r" to|aka"
    r"|a\.k\.a\.?|alias|christened"
    r"|names? (?:is|was|are|were)|whose name is|surname|first name|real name|his name"
    r"|her name|renamed|call (?:him|her|them|herself|himself)"
    r"|calls (?:him|her|them|herself|himself)|n[ée]e)[,:]? [\"'(]?"
)
_ROLE: Final = (
    rf"\b(?:{_KIN}|child|boy|girl|baby|toddler|infant|teenager|lad|youngster|pupil|student"
    rf"|young person"
    r"|worker|midwife|nurse|teacher|visitor|perpetrator|victim|patient|client|resident"
    r"|neighbour|friend|stepdad|stepmum"
    r"|father-to-be|mother-to-be|foster carer|ex-partner|ex-husband|ex-wife|colleague|officer"
    r"|doctor|consultant|manager)[,:]? \(?[\"']?"
)
NAMED: Final = re.compile(rf"(?:{_NAMING}|{_TITLE})$")
"""Before a word: what says that a name comes now."""
WORDS_OF_NAMING: Final = each_of(
    "called named nicknamed goes went answers aka k alias christened name names surname renamed"
    " call calls nee née know knows known knew knews knewn knewsn knowsn mr mrs ms miss mx madam"
    " imam sheikh rabbi reverend rev pastor dr cllr pc dc ds di wpc pcso sgt sister auntie aunty"
    " uncle nanny grandma grandpa"
)
"""In small letters: one of them stands in all that says so."""

_BEFORE_A_PERSON: Final = (
    r"\b(?:told|[Tt]ell|tells|telling|[Aa]sk|asks|asking|seeing|meet|meets|meeting with|asked|saw"
    r"|met"
    r"|visited|hurt|hit|bruised|collected|hugged|fed|bathed|weighed"
    r"|examined|interviewed|seen|spoke (?:to|with)|speak (?:to|with)"
    r"|talked (?:to|with)|living with|lives with|lived with|stay(?:s|ed|ing)? with|play(?:s"
    r"|ed|ing)? with|born to|care of|cares for|caring for|looks after|looked after|heard from"
    r"|worried about|concerns? (?:about|for)|harm to|left|love[sd]?|miss(?:es|ed)"
    r"|contact with|work with|visit to|visits to|removed|took|brought|gave|helped?|let"
    r"|made) [\"']?"
)
_BEFORE_A_PERSON_TOO: Final = (
    r"\b(?:visits?|letters?|texts?|calls?|support|advice|help|access) "
    r"(?:(?:was|were|is|are|had been) )?(?:made |given |sent |offered |written )?to [\"']?"
)
_LISTED: Final = (
    r"\b(?:[Ss]iblings?|[Kk]ids|[Cc]hildren|[Bb]rothers?|[Ss]isters?|[Tt]wins|[Cc]ousins"
    r"|[Nn]ames?|[Hh]ousehold"
    r"|[Ff]amily members|[Pp]arents|[Ss]ubjects?|[Pp]resent|[Aa]bsent)(?: of the case)?"
    r" ?[:\u2013—-] ?(?:[A-Z][\w'-]+(?: [A-Z][\w'-]+)?(?:,| and| &) )*"
)
_CALLING: Final = (
    r"\b(?:Baby|Nan|Mama|Papa|Baba|Big|Little|Wee|Old|Young|Cousin|Brother|Granddad|Grandad"
    r"|Granny) "
)
"""Before a name, and before words of English in titles: Big Tom, Baby Steps."""
OF_A_PERSON: Final = re.compile(
    rf"(?:{_NAMING}|{_TITLE}(?:[A-Z][\w'-]+ )?|{_CALLING}|{_LISTED}|{_ROLE}|{_BEFORE_A_PERSON}"
    rf"|{_BEFORE_A_PERSON_TOO})$"
)
"""Before a word: what is told of somebody, who may be named now."""

NAMED_IN_SMALL: Final = re.compile(rf"(?:{_NAMING})(?P<name>[^\W\d_]+)")
"""A word in small letters behind what says that a name comes now."""

IN_SMALL: Final = re.compile(
    rf"(?<![\w'-])(?P<name>[^\W\d_]{{3,}}+)(?={_OWNED_BY}| (?:said|told|disclosed|lives with"
    rf"|lived with|cried|confided|, aged)\b|,? aged [0-9])"
)
"""A word in small letters that something belongs to, or that does what a person does."""

OF_AN_ORGANISATION: Final = re.compile(
    r"(?:'s)?(?:(?: (?:[A-Z][\w'-]*|of|upon|&|in|the|for|on)){0,5}? "
    r"(?:Partnership|Council|Police|Constabulary|Trust|Housing|Homes|Borough|County|City"
    r"|University|CCG|ICB|LSCB|SCB|SCP|SAB|Board|Boards|Association"
    r"|Foundation|Society|Charity|Project|Programme|Model|Framework|Tool|Toolkit|Protocol"
    r"|Pathway|Approach|Scale|Inventory|Questionnaire"
    r"|Strategy|Policy|Procedures?|Act|Order|Report|Inquiry|Court|Prison|Services?|Team|Hub"
    r"|Network|Centres?|Alliance|Hospitals?|NHS|LA|MASH|MARAC"
    r"|Ltd|Limited|CIC|Church|Academy|School|College|Nursery|Surgery|Practice|Refuge|House"
    r"|Lodge|Unit|Ward|Clinic|Hospice|Law|Award|Group|Forum|Federation|Index|Test|Checklist"
    r"|Consortium|Institute|Commission)\b"
    r"|(?: [A-Z][\w'-]*){0,4} (?:system|database|portal|platform|module|app|software|wheel"
    r"|triangle|matrix"
    r"|guidelines|competen\w+|principles?|arrangements|ruling|judgment|inquiry|review|report"
    r"|recommendations|standards|scheme|fund|grant|helpline|charity|course|group|team"
    r"|locality|hub|office|ward|cluster|branch|patch|partnership|council|programme|project"
    r"|model|method|approach|toolkit|police|borough|area|district|region)\b)"
)
"""Behind a word: what makes it part of an organisation's, a place's or a programme's name."""

_MONTH_BEFORE: Final = re.compile(
    r"(?:\b(?:in|of|by|since|until|till|from|to|early|late|mid|end|during|before|after"
    r"|through|between|last|next|this|each|every|and|or|beginning|around|about|for|on|the"
    r"|January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|[0-9](?:st|nd|rd|th)?|[/\u2013-])[ -]?$",
    re.IGNORECASE,
)
_MONTH_BEHIND: Final = re.compile(
    r"(?:,? ?['\u2019]?[0-9]|[-/\u2013]"
    r"| (?:to|and|until|or) (?:January|February|March|April|May|June"
    r"|July|August|September|October|November|December|[0-9])|(?: to| until) the\b|\)"
    r"| (?:[Tt]erm|half|holidays?|break|of)\b|$)"
)
_SINCE: Final = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring) \Z")
_OWNED_BY_A_MONTH: Final = re.compile(
    r"'s (?:[a-z]+ )?(?:returns?|data|figures|meetings?|audits?|report|board|newsletter|survey"
    r"|panel|conference|deadline|workshop|inspection|issue|training|numbers?|rate|total|session"
    r"|event)\b",
    re.IGNORECASE,
)
TIMES_THAT_ARE_NAMES: Final = frozenset(
    {"may", "jun", "april", "june", "august", "march", "jan", "summer", "autumn", "winter"}
)
DAYS: Final = frozenset({"monday", "wednesday", "friday", "sunday"})


def is_a_month(text: str, start: int, end: int) -> bool:
    """Whether a name of a month stands where a month does: in May, May 2016, to May."""
    if _OWNED_BY_A_MONTH.match(text, end):
        return True
    if OF_A_PERSON.search(text[max(0, start - 40) : start]):
        return False
    if _MONTH_BEHIND.match(text, end):
        return True
    before = text[max(0, start - 12) : start]
    if _SINCE.search(before) and text[end : end + 1] != "'":
        return True
    return bool(_MONTH_BEFORE.search(before)) and not AS_A_PERSON.match(text, end)


AUTHOR_BEHIND: Final = re.compile(
    r"(?: [A-Z][\w'-]+){0,2}'s? (?:[\w-]+ ){0,2}(?:model|research|studies|theory|taxonomy"
    r"|framework)\b"
    r"|(?:'s?)?(?:,? (?:and|&) [A-Z][\w'-]+)*(?:,? et al\b|,? and others\b|,? and colleagues\b)"
    r"|(?:,? (?:and|&) [A-Z][\w'-]+)+,? \(?(?:19|20)[0-9]{2}\b"
    r"|,? \((?:19|20)[0-9]{2}[a-z]?(?:\)|[,;:])(?= (?:[a-z]+s|[a-z]+ed|and|have|has|in|for|on"
    r"|at)\b| [A-Z]|$)"
    r"|,? (?:19|20)[0-9]{2}[a-z]?\)|'s \((?:19|20)[0-9]{2}\)"
    r"|'s? (?:[a-z]+ ){0,2}(?:syndrome|disease|hierarchy|inquiry|law|Law|ladder|theory"
    r"|taxonomy|stages|Rule|Act)\b"
    r"|(?:'s)? (?:[Ss]yndrome|[Dd]isease|[Ii]nquiry|[Pp]alsy|competen\w+|Report)\b"
    r"|, (?:[A-Z]\.? ?){1,3},? ?\(?(?:19|20)[0-9]{2}"
    r"|,? ?\(?(?:19|20)[0-9]{2}[a-z]?,"
    r"|,? \(?(?:19|20)[0-9]{2}[a-z]?\)?[0-9]{0,2},? (?:found|argue|suggest|show|state|describe"
    r"|define|support|look|follow|ask|examin|explor|review|stud|analys|track|talk|say|writ|point|"
    r"warn|call|propose|set|list|explain"
    r"|note|recommend|identif|conclude|highlight)"
)
"""Behind a word: what makes it the name of whoever wrote, or found, something."""

AUTHOR_BEFORE: Final = re.compile(
    r"(?:\b(?:Professor|Prof\.?|Lord|Lady|Dame|Sir|Baroness|Judge|Justice)(?: [A-Z][a-z]+)? "
    r"|\b(?:research|study|studies|theory|model|work|review|inquiry|report|book"
    r"|framework) (?:by|of|from) (?:[A-Z][\w'-]+(?: and|,)? )*|\bet al\.?,? "
    r"|\b(?:developed|authored|devised|designed|edited|published|pioneered"
    r"|coined) by (?:[A-Z][\w'-]+ )?)$"
)
"""Before a word: the same."""
