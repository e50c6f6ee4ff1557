"""A question, a judgement and a section need a name that nothing else in the tool has.

Returns answer a question by its reference. If two questions were both `R1`, nobody could tell
which of them an agency answered. Capital and small letters do not make two: `r1` is `R1`.

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
judgements:
  - ref: JP
    label: The plan
    scale: grades
  - ref: R1
    label: The referral
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
    scale: grades
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from generator.diagnostics import Diagnostic, Place, Rule
from generator.model.tool import Tool
from generator.read.document import Document
from generator.read.shape import STAND_IN
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)

_SECTION: Final = "Give this section an id of its own."
_REF: Final = "Give this one a reference of its own, and use that in the returns."


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every reference and section id that stood before in its tool."""
    for file in tree.files:
        if isinstance(file.held, Tool):
            yield from _repeated(_sections(file.held, file.document), _SECTION)
            yield from _repeated(_refs(file.held, file.document), _REF)


def _sections(tool: Tool, document: Document) -> Iterator[tuple[str, Place]]:
    for index, section in enumerate(tool.sections):
        yield section.id, document.place(("sections", index, "id"))


def _refs(tool: Tool, document: Document) -> Iterator[tuple[str, Place]]:
    for index, section in enumerate(tool.sections):
        for nth, question in enumerate(section.questions):
            yield question.ref, document.place(("sections", index, "questions", nth, "ref"))
    for index, judgement in enumerate(tool.judgements):
        yield judgement.ref, document.place(("judgements", index, "ref"))


def _repeated(named: Iterable[tuple[str, Place]], tip: str) -> Iterator[Diagnostic]:
    first: dict[str, tuple[str, Place]] = {}
    for name, place in named:
        if name == STAND_IN:
            continue
        if name.casefold() in first:
            before, there = first[name.casefold()]
            written = "" if before == name else f", as `{before}`"
            yield RULE.at(
                place,
                f"`{name}` is taken: it stands on line {there.line}{written}",
                tip,
                about=name,
            )
        else:
            first[name.casefold()] = (name, place)
