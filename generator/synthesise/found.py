"""What a made-up audit found: findings, recommendations, voices, what became of earlier ones."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from generator.synthesise.outline import AS_AT, Kind, Outline, outline
from generator.synthesise.wording import Lines, said, wording

_STATES: Final = (
    *("impact shown", "impact overdue", "done", "overdue", "overdue", "under way"),
    *("under way", "open", "no date set", "not accepted"),
)
_SPANS: Final = ("2027-03-31", "2027-06", "Q1 2027", "summer term 2027", "2027/28", "ongoing")
"""Deadlines that have not passed yet, in the ways in which people write them."""


def findings(plan: Outline, seed: int) -> dict[str, Any]:
    """The findings: what went well, and what led to a recommendation."""
    rng = plan.rng(seed, "findings")
    known = wording()["questions"]
    wells = [name for name in plan.asked if name in plan.goes_well and name != "scaling"]
    if not plan.asked:
        wells = [name for name in known if name not in plan.acted_on]
    strengths = rng.sample(wells, min(len(wells), rng.randint(2, 5)))
    held = {}
    for name in (*strengths, *plan.acted_on):
        is_good = name in strengths
        about = _about(plan, rng, name)
        kind = "strength" if is_good else rng.choice(["worry", "worry", "learning"])
        held[name] = {
            "kind": kind,
            "text": f"{known[name]['good' if is_good else 'bad']}, {said(rng, 'tail')}.",
            "detail": said(rng, "detail" if "figure" in about else "detail-plain", about),
            "reach": rng.choice(["system", "theme"]),
            "themes": known[name]["themes"],
            "agencies": [plan.agency(one) for one in rng.sample(plan.agencies, rng.randint(1, 3))],
            "rests_on": _grounds(plan, rng, name),
        }
        if rng.random() < 0.4:
            held[name]["questions"] = [said(rng, "ask-yourself", about)]
    return held


def _about(plan: Outline, rng: Random, name: str) -> Lines:
    """What a text about a question can say: its thing, and its figure where there is one."""
    one = wording()["questions"][name]
    worker = wording()["agencies"][rng.choice(plan.agencies)]["worker"]
    about = {"worker": worker, "thing": [one["thing"]], "action": [one["action"]]}
    if name in plan.asked and name != "scaling":
        about["figure"] = [f'{{{{ of("{plan.asked[name]}") }}}}']
    return about


def _grounds(plan: Outline, rng: Random, name: str) -> dict[str, Any]:
    if not plan.asked:
        return {"statement": "The made-up leaflet does not say what it rests on."}
    grounds: dict[str, Any] = {"answers": [plan.asked[name]]}
    if plan.cases:
        many = rng.randint(1, min(4, len(plan.cases)))
        grounds["cases"] = sorted(rng.sample(plan.cases, many))
        if rng.random() < 0.25:
            grounds["voices"] = [rng.choice(["families", "practitioners"])]
    return grounds


def recommendations(plan: Outline, seed: int) -> dict[str, Any]:
    """The recommendations, each in some state as at the day of the tree, and a question."""
    held = {}
    for name in plan.acted_on:
        rng = plan.rng(seed, f"act-on-{name}")
        about = _about(plan, rng, name)
        one: dict[str, Any] = {
            "text": f"{about['action'][0]}.",
            "detail": said(rng, "need-to-know", about) if rng.random() < 0.5 else None,
            "findings": [name],
            "themes": wording()["questions"][name]["themes"],
        }
        if plan.kind is Kind.RETURNS:
            owners = rng.sample(plan.agencies, rng.randint(1, 3))
            one["owners"] = [plan.agency(owner) for owner in owners]
            one["lead"] = wording()["agencies"][owners[0]]["lead"]
            one["measure"] = said(rng, "measure", about)
            one |= _became(plan, rng, about)
        held[f"act-on-{name}"] = one
    rng = plan.rng(seed, "question")
    if rng.random() < 0.4:
        held["ask-the-board"] = _question(plan, rng)
    return held


def _question(plan: Outline, rng: Random) -> dict[str, Any]:
    name = rng.choice(plan.acted_on)
    about = _about(plan, rng, name)
    one: dict[str, Any] = {
        "text": said(rng, "board-question", about),
        "kind": "question for the Board",
        "findings": [name],
    }
    if rng.random() < 0.5:
        answered = _later(plan.published, rng, 60, 160)
        one["answer"] = {"date": answered.isoformat(), "text": said(rng, "board-answer", about)}
    return one


def _became(plan: Outline, rng: Random, about: Lines) -> dict[str, Any]:
    """The deadlines and the evidence that make a recommendation stand in one of the states."""
    state = rng.choice(_STATES)
    step = max(20, min(150, (AS_AT - plan.published).days // 5))
    days = [plan.published + timedelta(days=step * nth + rng.randrange(15)) for nth in range(1, 5)]
    progress = [
        {"date": day.isoformat(), "text": said(rng, "done-so-far", about)}
        for day in days[: rng.randint(1, 2)]
    ]
    done = {"date": days[2].isoformat(), "text": said(rng, "done-now", about)}
    impact = {"date": days[3].isoformat(), "text": said(rng, "impact-now", about)}
    span = rng.choice(_SPANS)
    passed = days[2].isoformat()
    match state:
        case "impact shown":
            return {
                "due": passed,
                "impact_due": days[3].isoformat(),
                "progress": progress,
                "done": done,
                "impact": impact,
            }
        case "impact overdue":
            return {"due": passed, "impact_due": days[3].isoformat(), "done": done}
        case "done":
            return {"due": passed, "progress": progress, "done": done}
        case "overdue":
            return {"due": passed, "progress": progress if rng.random() < 0.5 else None}
        case "under way":
            return {"due": span, "progress": progress}
        case "open":
            return {"due": span}
        case "not accepted":
            return {"not_accepted": said(rng, "turned-down", about)}
        case _:
            return {}


def _later(day: date, rng: Random, least: int, most: int) -> date:
    return day + timedelta(days=rng.randint(least, most))


def voices(plan: Outline, seed: int) -> dict[str, Any]:
    """Families and practitioners who were heard."""
    held = {}
    for who, title in (("families", "Parents and carers"), ("practitioners", "Practitioners")):
        rng = plan.rng(seed, who)
        held[who] = {
            "who": who,
            "title": title,
            "how": said(rng, "heard-how"),
            "said": [
                {
                    "text": said(rng, rng.choice(["said-well", "said-badly"])),
                    "themes": wording()["questions"][rng.choice(list(plan.asked))]["themes"],
                    "agencies": [plan.agency(rng.choice(plan.agencies))],
                }
                for _ in range(rng.randint(2, 5))
            ],
        }
    return held


def follow_up(plan: Outline, seed: int) -> Mapping[str, Any] | None:
    """What became of the recommendations of the audit before; none where there was none."""
    if plan.earlier is None:
        return None
    before = outline(seed, plan.earlier)
    rng = plan.rng(seed, "follow-up")
    return {
        "title": f"{wording()['subjects'][before.subject]['title']}, {before.year}",
        "audit": before.id,
        "dates": [str(before.year)],
        "points": [_point(plan, before, rng, name) for name in before.acted_on],
    }


def _point(plan: Outline, before: Outline, rng: Random, name: str) -> dict[str, Any]:
    about = _about(plan, rng, name)
    is_asked = name in plan.asked and name != "scaling"
    same = name in before.asked and is_asked
    standing = rng.choice(["better", "partly", "same", "worse"]) if same else "not tested"
    return {
        "text": f"{wording()['questions'][name]['bad']}.",
        "recommendation": f"{before.id}/act-on-{name}",
        "standing": standing,
        "now": said(rng, "point-now" if is_asked else "point-now-plain", about),
        "findings": [name] if name in plan.acted_on else None,
        "themes": wording()["questions"][name]["themes"],
    }
