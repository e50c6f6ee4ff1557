"""Forms to try writers and readers on: those of the small tree, and of a tool with all there is."""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.collect.form import Form, forms_of
from generator.model.library import Library
from generator.model.tool import JudgementAsked, Question, Section
from generator.read.tree import read_tree
from tests.sites import EXAMPLE, ROOT, SMALL


@cache
def real() -> Library:
    """The registers and audits of the project."""
    return read_tree(ROOT / "audits").library


@cache
def small() -> tuple[Form, ...]:
    """The forms of the small tree."""
    library = read_tree(SMALL / "audits").library
    return forms_of(library.audits["small"], library)


def question(ref: str, scale: str = "yes-no", **more: Any) -> Question:
    return Question(ref=ref, label=ref, text=f"What of *{ref}*?", scale=scale, **more)


@cache
def of_everything() -> tuple[Form, ...]:
    """Forms of two agencies and two cases with every kind of question, and references alike."""
    library = real()
    audit = library.audits[EXAMPLE]
    questions = (
        question("1.1", guidance="Look for ${a}, <b> & [c] | d."),
        question("11", "zero-to-ten", asked_if={"1.1": "yes"}),
        question("R1", "yes-partly-no", several=True),
        question("R1.1", asked_if={"R1": "partly"}),
        question("r1", "visit-bands-2015", applies="The child was *seen*."),
        question("x.reason", "answered-in-prose"),
        question("x"),
    )
    judged = (JudgementAsked(ref="J1", label="The work", scale="example-grades-2026"),)
    section = Section(id="all", title="All: [of] it", questions=questions)
    tool = audit.tool and audit.tool.model_copy(
        update={"sections": (section,), "judgements": judged, "comment_columns": ()}
    )
    asked = tuple(
        one.model_copy(update={"cases": cases})
        for one, cases in zip(audit.asked[:2], [("a", "b"), ("b",)], strict=True)
    )
    return forms_of(audit.model_copy(update={"tool": tool, "asked": asked}), library)
