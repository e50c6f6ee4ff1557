"""What agencies answered in a made-up audit: its cases, its returns, or the figures printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from fractions import Fraction
from random import Random
from typing import Any, Final

from generator.model.returns import NonAnswer, Reason, ReturnStatus
from generator.synthesise.outline import Outline
from generator.synthesise.wording import Lines, said, wording
from generator.synthesise.written import markdown_text, yaml_text

VALUES: Final[Mapping[str, tuple[str, ...]]] = {
    "yes-no": ("yes", "no"),
    "yes-partly-no": ("yes", "partly", "no"),
    "frequency": ("always", "usually", "sometimes", "never"),
    "grades-2017": ("strong", "sound", "uneven", "weak"),
    "grades-2022": ("strong", "sound", "uneven", "weak"),
    "zero-to-ten": tuple(str(score) for score in range(10, -1, -1)),
}
"""What can be answered on each scale, best first."""

JUDGED: Final = {"JA": "assessment", "JP": "plan", "JW": "together", "JO": None}
"""The judgements that every tool asks for, with the section that each closes."""

_STATUSES: Final = (
    (0.72, ReturnStatus.COMPLETE),
    (0.80, ReturnStatus.PARTIAL),
    (0.88, ReturnStatus.NOT_KNOWN),
    (0.91, ReturnStatus.OUTSIDE_PERIOD),
    (0.95, ReturnStatus.NOT_INVOLVED),
    (1.00, ReturnStatus.NO_RETURN),
)
_TEAMS: Final = ("north team", "south team", "central team", "duty team", "second team")
_AGES: Final = ("under 1", "1 to 4", "5 to 9", "10 to 14", "15 to 17")
_LEVELS: Final = ("early help", "child in need", "child protection", "looked after", "closed")


def case_files(plan: Outline, seed: int) -> Iterator[tuple[str, str]]:
    """The path and the text of each case."""
    taken: set[str] = set()
    for case in plan.cases:
        rng = plan.rng(seed, case)
        picture = said(rng, "picture")
        while picture in taken:
            picture = said(rng, "picture")
        taken.add(picture)
        front: dict[str, Any] = {
            "age_band": rng.choice(_AGES),
            "level_of_need": rng.choice(_LEVELS),
            "worked_well": _points(plan, rng, "worked"),
            "to_improve": _points(plan, rng, "improve"),
        }
        if plan.is_done:
            front["judgement"] = _graded(plan, rng)
            front["judgement_note"] = said(rng, "learnt-together")
            front["judgements"] = {
                ref: _graded(plan, rng) for ref in JUDGED if rng.random() < 0.9
            } or None
        yield f"cases/{case}.md", markdown_text(front, picture)


def _points(plan: Outline, rng: Random, phrase: str) -> list[dict[str, Any]]:
    return [
        {
            "text": said(rng, phrase),
            "themes": wording()["questions"][rng.choice(list(plan.asked))]["themes"],
            "agencies": [plan.agency(name) for name in rng.sample(plan.agencies, 2)],
        }
        for _ in range(rng.randint(1, 4))
    ]


def _graded(plan: Outline, rng: Random) -> str:
    return rng.choice(VALUES[plan.grades])


def return_files(plan: Outline, seed: int) -> Iterator[tuple[str, str]]:
    """The path and the text of each return: one for each agency and case that it was asked about.

    The very first is complete, so that every question has an answer. While returns still come in,
    some are not there yet.
    """
    if plan.status == "planned":
        return
    first = True
    for name in plan.agencies:
        for case in plan.asked_about(name):
            path = f"returns/{case}/{plan.agency(name)}.yml"
            rng = plan.rng(seed, path)
            if plan.status == "collecting" and rng.random() < 0.4:
                continue
            drawn = rng.random()
            status = next(one for below, one in _STATUSES if drawn < below)
            if first:
                status = ReturnStatus.COMPLETE
            yield path, yaml_text("return", _return(plan, rng, name, status, first), deep=2)
            first = False


def _return(
    plan: Outline, rng: Random, name: str, status: ReturnStatus, is_first: bool
) -> dict[str, Any]:
    kind = wording()["agencies"][name]
    about: Lines = {"worker": kind["worker"]}
    received = plan.published - timedelta(days=rng.randint(60, 85))
    held: dict[str, Any] = {"status": status.value}
    if status is not ReturnStatus.NO_RETURN:
        held["received"] = received.isoformat()
    if not status.has_answers:
        return held | {"note": said(rng, status.value.replace(" ", "-"), about)}
    held["completed_by"] = f"{rng.choice(kind['roles'])}, {rng.choice(_TEAMS)}"
    if status is ReturnStatus.PARTIAL:
        held["note"] = said(rng, "note-partial", about)
    held["answers"] = {}
    for question, ref in plan.asked.items():
        is_blank = rng.random() < (0.4 if status is ReturnStatus.PARTIAL else 0.04)
        if is_first or not is_blank:
            held["answers"][ref] = _answer(plan, rng, question, about, is_first)
    held["answers"] = held["answers"] or {next(iter(plan.asked.values())): "blank"}
    held["judgements"] = {
        ref: _graded(plan, rng)
        if rng.random() < 0.6
        else {"grade": _graded(plan, rng), "comment": said(rng, "comment-mixed", _with(about))}
        for ref in JUDGED
        if rng.random() < 0.85
    } or None
    if rng.random() < 0.25:
        helper = rng.choice(plan.agencies)
        text = said(rng, "practice", about)
        held["good_practice"] = [{"text": text, "agency": plan.agency(helper)}]
    return held


def _with(about: Lines, thing: str = "the work") -> Lines:
    return {**about, "thing": [thing]}


def _answer(plan: Outline, rng: Random, question: str, about: Lines, is_first: bool) -> Any:
    """One answer: a word alone, or with its reason and a comment."""
    about = _with(about, wording()["questions"][question]["thing"])
    drawn = 1.0 if is_first else rng.random()
    if drawn < 0.10:
        reasons = [one.value for one in Reason if one.explains is NonAnswer.DONT_KNOW]
        held = {"answer": NonAnswer.DONT_KNOW.value, "reason": rng.choice(reasons)}
        tone = "comment-unknown"
    elif drawn < 0.19:
        reasons = [one.value for one in Reason if one.explains is NonAnswer.NOT_APPLICABLE]
        held = {"answer": NonAnswer.NOT_APPLICABLE.value, "reason": rng.choice(reasons)}
        tone = "comment-not-ours"
    else:
        values = VALUES[plan.scale(question)]
        at = _place(rng, len(values), question in plan.goes_well)
        held = {"answer": values[at]}
        tone = ("comment-good", "comment-mixed", "comment-bad")[_third(at, len(values))]
    if rng.random() < 0.45:
        held["comment"] = " ".join(
            dict.fromkeys(said(rng, tone, about) for _ in range(rng.choice((1, 1, 2, 3))))
        )
    return held["answer"] if len(held) == 1 else held


def _place(rng: Random, many: int, goes_well: bool) -> int:
    """Which of so many answers, best first: mostly of the better or of the worse half."""
    is_good = rng.random() < (0.8 if goes_well else 0.35)
    half = (many + 1) // 2
    return rng.randrange(half) if is_good else rng.randrange(many // 2, many)


def _third(at: int, many: int) -> int:
    """0 for the best answers, 1 for those between, 2 for the worst."""
    if many == 2:
        return 2 * at
    return 0 if at * 3 < many else 2 if at * 3 >= 2 * many else 1


def printed_figures(plan: Outline, seed: int) -> dict[str, Any]:
    """What the source of an audit without returns printed, a row for each question."""
    rng = plan.rng(seed, "published")
    at_most = number_of_cases(plan, seed) * len(plan.agencies)
    figures = {
        ref: _row(rng, question in plan.goes_well, VALUES[plan.scale(question)], at_most)
        for question, ref in plan.asked.items()
    }
    return {
        "source": "The table at the end of the made-up report",
        "unit": "returns",
        "note": "Made up, like all that is said of this audit.",
        "figures": figures,
    }


def _row(rng: Random, goes_well: bool, values: Sequence[str], at_most: int) -> dict[str, Any]:
    """The counts of a row, or one percentage: those that add up to 100, and need no note."""
    rounded: list[int] = []
    while sum(rounded) != 100:
        total = rng.randint(max(5, at_most // 3), at_most)
        places = [_place(rng, len(values), goes_well) for _ in range(total)]
        counts = [places.count(at) for at in range(len(values))]
        rounded = [int(Fraction(100 * count, total) + Fraction(1, 2)) for count in counts]
    if values[0] == "yes" and rng.random() < 0.4:
        return {"percentages": {values[0]: rounded[0]}, "total": total}
    return {"counts": dict(zip(values, counts, strict=True)), "total": total}


def number_of_cases(plan: Outline, seed: int) -> int:
    """How many cases an audit had that has no files for them."""
    return plan.rng(seed, "cases").randint(6, 40)
