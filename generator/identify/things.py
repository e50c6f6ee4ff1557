"""What stands around a word and tells that it is the name of a thing, a place or a body.

No list knows every charity, ward and computer system. Where the text itself says that a word is
one (*the Kasparov service*, *recorded on Kasparov*, *in Kasparov*), it is asked about and not
denied. No name counts here, only the words beside it: so it is as fair to one child as to another.
"""

from __future__ import annotations

import re
from typing import Final

from generator.identify.openings import line_around, opens
from generator.identify.vocabulary import Vocabulary

_HEAD: Final = (
    r"accreditations?|advice|agenc(?:y|ies)|agreements?|analys[ie]s|apps?|applications?|areas?"
    r"|approach(?:es)?|arrangements|articles?|assessments?|associations?|audits?|awards?|base"
    r"|boards?|books?|booklets?|branch(?:es)?|buildings?|bulletins?|bus|calculators?|campaigns?"
    r"|campus|cards?|categor(?:y|ies)|cent(?:re|er)s?|championship|charit(?:y|ies)|charter"
    r"|checklists?"
    r"|church|classes|clauses?|clients?|clinics?|clinicians|clubs?|cluster|codes?|collaborative"
    r"|colleges?|committees?|communit(?:y|ies)|company|competen\w+|conferences?|consortium"
    r"|constabulary|contracts?|coordinators?|co-ordinators?|councils?|counsell(?:or|ors|ing)|course"
    r"|courses|criteria|data|databases?|dashboards?|depots?|district|documents?|drop-ins?|duty"
    r"|estates?|evaluations?|events?|exercises?|federation|figures|files|forces?|forms?|forums?"
    r"|foundation|frameworks?|funds?|funding|grants?|groups?|guides?|guidance|guidelines|handbooks?"
    r"|headings?|helplines?|hospices?|hospitals?|hostels?|hubs?|incident|index|indicators?"
    r"|initiatives?|inquir(?:y|ies)|inspections?|inspectors?|instruments?|interventions?"
    r"|inventor(?:y|ies)"
    r"|investigations?|judgments?|kits?|language|lanes?|law|leads?|leaflets?|legislation|letters?"
    r"|levels?"
    r"|licen[cs]es?|locality|locations?|manuals?|mapping|market|materials?|matri(?:x|ces)|measures?"
    r"|medication|meetings?|members|methods?|methodolog(?:y|ies)|mod(?:el|els|ules?)|networks?"
    r"|neighbourhood|notifications?|notes?|nurser(?:y|ies)|offers?|offices?|officers?|operators?"
    r"|operation"
    r"|orders?|organisations?|outcomes|packs?|panels?|papers?|parishes|partnerships?|pathways?"
    r"|pattern|pilots?|platforms?|podcasts?|polic(?:y|ies)|police|pools?|portals?|posters?"
    r"|practices?"
    r"|practitioners?|prevention|principles?|prison|procedures?|processe?s?|profiles?|programmes?"
    r"|projects?|prompts?|protocols?|providers?|provision|publications?|pupils|qualifications?"
    r"|questionnaires?"
    r"|ratings?|record(?:s|ing)?|recommendations?|referrals?|refuges?|regions?|registers?"
    r"|registration|reports?"
    r"|researche?r?s?|residents|resources?|returns?|reviews?|reviewers?|roads?|roll-?out|rulings?"
    r"|scales?|scheme|schemes|schools?|scores?|screening|seminars?|series|services?|sessions?"
    r"|settings?|sites?|software|specification|sponsors?|staff|standards?|station|statistics"
    r"|strateg(?:y|ies)|streets?"
    r"|stud(?:y|ies)|style|summit|surger(?:y|ies)|surveys?|symposium|systems?|taskforce|teams?"
    r"|technique|templates?|tests?|texts?|theatre|therap(?:y|ies|ists?)|thresholds?|toolkits?"
    r"|tools?|towns?|training"
    r"|trainers?|transport|triangles?|trials?|trusts?|units?|universit(?:y|ies)|users?|venues?"
    r"|vaccines?|villages?"
    r"|volunteers?|wards?|warehouse|webinars?|websites?|wheels?|workbooks?|workers?|workshops?"
    r"|workstreams?"
    r"|baskets?|bags|boxes|receipts|tablets|cans|bottles|chats|videos|posts|vouchers|parcels|card"
    r"|hoodies"
    r"|trainers"
    r"|accounts?(?= (?:was|were|is|are|on|of))|exclusions|families|parents(?= (?:group|forum"
    r"|panel))"
    r"|curriculum|compliant|compliance|accredited|trained|approved|qualified|certified|funded"
    r"|commissioned|led(?= )"
    r"|based|hosted|regulated|speaking|speakers|born|style|wide|area"
)
"""What a name of a thing is put before: a service, a form, a street."""

