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
from decimal import Decimal

from generator.aggregate.possible import Sum, as_printed, places, possible
from generator.check.asked import base_of
from generator.check.rows import PrintedRow, printed_rows
from generator.diagnostics import Diagnostic, Rule
from generator.diagnostics.wording import joined
from generator.model.library import Audit
from generator.model.nouns import Noun
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every row of percentages that nothing counted gives."""
    for audit in tree.library.audits.values():
        for row in printed_rows(tree, audit):
            if row.shares and not row.figure.counts:
                fault = _fault(tree, audit, row)
                if fault:
                    answer = next(iter(row.shares))
                    yield RULE.at(
                        row.file.document.place(("figures", row.ref, "percentages", answer)),
                        f"{row.ref}: {fault}",
                        "Compare the row with the source; if it is printed so, say so under "
                        "`noted` in audit.yml.",
                        about=row.ref,
                    )


def _fault(tree: Tree, audit: Audit, row: PrintedRow) -> str:
    base, up_to = base_of(tree, audit, row)
    unit, shares = row.named_unit, tuple(row.shares.values())
    # What adds up to too much or too little fits nothing: that is the fault of another rule. That
    # rule takes every share to the last place of any; where each to its own place can explain the
    # sum, as of 33.3, 18.25 and 48.5, that they fit no base together is a fault besides.
    apart = row.is_full and not Sum.of(shares).is_explained
    for tried in [(share,) for share in shares] if apart else [shares]:
        if not possible(tried, base, up_to, leaves_rest=not row.is_full).is_possible:
            return _of(tried, base, unit) if base else _of_any(tried, up_to, unit)
    return ""


def _of(shares: tuple[Decimal, ...], base: int, unit: Noun) -> str:
    if len(shares) > 1:
        return f"{_printed(shares)} of {unit}: no whole numbers of {base} give them together"
    (printed,) = shares
    near = (
        f"{count} is {as_printed(count, base, places(printed))}%"
        for count in possible(shares, base).nearest
    )
    return f"{printed}% of {unit}: no whole number of {base} gives it; {joined(near)}"


def _of_any(shares: tuple[Decimal, ...], up_to: int, unit: Noun) -> str:
    what = f"no number of {unit} up to {up_to} gives {_printed(shares)}"
    if len(shares) == 1:
        return what
    smallest = {share: next(iter(possible([share], up_to=up_to).bases), 0) for share in shares}
    rarest = max(shares, key=lambda share: smallest[share] or up_to + 1)
    alone = f"{smallest[rarest]} or more" if smallest[rarest] else f"more than {up_to}"
    return f"{what} together; {rarest}% alone takes {alone}"


def _printed(shares: tuple[Decimal, ...]) -> str:
    return joined(f"{share}%" for share in shares)
