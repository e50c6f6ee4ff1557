"""A bound figure must be called a share of what it counts.

Returns are not cases: 82% of returns says nothing of 82% of the children. A sentence that goes on
with *of the cases* after a figure of returns turns it into another one. An audit, in the words of
some reports, is what one agency returned about one case, and so is what one auditor said: *of the
audits* and *of auditors* may follow a figure of returns. A number of them that is said as well
must be the figure's base.

Fails:

```markdown audits/small/summary.md
Plans came in time in {{ percent("R1") }} of the cases.
```

Passes:

```markdown audits/small/summary.md
Plans came in time in {{ percent("R1") }} of the returns.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.aggregate.binding import BoundFigure
from generator.check.audit_figures import figure_of, figures_by_audit
from generator.diagnostics import Diagnostic, Rule
from generator.read.figures.said import Stated
from generator.read.markdown import Bound
from generator.read.stated import called_after_figures
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every bound figure that a sentence calls a share of something else."""
    figures_of = figures_by_audit(tree)
    for text in tree.texts:
        if not text.file.audit:
            continue
        for called in called_after_figures(text.text):
            figure = figure_of(called.figure, figures_of(text.file.audit))
            if figure is None:
                continue
            fault = _fault(called.stated, called.figure, figure)
            if fault:
                place = text.place(called.stated.start, called.stated.end)
                yield RULE.at(place, *fault, about=figure.ref or called.stated.text)


def _fault(stated: Stated, bound: Bound, figure: BoundFigure) -> tuple[str, str] | None:
    """What is wrong with how a figure is called, and what to do about it."""
    if stated.text in ("%", "per cent", "percent"):
        if "%" in figure.text:
            return f"`{figure.text}` is followed by `{stated.text}`", "Leave it out."
        return (
            f"`{stated.text}` follows `{bound.text}`, which is a number: {figure.basis}",
            "Leave it out, or write `percent` in the place of the other.",
        )
    if stated.unit is None:
        return None  # it is of some of them only, and the sentence says of which
    if figure.unit and stated.unit != figure.unit:
        return (
            f"`{stated.text}` follows a figure of {figure.unit}, {figure.basis}",
            f"Write `of the {figure.unit}`, or leave it out.",
        )
    if figure.base is not None and stated.base not in (None, figure.base):
        return (
            f"`{stated.text}` follows a figure that is out of {figure.base}: {figure.basis}",
            f"Leave the {stated.base} out; `{{{{ of(…) }}}}` says out of how many.",
        )
    return None
