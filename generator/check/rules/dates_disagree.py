"""The dates that are printed for an earlier audit must be able to be one date.

A report that dates the audit it follows up March in one place and May in another leaves readers
unsure which of its papers it means. *2017* and *March 2017* go together; *March* and *May* do not.

Fails:

```yaml audits/small/follow-up.yml
title: The planning audit of 2029
dates: [2029-03, 2029-05]
points:
  - {text: Plans came late., standing: same, now: They still do.}
```

Passes:

```yaml audits/small/follow-up.yml
title: The planning audit of 2029
dates: [2029, 2029-05]
points:
  - {text: Plans came late., standing: same, now: They still do.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule
from generator.diagnostics.wording import joined
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every earlier audit whose dates share no day."""
    for audit in tree.judged:
        if audit.follow_up is None or not tree.is_whole("follow-up", audit.id):
            continue
        (file,) = tree.of("follow-up", audit.id)
        dates = audit.follow_up.dates
        if dates and max(when.first for when in dates) > min(when.last for when in dates):
            yield RULE.at(
                file.document.place(("dates", len(dates) - 1)),
                f"the earlier audit is dated {joined(when.words for when in dates)}",
                "Keep the right one, where that is known; if the source prints all of them, say so "
                "under `noted` in audit.yml.",
                about="the earlier audit",
            )
