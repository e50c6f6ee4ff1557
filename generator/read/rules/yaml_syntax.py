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

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)

_TIPS = (
    (
        "cannot start any token",
        "Indent with spaces, not tabs; put quotes around text that starts with @, % or `.",
    ),
    (
        "mapping values are not allowed",
        "Put quotes around text with a colon in it, or write it below `>-`, indented.",
    ),
    ("found unexpected end of stream", "Close the quotes that were opened."),
    ("did not find expected ',' or ']'", "Close the bracket `[` that was opened."),
    ("did not find expected ',' or '}'", "Close the brace `{` that was opened."),
    ("could not find expected ':'", "Write `key: value`; text of several lines stands below `>-`."),
    ("did not find expected key", "Check that this line is indented like the ones beside it."),
    ("did not find expected '-' indicator", "Check that this line is indented like the list."),
)


def yaml_syntax(place: Place, detail: str) -> Diagnostic:
    """The parser stopped at `place`, saying `detail`."""
    tip = next((tip for words, tip in _TIPS if words in detail), "Check quotes and indentation.")
    return RULE.at(place, f"this cannot be read: {detail}", tip)


def key_is_no_text(place: Place) -> Diagnostic:
    """A list or mapping stands where a key should."""
    return RULE.at(place, "a list or brackets stand where a key should", "Write `key: value`.")


def too_deep(place: Place) -> Diagnostic:
    """Lists and mappings are nested beyond reason."""
    return RULE.at(place, "this is nested too deeply", "Check the brackets and the indentation.")
