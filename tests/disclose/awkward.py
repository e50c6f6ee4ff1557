"""Made-up audits with awkward margins: small cells beside large ones, full houses, odd totals."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

from generator.aggregate.book import Book, book
from generator.model.audit import AuditFile, Dates
from generator.model.library import Audit, Library
from generator.model.published import Published
from generator.model.tool import Tool
from tests.aggregate.audits import real

AS_AT = date(2026, 11, 27)
SCALES = ("yes-no", "yes-partly-no", "ofsted-grades-2016", "frequency")
UNITS = ("returns", "cases", "contacts", "agencies")


def awkward(seed: int) -> Book:
    """The book of one audit and of one that asked the same before it, told by a seed alone."""
    made = random.Random(seed)  # noqa: S311 - nothing is kept secret with it
    library = real()
    first = _audit(made, f"before-{seed}", "2024-03", None)
    then = _audit(made, f"made-{seed}", "2026-03", first)
    audits = {audit.id: audit for audit in (first, then)}
    return book(Library(**{**dict(library), "audits": audits}), AS_AT)


def _audit(made: random.Random, id_: str, when: str, before: Audit | None) -> Audit:
    cases = made.choice((3, 6, 8, 12, 19, 20, 21, 26, 27, 41, 60))
    agencies = made.sample(sorted(real().agencies), made.choice((1, 2, 5, 8)))
    unit = made.choice(UNITS)
    whole = {"returns": cases * len(agencies), "cases": cases, "agencies": len(agencies)}.get(
        unit, made.choice((9, 23, 47, 140))
    )
    scales = (
        [question.scale for question in before.tool.questions]
        if before and before.tool
        else [made.choice(SCALES) for _ in range(6)]
    )
    questions: list[dict[str, Any]] = []
    figures: dict[str, dict[str, Any]] = {}
    for at, scale in enumerate(scales, start=1):
        ref = f"Q{at}"
        asked: dict[str, Any] = {"ref": ref, "label": f"Question {at}", "text": "Was it?"}
        asked |= {"scale": scale}
        if before:
            asked["same_as"] = [{"audit": before.id, "ref": ref}]
        choices = real().scales[scale].choices
        base, parent = whole, questions[0] if questions else None
        if at == len(scales) and parent:
            first = real().scales[str(parent["scale"])].choices[0]
            asked["asked_if"] = {"Q1": first}
            base = figures["Q1"]["counts"][first]
        questions.append(asked)
        counts = _split(made, base, [*choices, "don't know", "not applicable", "blank"])
        figures[ref] = {"counts": counts}
    head: dict[str, Any] = {
        "title": id_,
        "partnership": sorted(real().partnerships)[0],
        "themes": ["neglect"],
    }
    head |= {"status": "published", "about": "Whether plans came in time.", "returns_kept": False}
    head |= {"number_of_cases": cases, "asked": agencies}
    if unit == "contacts":
        head["counted"] = {"contacts": whole}
    return Audit(
        **{
            **dict(AuditFile.model_validate(head)),
            "dates": Dates.model_validate({"published": when}),
            "earlier": before.id if before else None,
            "id": id_,
            "tool": Tool.model_validate(
                {
                    "title": "Tool",
                    "sections": [{"id": "all", "title": "All", "questions": questions}],
                }
            ),
            "published": Published.model_validate(
                {"source": "Made up", "unit": unit, "figures": figures}
            ),
        }
    )


def _split(made: random.Random, whole: int, answers: list[str]) -> dict[str, int]:
    """A whole split over answers: often all in one, one left over, or just over seven."""
    counts = dict.fromkeys(answers, 0)
    left = whole
    for answer in made.sample(answers, len(answers)):
        part = min(left, made.choice((0, 0, 1, 2, 3, 7, 8, 12, 13, left, max(0, left - 1))))
        counts[answer] += part
        left -= part
    counts[answers[0]] += left
    return counts
