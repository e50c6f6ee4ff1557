"""Some whole count must give a percentage that was printed without one.

With six cases, a percentage of cases can only be 0, 17, 33, 50, 67, 83 or 100. Where a source says
*59% of cases*, it must have counted something else. `printed_unit` says what unit the source names.
Where no base was printed, every base is tried up to the number of returns asked for, or up to 200
where that is not known. Percentages of one question must fit one base together. Halves rounded
up, halves rounded to the even number, and places cut off are all tried.

`audits possible` does the same arithmetic for any percentage.

Fails:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {percentages: {yes: 59}, total: 6, printed_unit: cases}
  R2: {percentages: {yes: 18.25, no: 81.75}, total: 33}
```

Passes:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {percentages: {yes: 83}, total: 6, printed_unit: cases}
  R2: {percentages: {yes: 18.2, no: 81.8}, total: 33}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.aggregate.row_verdict import impossible_fault
from generator.check.rows import row_faults
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


_TIP: Final = (
    "Compare the row with the source; if it is printed so, say so under `noted` in audit.yml."
)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every row of percentages that nothing counted gives."""
    yield from row_faults(tree, RULE, impossible_fault, _TIP)
