"""A figure in a text, such as `{{ percent("R1") }}`, must be one that the data gives.

Figures typed into sentences drift away from the table. So a sentence refers to the figure, and the
page shows what the data says: `{{ percent("R1") }}` is 82%, `{{ of("R1") }}` is 82% (23 of 28
returns), `{{ base("R1") }}` is 28, and `{{ count("R1", "no") }}` is 5. An answer may be named for
a share as well: `{{ percent("R1", "no") }}` is 18%. `{{ cases() }}` is how many
cases were audited, `{{ cases(judgement="good") }}` how many of them were judged so,
`{{ agencies() }}` how many agencies were asked, `{{ returns() }}` how many returns came back with
answers, and `{{ returns(status="none") }}` how many never came.

Fails:

```markdown audits/small/summary.md
Plans came in time in {{ of("R7") }}.
```

Passes:

```markdown audits/small/summary.md
Plans came in time in {{ of("R1") }}.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.aggregate.binding import FUNCTIONS, UnknownFigureError, bind
from generator.check.audit_figures import figures_by_audit
from generator.check.names import all_known, asked_without_tool
from generator.diagnostics import Diagnostic, Rule
from generator.model.anatomy import lines
from generator.model.library import Audit
from generator.read.markdown import Bound, bound_in
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every reference to a figure that is none."""
    figures_of = figures_by_audit(tree)
    yield from _in_plain_text(tree)
    for text in tree.texts:
        if "{{" not in text.text:
            continue
        bounds = list(bound_in(text.text))
        audit = tree.library.audits.get(text.file.audit or "")
        places = text.places([bound.text for bound in bounds])
        for bound, (_, place) in zip(bounds, places, strict=True):
            if not _can_be_judged(tree, audit, bound):
                continue
            try:
                bind(bound, figures_of(text.file.audit))
            except UnknownFigureError as unknown:
                about = bound.arguments[0] if bound.arguments else bound.text
                yield RULE.at(place, unknown.message, unknown.tip, about=about)


def _can_be_judged(tree: Tree, audit: Audit | None, bound: Bound) -> bool:
    """Whether the data that a well-formed reference leads to is known without a doubt."""
    if audit is None or len(bound.arguments) not in FUNCTIONS.get(bound.name, ()):
        return True
    if not bound.arguments:
        return tree.is_whole_audit(audit.id)
    if asked_without_tool(tree, audit.id) or not all_known(tree, "question", audit.id):
        return False
    data = "published" if audit.published else "return"
    return tree.is_whole("scales") and tree.is_whole(data, audit.id)


def _in_plain_text(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every reference in a text that is no Markdown, where it would be shown as typed."""
    for file in tree.files:
        if "{{" not in file.document.text or isinstance(file.held, str):
            continue
        for loc, text in lines(file.held):
            if "{{" in text:
                yield RULE.at(
                    next(file.document.places_of(loc, ["{{"])),
                    f"`{loc[-1]}` is a line of plain text, and no figure can stand in it",
                    "Write it in a text of several sentences, such as `detail` or `about`.",
                    about=str(loc[-1]),
                )
