"""Only don't know and not applicable have a reason.

Beside `yes`, a reason such as `not recorded` contradicts the answer, and nobody could tell which
of the two was meant. What an answer rests on is written as its `comment`.

Fails:

```yaml audits/small/returns/a/school.yml
status: complete
answers:
  R1: yes
  R2:
    answer: yes
    reason: not recorded
```

Passes:

```yaml audits/small/returns/a/school.yml
status: complete
answers:
  R1: yes
  R2:
    answer: yes
    comment: The minutes say so; our own record does not.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.scales import NON_ANSWERS, given_answers
from generator.diagnostics import Diagnostic, Rule
from generator.model.returns import NonAnswer
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every reason beside a value of the scale, or beside a blank."""
    for audit in tree.judged:
        for given in given_answers(tree, audit):
            # A line too few, and two answers are read as one.
            if given.answer.reason is None or not given.file.keeps_names:
                continue
            answer, place = given.answer.answer, ("answers", given.ref, "reason")
            # In a file with faults the answer may be there, and be what is at fault.
            if answer == NonAnswer.BLANK and given.file.whole:
                yield RULE.at(
                    given.file.document.key_place(place),
                    f"`{given.ref}` has a reason and no answer",
                    "Write `answer: don't know` or `answer: not applicable` above the reason, "
                    "or delete the reason.",
                    about=given.ref,
                )
            elif given.scale and answer in given.scale.choices and answer not in NON_ANSWERS:
                yield RULE.at(
                    given.file.document.key_place(place),
                    f"`{given.ref}` is answered `{answer}`, and a reason why not stands beside it",
                    "Delete the reason, or write it as `comment:`.",
                    about=given.ref,
                )
