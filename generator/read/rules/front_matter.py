"""A case and a part of the analysis start with front matter, between two lines of three dashes.

What is counted, such as the age band, stands there under its key; what is read stands below. Where
the second line of dashes is forgotten, nobody could tell where the one ends and the other starts.

Fails:

```markdown audits/small/cases/a.md
age_band: 5 to 9

A child in a busy home.
```

Passes:

```markdown audits/small/cases/a.md
---
age_band: 5 to 9
---
A child in a busy home.
```
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)


def no_front_matter(place: Place) -> Diagnostic:
    """The file does not start with front matter."""
    return RULE.at(
        place,
        "the file does not start with front matter",
        "Start with a line `---`, then `key: value` lines, then a line `---`, then the text.",
    )


def never_closed(place: Place) -> Diagnostic:
    """The front matter that starts at `place` never ends."""
    return RULE.at(
        place,
        "the front matter that starts here never ends",
        "Put a line `---` between its last `key: value` line and the text.",
    )


def body_in_front_matter(place: Place, key: str) -> Diagnostic:
    """The front matter holds, as `key`, what is written below it."""
    return RULE.at(
        place,
        f"`{key}` is the text below the front matter",
        "Move the text below the second line `---`, and delete the key.",
        about=key,
    )
