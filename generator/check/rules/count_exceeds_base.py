"""A figure cannot count more than its base holds, and a base holds something.

In *7 of the 6 cases* one of the two numbers is wrong. Most often they were swapped, or typed from
two lines of a table. *0 of 0 cases* says nothing: there was nobody to count.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
  shares:
    - {count: 7, of: 2, unit: cases, what: had a plan that came late}
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
  shares:
    - {count: 2, of: 2, unit: cases, what: had a plan that came late}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.shares import printed_shares
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every figure whose count is larger than its base, or whose base is nothing."""
    for audit in tree.judged:
        for printed in printed_shares(tree, audit):
            held = printed.held
            if not held.of or held.count > held.of:
                wrong = f"{held.count} is more than {held.of}" if held.of else "a base is never 0"
                yield RULE.at(
                    printed.document.place((*printed.loc, "count" if held.of else "of")),
                    f"`{printed.about}`: {printed.words}, and {wrong}",
                    "Compare both numbers with the source; if the source itself is wrong, say so "
                    "under `noted` in audit.yml.",
                    about=printed.about,
                )
