"""A printed percentage must be what its counts give.

The pages show percentages worked out from the counts, so that a reader who compares them with the
source must find the same. Halves round up, as most people round: 33 of 40 is 83%. A percentage
printed with decimal places is worked out to as many.

Fails:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {counts: {yes: 23, no: 5}, percentages: {yes: 81, no: 18}}
  R2: {counts: {yes: 33, no: 7}, percentages: {yes: 83}}
```

Passes:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {counts: {yes: 23, no: 5}, percentages: {yes: 82.1, no: 17.9}}
  R2: {counts: {yes: 33, no: 7}, percentages: {yes: 83}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.aggregate.row_verdict import percentage_fault
from generator.check.rows import row_faults
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every row with a percentage that its counts do not give."""
    yield from row_faults(tree, RULE, percentage_fault, joint=" ")
