"""A key that every such file needs must be there.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
```
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)


def missing_key(place: Place, key: str, meaning: str | None) -> Diagnostic:
    """The mapping at `place` lacks `key`, whose meaning helps to write it."""
    tip = f"Add `{key}:`" + (f" — {meaning[0].lower()}{meaning[1:]}" if meaning else "")
    return RULE.at(place, f"`{key}` is missing", tip, about=key)
