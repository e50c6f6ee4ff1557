"""A figure cannot have a larger base than the audit has cases, agencies or returns.

Of six cases there are no *7 of 8*, and of two agencies asked about six cases there are at most
twelve returns. One of the two numbers belongs to something else.

Fails:

```yaml audits/printed/audit.yml
title: Planning as a report printed it
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
asked: [police, school]
number_of_cases: 14
returns_kept: no
```

Passes:

```yaml audits/printed/audit.yml
title: Planning as a report printed it
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
asked: [police, school]
number_of_cases: 20
returns_kept: no
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.aggregate.row_verdict import counts_fault
from generator.check.asked import most
from generator.check.rows import typed_rows
from generator.check.shares import finding_shares
from generator.diagnostics import Diagnostic, Place, Rule
from generator.model.library import Audit
from generator.model.nouns import AGENCIES, CASES, RETURNS, Noun
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every figure whose base is more than there can be."""
    for audit in tree.judged:
        bases = list(_bases(tree, audit))
        whole = {unit: most(tree, audit, unit) for unit in {unit for *_, unit in bases}}
        for place, about, base, unit in bases:
            limit = whole[unit]
            if limit is not None and base > limit:
                yield RULE.at(
                    place,
                    f"`{about}` counts out of {base} {unit}, and {_there_are(limit, unit)}",
                    "Compare both numbers with the source; a figure that counts something else "
                    "needs another `unit`.",
                    about=about,
                )


def _bases(tree: Tree, audit: Audit) -> Iterator[tuple[Place, str, int, Noun]]:
    for typed in typed_rows(tree, audit):
        row = typed.row
        base = row.base if row.base is not None else row.answered
        if base and not counts_fault(row):
            place = typed.file.document.key_place(("figures", typed.ref))
            yield place, typed.ref, base, row.unit
    for printed, share in finding_shares(tree, audit):
        # Another number of cases is a fault of its own, where no part of them is named.
        if share.unit != CASES or share.among:
            place = printed.document.place((*printed.loc, "of"))
            yield place, printed.about, share.of, share.unit


def _there_are(limit: int, unit: Noun) -> str:
    if unit == AGENCIES:
        return f"{limit} were asked"
    return f"no more than {limit} were asked for" if unit == RETURNS else f"the audit has {limit}"
