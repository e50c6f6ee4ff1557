"""The nouns of what is counted: cases, returns, and whatever else a source speaks of.

A noun is its plural in lower case: `contacts`, `care leavers`. Five have a meaning that the program
knows; any other is what the source calls what it counted.
"""

from __future__ import annotations

import difflib
import re
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

RETURNS: Final = "returns"
"""One agency's form about one case each."""
CASES: Final = "cases"
CHILDREN: Final = "children"
AGENCIES: Final = "agencies"
RESPONDENTS: Final = "respondents"
"""Those who answered a survey."""

KNOWN: Final = (RETURNS, CASES, CHILDREN, AGENCIES, RESPONDENTS)
"""The nouns that mean the same in every audit."""

NOUN_PATTERN: Final = r"^[a-z](?:[a-z' -]{0,58}[a-z])$"

_IRREGULAR: Final = {
    "children": "child",
    "grandchildren": "grandchild",
    "people": "person",
    "men": "man",
    "women": "woman",
    "midwives": "midwife",
    "wives": "wife",
    "lives": "life",
    "halves": "half",
    "criteria": "criterion",
    "analyses": "analysis",
    "diagnoses": "diagnosis",
    "crises": "crisis",
    "movies": "movie",
    "ties": "tie",
    "staff": "member of staff",
    "police": "police officer",
}
_ENDINGS: Final = (
    ("ies", "y"),
    ("sses", "ss"),
    ("shes", "sh"),
    ("ches", "ch"),
    ("xes", "x"),
    ("zzes", "zz"),
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("s", ""),
)
_NEAR: Final = 0.9


def singular(noun: str) -> str:
    """What one of a noun is called; the noun itself where it is no plural.

    >>> singular("families"), singular("care leavers"), singular("people"), singular("churches")
    ('family', 'care leaver', 'person', 'church')
    >>> singular("members of staff"), singular("children in need")
    ('member of staff', 'child in need')
    """
    head, joint, rest = _head(noun)
    before, space, last = head.rpartition(" ")
    hyphened, hyphen, last = last.rpartition("-")
    one = _IRREGULAR.get(last) or next(
        (last.removesuffix(many) + one for many, one in _ENDINGS if last.endswith(many)), last
    )
    return before + space + hyphened + hyphen + one + joint + rest


def _head(noun: str) -> tuple[str, str, str]:
    """The part of a noun that has a plural, and what follows it: *children* and *in need*."""
    found = re.search(r" (?:of|in|at|on|with|to|from|for|under) ", noun)
    return (noun[: found.start()], found[0], noun[found.end() :]) if found else (noun, "", "")


def with_count(count: int, noun: str) -> str:
    """A count with its noun: `1 family`, `2 families`."""
    return f"{count} {singular(noun) if count == 1 else noun}"


def _noun(value: object) -> object:
    if not isinstance(value, str):
        return value
    if value in KNOWN:
        return value
    near = difflib.get_close_matches(value.strip().lower(), _KNOWN_FORMS, n=1, cutoff=_NEAR)
    if near:
        raise PydanticCustomError("misspelt_noun", "misspelt", {"near": _KNOWN_FORMS[near[0]]})
    if not re.fullmatch(NOUN_PATTERN, value) or singular(value) == value:
        raise PydanticCustomError("noun", "this must be a plural in small letters")
    return value


_KNOWN_FORMS: Final = {form: noun for noun in KNOWN for form in (singular(noun), noun)}

Noun = Annotated[
    str,
    BeforeValidator(_noun),
    WithJsonSchema({"type": "string", "pattern": NOUN_PATTERN, "examples": list(KNOWN)}),
]
"""What is counted, as a plural in small letters: returns, cases, families."""


def _other(noun: str) -> str:
    if noun in (CASES, AGENCIES, RETURNS):
        raise PydanticCustomError("counted_elsewhere", "this has a line of its own")
    return noun


OtherNoun = Annotated[Noun, AfterValidator(_other)]
"""What is counted besides cases, agencies and returns, of which the number stands elsewhere."""
