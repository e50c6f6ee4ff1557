"""A source's table of recommendations should be filled in: a lead, a date, an outcome.

A table that asks who leads, by when and what came of it, and has blanks there, leaves nobody to do
it. `in_table: yes` marks what stands in such a table. Where a source has no such columns, nothing
was left blank, and nothing is reported.

Fails:

```yaml audits/small/recommendations.yml
plan-sooner:
  text: Send every plan within ten working days.
  findings: [late-plans]
  in_table: yes
  lead: Head of planning
```

Passes:

```yaml audits/small/recommendations.yml
plan-sooner:
  text: Send every plan within ten working days.
  findings: [late-plans]
  in_table: yes
  lead: Head of planning
  due: 2031-09
  done: {date: 2031-08, text: All plans of July went out in time.}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.diagnostics.wording import counted, joined
from generator.model.audit import AuditStatus
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__, Severity.WARNING)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every published audit whose source left blanks in its table of recommendations."""
    for audit in tree.judged:
        is_whole = tree.is_whole("recommendations", audit.id)
        if audit.status is not AuditStatus.PUBLISHED or not is_whole:
            continue
        table = {
            id_: recommendation
            for id_, recommendation in audit.recommendations.items()
            if recommendation.in_table
        }
        blank = {
            "lead": sum(1 for recommendation in table.values() if not recommendation.lead),
            "date": sum(1 for recommendation in table.values() if not recommendation.due),
            "outcome": sum(
                1
                for recommendation in table.values()
                if not (recommendation.done or recommendation.impact)
            ),
        }
        left = [f"no {what} for {count}" for what, count in blank.items() if count]
        if left:
            (file,) = tree.of("recommendations", audit.id)
            yield RULE.at(
                file.document.key_place((next(iter(table)),)),
                f"{counted(len(table), 'recommendation')} in the source's table: {joined(left)}",
                "Ask for what is missing; if the source leaves it blank, say so under `noted` in "
                "audit.yml.",
                about="recommendations",
            )