_ADJECTIVES: Final = r"(?:(?!and\b|or\b|who\b|was\b|is\b|had\b|has\b)[a-z-]+ ){0,2}"
"""Words between a name and what it names: *Kasparov early help service*."""

_TOLD_BY_WHAT_FOLLOWS: Final = re.compile(
    rf"(?:(?:-[a-z]+)? (?:{_HEAD})\b(?!'s (?:mum|dad|mother|father))"
    rf"|'s? {_ADJECTIVES}(?:service|services|strateg(?:y|ies)|polic(?:y|ies)|procedures?"
    rf"|partnership"
    r"|partners|agencies|website|board|council|protocols?|threshold document|thresholds|front door"
    r"|framework|commissioners?|helpline|guidance|guidelines|directory|inspections?|standards?"
    r"|programmes?|practitioners|workforce|staff|hub|toolkit|trustees|chief executive|model"
    r"|response to|offer)\b"
    r"|(?:,| \() ?(?:a|an) (?:[a-z-]+ ){0,2}(?:[Pp]rofessor|researcher|lecturer|academic|scholar"
    r"|author|reviewer)\b"
    r"|'s (?:[A-Z][\w'-]+ |and |of ){0,4}(?:Lead|Board|Strategy|Policy|Hub|Partnership|Council"
    r"|Police|Director|Procedures"
    r"|Service|Services|Manual|Threshold|Thresholds|Protocol)\b"
    r"|(?: and| &) (?:[A-Z][\w'-]+ ){1,3}(?:ICB|ICS|CCG|NHS|Trust|Partnership|Council|Valleys?"
    r"|Police|Board)\b"
    r"|(?:,| \() ?(?:a|an|the|our|its|their|which is|formerly|now) (?:[a-z-]+ ){0,3}"
    r"(?:charity|service|agency|provider|app|system|tool|programme|project|scheme|database|platform"
    r"|website|team|hub|trust|company|association|organisation|refuge|model|framework|method"
    r"|pathway"
    r"|centre|school|home|unit|ward|clinic|hospital|group|club|college|nursery|park|prison|court"
    r"|partnership|town|city|village|estate|area|region|borough|county|language|faith|festival"
    r"|medication|drug)\b"
    r"| (?:was|were|is|are|has been|had been|have been|will be|to be|being|not|newly|then)?"
    r" ?(?:commissioned|decommissioned|recommissioned|rolled out|launched|piloted|procured"
    r"|implemented"
    r"|introduced|embedded|funded|ratified|republished|relaunched|rebranded|licensed|co-?located"
    r"|published|prescribed)\b"
    r"| (?:also |now |currently )?(?:provide|provides|offers?|delivers?|runs?|publishes|funds"
    r"|commissions"
    r"|operates|hosts|oversees|regulates|employs|ran|provided|offered|delivered)"
    r" (?:a |an |the |its |free |specialist |[a-z-]+ ){0,2}(?:training|support for|support to"
    r"|services?|sessions?|programmes?"
    r"|courses?|groups?|helplines?|counselling|workshops?|advice|outreach|refuge|clinics?|therapy"
    r"|mentoring"
    r"|interviews|guidance|families|children|women|young people|places|beds|housing)\b"
    r"|'s? (?:[a-z]+-(?:step|stage|part|point) )?(?:pathway|cycle|typology|continuum|hypothesis"
    r"|ladder|triangle"
    r"|wheel|matrix|taxonomy|definition|concept|categories)\b"
    r"|(?: [A-Z][\w'-]+)?,? (?:of|at) (?:the )?(?:[A-Z]{3,}|[Uu]niversity|Research|King's|Royal)\b"
    r"| [0-9]{1,3}\b(?! (?:and|when|years?|months?|weeks?|yrs?)\b)"  # Catch 22, Windows 10
    r")"
)

