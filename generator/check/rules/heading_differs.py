"""A heading in the source's table of figures should be that of the tool's section.

Where the table has another, such as a reference where the name should stand, readers who look a
figure up in the source would miss it. The heading is kept as printed under `headings`.

Fails:

```yaml audits/printed/published.yml
source: the collated table
headings: {plan: R1}
figures:
  R1: {counts: {yes: 23, no: 5}}
  R2: {counts: {yes: 25, no: 6}}
```

Passes:

```yaml audits/printed/published.yml
source: the collated table
headings: {plan: The plan}
figures:
  R1: {counts: {yes: 23, no: 5}}
  R2: {counts: {yes: 25, no: 6}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__, Severity.WARNING)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every heading that is not the section's title."""
    for audit in tree.judged:
        if not (audit.tool and audit.published and tree.is_whole("published", audit.id)):
            continue
        (file,) = tree.of("published", audit.id)
        for section in audit.tool.sections:
            heading = audit.published.headings.get(section.id)
            if heading is not None and heading != section.title:
                yield RULE.at(
                    file.document.place(("headings", section.id)),
                    f"the section “{section.title}” is headed “{heading}” in the source",
                    "Compare it with the source; if it is printed so, say so under `noted` in "
                    "audit.yml.",
                    about=section.id,
                )
