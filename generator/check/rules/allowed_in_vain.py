"""An entry under `identifiers_allowed` must let a word stand that is reported without it.

An entry for a word that has gone from the audit would let it in again one day, when it may be a
child's name.

Fails:

```yaml audits/small/audit.yml
title: Planning for children at home
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
grades: grades
asked: [police, school]
identifiers_allowed:
  - word: Kasparov
    reason: A tool for planning, called so by its makers.
    by: the audit group
```

Passes:

```yaml audits/small/audit.yml
title: Planning for children at home
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time, with the tool that is called Kasparov.
grades: grades
asked: [police, school]
identifiers_allowed:
  - word: Kasparov
    reason: A tool for planning, called so by its makers.
    by: the audit group
```
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree, silenced: Collection[tuple[str, str]]) -> Iterator[Diagnostic]:
    """Yield every entry that silences nothing, or what another silences already."""
    for audit in tree.judged:
        if not tree.is_whole_audit(audit.id):
            continue
        seen: set[str] = set()
        for index, entry in enumerate(audit.identifiers_allowed):
            word = entry.word.casefold()
            if (audit.id, word) in silenced and word not in seen:
                seen.add(word)
                continue
            (file,) = tree.of("audit", audit.id)
            why = "is there twice" if word in seen else "would be let stand as it is"
            yield RULE.at(
                file.document.place(("identifiers_allowed", index)),
                f"`{entry.word}` {why}",
                "Delete this entry.",
                about=entry.word,
            )
