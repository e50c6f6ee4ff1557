"""A figure in a text, such as `{{ percent("R1") }}`, must be one that the data gives.

Figures typed into sentences drift away from the table. So a sentence refers to the figure, and the
page shows what the data says: `{{ percent("R1") }}` is 82%, `{{ of("R1") }}` is 82% (23 of 28
returns), `{{ base("R1") }}` is 28, and `{{ count("R1", "no") }}` is 5. `{{ cases() }}` is how many
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

from generator.aggregate.binding import FUNCTIONS, Known, UnknownFigureError, bind, known_of
from generator.check.names import all_known, asked_without_tool
from generator.diagnostics import Diagnostic, Rule
from generator.model.library import Audit
from generator.read.markdown import Bound, bound_in
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every reference to a figure that is none."""
    known: dict[str | None, Known] = {None: Known()}
    for text in tree.texts:
        if "{{" not in text.text:
            continue
        bounds = list(bound_in(text.text))
        audit = tree.library.audits.get(text.file.audit or "")
        if audit and audit.id not in known:
            known[audit.id] = known_of(audit, tree.library)
        places = text.places([bound.text for bound in bounds])
        for bound, (_, place) in zip(bounds, places, strict=True):
            if not _can_be_judged(tree, audit, bound):
                continue
            try:
                bind(bound, known[text.file.audit])
            except UnknownFigureError as unknown:
                about = bound.arguments[0] if bound.arguments else bound.text
                yield RULE.at(place, unknown.message, unknown.tip, about=about)


def _can_be_judged(tree: Tree, audit: Audit | None, bound: Bound) -> bool:
    """Whether the data that a well-formed reference leads to is known without a doubt."""
    if audit is None or len(bound.arguments) != FUNCTIONS.get(bound.name):
        return True
    if not bound.arguments:
        return tree.is_whole_audit(audit.id)
    if asked_without_tool(tree, audit.id) or not all_known(tree, "question", audit.id):
        return False
    data = "published" if audit.published else "return"
    return tree.is_whole("scales") and tree.is_whole(data, audit.id)
