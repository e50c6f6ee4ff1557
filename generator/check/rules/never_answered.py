"""A question that the tool asks should be answered by somebody.

Where every return leaves a question blank, agencies may not have understood it, or it was lost
from the form that went out. Readers would see an empty row and wonder. *Don't know* and *not
applicable* are answers here: somebody read the question and said so.

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
      - ref: R2
        label: Plan was shared
        text: Was the plan shared with everyone in it?
        scale: yes-no
      - ref: R3
        label: Plan was kept
        text: Did everyone do what the plan says?
        scale: yes-no
judgements:
  - ref: JP
    label: The plan
    section: plan
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
judgements:
  - ref: JP
    label: The plan
    section: plan
    scale: grades
```
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.check.scales import returns
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model.returns import Answer
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__, Severity.WARNING)

_NO_ANSWER: Final = Answer()


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every question for which no return says anything, once returns no longer come in."""
    for audit in tree.judged:
        forms = [form for _, form in returns(tree, audit) if form.status.has_answers]
        certain = tree.is_whole("return", audit.id) and tree.is_whole("tool", audit.id)
        if not (audit.tool and forms and certain) or audit.status.awaits_returns:
            continue
        answered = {
            ref for form in forms for ref, given in form.answers.items() if given != _NO_ANSWER
        }
        if not answered:
            continue  # forms without any answer are faults of their own
        if not answered <= {question.ref for question in audit.tool.questions}:
            continue  # an unknown question may be the one that seems to have no answer
        (file,) = tree.of("tool", audit.id)
        for index, section in enumerate(audit.tool.sections):
            for nth, question in enumerate(section.questions):
                if question.ref not in answered:
                    yield RULE.at(
                        file.document.place(("sections", index, "questions", nth, "ref")),
                        f"`{question.ref}` ({question.label}) is blank in every return that came "
                        f"back ({len(forms)})",
                        "Ask the agencies, or say under `noted` in audit.yml why nobody answered.",
                        about=question.ref,
                    )
