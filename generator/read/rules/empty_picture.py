"""A picture has something in it; until it has, readers see the words in its place.

A file that was begun and never written, or that a synced folder has not fetched yet, is no fault of
the text that shows it. Save the picture again.

Fails:

```markdown audits/small/plan.svg
```

Passes:

```markdown audits/small/plan.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 2"><path d="M0 0h8v2H0z"/></svg>
```
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Place, Rule, Severity

RULE = Rule.of(__name__, __doc__, Severity.WARNING)


def empty_picture(place: Place) -> Diagnostic:
    """The picture has no more than the start of a file."""
    return RULE.at(
        place,
        "this picture has nothing in it, so readers see the words in its place",
        "Save it again, or delete it.",
    )
