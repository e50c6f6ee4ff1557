"""An id is made of small letters, digits and hyphens, and starts with a letter or digit.

Ids become file names and links, and go into tables, so they are kept to what works everywhere:
at most 60 characters, `a` to `z`, `0` to `9` and `-`. A question's reference is a letter and up
to seven more letters or digits, such as `R1`.

Fails:

```yaml audits/small/findings.yml
Late plans:
  kind: worry
  text: Plans came late.
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
```
"""

from __future__ import annotations

import re

from generator.diagnostics import Diagnostic, Place, Rule
from generator.model.words import as_id, is_ref

RULE = Rule.of(__name__, __doc__)


def bad_id(place: Place, name: str) -> Diagnostic:
    """`name` cannot be an id."""
    better = as_id(name)
    tip = f"Write it as `{better}`." if better else "Use a to z, 0 to 9 and -."
    return RULE.at(place, f"`{name[:80]}` cannot be an id", tip, about=name)


def bad_ref(place: Place, name: str) -> Diagnostic:
    """`name` cannot be the reference of a question or judgement."""
    better = re.sub("[^A-Za-z0-9]", "", name)
    tip = (
        f"Write it as `{better}`."
        if is_ref(better)
        else "Write a letter and up to seven more letters or digits, such as `R1`."
    )
    return RULE.at(place, f"`{name[:80]}` cannot be a reference", tip, about=name)
