"""The percentage printed with a figure must be what its count and base give.

*85% (51 of 61)* is wrong in one of its three numbers: 51 of 61 is 84%. Halves round up, and a
percentage with decimal places is worked out to as many. Where it was cut off instead of rounded,
the message says so.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
  shares:
    - {count: 51, of: 61, unit: respondents, what: said that it came late, percentage: 85}
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
  shares:
    - {count: 51, of: 61, unit: respondents, what: said that it came late, percentage: 83.6}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.aggregate.possible import Rounding, as_printed, gives, places
from generator.check.shares import printed_shares
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)

_OTHERWISE: Final = {
    Rounding.HALF_EVEN: " (rounding halves to the even number gives it)",
    Rounding.TRUNCATION: " (cutting off instead of rounding gives it)",
}


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every percentage that the count and base beside it do not give."""
    for audit in tree.judged:
        for printed in printed_shares(tree, audit):
            count, base, percentage = printed.held.count, printed.held.of, printed.held.percentage
            if percentage is None or not 0 < base >= count:
                continue
            given = {by: as_printed(count, base, places(percentage), by) for by in Rounding}
            if not gives(count, base, percentage):
                otherwise = (words for by, words in _OTHERWISE.items() if percentage == given[by])
                yield RULE.at(
                    printed.document.place((*printed.loc, "percentage")),
                    f"`{printed.about}`: {printed.words} is {given[Rounding.HALF_UP]}%, printed as "
                    f"{percentage}%{next(otherwise, '')}",
                    "Compare all three numbers with the source; if the source itself is wrong, say "
                    "so under `noted` in audit.yml.",
                    about=printed.about,
                )
