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

from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic, Place, Rule
from generator.diagnostics.wording import nearest

RULE = Rule.of(__name__, __doc__)


def wrong_value(place: Place, loc: tuple[str | int, ...], error: ErrorDetails) -> Diagnostic:
    """The value at `loc` is not what its key asks for, as pydantic's `error` says."""
    key = next((str(step) for step in reversed(loc) if isinstance(step, str)), "the file")
    message, tip = _words(error)
    return RULE.at(place, f"`{key}`: {message}", tip, about=key)


def _words(error: ErrorDetails) -> tuple[str, str]:
    value, context = error["input"], error.get("ctx", {})
    shown = _shown(value)
    match error["type"]:
        case "enum":
            known = str(context["expected"])
            near = nearest(str(value), [word.strip("' ") for word in known.split(",")])
            tip = f"Did you mean `{near}`?" if near else ""
            return f"{shown} is none of {known.replace(chr(39), '`')}", tip
        case "tuple_type":
            return f"{shown} is not a list", "Write a list, even of one: `[one]`, or `- one` below."
        case "dict_type" | "model_type" | "model_attributes_type":
            return f"{shown} is not a set of keys and values", "Write `key: value` lines below it."
        case "string_type":
            return f"{shown} is not text", "Put it in quotes if the word itself is meant."
        case "bool_type":
            return f"{shown} is neither yes nor no", "Write yes or no."
        case "string_too_long":
            return f"the text has more than {context['max_length']} characters", "Shorten it."
        case "date" | "whole_number" | "percentage" | "one_line":
            return f"{shown}: {error['msg']}", ""
        case _:
            return f"{shown}: {error['msg'].lower()}", ""


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, str):
        first = value.strip().partition("\n")[0]
        return f"`{first[:60]}…`" if len(first) > 60 or first != value.strip() else f"`{first}`"
    return "a list" if isinstance(value, list) else "a set of keys"
