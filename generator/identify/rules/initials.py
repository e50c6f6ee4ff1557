"""A case is told without initials.

Whoever knows the family reads *PK* as well as the name. An abbreviation that means something else
stands in the glossary, and is explained to readers there.

Fails:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home. The school saw that QK was often late.
```

Passes:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home. The school saw that the older one was often late.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Rule, Severity
from generator.identify.names import Sureness, names_in
from generator.identify.reading import Reading, Sighting

RULE = Rule.of(__name__, __doc__, Severity.WARNING)


def find(reading: Reading) -> Iterator[Sighting]:
    """Yield all that may be initials."""
    for name in names_in(reading):
        if name.sureness is Sureness.INITIALS:
            yield Sighting(
                name.start,
                name.end,
                f"`{name.word}` may be somebody's initials",
                "Write who it is. If it is an abbreviation, put it into the glossary.",
                name.word,
            )
