"""A file holds one document.

A line of three dashes starts a second one, and what stands in it would be lost.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
---
unshared-plans:
  kind: worry
  text: Plans were not shared.
```

Passes:

```yaml audits/small/findings.yml
---
late-plans:
  kind: worry
  text: Plans came late.
```
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)


def several_documents(place: Place) -> Diagnostic:
    """A second document starts at `place`."""
    return RULE.at(
        place,
        "a second document starts here",
        "Delete this line, or move what follows into a file of its own.",
    )
