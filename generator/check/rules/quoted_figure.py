"""A figure quoted as printed must be one that the audit can have.

`[59% of cases](printed)` keeps what a report printed, and says so to readers. It is checked all the
same: a share of cases with the number of cases audited, a share of returns with the number asked
for, several shares in one quotation together, and `[82%](printed:R1)` with what R1 says. A count
must not exceed its base, and a percentage must be what its own bracket gives. Where the source
itself is wrong, audit.yml says so under `noted`, and readers see a mark and the conclusion.

Fails:

```markdown audits/small/summary.md
The report says that plans were late in [59% of cases](printed).
```

Passes:

```markdown audits/small/summary.md
The report says that plans were late in [half of the cases](printed).
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.aggregate.quoted import fault
from generator.check.audit_figures import figures_by_audit
from generator.diagnostics import Diagnostic, Rule
from generator.read.markdown import Quoted, prose_of
from generator.read.other_times import of_earlier
from generator.read.source_file import Text
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every quoted figure that can't be true of its audit."""
    figures_of = figures_by_audit(tree)
    for text in tree.texts:
        if "](printed" not in text.text or not _is_certain(tree, text.file.audit):
            continue
        for quoted in prose_of(text.text).quotes:
            why = fault(_of_its_time(quoted, text), figures_of(text.file.audit))
            if why:
                yield RULE.at(
                    text.place(quoted.start, quoted.end),
                    f"`{quoted.about}` does not hold: {why}",
                    "Compare it with the source; if the source itself is wrong, say so under "
                    "`noted` in audit.yml.",
                    about=quoted.about,
                )


def _of_its_time(quoted: Quoted, text: Text) -> Quoted:
    """What a follow-up says was found or asked for is of the earlier audit."""
    is_of_earlier = text.file.kind.name == "follow-up" and text.loc[-1:] != ("now",)
    return of_earlier(quoted) if is_of_earlier else quoted


def _is_certain(tree: Tree, audit: str | None) -> bool:
    """Whether the data to check with is known without a doubt; a register has none."""
    data = ("audit", "tool", "case", "return", "published")
    return audit is not None and all(tree.is_whole(kind, audit) for kind in data)
