"""What points to somebody by its shape alone: a form warns of it while one types.

The rules say the same with more certainty, of what was received; both have their patterns from
here or from there, so that a form does not warn of what the check lets stand for good.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.identify.rules.contact_detail import (
    ADDRESS,
    CAR,
    HANDLE,
    MAIL,
    NTH,
    OF_AN_ORGANISATION,
    PHONE,
    POSTCODE,
)
from generator.identify.rules.exact_date import DATE
from generator.identify.rules.number_of_a_person import INSURANCE, LICENCE, NHS, UPN
from generator.identify.surroundings import AS_A_PERSON, OF_A_PERSON, OWNED_BY_A_PERSON
from generator.identify.vocabulary import Vocabulary


@dataclass(frozen=True)
class Shape:
    """A shape, and what has it and still points to nobody."""

    name: str
    """What has it, such as *nhs-number*."""
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    """What in a match says that it is something else."""


SHAPES: Final = (
    Shape("nhs-number", NHS),
    Shape("pupil-number", UPN),
    Shape("insurance-number", INSURANCE),
    Shape("driving-licence", LICENCE),
    Shape("date", DATE, re.compile(r"^[0-9]{1,2} [0-9]{1,2} [0-9]{2}$")),
    Shape("address", ADDRESS, re.compile(r" Court$")),
    Shape("postcode", POSTCODE, NTH),
    Shape("phone", PHONE, re.compile(r"^\(?[1-9]|^\(?0(?:800|808|3[0-9]{2})")),
    Shape("e-mail", MAIL, OF_AN_ORGANISATION),
    Shape("network", HANDLE),
    Shape("car", CAR),
)
"""The first that fits a place names it."""


def name_shape(known: Vocabulary) -> Shape:
    """The shape of a name: a word with a capital where names stand, and known as nothing else.

    The name stands at the end of a match.
    """
    # Words of English in names of bodies, such as *Services*: whoever is called so is no word.
    within = {word for some in known.phrases.values() for one in some for word in one.split()}
    small = known.function | (within & known.english) - known.given
    words = known.terms | known.subjects | {word.capitalize() for word in small}
    listed = "|".join(sorted(word for word in words if re.fullmatch(r"[A-Z][a-z'-]+", word)))
    pattern = (
        rf"{OF_A_PERSON.pattern.removesuffix('$')}{_CAPITAL}"
        rf"|{_CAPITAL}(?={OWNED_BY_A_PERSON.pattern})"
        # The first word of a sentence has a capital anyway.
        rf"|[\w,;] {_CAPITAL}(?={AS_A_PERSON.pattern})"
    )
    return Shape("name", re.compile(pattern), re.compile(f"^(?:{listed})$"))


_CAPITAL: Final = r"[A-Z\u00c0-\u00de\u0100-\u017f][a-z\u00df-\u017f]+(?!\w)"
