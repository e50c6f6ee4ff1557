"""The words of the grammar: hedges, what is counted, and what is no share of an audit."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from generator.model.nouns import AGENCIES, CASES, RESPONDENTS, RETURNS, singular
from generator.read.figures.said import Hedge


def each_of(words: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(words.split())


HEDGES: Final = {
    **dict.fromkeys(
        (
            *("about", "around", "roughly", "approximately", "approx", "approx.", "circa", "c"),
            *("c.", "ca", "ca.", "~", "\u2248", "close to", "some", "or so", "something like"),
            *("in the region of", "of the order of", "in the order of", "more or less"),
        ),
        Hedge.ABOUT,
    ),
    **dict.fromkeys(
        (
            *("nearly", "almost", "just under", "not quite", "just below", "just short of"),
            *("virtually", "getting on for", "approaching", "a little under", "a little below"),
            *("slightly under", "slightly less than", "a little less than", "a shade under"),
        ),
        Hedge.NEARLY,
    ),
    **dict.fromkeys(
        (
            *("just over", "slightly more than", "slightly over", "a little over", "just above"),
            *("a little more than", "just more than", "a shade over", "a little above"),
        ),
        Hedge.JUST_OVER,
    ),
    **dict.fromkeys(
        ("at least", "no fewer than", "no less than", "not less than", "not fewer than"),
        Hedge.AT_LEAST,
    ),
    **dict.fromkeys(
        ("at most", "no more than", "not more than", "up to", "a maximum of"), Hedge.AT_MOST
    ),
    **dict.fromkeys(
        (
            *("more than", "over", "well over", "above", "in excess of", "upwards of"),
            *("greater than", "well above"),
        ),
        Hedge.MORE,
    ),
    **dict.fromkeys(
        ("less than", "fewer than", "under", "well under", "below", "well below"), Hedge.LESS
    ),
}
"""Each hedge as its words with a space between."""

SAME: Final = {
    "audits": RETURNS,  # an audit is what one agency returned about one case
    "auditors": RETURNS,
    "responses": RESPONDENTS,
}
"""Nouns that are other words for one that the program knows."""

OF_THE_AUDIT: Final = (CASES, RETURNS, AGENCIES, RESPONDENTS)
"""Nouns that are counted by an audit wherever they stand."""

LOOKED_AT: Final = each_of(
    "contacts records files referrals assessments conferences practices patients notifications "
    "enquiries investigations occasions"
)
"""Nouns that are seldom anything but what an audit looked at."""

AUDITED: Final = each_of(
    "audited examined reviewed sampled looked seen read chosen selected picked drawn"
)
"""Verbs that say of all cases that they are the audit's."""

NEUTRAL: Final = frozenset(
    (
        *("audited", "complete", "completed", "sampled", "selected", "chosen", "partial", "real"),
        *("individual", "single", "agency", "same", "children's", "published", "collated", "new"),
        *("remaining", "other", "case", "reviewed", "examined", "whole"),
        *("total", "different", "separate", "invited", "participating", "relevant", "agencies'"),
    )
)
"""Words before a noun that leave it what it is: *the audited cases* are the cases."""

NO_NOUN: Final = each_of(
    "of in on at by for with from to into onto upon about over under between among and or "
    "but nor was were is are be been being had has have did does do done will would can "
    "could should must may might shall who whom whose which that where when while whereas "
    "than then so as if because since until after before during through without within it "
    "he she they we you i them him her us this his hers ours its yes not no also always "
    "sometimes perhaps towards plus thus says shows needs means gets goes comes takes makes "
    "helps knows looks there here again once twice only still each every all both most none "
    "neither some any many few several more less other's one's came went gave got said felt "
    "saw took made knew showed held thought used sent found told kept wrote"
)
"""Words that end what may be a noun with the words before it."""

OF_LIFE: Final = each_of(
    "hour hours day days term terms year years week weeks month months night nights morning "
    "mornings minute minutes time times way lesson lessons session sessions meeting "
    "meetings visit visits appointment appointments sibling siblings brother brothers "
    "sister sisters parent parents school home house houses move moves story battle page "
    "pages form past pound pounds hearing hearings it this caring work evening evenings "
    "weekend weekends dose doses mile miles pint pints portion portions tablets puffs grams "
    "life lives wage salary income rent budget bed beds bottle bottles class weight dose"
)
"""What there is so many of in a life, and not in an audit."""

DETERMINERS: Final = each_of("the these those our all its their every such")

NUMBERED: Final = each_of(
    "level levels section sections step steps page pages week part parts day days stage "
    "year years score scored scores phase table appendix chapter grade rated session "
    "sessions a an version item items question article regulation standard paragraph figure "
    "tier band room ward priority class key no number outcome theme objective goal"
)
"""What is numbered: after one of these a number says which, and not how many."""

SAYS: Final = each_of(
    "had has have was were are is did do does said say knew know felt got came gave showed "
    "show held could thought used saw sent found made took told kept wrote went met led "
    "stood left lost heard began received lived scored fell rose"
)
"""Verbs that say something of the share before them, beside all that end in -ed."""

ASKED_FOR: Final = each_of("should must shall ought need needs will can may might to")
"""What follows where something is asked for and nothing was found."""


@lru_cache(maxsize=8192)
def is_plural(word: str) -> bool:
    """Whether a word can be a plural noun."""
    return len(word) > 2 and word not in NO_NOUN and singular(word) != word
