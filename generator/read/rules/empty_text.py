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


def empty_file(place: Place) -> Diagnostic:
    """Nothing is written in the whole file."""
    return RULE.at(place, "the file is empty", "Write its content, or delete the file.")


def empty_body(place: Place) -> Diagnostic:
    """Nothing is written below the front matter."""
    return RULE.at(place, "there is no text below the front matter", "Write it below this line.")


def empty_text(place: Place, key: str, *, may_go: bool) -> Diagnostic:
    """Nothing is written for `key`, which may go altogether, or may not."""
    tip = f"Write its content, or delete `{key}`." if may_go else "Write its content."
    return RULE.at(place, f"`{key}` has nothing in it", tip, about=key)