_WRITERS: Final = re.compile(
    r"(?:[A-Z][\w'-]+(?:, | (?:and|&) |,? (?:and|&) )){1,4}[A-Z][\w'-]+"
    r" (?:found (?:that|much|no|a|little|the same)|argued?|asks? for|describe|suggest|propose"
    r"|distinguish|identif\w+|recommend|conclude|look(?:ed)? at|followed (?:[a-z]+ at|[0-9]"
    r"|[a-z]+s\b)|show|write|define|set out"
    r"|call for|point out|note|are (?:named|cited|quoted) in)\b"
)
"""Family names in a row, and what writers do: *Kasparov, Brown and White argue*."""

_PLACED: Final = (
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ww]ithin|[Aa]cross|[Oo]utside|[Tt]hroughout|[Ii]nto"
    r"|[Vv]ia"
    r"|[Ii]nside|(?:based|located|held|hosted|situated) (?:in|at)|north of|south of|east of|west of"
    r"|centre of|town of|city of|village of|outskirts of|parts? of|area of|(?:moved|move|moving)"
    r" (?:to|from)"
    r"|(?:travel\w*|moved|relocat\w*|transfer\w*) (?:to|from|between)|resident in|living in) "
)
_NOT_PLACED: Final = (
    r"(?:delays?|loss|neglect|abuse|harm|pain|fear|distress|trauma|asthma|obesity|epilepsy"
    r"|development"
    r"|learning|attendance|weight|growth|speech|anger|risk|vulnerab\w+|resilience|interest|trust"
    r"|confidence|faith|belie\w+|change[sd]?|difference"
    r"|improvements?|seen|saw"
    r"|see|noticed|progress|invest\w+|pride|delight\w*|confid\w+|present|developed|identified"
    r"|observed|apparent"
    r"|evident|caused|resulted|shout\w*|yell\w*|scream\w*|look\w*|laugh\w*|swear\w*|swore|sworn"
    r"|aim\w*|point\w*|angry|threw|throw\w*|thrown|glanc\w*|star\w*|directed|furious|hit"
    r"|engender\w*|instil\w*|signs|bruising"
    r"|injuries|marks?|behaviours?|symptoms|decline|deteriorat\w+|anxiety|gather\w*|crowded"
    r"|wrapped|arms?) "
)
_PLACED_BEFORE: Final = re.compile(
    rf"{_PLACED}(?:(?:north|south|east|west|central|mid|inner|outer|rural|urban|greater|nearby) )?"
    r"(?:[A-Z][\w'-]+(?:, [A-Z][\w'-]+)*,? (?:and|or|&) )?$"
)
_NOT_PLACED_BEFORE: Final = re.compile(rf"\b{_NOT_PLACED}(?:in|at|around|into|within) $")

