"""A recommendation's state that goes by the calendar can be judged only where the date is known.

*Open* is true until its date has passed, and hides an overdue recommendation from then on. The
date is `as_at` of mkdocs.yml or that of the last commit; where there is neither, or git does not
tell, such a state is passed by nobody. A build stops there as well.

Passes:

```yaml audits/small/recommendations.yml
plan-sooner:
  text: Send every plan within ten working days.
  findings: [late-plans]
  owners: [police]
  due: 2032-05-31
  state: open
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rules.state_contradicts import possible_states
from generator.diagnostics import Diagnostic, Rule
from generator.model.as_at import AsAt, NoDate
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree, as_at: AsAt) -> Iterator[Diagnostic]:
    """Yield, where no date is known, every state that may be true today or not."""
    if not isinstance(as_at, NoDate):
        return
    for audit in tree.judged:
        for file in tree.of("recommendations", audit.id):
            for id_, recommendation in audit.recommendations.items():
                state = recommendation.state
                if state and {state} != set(possible_states(audit, recommendation, None)):
                    yield RULE.at(
                        file.document.place((id_, "state")),
                        f"`{id_}` says `{state}`, which was held against no date: {as_at.why}",
                        "Say --as-at with a date, or write `as_at` under `audits` in mkdocs.yml.",
                        about=id_,
                    )
