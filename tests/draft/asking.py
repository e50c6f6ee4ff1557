"""A small tool and its scales, for tables to ask about."""

from __future__ import annotations

from generator.draft.asked import Asked, Entry
from generator.model.registers import Scale, ScaleKind, ScaleValue


def _scale(*values: str) -> Scale:
    of = tuple(ScaleValue(value=value) for value in values)
    return Scale(name="A scale", kind=ScaleKind.ANSWERS, values=of)


ASKED = Asked(
    (
        Entry("1.1", "Answered in a day", "Was it answered within a day?", "yes-no"),
        Entry("1.2", "Child asked", "Was the child asked?", "yes-no"),
        Entry("2a", "Consent", "Was consent asked for?", "yes-no"),
        Entry("Q3", "Work", "How good was the work?", "grades"),
        Entry("S1", "Safety", "How safe is the child?", "score"),
    ),
    {
        "yes-no": _scale("yes", "no"),
        "yes-no-unused": _scale("yes", "no"),
        "grades": _scale("outstanding", "good", "requires improvement", "inadequate"),
        "agreement": _scale("agree", "disagree"),
        "score": Scale(name="A score", kind=ScaleKind.SCORE, lowest=0, highest=10),
    },
)
OWN_YEARS = {"2019"}
