"""The base of a figure must not hold those of whom it cannot be true.

*Plans were not SMART in 4 of the 6 cases*, and 2 of the 6 had no such plan: then none of the four
plans was SMART, and the figure makes it look better than it was. `cannot_apply` says how many of
the base the figure cannot be true of, where the source tells.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
  shares:
    - {count: 4, of: 6, unit: children, what: had a late plan, cannot_apply: 2}
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
  shares:
    - count: 4
      of: 4
      unit: children
      among: with a plan
      what: had it late
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.shares import finding_shares
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every figure of which part of the base could not be."""
    for audit in tree.judged:
        for printed, share in finding_shares(tree, audit):
            if not share.cannot_apply or share.count > share.of:
                continue
            left = max(0, share.of - share.cannot_apply)
            apart = f"it cannot be true of {share.cannot_apply} of the {share.of}"
            yield RULE.at(
                printed.document.place((*printed.loc, "of")),
                f"`{printed.about}`: {printed.words}, and {apart}: "
                + (
                    f"it is {share.count} of {left}"
                    if share.count <= left
                    else f"no more than {left} can be counted, and {share.count} were"
                ),
                "Take the right base, where it is ours; if the source printed it, say so under "
                "`noted` in audit.yml.",
                about=printed.about,
            )
