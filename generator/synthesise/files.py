"""The files of made-up audits, one after the other, and the registers that they use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from generator.synthesise.answers import (
    JUDGED,
    case_files,
    number_of_cases,
    printed_figures,
    return_files,
)
from generator.synthesise.found import findings, follow_up, recommendations, voices
from generator.synthesise.outline import Kind, Outline, outline
from generator.synthesise.registers import registers
from generator.synthesise.wording import said, wording
from generator.synthesise.written import markdown_text, prose_text, yaml_text

MADE_UP: Final = (
    "Everything here is made up: the place, the agencies, the children and the findings."
)

_THEMES: Final = re.compile(r"^ *themes: \[(.*)\]$", re.MULTILINE)
"""The themes that a record names, as they are written: there are few, and they fit on a line."""


@dataclass
class _Used:
    """What the audits written so far name of each register."""

    places: dict[str, None] = field(default_factory=dict)
    agencies: dict[tuple[str, str], None] = field(default_factory=dict)
    themes: set[str] = field(default_factory=set)
    scales: set[str] = field(default_factory=set)


def tree_files(audits: int, seed: int) -> Iterator[tuple[str, str]]:
    """The path below `audits/` and the text of every file, the registers last.

    An audit is the same whatever the number of audits. Nothing is kept of one but what it uses of
    the registers.
    """
    used = _Used()
    for number in range(audits):
        plan = outline(seed, number)
        _note(plan, used)
        for path, text in audit_files(plan, seed):
            used.themes.update(*(found.split(", ") for found in _THEMES.findall(text)))
            yield f"{plan.id}/{path}", text
    yield from registers(used.places, used.agencies, used.themes, used.scales)


def _note(plan: Outline, used: _Used) -> None:
    used.places[plan.place] = None
    used.agencies |= {(plan.place, name): None for name in plan.agencies}
    used.scales |= {plan.scale(name) for name in plan.asked}
    if plan.kind is not Kind.LEAFLET:
        used.scales.add(plan.grades)


def audit_files(plan: Outline, seed: int) -> Iterator[tuple[str, str]]:
    """The path below its folder and the text of each file of an audit."""
    yield "audit.yml", yaml_text("audit", _head(plan, seed))
    if plan.asked:
        yield "tool.yml", yaml_text("tool", _tool(plan, seed))
    if plan.kind is Kind.FIGURES:
        yield "published.yml", yaml_text("published", printed_figures(plan, seed))
    yield from case_files(plan, seed)
    yield from return_files(plan, seed)
    if plan.is_done:
        yield from _agreed(plan, seed)


def _agreed(plan: Outline, seed: int) -> Iterator[tuple[str, str]]:
    """What there is once the agencies have met."""
    yield "findings.yml", yaml_text("findings", findings(plan, seed))
    yield "recommendations.yml", yaml_text("recommendations", recommendations(plan, seed))
    if plan.kind is not Kind.RETURNS:
        return
    yield "voices.yml", yaml_text("voices", voices(plan, seed))
    points = follow_up(plan, seed)
    if points:
        yield "follow-up.yml", yaml_text("follow-up", points)
    yield from _prose(plan, seed)


def _head(plan: Outline, seed: int) -> dict[str, Any]:
    rng = plan.rng(seed, "audit")
    subject = wording()["subjects"][plan.subject]
    agencies = [plan.agency(name) for name in plan.agencies]
    held: dict[str, Any] = {
        "title": f"{subject['title']}, {plan.year}, made up",
        "partnership": plan.partnership,
        "themes": subject["themes"],
        "status": plan.status,
        "made_up": "yes",
        "about": f"Made up. How well agencies help {subject['of']}. {said(rng, 'aim')}",
    }
    if plan.is_done:
        held["in_short"] = [
            said(rng, "in-short", {"action": [wording()["questions"][name]["action"]]})
            for name in plan.acted_on[:5]
        ]
    if plan.kind is not Kind.RETURNS:
        held |= {
            "dates": {"published": f"{plan.published:%Y-%m}"},
            "source": {
                "title": f"A made-up report on {subject['title'].lower()}",
                "publisher": plan.place,
                "published": str(plan.year),
            },
            "returns_kept": "no",
            "took_part": agencies,
            "number_of_cases": number_of_cases(plan, seed),
        }
    else:
        held |= {
            "scope": f"Records of {subject['of']}.",
            "case_selection": said(rng, "chosen"),
            "period": said(rng, "looked-at"),
            "dates": _dates(plan),
            "grades": plan.grades,
            "asked": [_asked(plan, name) for name in plan.agencies],
        }
    if plan.earlier is not None:
        held["earlier"] = outline(seed, plan.earlier).id
    return held


def _dates(plan: Outline) -> dict[str, str] | None:
    before = {"sent": 90, "due": 65, "meeting": 40, "published": 0}
    at = {name: (plan.published - timedelta(days=days)) for name, days in before.items()}
    known = {
        "planned": (),
        "collecting": ("sent", "due"),
        "discussing": ("sent", "due", "meeting"),
        "published": tuple(before),
    }[plan.status]
    return {name: at[name].isoformat() for name in known} or None


def _asked(plan: Outline, name: str) -> Any:
    agency = plan.agency(name)
    if name in plan.only_about:
        return {"agency": agency, "cases": list(plan.only_about[name])}
    return agency


def _tool(plan: Outline, seed: int) -> dict[str, Any]:
    before = outline(seed, plan.earlier) if plan.earlier is not None else None
    sections = []
    for letter, section in wording()["sections"].items():
        names = [name for name, ref in plan.asked.items() if ref[0] == letter]
        if names:
            questions = [_question(plan, before, seed, name) for name in names]
            sections.append({**section, "questions": questions})
    closed = {section["id"] for section in sections}
    return {
        "title": f"{wording()['subjects'][plan.subject]['title']}, audit tool {plan.year}",
        "about": "A made-up form for every agency that knows the child.",
        "guidance": [
            "Answer from your own agency's records, about one child at a time.",
            "Choose *don't know* when you could not find out, and give the reason.",
            "Write no names.",
        ],
        "sections": sections,
        "judgements": [
            {
                "ref": ref,
                "label": f"The {section}" if section else "The agency's work as a whole",
                "scale": plan.grades,
                "section": section,
            }
            for ref, section in JUDGED.items()
            if section is None or section in closed
        ],
    }


def _question(plan: Outline, before: Outline | None, seed: int, name: str) -> dict[str, Any]:
    rng = plan.rng(seed, f"question {name}")
    one = wording()["questions"][name]
    about = {"thing": [one["thing"]]}
    same = before and name in before.asked and before.scale(name) == plan.scale(name)
    return {
        "ref": plan.asked[name],
        "label": one["label"],
        "text": one["text"],
        "scale": plan.scale(name),
        "same_as": [{"audit": before.id, "ref": before.asked[name]}] if same and before else None,
        "guidance": said(rng, "guide", about),
        "example": said(rng, rng.choice(["example-yes", "example-no"]), about),
    }


def _prose(plan: Outline, seed: int) -> Iterator[tuple[str, str]]:
    rng = plan.rng(seed, "prose")
    names = [name for name in plan.asked if name != "scaling"]
    told = rng.sample(names, min(3, len(names)))
    thing = {"thing": [wording()["questions"][told[0]]["thing"]]}
    yield (
        "summary.md",
        prose_text(
            MADE_UP,
            f"{said(rng, 'aim')} {said(rng, 'overview')}",
            *(_told(plan, rng, name) for name in told),
            said(rng, "surprise", thing),
        ),
    )
    yield (
        "method.md",
        prose_text(
            "## The tool",
            said(rng, "method-tool"),
            "## The returns",
            f"{said(rng, 'method-returns')} {{{{ returns() }}}} came back with answers.",
            "## The meeting",
            said(rng, "method-meeting"),
            " ".join(said(rng, "surprise", thing) for _ in range(2)),
        ),
    )
    yield (
        "process.md",
        prose_text(
            "## What went well",
            _list(said(rng, "went-well") for _ in range(3)),
            "## What did not",
            _list(said(rng, "went-badly") for _ in range(3)),
            "## Next time",
            _list(said(rng, "next-time") for _ in range(2)),
        ),
    )
    about = {"thing": [wording()["questions"][plan.acted_on[0]]["thing"]]}
    front = {
        "background": said(rng, "aim"),
        "questions": list(dict.fromkeys(said(rng, "ask-yourself", about) for _ in range(3))),
        "help": ["The safeguarding lead in your agency."],
    }
    why = f"{said(rng, 'overview')} {said(rng, 'learnt-together')}"
    yield "briefing.md", markdown_text(front, why)
    part = {
        "title": "What lies behind the answers",
        "order": "1",
        "themes": wording()["subjects"][plan.subject]["themes"],
        "findings": list(plan.acted_on[:3]),
    }
    body = " ".join(_told(plan, rng, name) for name in names)
    yield "analysis/behind.md", markdown_text(part, body)


def _told(plan: Outline, rng: Any, name: str) -> str:
    one = wording()["questions"][name]
    about: Mapping[str, list[str]] = {
        "thing": [one["thing"]],
        "figure": [f'{{{{ of("{plan.asked[name]}") }}}}'],
    }
    side = one["good" if name in plan.goes_well else "bad"]
    return f"{side}, {said(rng, 'tail')}. {said(rng, 'detail', about)}"


def _list(points: Iterable[str]) -> str:
    return "\n".join(f"- {point}" for point in dict.fromkeys(points))
