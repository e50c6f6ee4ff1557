"""What was printed for several answers together must be what the answers give.

`joined: {good or better: 62}` is the share of *outstanding* and *good* together. Where both were
printed, theirs must come to it; where only the total was, some whole number must give it. Name the
answers as the scale has them: `good or better`, `less than good`, `agree or strongly agree`.

Fails:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {counts: {yes: 23, no: 5}, joined: {yes or no: 90}}
  R2: {joined: {yes or no: 99.9}, total: 6}
```

Passes:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {counts: {yes: 23, no: 5}, joined: {yes or no: 100}}
  R2: {joined: {yes or no: 83}, total: 6}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.aggregate.printed_row import PrintedRow
from generator.aggregate.row_verdict import RowFault, joined_fault, parts_fault
from generator.check.rows import parts_of_joins, row_faults
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every row whose joined shares its answers or its total do not give."""
    yield from row_faults(tree, RULE, _fault)


def _fault(row: PrintedRow) -> RowFault | None:
    return parts_fault(row, parts_of_joins(row)) or joined_fault(row)
