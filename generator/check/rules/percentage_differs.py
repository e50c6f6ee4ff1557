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

from generator.aggregate.possible import as_printed, gives, places
from generator.check.rows import PrintedRow, printed_rows
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every row with a percentage that its counts do not give."""
    for audit in tree.library.audits.values():
        for row in printed_rows(tree, audit):
            # A wrong count makes every percentage of its row differ: one fault, one diagnostic.
            differing = dict(_differing(row)) if row.figure.counts and row.adds_up else {}
            if differing:
                first = next(iter(differing))
                yield RULE.at(
                    row.file.document.place(("figures", row.ref, "percentages", first)),
                    f"{row.ref} {'; '.join(differing.values())}",
                    "Compare the row with the source; if the source itself is wrong, say so under "
                    "`noted` in audit.yml.",
                    about=row.ref,
                )


def _differing(row: PrintedRow) -> Iterator[tuple[str, str]]:
    for answer, printed in row.figure.percentages.items():
        if answer not in row.scale.choices:
            continue
        count = row.counts.get(answer, 0)
        if not row.base:
            yield answer, f"{answer}: 0 of 0 has no percentage, printed as {printed}%"
            continue
        if not gives(count, row.base, printed):
            given = as_printed(count, row.base, places(printed))
            yield answer, f"{answer}: {count} of {row.base} is {given}%, printed as {printed}%"
