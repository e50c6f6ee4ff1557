"""An audit with answers or figures needs its tool: what was asked.

`R1: 23 yes` says nothing without the question. `tool.yml` holds the questions, and the pages about
results and returns are built from it.

Fails:

```yaml audits/leaflet/audit.yml
title: What a leaflet said
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
```

```yaml audits/leaflet/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
  rests_on:
    answers: [R1]
```

Passes:

```yaml audits/leaflet/audit.yml
title: What a leaflet said
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
```

```yaml audits/leaflet/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
  rests_on:
    statement: The leaflet names no question.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.names import asked_without_tool
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every audit whose files name questions or judgements that no tool asks."""
    for audit in tree.judged:
        named = asked_without_tool(tree, audit.id)
        if named and (audit.id, "tool") not in tree.unread:
            (head,) = tree.of("audit", audit.id)
            file, ref = named
            yield RULE.at(
                head.document.place(()),
                f"`{file.inside}` names `{ref}`, and there is no `tool.yml` that asks it",
                "Add `tool.yml` with the sections and questions of the form.",
                about="tool.yml",
            )
