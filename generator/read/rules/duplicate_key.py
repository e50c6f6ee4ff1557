"""A key may stand only once in its mapping.

YAML readers keep the last of two and drop the first in silence: an answer or a whole finding
would be lost.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
late-plans:
  kind: worry
  text: Plans were not shared.
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
unshared-plans:
  kind: worry
  text: Plans were not shared.
```
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)


def duplicate_key(place: Place, key: str, first_line: int) -> Diagnostic:
    """`key` stands at `place` although it stood on `first_line` already."""
    return RULE.at(
        place,
        f"`{key}` stands here for the second time; it was first on line {first_line}",
        "Rename or delete one of the two; what should be a new item of a list starts with `- `.",
        about=key,
    )
