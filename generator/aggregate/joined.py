"""Answers that are told together: *good or better*, *agree or strongly agree*, *less than good*."""

from __future__ import annotations

import re
from typing import Final

from generator.model.registers import Scale


def answers_joined(words: str, scale: Scale) -> tuple[str, ...] | None:
    """The values of a scale that words join, in its order; none where they join none.

    >>> from generator.model.registers import Scale, ScaleKind, ScaleValue
    >>> grades = [ScaleValue(value=one) for one in ("outstanding", "good", "inadequate")]
    >>> scale = Scale(name="Grades", kind=ScaleKind.GRADES, values=tuple(grades))
    >>> answers_joined("Good or better", scale), answers_joined("less than good", scale)
    (('outstanding', 'good'), ('inadequate',))
    """
    said = " ".join(words.lower().replace("\u2011", "-").split())
    names = {
        name.lower(): choice for choice in scale.choices for name in (choice, scale.shown(choice))
    }
    choices = scale.choices
    for pattern, span in _SPANS:
        found = re.fullmatch(pattern, said)
        if found and found[1] in names:
            at = choices.index(names[found[1]])
            return tuple(choices[span(at)]) or None
    parts = [part for part in re.split(r",\s*|\s+(?:or|and|/)\s+|/", said) if part]
    if parts and all(part in names for part in parts):
        wanted = {names[part] for part in parts}
        return tuple(choice for choice in choices if choice in wanted)
    return None


_SPANS: Final = (
    (
        r"(?:at least )?(.+?)(?:,? (?:or|and) (?:better|above|higher|more))",
        lambda at: slice(0, at + 1),
    ),
    (r"at least (.+)", lambda at: slice(0, at + 1)),
    (r"(?:better|more|higher) than (.+)", lambda at: slice(0, at)),
    (r"above (.+)", lambda at: slice(0, at)),
    (r"(.+?),? (?:or|and) (?:worse|below|lower|less)", lambda at: slice(at, None)),
    (r"(?:less|worse|lower) than (.+)", lambda at: slice(at + 1, None)),
    (r"(?:below|not) (.+)", lambda at: slice(at + 1, None)),
)
"""The ways to say so, the best value of a scale coming first."""
