"""A question that only some were asked cannot have more answers than there were of them.

`asked_if: {R1: yes}` says that R2 was put to those who answered R1 with yes. Where 23 did, a base
of 25 belongs to something else.

Fails:

```yaml audits/printed/tool.yml
title: A small tool
sections:
  - id: plan
    title: The plan
    questions:
      - {ref: R1, label: Plan, text: Is there a plan?, scale: yes-no}
      - {ref: R2, label: In time, text: Did it come in time?, scale: yes-no, asked_if: {R1: yes}}
judgements:
  - {ref: JP, label: The plan, section: plan, scale: grades}
```

Passes:

```yaml audits/printed/tool.yml
title: A small tool
sections:
  - id: plan
    title: The plan
    questions:
      - {ref: R1, label: Plan, text: Is there a plan?, scale: yes-no}
      - {ref: R2, label: In time, text: Did it come in time?, scale: yes-no}
judgements:
  - {ref: JP, label: The plan, section: plan, scale: grades}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.rows import COMPARE, typed_rows
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every row with a base above the number of those who were asked."""
    for audit in tree.judged:
        rows = {typed.ref: typed for typed in typed_rows(tree, audit)}
        for question in audit.tool.questions if audit.tool else ():
            typed = rows.get(question.ref)
            for ref, answer in question.asked_if.items():
                before = rows.get(ref)
                cell = before.row.cell(answer) if before else None
                base = typed.row.base if typed else None
                if typed and cell and cell.most is not None and base and base > cell.most:
                    yield RULE.at(
                        typed.file.document.key_place(("figures", typed.ref)),
                        f"{typed.ref} is out of {base}, and was asked of the {cell.most} who "
                        f"answered {ref} with `{answer}`",
                        COMPARE,
                        about=typed.ref,
                    )
