"""A share in words must be borne by the figure beside it.

*Most* is a claim like any other. Where it stands in a sentence with a bound figure, it speaks of
the figure that follows, or else of the last one before.
*Most* and *the majority* are more than half, *all* is everyone, *none* nobody, *hardly any* at most
15%, *nearly all* 85% and more. *Half* or *two thirds* may be two and a half points off, *about
half* seven and a half; *more than*, *at least* and *fewer than* mean what they say.

Fails:

```markdown audits/small/summary.md
All plans came in time ({{ of("R1") }}).
```

Passes:

```markdown audits/small/summary.md
In {{ of("R1") }} the plan came in time.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from generator.aggregate.bearing import bears
from generator.check.audit_figures import figure_of, figures_by_audit
from generator.diagnostics import Diagnostic, Rule
from generator.read.stated import Beside, beside_figures
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every share in words that the figure beside it does not bear."""
    figures_of = figures_by_audit(tree)
    for text in tree.texts:
        if not text.file.audit or "{{" not in text.text:
            continue
        for beside in beside_figures(text.text):
            figure = figure_of(beside.figure, figures_of(text.file.audit))
            if figure and figure.share is not None and not _is_borne(figure.share, beside):
                name = f"{figure.ref}: {figure.basis}" if figure.ref else figure.basis
                yield RULE.at(
                    text.place(beside.stated.start, beside.stated.end),
                    f"`{beside.stated.text}` is not borne by the figure beside it, {name}",
                    "Choose a word that the figure bears, or leave the word out.",
                    about=beside.stated.text,
                )


def _is_borne(share: Fraction, beside: Beside) -> bool:
    """*Most had no plan* may stand beside the share of those who had one."""
    return bears(share, beside.stated) or (beside.is_negated and bears(1 - share, beside.stated))
