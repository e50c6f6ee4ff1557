"""No fewer agencies can have taken part than are named.

`number_of_agencies` is for a report that says how many there were and does not name them all.

Fails:

```yaml audits/leaflet/audit.yml
title: What a leaflet said
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
took_part: [police, school]
number_of_agencies: 1
```

Passes:

```yaml audits/leaflet/audit.yml
title: What a leaflet said
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
took_part: [police, school]
number_of_agencies: 12
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule
from generator.diagnostics.wording import counted
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every number of agencies that is less than those named."""
    for audit in tree.judged:
        named = len({*audit.took_part, *(one.agency for one in audit.asked)})
        said = audit.number_of_agencies
        if said is not None and said < named:
            (head,) = tree.of("audit", audit.id)
            yield RULE.at(
                head.document.place(("number_of_agencies",)),
                f"{counted(said, 'agency', 'agencies')} here, and {named} are named in this file",
                "Mend the number, or leave it out: without it, those who are named are counted.",
                about="number_of_agencies",
            )
