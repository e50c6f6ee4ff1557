"""In a text on one line, ` #` starts a comment: what stands behind it is lost.

`comment: We rang mum #2 times.` is read as *We rang mum*. Put the text in quotes, or on a line of
its own below `>-`. Behind a word of a scale, an id, a number or a date a comment is welcome.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late for child #2 of the family.
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry  # the panel agreed
  text: "Plans came late for child #2 of the family."
```
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)


def text_after_hash(place: Place, lost: str) -> Diagnostic:
    """What stands from `place` to the end of its line is read as a comment, and is a text's end."""
    return RULE.at(
        place,
        f"` {lost}` is read as a comment, so it is lost",
        "Put the whole text in quotes, or on the lines below `>-`. If it is meant as a comment, "
        "put it on a line of its own.",
    )
