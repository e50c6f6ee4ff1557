"""A point of a follow-up must name a recommendation of the audit that is followed up.

`follow-up.yml` tells what became of one earlier audit, and the thread of each of that audit's
recommendations leads on to the point that names it. A recommendation of a third audit that is said
again belongs under `repeats`, in recommendations.yml.

Fails:

```yaml audits/small/follow-up.yml
title: Planning as a report printed it
audit: printed
points:
  - text: Plans came late.
    recommendation: small/plan-sooner
    standing: same
    now: They still do.
```

Passes:

```yaml audits/small/follow-up.yml
title: Planning as a report printed it
audit: printed
points:
  - text: Plans came late.
    standing: same
    now: They still do.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.names import names_known
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every point that names a recommendation of some other audit."""
    for audit in tree.judged:
        for file in tree.of("follow-up", audit.id):
            if audit.follow_up is None or not file.whole:
                continue
            known = names_known(tree, audit.id)["recommendation of any audit"]
            followed = audit.follow_up.audit
            for index, point in enumerate(audit.follow_up.points):
                named = point.recommendation
                if named in known and named and named.split("/")[0] != followed:
                    yield RULE.at(
                        file.document.place(("points", index, "recommendation")),
                        f"`{named}` is no recommendation of the audit that is followed up"
                        + (f", `{followed}`" if followed else ""),
                        f"Name one of `{followed}`."
                        if followed
                        else "Name the earlier audit under `audit`, at the top.",
                        about=named,
                    )
