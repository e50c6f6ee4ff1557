"""What differs between two returns of one agency on one case, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.collect.written import Fields
from generator.read.yaml import Loc

_NOT_SAID: Final = ("received",)
"""When it came in is no word of the sender's."""


def differs(before: Fields, now: Fields) -> tuple[str, ...]:
    """A line for each field that is not the same, with what it was and is."""
    return tuple(
        f"{field_words(loc)}: {_shown(before.get(loc, ''))} → {_shown(now.get(loc, ''))}"
        for loc in _differing(before, now)
    )


def fields_that_differ(before: Fields, now: Fields) -> tuple[str, ...]:
    """The fields that are not the same, without what stands in them."""
    return tuple(field_words(loc) for loc in _differing(before, now))


def _differing(before: Fields, now: Fields) -> Iterator[Loc]:
    for loc in dict.fromkeys((*now, *before)):
        if loc != _NOT_SAID and before.get(loc, "") != now.get(loc, ""):
            yield loc


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
