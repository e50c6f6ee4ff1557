"""A finding that a recommendation answers must not say why nothing is recommended.

`no_recommendation` tells readers why a worry is left as it is. Where a recommendation answers it
all the same, one of the two is out of date.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
  no_recommendation: The new system sends them by itself.
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
late-minutes:
  kind: worry
  text: Minutes came late.
  no_recommendation: They are sent with the plan from now on.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every reason for no recommendation beside a recommendation."""
    for audit in tree.judged:
        if not tree.keeps_names("findings", audit.id):
            continue  # a line too few, and two findings are read as one
        for file in tree.of("findings", audit.id):
            for id_, finding in audit.findings.items():
                answering = [
                    name
                    for name, recommendation in audit.recommendations.items()
                    if id_ in recommendation.findings
                ]
                if finding.no_recommendation and answering:
                    yield RULE.at(
                        file.document.key_place((id_, "no_recommendation")),
                        f"`{id_}` says why nothing is recommended, and `{answering[0]}` answers it",
                        "Delete `no_recommendation`, or leave the finding out of the "
                        "recommendation's `findings`.",
                        about=id_,
                    )
