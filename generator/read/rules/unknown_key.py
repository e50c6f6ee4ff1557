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
from generator.diagnostics.wording import listed

RULE = Rule.of(__name__, __doc__)


def misspelt_key(place: Place, key: str, meant: str) -> Diagnostic:
    """Nobody knows the key `key`, and it is near one that they do."""
    return RULE.at(place, f"`{key}` is not known here", f"Did you mean `{meant}`?", about=key)


def unknown_keys(place: Place, keys: Sequence[str], known: Sequence[str]) -> Diagnostic:
    """None of a mapping's `keys` is one of the `known` ones, nor near one."""
    is_are = "is" if len(keys) == 1 else "are"
    tip = f"Known here: {listed(known, 40)}."
    return RULE.at(place, f"{listed(keys)} {is_are} not known here", tip, about=keys[0])
