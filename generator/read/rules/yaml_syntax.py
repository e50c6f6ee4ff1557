"""A file must be YAML that can be read: indented with spaces, with quotes and brackets closed.

Text with a colon and a space, or starting with `*`, `&`, `{`, `[`, `%`, `@`, `"` or `'`, needs
quotes around it, or stands below `>-`, indented.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Two things: plans came late, and nobody asked.
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: >-
    Two things: plans came late, and nobody asked.
```
"""

from __future__ import annotations

import re
from typing import Final

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)

_QUOTES: Final = "Put quotes around the whole text, or write it below `>-`, indented."

# What the parser says, what it means, and what to do about it; the first that fits is taken.
_WORDS: Final = (
    (
        "maximum nesting depth",
        "this is nested too deeply",
        "Check the brackets and the indentation.",
    ),
    (
        "tab character",
        "a tab stands where spaces are expected",
        "Indent with spaces; YAML does not read tabs.",
    ),
    (
        "mapping values are not allowed",
        "a colon stands here in the middle of a text",
        _QUOTES,
    ),
    (
        "quoted scalar, found unexpected end of stream",
        "the quotes that open here are never closed",
        "Close them where the text ends.",
    ),
    (
        "quoted scalar, found unexpected document indicator",
        "the quotes that open here are never closed",
        "Close them where the text ends.",
    ),
    (
        "unknown escape character",
        "a backslash between double quotes means something else in YAML",
        "Use single quotes around the text, or write the backslash twice.",
    ),
    (
        "did not find expected ',' or ']'",
        "the bracket `[` is not closed, or a comma is missing",
        "Write `[one, two]`, with quotes around an item that has a comma or bracket in it.",
    ),
    (
        "did not find expected ',' or '}'",
        "the brace `{` is not closed, or a comma is missing",
        "Write `{one: 1, two: 2}`, with quotes around a value that has a comma or brace in it.",
    ),
    (
        "could not find expected ':'",
        "this line is neither `key: value` nor part of a text",
        "Write `key: value`; a text of several lines stands below `>-`, indented.",
    ),
    (
        "block sequence entries are not allowed",
        "a list cannot start here",
        "Put each `- ` of the list on a line of its own, below the key.",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not belong to the list above it",
        "Indent it like the list's other lines.",
    ),
    (
        "block mapping, did not find expected key",
        "this line is not indented like the ones it belongs to, or the text before it has quotes "
        "or brackets in the wrong place",
        "Indent it like its neighbours; put quotes around the whole of a text, not a part of it.",
    ),
    ("while scanning an alias", "`*` at the start of a text means something else in YAML", _QUOTES),
    (
        "while scanning an anchor",
        "`&` at the start of a text means something else in YAML",
        _QUOTES,
    ),
    ("tag", "`!` at the start of a text means something else in YAML", _QUOTES),
    ("directive", "`%` at the start of a line means something else in YAML", _QUOTES),
    (
        "block scalar",
        "after `>` or `|`, the text starts on the next line",
        "Move the text to the next line, indented.",
    ),
    (
        "did not find expected <document start>",
        "this stands outside everything else in the file",
        "Check the brackets, the quotes and the indentation of the lines above.",
    ),
)


def yaml_syntax(place: Place, detail: str, line: str) -> Diagnostic:
    """The parser stopped at `place` in a `line` of the file, saying `detail`."""
    before, here = line[: place.column - 1], line[place.column - 1 : place.column]
    if "cannot start any token" in detail:
        if here == "\t":
            message = "a tab stands where spaces are expected"
            return RULE.at(place, message, "Indent with spaces; YAML does not read tabs.")
        return RULE.at(place, f"a text cannot start with `{here}` in YAML", _QUOTES)
    if "mapping values are not allowed" in detail and re.fullmatch(r"\s+[\w-]+", before):
        key = before.strip()
        return RULE.at(
            place,
            f"`{key}` cannot stand below a line that has its value already",
            "Give that value a key too, and put it on a line of its own beside this one: "
            f"`answer: …` above `{key}: …`.",
        )
    for words, message, tip in _WORDS:
        if words in detail:
            return RULE.at(place, message, tip)
    return RULE.at(place, f"this cannot be read: {detail}", "Check quotes and indentation.")


def other_space(place: Place, name: str) -> Diagnostic:
    """A space of another kind stands where YAML goes by spaces: before a key or behind a colon."""
    return RULE.at(
        place,
        f"{name} stands where a space belongs, and YAML takes it for a letter",
        "Delete it and type a space; it comes with text pasted from elsewhere.",
    )


def key_is_no_text(place: Place) -> Diagnostic:
    """A list or mapping stands where a key should."""
    return RULE.at(place, "a list or brackets stand where a key should", "Write `key: value`.")


def too_deep(place: Place) -> Diagnostic:
    """Lists and mappings are nested beyond reason."""
    return RULE.at(place, "this is nested too deeply", "Check the brackets and the indentation.")
