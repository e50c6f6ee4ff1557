"""The registers of a made-up tree: what its audits use, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from generator.model.words import as_id
from generator.synthesise.wording import wording
from generator.synthesise.written import register_text

_GRADES: Final = (
    ("strong", "Others could learn how it was done."),
    ("sound", "It did what it should."),
    ("uneven", "Some of it was right and some was not."),
    ("weak", "The child was left without help."),
)
_SCALES: Final[Mapping[str, Mapping[str, Any]]] = {
    "yes-no": {
        "name": "Yes or no",
        "kind": "answers",
        "values": [
            {"value": "yes", "meaning": "The agency's own records show it."},
            {"value": "no", "meaning": "The agency's own records do not show it."},
        ],
        "favourable": ["yes"],
    },
    "yes-partly-no": {
        "name": "Yes, partly or no",
        "kind": "answers",
        "values": [{"value": "yes"}, {"value": "partly"}, {"value": "no"}],
        "favourable": ["yes"],
    },
    "frequency": {
        "name": "How often",
        "kind": "frequency",
        "values": [
            {"value": "always", "meaning": "Every time."},
            {"value": "usually", "meaning": "More often than not."},
            {"value": "sometimes", "meaning": "Less often than not."},
            {"value": "never", "meaning": "Not once."},
        ],
        "favourable": ["always", "usually"],
    },
    "grades-2017": {
        "name": "Four grades, 2017",
        "kind": "grades",
        "about": "Made up. The grades ask whether procedures were kept.",
        "values": [{"value": value} for value, _ in _GRADES],
        "favourable": ["strong", "sound"],
    },
    "grades-2022": {
        "name": "Four grades, 2022",
        "kind": "grades",
        "about": "Made up. The grades ask what the work meant for the child.",
        "values": [{"value": value, "meaning": meaning} for value, meaning in _GRADES],
        "favourable": ["strong", "sound"],
    },
    "zero-to-ten": {
        "name": "Nought to ten",
        "kind": "score",
        "about": "Ten means that the work could hardly be better.",
        "lowest": 0,
        "highest": 10,
    },
}
_TERMS: Final = {
    "safeguarding": {
        "term": "safeguarding",
        "means": "Keeping children and adults safe from harm and neglect",
    },
    "partnership": {
        "term": "Safeguarding Children Partnership",
        "means": "The agencies of a place that keep children safe together",
    },
}


def registers(
    places: Iterable[str],
    agencies: Iterable[tuple[str, str]],
    themes: Collection[str],
    scales: Collection[str],
) -> Iterator[tuple[str, str]]:
    """The path and the text of each register, with these entries and no other.

    `places` are the partnerships, `agencies` each a place with what wording.yml calls the agency.
    """
    known = wording()["themes"]
    wider = {known[theme].get("under") for theme in themes}
    held: dict[str, Mapping[str, Any]] = {
        "partnerships": {as_id(place): _partnership(place) for place in places},
        "agencies": {as_id(f"{place} {name}"): _agency(place, name) for place, name in agencies},
        "themes": {id_: one for id_, one in known.items() if id_ in themes or id_ in wider},
        "scales": {id_: one for id_, one in _SCALES.items() if id_ in scales},
        "glossary": _TERMS,
    }
    for name, entries in held.items():
        yield f"{name}.yml", register_text(name, entries)


def _partnership(place: str) -> dict[str, str]:
    return {
        "name": f"{place} Safeguarding Children Partnership",
        "short": place,
        "about": "Made up, with its agencies, audits, children and findings.",
    }


def _agency(place: str, name: str) -> dict[str, Any]:
    one = wording()["agencies"][name]
    return {
        "name": f"{one['name']}, {place}",
        "short": one["name"],
        "kind": one["kind"],
        "about": one["about"],
        "made_up": "yes",
    }
