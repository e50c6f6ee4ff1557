"""Anchors (`&name`), aliases (`*name`) and tags (`!name`) are not used.

They make a file mean something else than what it says, and a reviewer in a pull request would
not see it. Text that starts with one of these signs is put in quotes.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: &w worry
  text: Plans came late.
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: "*Plans* came late."
```
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)


def anchor_or_tag(place: Place, sign: str) -> Diagnostic:
    """`sign` is an anchor, an alias or a tag."""
    return RULE.at(
        place,
        f"`{sign}` is an anchor, alias or tag of YAML",
        "Write the value itself; put quotes around text that starts with &, * or !.",
    )
