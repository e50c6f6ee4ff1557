"""A scale has values to choose from, each of them once, or a lowest and a highest score.

Answers are counted value by value. A scale without values counts nothing, and a value that stands
in it twice would be counted twice. *Don't know*, *not applicable* and *blank* belong to no scale:
they can be written for every question and are never part of the base.

Fails:

```yaml audits/scales.yml
yes-no:
  name: Yes or no
  kind: answers
  favourable: [yes]
  values:
    - value: yes
    - value: no
    - value: don't know
grades:
  name: Two grades
  kind: grades
  favourable: [good]
  values:
    - value: good
    - value: poor
```

Passes:

```yaml audits/scales.yml
yes-no:
  name: Yes or no
  kind: answers
  favourable: [yes]
  values:
    - value: yes
    - value: no
grades:
  name: Two grades
  kind: grades
  favourable: [good]
  values:
    - value: good
    - value: poor
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.scales import NON_ANSWERS
from generator.diagnostics import Diagnostic, Rule
from generator.model.registers import Scale, ScaleKind
from generator.read.shape import STAND_IN
from generator.read.source_file import SourceFile
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every scale that cannot be counted on."""
    for file in tree.of("scales"):
        for id_, scale in tree.library.scales.items():
            if file.whole and not scale.choices and scale.kind is not ScaleKind.PROSE:
                yield _nothing_to_choose(file, id_, scale)
            yield from _values(file, id_, scale)


def _nothing_to_choose(file: SourceFile, id_: str, scale: Scale) -> Diagnostic:
    if scale.kind is not ScaleKind.SCORE:
        message, tip = "has no values", "Add `values:` with a `- value: …` each, best first."
    elif scale.lowest is None or scale.highest is None:
        message = "is a score and lacks its `lowest` or `highest`"
        tip = "Add both, such as `lowest: 0` and `highest: 10`."
    else:
        message = f"has {scale.lowest} as its lowest score and {scale.highest} as its highest"
        tip = "Swap the two."
    return RULE.at(file.document.key_place((id_,)), f"the scale `{id_}` {message}", tip, about=id_)


def _values(file: SourceFile, id_: str, scale: Scale) -> Iterator[Diagnostic]:
    before: set[str] = set()
    for index, value in enumerate(scale.values):
        if value.value == STAND_IN:
            continue
        place = file.document.place((id_, "values", index, "value"))
        if value.value in NON_ANSWERS:
            yield RULE.at(
                place,
                f"`{value.value}` cannot be a value of a scale",
                "Delete it here: it can be written for every question, and is counted apart.",
                about=id_,
            )
        elif value.value.casefold() in before:
            yield RULE.at(
                place,
                f"`{value.value}` stands twice in the scale `{id_}`",
                "Delete one of the two.",
                about=id_,
            )
        before.add(value.value.casefold())
