"""What there was at the start, with what came and without what went, must be what there is now.

A report that tells how many plans there were in April, how many began, how many ended, and how many
there are in March has four numbers, of which any three give the fourth.

Fails:

```yaml audits/printed/published.yml
source: the collated table
figures:
  R1: {counts: {yes: 23, no: 5}}
  R2: {counts: {yes: 25, no: 6}}
movements:
  plans:
    text: Children with a Child Protection plan.
    at_start: 240
    added: 310
    removed: 255
    at_end: 290
    unit: children
```

Passes:

```yaml audits/printed/published.yml
source: the collated table
figures:
  R1: {counts: {yes: 23, no: 5}}
  R2: {counts: {yes: 25, no: 6}}
movements:
  plans:
    text: Children with a Child Protection plan.
    at_start: 240
    added: 310
    removed: 255
    at_end: 295
    unit: children
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every number at the end that the others do not give."""
    for audit in tree.judged:
        if audit.published is None or not tree.is_whole("published", audit.id):
            continue
        (file,) = tree.of("published", audit.id)
        for id_, movement in audit.published.movements.items():
            given = movement.at_start + movement.added - movement.removed
            if given != movement.at_end:
                yield RULE.at(
                    file.document.place(("movements", id_, "at_end")),
                    f"`{id_}`: {movement.at_start} + {movement.added} - {movement.removed} is "
                    f"{given}, printed as {movement.at_end}",
                    "Compare all four with the source; if the source itself is wrong, say so under "
                    "`noted` in audit.yml.",
                    about=id_,
                )
