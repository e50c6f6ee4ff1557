"""The groups of a row must add up to the row, and each must be possible by itself.

`by: {locality: {north: …, south: …}}` splits a row. Where every group's count of an answer was
printed, together they are the row's; so are the totals. A group's percentages must fit its total.

Fails:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1:
    counts: {yes: 23, no: 5}
    by:
      locality:
        north: {counts: {yes: 13, no: 2}}
        south: {counts: {yes: 11, no: 2}}
  R2: {counts: {yes: 25, no: 6}}
```

Passes:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1:
    counts: {yes: 23, no: 5}
    by:
      locality:
        north: {counts: {yes: 13, no: 2}}
        south: {counts: {yes: 10, no: 3}}
  R2: {counts: {yes: 25, no: 6}}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.aggregate.printed_row import PrintedRow
from generator.aggregate.row_verdict import RowFault, faults
from generator.check.rows import row_faults
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every row whose groups, or figures of other years, cannot be."""
    yield from row_faults(tree, RULE, _fault)


def _fault(row: PrintedRow) -> RowFault | None:
    for year, group in row.figure.earlier.items():
        for fault in faults(row.of_group(group)):
            return RowFault(("earlier", year, *fault.at), f"{year}: {fault.what}")
    for dimension, groups in row.figure.by.items():
        rows = {name: row.of_group(group) for name, group in groups.items()}
        for name, of_group in rows.items():
            for fault in faults(of_group):
                return RowFault(("by", dimension, name, *fault.at), f"{name}: {fault.what}")
        if not row.are_several and (why := _sum(row, rows)):
            return RowFault(("by", dimension), f"by {dimension}, {why}")
    return None


def _sum(row: PrintedRow, rows: Mapping[str, PrintedRow]) -> str:
    totals = [one.total for one in rows.values() if one.total is not None]
    if row.total is not None and len(totals) == len(rows) and sum(totals) != row.total:
        return f"{' + '.join(map(str, totals))} is {sum(totals)}, and the total is {row.total}"
    for answer, count in row.counts.items():
        counts = [one.counts[answer] for one in rows.values() if answer in one.counts]
        if len(counts) == len(rows) and sum(counts) != count:
            return f"{answer} {' + '.join(map(str, counts))} is {sum(counts)}, and not {count}"
    return ""
