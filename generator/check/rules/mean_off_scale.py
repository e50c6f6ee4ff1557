"""A mean, a median and a range must lie within the scale, and the median within the range.

Scores from 0 to 10 have no mean of 11.2: somebody typed another row's figure, or another scale's.

Fails:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {counts: {yes: 23, no: 5}}
  R2: {mean: 6.4, median: 9, lowest: 2, highest: 8, total: 24}
```

Passes:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {counts: {yes: 23, no: 5}}
  R2: {mean: 6.4, median: 7, lowest: 2, highest: 8, total: 24}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.aggregate.printed_row import PrintedRow
from generator.aggregate.row_verdict import RowFault
from generator.check.rows import row_faults
from generator.diagnostics import Diagnostic, Rule
from generator.model.registers import ScaleKind
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every mean, median or range that its scale or its range does not allow."""
    yield from row_faults(tree, RULE, _fault)


def _fault(row: PrintedRow) -> RowFault | None:
    figure, scale = row.figure, row.scale
    given = {
        name: value
        for name in ("mean", "median", "lowest", "highest")
        if isinstance(value := getattr(figure, name), Decimal)
    }
    if scale.kind is ScaleKind.SCORE and scale.lowest is not None and scale.highest is not None:
        for name, value in given.items():
            if not scale.lowest <= value <= scale.highest:
                span = f"from {scale.lowest} to {scale.highest}"
                return RowFault((name,), f"a {name} of {value} is not {span}, as the scale goes")
    for name in ("mean", "median", "lowest"):
        if name in given and "highest" in given and given[name] > given["highest"]:
            return RowFault((name,), f"{given[name]} is above the highest, {given['highest']}")
    for name in ("mean", "median"):
        if name in given and "lowest" in given and given[name] < given["lowest"]:
            return RowFault((name,), f"{given[name]} is below the lowest, {given['lowest']}")
    return None
