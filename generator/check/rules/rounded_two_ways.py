"""One table rounds in one way: a percentage that fits only if cut off, beside others, is doubtful.

10 of 86 is 11.6%. A source that prints 11 has cut the rest off; where other rows of the same table
fit only if they were rounded, that one may be a slip. Compare it with the source.

Fails:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {percentages: {no: 11}, total: 86}
  R2: {percentages: {yes: 21}, total: 86}
```

Passes:

```yaml audits/printed/published.yml
source: the collated table
unit: returns
figures:
  R1: {percentages: {no: 12}, total: 86}
  R2: {percentages: {yes: 21}, total: 86}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.aggregate.possible import Rounding, as_printed, possible
from generator.aggregate.row_verdict import only_by
from generator.check.rows import TypedRow, typed_rows
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__, Severity.WARNING)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every row that was cut off where another of its table was rounded."""
    for audit in tree.judged:
        ways = [(typed, only_by(typed.row)) for typed in typed_rows(tree, audit)]
        rounded = [
            typed.ref
            for typed, by in ways
            if Rounding.HALF_UP in by and Rounding.TRUNCATION not in by
        ]
        for typed, by in ways:
            if rounded and by == {Rounding.TRUNCATION}:
                yield _fault(typed, rounded[0])


def _fault(typed: TypedRow, other: str) -> Diagnostic:
    row = typed.row
    base = row.base_of_percentages or 0
    answer, printed = next(
        (answer, share)
        for answer, share in row.percentages.items()
        if possible([share], base).by is Rounding.TRUNCATION
    )
    count = possible([printed], base).counts[0][0]
    return RULE.at(
        typed.file.document.place(("figures", typed.ref, "percentages", answer)),
        f"{typed.ref}: {printed}% fits {base} only if {count} was cut off (it is "
        f"{as_printed(count, base, 1)}%), and {other} of the same table fits only if rounded",
        "Compare both rows with the source; if it is printed so, say so under `noted`.",
        about=typed.ref,
    )
