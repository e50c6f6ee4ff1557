"""A quoted figure of which nothing could be tested is worth a number.

*62% of families* can only be held against the number of families. Where the audit does not say it,
and the words have no numbers of their own, nobody knows whether it can be true. `counted` in
audit.yml says how many of each noun there were.

Fails:

```markdown audits/small/summary.md
The plan was late for [62% of families](printed).
```

Passes:

```markdown audits/small/summary.md
The plan was late for [62% of families (8 of 13)](printed).
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.aggregate.quoted import verdict
from generator.check.audit_figures import figures_by_audit
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.read.markdown import prose_of
from generator.read.stated import stated_by_quote
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__, Severity.NOTE)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every quoted percentage of a noun of which no number is known."""
    figures_of = figures_by_audit(tree)
    for text in tree.texts:
        if not text.file.audit or "](printed" not in text.text:
            continue
        for quoted in prose_of(text.text).quotes:
            found = verdict(quoted, figures_of(text.file.audit))
            is_share = any(one.percent is not None for one in stated_by_quote(quoted.words))
            if is_share and found.fault is None and not found.against and found.nouns:
                (noun, *_) = found.nouns
                is_of_earlier = text.file.kind.name == "follow-up"
                tip = (
                    "It is of the earlier audit, of which only the number of cases can be told."
                    if is_of_earlier
                    else f"If the source says it, write `counted: {{{noun}: 20}}` in audit.yml, "
                    "with its number."
                )
                yield RULE.at(
                    text.place(quoted.start, quoted.end),
                    f"`{quoted.about}` is not tested: how many {noun} there were is not known",
                    tip,
                    about=quoted.about,
                )
