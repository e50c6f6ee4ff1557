"""What a case tells of one child, by kind: each is harmless, and together they may be one child."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.model.case import Case

ENOUGH: Final = 3
"""So many traits of one child, taken together, may leave nobody else."""


@dataclass(frozen=True)
class Trait:
    """Something that few children have in common with the child of a case."""

    kind: str
    """What it is, such as *the child's age*."""
    instead: str
    """How to say it in more general terms."""
    rank: int
    """Which to generalise first: the lowest tells most and teaches least."""


_RARE: Final = Trait("a rare event", "say what it meant for the child, and not what it was", 0)
_ORIGIN: Final = Trait(
    "ethnicity, language or faith", "leave it out, or say what followed from it", 1
)
_DISABILITY: Final = Trait("a disability or an illness", "write *a long illness*, *extra needs*", 2)
_FAMILY: Final = Trait("an unusual family", "write *the carers*, *a brother or sister*", 3)
_AREA: Final = Trait("where the child lives", "leave it out", 4)
_AGE: Final = Trait("a close age", "keep to the band in `age_band`", 5)
_SEX: Final = Trait("sex", "write *the child*, *they*", 6)

_IN_PROSE: Final[tuple[tuple[Trait, re.Pattern[str]], ...]] = tuple(
    (trait, re.compile(pattern, re.IGNORECASE))
    for trait, pattern in (
        (
            _RARE,
            r"\b(?:murder\w*|homicide|killed|suicide|stabb\w+|shot|shooting|house fire|arson"
            r"|drown\w*|abduct\w*"
            r"|kidnap\w*|in the (?:news|newspaper|press|papers)|national media"
            r"|prison sentence|imprisoned|jailed"
            r"|deport\w*|trafficked|asylum|refugee|explosion|died in|death of (?:his|her"
            r"|their|a|the)|road accident|court case)\b",
        ),
        (
            _ORIGIN,
            r"\b(?:interpreter|first language|mother tongue|speaks? (?!to\b|up\b|for\b"
            r"|about\b|with\b)[A-Z]\w+|nationality|heritage|ethnicity|Muslim|Sikh|Hindu"
            r"|Jewish"
            r"|Traveller|Gypsy|Roma\b|born abroad|came to (?:the UK|England|this country)"
            r"|immigration|Jehovah)",
        ),
        (
            _DISABILITY,
            r"\b(?:autis\w+|cerebral palsy|epilep\w+|deaf|blind|wheelchair"
            r"|Down(?:'s)? syndrome|cystic fibrosis|diabet\w+|cancer"
            r"|leukaemia|sickle|muscular dystrophy|heart condition|tube[- ]fed"
            r"|learning disabilit\w+|ADHD|premature|born at \w+ weeks|foetal alcohol"
            r"|fetal alcohol|brain injur\w+|tracheostomy|syndrome)\b",
        ),
        (
            _FAMILY,
            r"\b(?:twins?|triplets?|(?:one|eldest|oldest|youngest) of (?:five|six|seven|eight"
            r"|nine|ten|eleven|twelve)|(?:five|six|seven|eight|nine|ten) (?:children|siblings"
            r"|brothers|sisters)"
            r"|adopted|adoptive|kinship care|private(?:ly)? foster\w*|same-sex|two mums"
            r"|two dads|(?:mother|father|mum|dad) (?:had )?died|orphan\w*|lives? with (?:his"
            r"|her|their|a|an) (?:great-)?(?:grand\w+|aunt|uncle|older brother|older sister)"
            r"|both parents (?:are|were) (?:deaf|in prison|disabled))\b",
        ),
        (
            _AGE,
            r"\b(?:aged? (?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten"
            r"|eleven|twelve|[a-z]+teen)(?! to\b)"
            r"|(?:[0-9]{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
            r"|[a-z]+teen)[- ](?:years?|months?|weeks?)[- ]old)\b",
        ),
        (_SEX, r"\b(?:boy|girl|daughter|son|he|she|his|her|him)\b"),
    )
)


def traits(case: Case) -> tuple[Trait, ...]:
    """What the fields and the prose of a case tell, each kind once, the first to change first."""
    return tuple(sorted(set(_traits(case)), key=lambda trait: trait.rank))


def _traits(case: Case) -> Iterator[Trait]:
    if case.sex:
        yield _SEX
    if case.ethnicity:
        yield _ORIGIN
    if case.area:
        yield _AREA
    text = " ".join((case.pen_picture, *case.facts, *case.facts.values()))
    for trait, pattern in _IN_PROSE:
        if pattern.search(text):
            yield trait
