"""A number between braces has no comma in it: the comma ends it.

In `{yes: 1,204, no: 30}` the number is 1, and 204 would be a name of its own. Write 1204.

Fails:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {counts: {yes: 1,204, no: 30}}
  R2: {counts: {yes: 25, no: 6}}
```

Passes:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {counts: {yes: 1204, no: 30}}
  R2: {counts: {yes: 25, no: 6}}
```
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)


def thousands_comma(place: Place, before: str, after: str) -> Diagnostic:
    """A comma splits a number into what stands before it and after it."""
    return RULE.at(
        place,
        f"the comma ends the number: `{before},{after}` is read as {before}, and `{after}` as a "
        "name",
        f"Write {before}{after}.",
    )
