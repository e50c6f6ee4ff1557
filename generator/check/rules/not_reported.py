"""A question that the tool asks must have a row in the published figures.

Where an audit's returns no longer exist, its figures are what its source printed. A question
without a row was asked, and nobody can say what came of it: readers are told.

Fails:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {counts: {yes: 23, no: 5}}
```

Passes:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {counts: {yes: 23, no: 5}}
  R2: {counts: {yes: 25, no: 6}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__, Severity.WARNING)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every question that has no row among the published figures."""
    for audit in tree.judged:
        whole = tree.is_whole("published", audit.id) and tree.is_whole("tool", audit.id)
        if not (audit.tool and audit.published and whole):
            continue
        if not audit.published.figures.keys() <= {
            question.ref for question in audit.tool.questions
        }:
            continue  # an unknown question may be the one whose row is missing
        (file,) = tree.of("published", audit.id)
        in_prose = {ref for part in audit.analysis.values() for ref in part.questions}
        reported = audit.published.figures.keys() | in_prose
        for question in audit.tool.questions:
            if question.ref not in reported:
                yield RULE.at(
                    file.document.key_place(("figures",)),
                    f"`{question.ref}` ({question.label}) is asked in the tool and has no figures",
                    "Add its row; if the source has none, say so under `noted` in audit.yml.",
                    about=question.ref,
                )
