"""A case tells no three things of one child that few others have in common.

Each may be harmless, and together they leave one child: a girl of seven, whose parents are deaf, in
a town. Fields count as well as prose: sex, ethnicity, area; a close age, a language, a disability,
an unusual family, a rare event. The age band and the plan are what many have, and do not. No rule
makes an audit of six cases anonymous: whoever knows one of the six families knows it here.

Fails:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
The twins are deaf, and their older sister speaks for them. An interpreter was never asked for.
```

Passes:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
The children have extra needs, and their older sister speaks for them.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.diagnostics.wording import joined
from generator.identify.combination import ENOUGH, traits
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__, Severity.WARNING)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every case that tells too much of one child at once."""
    for audit in tree.judged:
        for file in tree.of("case", audit.id):
            if file.held is None:
                continue
            told = traits(file.held)
            if len(told) >= ENOUGH:
                yield RULE.at(
                    file.document.place((str(file.kind.body),)),
                    f"this tells {joined(trait.kind for trait in told)} of one child",
                    f"Of {told[0].kind}, first: {told[0].instead}. Then of {told[1].kind}: "
                    f"{told[1].instead}.",
                )
