"""Percentages of all the answers to a question must add up to 100, but for rounding.

Each of three percentages with one decimal place is at most 0.05 beside the truth, so that together
they come to something between 99.85 and 100.15. What is further off has a slip in it, or one of
them was cut off and the others rounded. A percentage without decimal places, beside others that
have some, is taken to be exact to as many.

Fails:

```yaml audits/printed/published.yml
source: the collated table
figures:
  R1: {percentages: {yes: 29, no: 70.4}}
  R2: {counts: {yes: 25, no: 6}}
```

Passes:

```yaml audits/printed/published.yml
source: the collated table
figures:
  R1: {percentages: {yes: 29.0, no: 71.0}}
  R2: {counts: {yes: 25, no: 6}}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.aggregate.row_verdict import sum_fault
from generator.check.rows import row_faults
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


_TIP: Final = (
    "Compare the row with the source. If it printed only some of the answers, the others belong "
    "into the scale; if it is printed so, say so under `noted` in audit.yml."
)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every row whose percentages rounding alone does not bring so far from 100."""
    yield from row_faults(tree, RULE, sum_fault, _TIP)
