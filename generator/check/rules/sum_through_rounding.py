"""Percentages that add up to 99 or 101 may all be right: this is a note for readers.

33 of 40 is 82.5% and 7 of 40 is 17.5%. Both halves round up, and 83 and 18 make 101. Nothing is
adjusted to make it 100. The row says so on the page of results, so that nobody has to wonder.

Fails:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {counts: {yes: 33, no: 7}, percentages: {yes: 83, no: 18}}
  R2: {counts: {yes: 25, no: 6}, percentages: {yes: 81, no: 19}}
```

Passes:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {counts: {yes: 33, no: 7}, percentages: {yes: 82.5, no: 17.5}}
  R2: {counts: {yes: 25, no: 6}, percentages: {yes: 81, no: 19}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.aggregate.possible import possible
from generator.aggregate.row_verdict import sum_through_rounding, tested_base
from generator.check.rows import typed_rows
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__, Severity.NOTE)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every row whose percentages are right and do not come to 100."""
    for audit in tree.judged:
        for typed in typed_rows(tree, audit):
            row = typed.row
            added = sum_through_rounding(row)
            if added and (row.counts or possible(added.shares, *tested_base(row)).by):
                counts = (f"{answer} {count}" for answer, count in row.counts.items())
                of = f" ({', '.join(counts)} of {row.answered})" if row.counts else ""
                yield RULE.at(
                    typed.file.document.key_place(("figures", typed.ref)),
                    f"{typed.ref}: {added.words}, and each is right{of}",
                    "Nothing is wrong, and nothing is to be done: readers are told.",
                    about=typed.ref,
                )
