"""What differs between two returns of one agency on one case, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.collect.written import Fields
from generator.read.yaml import Loc

_NOT_SAID: Final = ("received",)
"""When it came in is no word of the sender's."""


def differs(before: Fields, now: Fields) -> tuple[str, ...]:
    """A line for each field that is not the same, in the order of the fields of both."""
    return tuple(_lines(before, now))


def _lines(before: Fields, now: Fields) -> Iterator[str]:
    for loc in dict.fromkeys((*before, *now)):
        was, will_be = before.get(loc, ""), now.get(loc, "")
        if loc != _NOT_SAID and was != will_be:
            yield f"{field_words(loc)}: {_shown(was)} → {_shown(will_be)}"


def field_words(loc: Loc) -> str:
    """What a field is called: `R1, comment`, `good practice 1, text`."""
    match loc:
        case ("answers", ref, "answer") | ("judgements", ref, "grade"):
            return str(ref)
        case ("answers" | "judgements", ref, key):
            return f"{ref}, {key}"
        case ("good_practice", int(at), key):
            return f"good practice {at + 1}, {key}"
        case (key,):
            return str(key).replace("_", " ")
    return ", ".join(map(str, loc))


def _shown(text: str) -> str:
    line = " ".join(text.split())
    if not line:
        return "nothing"
    return f"“{line}”" if len(line) <= _WIDEST else f"“{line[: _WIDEST - 1]}…”"


_WIDEST: Final = 60