_TOLD_BY_WHAT_STANDS_BEFORE: Final = re.compile(
    r"\b(?:"
    # What a thing is, before its name.
    r"(?:charity|charities|app|apps|toolkit|programme|database|platform|software|medication"
    r"|antidepressant"
    r"|inhaler|antibiotic|housing association|supermarket|company)(?:,| \(|:)? ?[\"'(]?"
    r"|(?:charity|charities|apps?|systems?|tools?|toolkits?|programmes?|models?|schemes?"
    r"|databases?|platforms?"
    r"|websites?|software|drugs?|medications?|medicines?|estates?|roads?|wards?|languages?|towns?"
    r"|city|cities|villages?"
    r"|providers?|organisations?|company|companies|games?|firms?|trusts?|associations?|landlords?"
    r"|supermarkets?"
    r"|religions?|festivals?|helplines?|magazines?|newspapers?|frameworks?|methods?|techniques?"
    r"|therap(?:y|ies)"
    r"|brands?|services?|agencies|bodies|interventions?|sites?|courses?|training|assessments?"
    r"|approach(?:es)?"
    r"|project|projects|group|groups|hostel|hostels|refuge|estate|area|areas)"
    r"(?:,|;| \(|:)? (?:such as|like|including|called|named|known as|e\.g\.|for example|namely"
    r"|for instance),? [\"'(]?"
    r"|(?:[Ii]ntermediar(?:y|ies)|[Ii]nterpreters?|[Aa]dvocates?|[Ww]orkers?|[Ss]taff|[Nn]urses?"
    r"|[Rr]epresentatives?"
    r"|[Cc]olleagues?|[Tt]rainers?|[Mm]entors?|[Vv]olunteers?|[Cc]onsultants?|[Ss]omeone"
    r"|[Pp]ractitioners?|[Oo]fficers?"
    r"|[Cc]ounsellors?|[Ff]acilitators?|[Rr]esearchers?|[Aa]ttended by"
    r"|[Ff]unding) from (?:[A-Z][\w'-]+ (?:and|or) (?:from )?)?"
    r"|(?:go|goes|going|come|comes|run|runs|report\w*|sends?|sent|shared|received|booked|accessed"
    r"|letters|messages|referrals|appointments"
    r"|delivered) through "
    r"|(?:results?|tests?|templates?|invoices?|returns?|data|figures|quotes?|[Mm]idwi(?:fe|ves)"
    r"|[Tt]eachers?|GPs?|courier|post"
    r"|[Ss]ergeant|[Hh]eadteacher|manager|managers) from "
    r"|(?:(?:had|has|have) come|came over|come to \w+|arrived|fled|escaped|flown|originally"
    r"|hailed|and) from "
    r"|(?:bid|bids|bidding|records?|kept|held) on "
    r"|(?:communities|people|residents|schools|streets|parts?|areas?|boards?|councils?|towns?"
    r"|districts?|boroughs?"
    r"|partnerships?|north|south|east|west|centre|outskirts|city|county|reorganisation"
    r"|population) of "
    r"|(?:Rating|Scale|Continuum|Model|Framework|Inventory|Tool|Cycle|[Pp]rinciples|[Tt]ypology)"
    r" (?:of|by) "
    r"(?:[A-Z][\w'-]+ (?:and |& )?)?"
    r"|(?:Centre|Service|House|Unit|Team|Hub|Group|Project|[Mm]eetings?|centre|service|unit|hub"
    r"|tool|form|meeting"
    r"|refuge|hostel|charity|system|app|game|course|programme|project)(?:,? (?:which|that) (?:is"
    r"|was|are|were))?,?"
    r" (?:called|known as|named) [\"'(]?"
    r"|(?:trips?|holidays?|outings?|journeys?|trains?|bus|buses|coach|flights?|travel\w*|drove"
    r"|driven|deported"
    r"|emigrated|commut\w+) to "
    r"|(?:families|people|communities|children|young people|cases|contacts|referrals|placements"
    r"|pupils),?"
    r" (?:[a-z]+ )?from (?:[A-Z][\w'-]+ (?:and|or) (?:from )?)?"
    r"|[Aa]ccording to (?:[A-Z][\w'-]+ (?:and|&) |(?=[A-Z][\w'-]+ (?:and|&) [A-Z]))"
    r"|as (?:described|defined|set out|put|argued|proposed) by (?:[A-Z][\w'-]+ )?"
    # A post and who holds it.
    r"|(?:Commissioner|Minister|Secretary of State|Inspector|Chief Executive|Director|Chair"
    r"|Scrutineer|Author"
    r"|Reviewer|Coroner|Ombudsman|President|author|reviewer|scrutineer)(?:,|:| \()? (?:then |now "
    r"|at the time )?"
    r"(?:[A-Z][\w'-]+ )?"
    # What is done with things alone.
    r"|(?:commissioned|funded|hosted|run|delivered|provided|supplied|published) (?:by|from"
    r"|through|via) "
    r"|(?:commissioned|prescribed|piloted|via|diagnosed with|fluent in|translated into|written in"
    r"|speaks|using"
    r"|rolled out|rolling out|subscribed to|signposted to|trained in|training in|training on"
    r"|delivery of|use of"
    r"|licences? for|competent in|accredited by|accredited in|regulated by|inspected by|overseen"
    r" by) "
    r"|(?:recorded|logged|uploaded|entered|stored|held|input|saved|scanned) (?:on|onto|into|in|to) "
    r")$"
)

