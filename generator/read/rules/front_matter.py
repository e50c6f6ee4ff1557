"""A case and a part of the analysis start with front matter, between two lines of three dashes.

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


def front_matter(place: Place) -> Diagnostic:
    """The file does not start with front matter, or the front matter never ends."""
    return RULE.at(
        place,
        "there is no front matter here, or it never ends",
        "Start with a line `---`, then `key: value` lines, then a line `---`, then the text.",
    )
