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

from generator.aggregate.possible import Sum, places
from generator.check.rows import printed_rows
from generator.diagnostics import Diagnostic, Rule
from generator.diagnostics.wording import rounded_to
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every row whose percentages rounding alone does not bring so far from 100."""
    for audit in tree.library.audits.values():
        for row in printed_rows(tree, audit):
            # Where counts are known, each percentage is compared with them.
            if row.figure.counts or not row.is_full:
                continue
            printed = tuple(row.shares.values())
            added = Sum.of_row(printed)
            if not added.is_explained:
                answer = next(iter(row.shares))
                yield RULE.at(
                    row.file.document.place(("figures", row.ref, "percentages", answer)),
                    f"{row.ref}: {added.words}; "
                    f"{rounded_to(len(printed), places(added.total))} explains "
                    f"{added.around}",
                    "Compare the row with the source; if it is printed so, say so under `noted` in "
                    "audit.yml.",
                    about=row.ref,
                )
