"""A value must be of the kind its key asks for.

A date where a date is asked for, one of the known words where there is a list of them, a list
where there can be several.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: concern
  text: Plans came late.
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
```
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Place, Rule
from generator.diagnostics.nearest import nearest
from generator.diagnostics.wording import listed
from generator.model.sheet import LINE
from generator.model.words import MOST_LINES

RULE = Rule.of(__name__, __doc__)

# By pydantic's name for the fault, or the model's own: what is to be said after the value, the tip.
_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "tuple_type": (
        "is not a list",
        "Write a list, even of one: `[one]`, or `- one` below.",
    ),
    "string_type": ("is not text", "Write one text here, below `>-` if it is long."),
    "bool_type": ("is neither yes nor no", "Write yes or no."),
    "date": (
        "is not written as a date is here",
        "Write year, month and day, such as 2031-03-31, or 2031-03 or 2031 where no more is known.",
    ),
    "deadline": (
        "is neither a date nor a span of time as they are written here",
        "Write 2031-03-31, 2031-03, 2031, Q2 2031, autumn term 2031, spring 2031, 2031/32 or "
        "ongoing, no more exact than the source; leave it out where it says none of these.",
    ),
    "whole_number": ("is not a whole number", "Write digits only, such as 23."),
    "percentage": ("is not a percentage", "Write it without its sign, such as 82 or 18.25."),
    "board_year": ("is not written as a Board's year is here", "Write it like 2016-17 or 2016."),
    "noun": (
        "is no noun as it is written here",
        "Write what is counted as a plural in small letters, such as cases, contacts or families.",
    ),
    "counted_elsewhere": (
        "does not belong here",
        "Cases have `number_of_cases`, agencies `number_of_agencies`, and returns follow from who "
        "was asked.",
    ),
    "tab": ("has a tab in it", "Write a space."),
    "on_a_sheet": (
        f"takes more than {MOST_LINES} lines of {LINE} letters",
        "Shorten it: it is printed on a sheet of paper, which has no more room.",
    ),
    "one_line": ("goes over several lines", "Write it on one line."),
}

_KEYS_EXPECTED: Final = ("dict_type", "model_type", "model_attributes_type")


def wrong_value(
    place: Place, loc: tuple[str | int, ...], error: ErrorDetails, keys: Sequence[str] = ()
) -> Diagnostic:
    """The value at `loc` is not what its key asks for, as pydantic's `error` says.

    `keys` are the keys that can stand below it, where it should be a set of them.
    """
    key = next((str(step) for step in reversed(loc) if isinstance(step, str)), "")
    message, tip = _words(error, keys)
    return RULE.at(place, f"{f'`{key}`' if key else 'the file'}: {message}", tip, about=key)


def _words(error: ErrorDetails, keys: Sequence[str]) -> tuple[str, str]:
    value, shown, context = error["input"], _shown(error["input"]), error.get("ctx", {})
    if isinstance(value, bool) and error["type"] in ("string_type", *_KEYS_EXPECTED):
        tip = f"Write a word, such as `yes`; put quotes around {shown} if it is meant."
        return f"{shown} cannot stand here", tip
    match error["type"]:
        case plain if plain in _WORDS:
            what, tip = _WORDS[plain]
            return f"{shown} {what}", tip
        case "misspelt_noun":
            return f"{shown} is misspelt", f"Did you mean `{context['near']}`?"
        case "enum":
            known = re.findall("'([^']*)'", str(context["expected"]))
            near = nearest(str(value), known)
            tip = f"Did you mean `{near}`?" if near else f"It can be {listed(known, 20)}."
            return f"{shown} is none of the words that can stand here", tip
        case keyed if keyed in _KEYS_EXPECTED:
            such = f", each starting with one of {listed(keys)}" if keys else ""
            message = f"{shown} stands where `key: value` lines are expected"
            return message, f"Write lines below it, indented{such}."
        case "less_than_equal":
            most = context["le"]
            return f"{shown} is more than {most}", f"Write {most} at most."
        case "string_too_long" | "too_long":
            return f"the text has more than {context['max_length']:,} characters", "Shorten it."
        case _:
            return f"{shown}: {error['msg'].lower()}", "Write what the key asks for."


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, str):
        first = value.strip().partition("\n")[0]
        return f"`{first[:60]}…`" if len(first) > 60 or first != value.strip() else f"`{first}`"
    return "a list" if isinstance(value, list) else "a set of keys"
