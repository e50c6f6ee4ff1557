"""The form as a plain list, to be typed into Microsoft Forms, or into any program of its kind.

Microsoft Forms takes no file that says what a form asks. Each heading stands over a column of the
export, so it begins with the reference by which `audits receive --map` knows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap

from generator.collect.fields import Field, When, fields_of
from generator.collect.form import Form

_WIDE = 96


def to_plain_list(forms: Sequence[Form]) -> str:
    """The list of an audit: each question with its kind and its choices."""
    fields = fields_of(forms)
    lines = [*_head(forms[0])]
    labels = {field.name: field for field in fields}
    numbers = iter(range(1, len(fields) + 1))
    for heading, inside in groupby(fields, key=lambda one: one.section):
        lines += ["", f"Section: {heading}", ""]
        for field in inside:
            lines += [*_question(next(numbers), field, labels), ""]
    return "\n".join(lines)


def _head(form: Form) -> Iterator[str]:
    yield f"{form.title}, {form.partnership}"
    yield f"Form {form.fingerprint} of the audit {form.audit}"
    if form.made_up:
        yield "Made up: neither the audit nor its agencies and cases exist."
    yield ""
    yield from wrap(_HOW, _WIDE)


_HOW = (
    "Type each question with its heading as it stands here, to the full stop: by it the answers "
    "are found again. Below it stand its kind, its choices and, where not all are asked, who is: "
    "set that as branching. The sections after the first are for whoever answers the third "
    "question with Yes."
)


def _question(number: int, field: Field, labels: dict[str, Field]) -> Iterator[str]:
    yield from _hanging(f"{number}. ", field.label)
    if field.hint:
        yield from _hanging("   Subtitle: ", field.hint)
    for when in field.asked_if:
        if when.name == "status":
            continue  # the head says so of all
        yield from _hanging("   Asked where: ", _holds(when, labels[when.name]))
    if not field.choices:
        yield f"   Text{', long answer' if field.is_long else ''}"
        return
    yield f"   Choice{', several answers' if field.several else ''}"
    for choice in field.choices:
        yield f"   ( ) {choice.shown}"


def _holds(when: When, field: Field) -> str:
    shown = (choice.shown for choice in field.choices if choice.code in when.codes)
    return f"{field.key} is {' or '.join(shown)}"


def _hanging(first: str, text: str) -> Iterator[str]:
    lines = wrap(text, _WIDE - len(first)) or [""]
    yield f"{first}{lines[0]}"
    yield from (f"{' ' * len(first)}{line}" for line in lines[1:])
