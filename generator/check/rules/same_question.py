"""A question can be the same only as one of another audit, and of each audit only as one.

Two audits are compared by what stands under `same_as`. Within one audit there is nothing to
compare, and of two questions of one earlier audit only one can be what was asked then. What a
question only resembles belongs into its `guidance`.

Fails:

```yaml audits/small/tool.yml
title: A small tool
sections:
  - id: plan
    title: The plan
    questions:
      - ref: R1
        label: Plan came in time
        text: Did the plan come in time?
        scale: yes-no
        same_as:
          - {audit: small, ref: R2}
      - ref: R2
        label: Plan was shared
        text: Was the plan shared with everyone in it?
        scale: yes-no
        same_as:
          - {audit: printed, ref: R1}
          - {audit: printed, ref: R2}
judgements:
  - ref: JP
    label: The plan
    scale: grades
```

Passes:

```yaml audits/small/tool.yml
title: A small tool
sections:
  - id: plan
    title: The plan
    questions:
      - ref: R1
        label: Plan came in time
        text: Did the plan come in time?
        scale: yes-no
      - ref: R2
        label: Plan was shared
        text: Was the plan shared with everyone in it?
        scale: yes-no
        same_as:
          - {audit: printed, ref: R2}
judgements:
  - ref: JP
    label: The plan
    scale: grades
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.asked_before import said_same
from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every question that is said to be one of its own audit, or two of another."""
    first: dict[tuple[str | None, str, str], str] = {}
    for said in said_same(tree):
        ref, same = said.question.ref, said.same
        if same.audit == said.file.audit:
            yield RULE.at(
                said.file.document.place((*said.loc, "audit")),
                f"`{ref}` is said to be the same as `{same.ref}` of its own audit",
                "Name the other audit that asked it, or delete the entry.",
                about=ref,
            )
            continue
        before = first.get(key := (said.file.audit, ref, same.audit))
        if before is None:
            first[key] = same.ref
            continue
        again = f"and again as `{same.ref}`" if before == same.ref else f"and as `{same.ref}`"
        yield RULE.at(
            said.file.document.place((*said.loc, "ref")),
            f"`{ref}` is said to be the same as `{before}` of {same.audit}, {again}",
            "Keep the one of the two that asks the same.",
            about=ref,
        )
