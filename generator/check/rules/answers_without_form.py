"""A return has answers if, and only if, its status says that a form came back.

`complete` and `partial` mean that a form came back. Every other status says why there is none. A
return that says both is counted wrongly, whichever of the two is right.

Fails:

```yaml audits/small/returns/a/police.yml
status: not known
answers:
  R1: no
```

Passes:

```yaml audits/small/returns/a/police.yml
status: partial
note: The record of the meeting could not be opened.
answers:
  R1: no
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.check.scales import returns
from generator.diagnostics import Diagnostic, Rule
from generator.model.returns import Answer
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)

_NO_ANSWER: Final = Answer()


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every return whose status and answers contradict each other."""
    for audit in tree.judged:
        for file, return_ in returns(tree, audit):
            has_any = bool(return_.judgements) or any(
                answer != _NO_ANSWER for answer in return_.answers.values()
            )
            if has_any and not return_.status.has_answers:
                yield RULE.at(
                    file.document.place(("status",)),
                    f"the status is `{return_.status}`, and there are answers",
                    "If a form came back, write `complete` or `partial`; else delete the answers.",
                    about=file.document.path,
                )
            elif return_.status.has_answers and not has_any and file.whole:
                yield RULE.at(
                    file.document.place(("status",)),
                    f"the status is `{return_.status}`, and there is no answer",
                    "Add the answers, or say why there are none: `not known`, `outside period`, "
                    "`not involved` or `no return`.",
                    about=file.document.path,
                )
