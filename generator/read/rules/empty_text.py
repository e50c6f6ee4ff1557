"""Where words are asked for, there must be some.

An empty text publishes an empty place. What is not known yet is left out altogether, or for an
answer written as `blank`.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: ""
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


def empty_text(place: Place, key: str) -> Diagnostic:
    """Nothing is written for `key`, or in the whole file where there is no key."""
    if not key:
        return RULE.at(place, "the file is empty", "Write its content, or delete the file.")
    return RULE.at(
        place, f"`{key}` has nothing in it", f"Write its content, or delete `{key}`.", about=key
    )
