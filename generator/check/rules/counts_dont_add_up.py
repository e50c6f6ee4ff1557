"""The counts of a row of published figures must add up to the total printed beside them.

Figures are typed off a page, and a slip is easily made. The total that the source printed shows
it. Where the source itself is wrong, audit.yml says so under `noted`, and readers see a footnote.

Fails:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {counts: {yes: 23, no: 5}, total: 29}
  R2: {counts: {yes: 25, no: 6}, total: 31}
```

Passes:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {counts: {yes: 23, no: 5, don't know: 1}, total: 28}
  R2: {counts: {yes: 25, no: 6}, total: 31}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.aggregate.row_verdict import counts_fault
from generator.check.rows import row_faults
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every row whose counts cannot be those of its total."""
    yield from row_faults(tree, RULE, counts_fault)