_ARTICLE: Final = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Ee]very|[Ee]ach|[Aa]ny|[Tt]hese|[Tt]hose|[Aa]nother|[Ii]ts"
    r"|[Tt]his)"
    r" (?:(?:new|local|national|old|existing|revised|updated|regional|current|original|online"
    r"|weekly|monthly|annual"
    r"|specialist|same|whole|entire|wider|main|former|latest|integrated|joint|internal|external"
    r"|full"
    r"|electronic|digital|free|nearby|popular|usual|modified|simplified|shared|single|common"
    r"|recent|relevant|standard"
    r"|statutory|voluntary|independent|respective|subsequent|previous|initial|final|accredited"
    r"|free|large|small"
    r"|historic|central|mobile|brief|adapted|adult|parental|two|three|four) )?(?:[A-Z][\w'-]+"
    r" (?:of )?)?)$"
)
"""Before a word: an article, which nobody puts before the name of a child."""


_CAPITAL_BEHIND: Final = re.compile(r"[ -](?P<word>[A-Z][A-Za-z]*)\b(?P<owns>'s)?")
_CAPITAL_BEFORE: Final = re.compile(r"(?<![\w'])(?P<word>[A-Z][A-Za-z]*) \Z")
_LISTED_BEFORE: Final = re.compile(r"(?P<word>[A-Z][\w&-]*)(?:,? (?:and|or|&) |, )\Z")
_ROW_GOES_ON: Final = re.compile(r"(?:, [A-Z][\w&-]*)*,? (?:and|or|&) [A-Z]")
_LISTED_BEHIND: Final = re.compile(r"(?:,|,? (?:and|or|&)) (?P<word>[A-Z][\w&-]*)")


_PLACE_BEFORE: Final = re.compile(
    r"\b(?:Kirk|Port|South|North|East|West|Great|Upper|Lower|New|Nether|Bishop's|King's|Royal|Mid"
    r"|Greater|Central) \Z"
)
_PLACE_BEHIND: Final = re.compile(
    r" (?:Moor|Vale|Dales?|Valleys?|Wharf|Bay|Heath|Common|Bridge|Regis|Magna|Parva|Beach|Sands"
    r"|Island|Docks?"
    r"|Lakes|Wood|Cymru|upon [A-Z]|Town|Village|Estate|Road|Street|Lane)\b"
)
"""Words that names of places are made with."""


def is_placed(text: str, start: int, end: int) -> bool:
    """Whether it stands where a place does, and owns nothing: *in Kasparov was*."""
    before = text[max(0, start - _NEAR) : start]
    found = _PLACED_BEFORE.search(before)
    if not found or _NOT_PLACED_BEFORE.search(before) or _is_owned_by_somebody(text, end):
        return False
    # In Leeds and Amina was: the second begins what is told next.
    return not (found[0].endswith(("and ", "or ", "& ")) and _DOES.match(text, end))


_DOES: Final = re.compile(r" (?:was|were|is|had|has|did|does|would|could|[a-z]+ed)\b")


def stands_as_a_thing(text: str, start: int, end: int) -> bool:
    """Whether what stands before a word tells that it is none who does what follows.

    *A worker from Kasparov described*, *at Kasparov explained*.
    """
    before = text[max(0, start - _NEAR) : start]
    is_thing = bool(_TOLD_BY_WHAT_STANDS_BEFORE.search(before))
    return is_placed(text, start, end) or (is_thing and not _is_owned_by_somebody(text, end))


def is_told_of_as_a_thing(known: Vocabulary, text: str, start: int, end: int) -> bool:
    """Whether what stands around a word tells that it names a thing, a place or a body."""
    before = text[max(0, start - _NEAR) : start]
    if _TOLD_BY_WHAT_FOLLOWS.match(text, end) or _is_among_writers(text, start, end):
        return True
    if _PLACE_BEFORE.search(before) or _PLACE_BEHIND.match(text, end):
        return True
    if is_placed(text, start, end) or (before.endswith("from ") and _TO.match(text, end)):
        return True
    if _is_in_a_reference(text, start):
        return True
    if _TOLD_BY_WHAT_STANDS_BEFORE.search(before):
        return not _is_owned_by_somebody(text, end)
    return (
        bool(_ARTICLE.search(before) and not _TIME_BEFORE.search(before))
        or _is_in_a_term(known, text, start, end)
        or is_listed_with_things(known, text, start, end)
    )


