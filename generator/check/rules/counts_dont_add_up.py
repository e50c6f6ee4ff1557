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

from generator.check.rows import printed_rows
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every row whose counts of the scale's values are not its total."""
    for audit in tree.library.audits.values():
        for row in printed_rows(tree, audit):
            if row.figure.counts and not row.adds_up:
                counts = " + ".join(f"{answer} {count}" for answer, count in row.counts.items())
                yield RULE.at(
                    row.file.document.place(("figures", row.ref, "total")),
                    f"{row.ref}: {counts} is {row.base}, printed as {row.figure.total}",
                    "Compare the row with the source; if the source itself is wrong, say so under "
                    "`noted` in audit.yml.",
                    about=row.ref,
                )
