"""Don't know and not applicable need a reason.

"Don't know" can mean that nothing was recorded, that the auditor could not open the record, that
the agency was not involved at the time, or that nobody understood the question. Each of them is
mended in another way, so the form asks which it was.

Fails:

```yaml audits/small/returns/a/school.yml
status: complete
answers:
  R1: yes
  R2: don't know
```

Passes:

```yaml audits/small/returns/a/school.yml
status: complete
answers:
  R1: yes
  R2:
    answer: don't know
    reason: no access to the record
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.check.scales import given_answers
from generator.diagnostics import Diagnostic, Rule
from generator.diagnostics.wording import listed
from generator.model.returns import NonAnswer, Reason
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)

_NEED_REASON: Final = (NonAnswer.DONT_KNOW.value, NonAnswer.NOT_APPLICABLE.value)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every answer of don't know or not applicable that does not say why."""
    for audit in tree.judged:
        for given in given_answers(tree, audit):
            answer = given.answer
            # In a file with faults the reason may be there, and be what is at fault.
            if answer.answer in _NEED_REASON and answer.reason is None and given.file.whole:
                yield RULE.at(
                    given.file.document.place(("answers", given.ref, "answer")),
                    f"`{given.ref}` is answered `{answer.answer}`, without a reason",
                    f"Add `reason:` with one of {listed([reason.value for reason in Reason])}.",
                    about=given.ref,
                )