_NEAR: Final = 60
"""So many signs before a word can tell that it is a thing."""


def _is_among_writers(text: str, start: int, end: int) -> bool:
    return any(
        found.start() <= start and end <= found.end()
        for found in _WRITERS.finditer(text, max(0, start - _NEAR), end + _NEAR)
    )


_TO: Final = re.compile(r" to [A-Z]")
_REFERENCE: Final = re.compile(
    r"[A-Z][\w'-]+, (?:[A-Z]\.-?){1,3}|\((?:19|20)[0-9]{2}[a-z]?\)[.:]? [A-Z]"
)
_PUBLISHED: Final = re.compile(r": [A-Z][\w'&. -]+\.?$|\bet al\.|\b(?:Journal|Press|Vol|pp?)\b")


def _is_in_a_reference(text: str, start: int) -> bool:
    """Whether the line is an entry of a list of books: whoever wrote them is named in a job."""
    line = line_around(text, start)
    return bool(_REFERENCE.match(line) or (_REFERENCE.search(line) and _PUBLISHED.search(line)))


def _is_owned_by_somebody(text: str, end: int) -> bool:
    """Whether something belongs to it: *in Olivia's home*."""
    return text[end : end + 1] == "'"


def _is_in_a_term(known: Vocabulary, text: str, start: int, end: int) -> bool:
    """Whether it stands in a run of capitals with a word that is no part of a person's name."""
    behind = _CAPITAL_BEHIND.match(text, end)
    if behind and _heads_a_thing(behind["word"], known):
        return True
    before = _CAPITAL_BEFORE.search(text, max(0, start - _NEAR), start)
    if not before or len(before["word"]) < _SHORTEST or opens(text, before.start()):
        return False
    if before["word"].casefold() in known.places and _WHERE.search(text, 0, before.start()):
        return False  # in Leeds Amina was
    return _is_of_a_thing(before["word"], known)


_WHERE: Final = re.compile(r"\b(?:[Ii]n|[Aa]t|[Tt]o|[Ff]rom|[Nn]ear|[Oo]f) \Z")
_SHORTEST: Final = 5
"""Words of two names are often short words of English: *Kin Hei*, *Cam Tu*."""


def _heads_a_thing(word: str, known: Vocabulary) -> bool:
    small = word.casefold()
    if small in known.given or small in known.families:
        return False
    return word in known.terms or bool(_A_HEAD.fullmatch(small))


_A_HEAD: Final = re.compile(rf"(?:{_HEAD})")


def _is_of_a_thing(word: str, known: Vocabulary) -> bool:
    small = word.casefold()
    if small in known.given or small in known.families or word in known.subjects:
        return False
    if small in known.people or small in known.function or _TIMES.fullmatch(word):
        return False
    return word in known.terms or small in known.english


_TIMES: Final = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|Eid|Ramadan|Diwali"
)
_TIME_BEFORE: Final = re.compile(rf"(?:{_TIMES.pattern}) \\Z")
"""What stands before a name as before anything: *on the Saturday Amina was asked*."""


def is_listed_with_things(known: Vocabulary, text: str, start: int, end: int) -> bool:
    """Whether it stands in a row with what is known to be no person: *Mosaic, Kasparov and"
    " EMIS*."""
    found = _LISTED_BEFORE.search(text, max(0, start - _NEAR), start)
    if found and found[0].endswith(", ") and not _ROW_GOES_ON.match(text, end):
        found = None  # His aunt in Leeds, Amina, was asked
    beside = [found["word"]] if found else []
    behind = _LISTED_BEHIND.match(text, end)
    beside += [behind["word"]] if behind else []
    return any(_is_a_listed_thing(word, known) for word in beside)


def _is_a_listed_thing(word: str, known: Vocabulary) -> bool:
    small = word.casefold()
    if small in known.given or small in known.families or word in known.subjects:
        return False
    return word in known.terms and not word.isupper() and not _TIMES.fullmatch(word)
