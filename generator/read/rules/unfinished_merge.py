"""A merge that nobody finished is not published.

Where git could not join two versions of a file it writes both, between lines of `<<<<<<<` and
`>>>>>>>`. In a text these would be printed with both versions. Keep what is right and delete the
lines of the merge.

Fails:

```markdown audits/small/summary.md
<<<<<<< HEAD
Plans came late.
=======
Plans came very late.
>>>>>>> review
```

Passes:

```markdown audits/small/summary.md
Plans came late.
```
"""

from __future__ import annotations

import re
from typing import Final

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)

MERGE: Final = re.compile(r"^[ \t]*(?P<sign><{7}|>{7})(?=[ \t]|\r?$)", re.MULTILINE)
"""The first and the last line of what could not be joined, wherever an editor put it."""


def unfinished_merge(place: Place, sign: str) -> Diagnostic:
    """The line at `place` is one that git writes where it could not join two versions."""
    what = "starts" if sign[0] == "<" else "ends"
    return RULE.at(
        place,
        f"a merge that nobody finished {what} here",
        "Keep what is right of both versions, and delete the lines that start with `<<<<<<<`, "
        "`=======` and `>>>>>>>`.",
    )
