"""A key must be one that the file knows.

What nobody knows would otherwise be ignored: a misspelt `comment` would lose what an auditor
wrote. The nearest known key is named.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  tekst: Plans came late.
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
```
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import Diagnostic, Place, Rule
from generator.diagnostics.wording import listed, nearest

RULE = Rule.of(__name__, __doc__)


def unknown_key(place: Place, key: str, known: Sequence[str]) -> Diagnostic:
    """The key `key` is none of the `known` ones."""
    near = nearest(key, known)
    tip = f"Did you mean `{near}`?" if near else f"Known here: {listed(known, 20)}."
    return RULE.at(place, f"`{key}` is not known here", tip, about=key)
