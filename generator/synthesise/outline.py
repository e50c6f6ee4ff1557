"""What is settled of a made-up audit before a line of it is written, from its number alone.

Other audits refer to it, so each must be able to tell what stands in it without writing it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from random import Random
from typing import Final

from generator.model.words import as_id
from generator.synthesise.wording import wording

AS_AT: Final = date(2026, 11, 21)
"""The day that the tree is made for: what is overdue or under way is so on this day."""

AUDITS_OF_A_PARTNERSHIP: Final = 10
"""So many audits has a partnership, one a year."""
_FIRST_YEAR: Final = AS_AT.year - AUDITS_OF_A_PARTNERSHIP + 1
_SUBJECTS_OF_A_PARTNERSHIP: Final = 5
"""It takes as many subjects in turn, so that the second half of its audits follow up the first."""

_MOST_CASES: Final = 36
_AGENCIES: Final = (3, 12)


class Kind(StrEnum):
    """What there is of an audit."""

    RETURNS = "returns"
    """Cases and returns, and all that was made of them."""
    FIGURES = "figures"
    """Figures that a report printed; the returns are gone."""
    LEAFLET = "leaflet"
    """Findings and recommendations of a short summary."""


@dataclass(frozen=True)
class Outline:
    """What is settled of an audit."""

    number: int
    place: str
    """What its partnership is called."""
    year: int
    subject: str
    kind: Kind
    status: str
    published: date
    """When it was published, or is going to be."""
    agencies: tuple[str, ...]
    """The agencies that took part, as wording.yml calls them."""
    cases: tuple[str, ...]
    only_about: Mapping[str, tuple[str, ...]]
    """The agencies that were asked about some cases only, with which."""
    asked: Mapping[str, str]
    """Its questions, by what wording.yml calls them, with their references."""
    goes_well: frozenset[str]
    """The questions whose answers came out well."""
    acted_on: tuple[str, ...]
    """The questions whose answers led to a recommendation, called `act-on-…`."""
    earlier: int | None
    """The number of the audit that it follows up."""

    @property
    def partnership(self) -> str:
        """The id of its partnership."""
        return as_id(self.place)

    @property
    def id(self) -> str:
        """The name of its folder."""
        return f"{self.partnership}-{self.year}-{self.subject}"

    @property
    def grades(self) -> str:
        """The scale of its grades: the wording changed once."""
        return "grades-2022" if self.year >= 2022 else "grades-2017"

    @property
    def is_done(self) -> bool:
        """Whether the agencies have met and agreed what was found."""
        return self.status == "published"

    def agency(self, name: str) -> str:
        """The id of one of its agencies."""
        return f"{self.partnership}-{name}"

    def asked_about(self, name: str) -> tuple[str, ...]:
        """The cases that an agency was asked about."""
        return self.only_about.get(name, self.cases)

    def scale(self, question: str) -> str:
        """The scale of one of its questions."""
        scale: str = wording()["questions"][question]["scale"]
        return self.grades if scale == "grades" else scale

    def rng(self, seed: int, what: str) -> Random:
        """The lots that are drawn for a part of it, the same whatever else is written."""
        return Random(f"{seed} {self.number} {what}")  # noqa: S311


def outline(seed: int, number: int) -> Outline:
    """What is settled of the audit of this number, counted from nought."""
    partnership, nth = divmod(number, AUDITS_OF_A_PARTNERSHIP)
    shared = Random(f"{seed} partnership {partnership}")  # noqa: S311
    subjects = shared.sample(list(wording()["subjects"]), _SUBJECTS_OF_A_PARTNERSHIP)
    there = shared.sample(list(wording()["agencies"]), _AGENCIES[1])
    rng = Random(f"{seed} {number}")  # noqa: S311
    is_last = nth == AUDITS_OF_A_PARTNERSHIP - 1
    kind = Kind.RETURNS if is_last else _kind(rng)
    agencies = tuple(rng.sample(there, min(_AGENCIES[0] + int(rng.expovariate(0.25)), len(there))))
    cases = _cases(rng) if kind is Kind.RETURNS else ()
    asked = _asked(rng, kind)
    known = list(asked) or list(wording()["questions"])
    findings = rng.sample(known, min(len(known), rng.randint(4, 10)))
    acted_on = tuple(findings[: rng.randint(2, len(findings) - 1)])
    return Outline(
        number=number,
        place=_place(partnership),
        year=_FIRST_YEAR + nth,
        subject=subjects[nth % len(subjects)],
        kind=kind,
        status=rng.choice(["published", "collecting", "discussing", "planned"])
        if is_last
        else "published",
        published=date(_FIRST_YEAR + nth, 6, 1) + timedelta(days=rng.randrange(100)),
        agencies=agencies,
        cases=cases,
        only_about={
            name: tuple(sorted(rng.sample(cases, rng.randint(1, len(cases) - 1))))
            for name in agencies[1:]
            if len(cases) > 2 and rng.random() < 0.2
        },
        asked=asked,
        goes_well=frozenset(asked) - frozenset(acted_on),
        acted_on=acted_on,
        earlier=number - len(subjects) if nth >= len(subjects) else None,
    )


def _place(partnership: int) -> str:
    places = wording()["places"]
    at, nth = divmod(partnership, len(places["before"]))
    return f"{places['before'][nth]} {places['around']} {places['behind'][at]}"


def _kind(rng: Random) -> Kind:
    drawn = rng.random()
    if drawn < 0.80:
        return Kind.RETURNS
    return Kind.FIGURES if drawn < 0.94 else Kind.LEAFLET


def _cases(rng: Random) -> tuple[str, ...]:
    """Mostly a few, and now and then very many."""
    many = min(2 + int(rng.lognormvariate(1.0, 0.85)), _MOST_CASES)
    return tuple(f"c{number:02}" for number in range(1, many + 1))


def _asked(rng: Random, kind: Kind) -> dict[str, str]:
    """Questions of three sections or more, and always how things stand at the end."""
    if kind is Kind.LEAFLET:
        return {}
    asked: dict[str, str] = {}
    for section in wording()["sections"]:
        there = [name for name, one in wording()["questions"].items() if one["section"] == section]
        taken = rng.sample(there, rng.randint(min(3, len(there)), len(there)))
        # No report prints the scores of nought to ten one by one.
        if section == "S" and kind is Kind.FIGURES:
            continue
        kept = [name for name in there if name in taken]
        asked |= {name: f"{section}{nth}" for nth, name in enumerate(kept, 1)}
    return asked
