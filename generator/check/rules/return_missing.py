"""An agency that was asked about a case should have a return for it, even one without answers.

Who has not returned is the first thing a business manager chases. Once returns no longer come in,
every agency asked has a file for every case; where nothing came back the file says `status: no
return`, so that readers see it. Where returns were not preserved, `returns_kept: no` in
audit.yml says so for all of them.

Fails:

```yaml audits/small/audit.yml
title: Planning for children at home
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
grades: grades
asked: [police, school]
```

```markdown audits/small/cases/c.md
---
age_band: 1 to 4
---
A child in a quiet home.
```

Passes:

```yaml audits/small/audit.yml
title: Planning for children at home
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
grades: grades
asked:
  - agency: police
    cases: [a, b]
  - school
```

```markdown audits/small/cases/c.md
---
age_band: 1 to 4
---
A child in a quiet home.
```

```yaml audits/small/returns/c/school.yml
status: no return
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.asked import asked_pairs, meant, names_are_certain
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.diagnostics.wording import listed
from generator.model.library import Audit
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__, Severity.WARNING)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every agency without a return for a case it was asked about."""
    for audit in tree.judged:
        if audit.returns_kept and not audit.status.awaits_returns and _is_certain(tree, audit):
            yield from _missing(tree, audit)


def _missing(tree: Tree, audit: Audit) -> Iterator[Diagnostic]:
    (head,) = tree.of("audit", audit.id)
    asked = asked_pairs(tree, audit)
    returned = {meant(tree, audit, file) for file in tree.of("return", audit.id)}
    if not returned:
        if any(asked.values()):
            yield RULE.at(
                head.document.key_place(("asked",)),
                "agencies were asked, and there is no return at all",
                "Add the returns, or write `returns_kept: no` where they were not preserved.",
                about="returns",
            )
        return
    entries = {entry.agency: index for index, entry in reversed(list(enumerate(audit.asked)))}
    for agency, cases in asked.items():
        missing = [case for case in cases if (case, agency) not in returned]
        if missing:
            paths = [f"returns/{case}/{agency}.yml" for case in missing]
            about = "case" if len(missing) == 1 else "cases"
            yield RULE.at(
                head.document.place(("asked", entries[agency])),
                f"`{agency}` was asked about {about} {listed(missing)} and has no return for "
                f"{'it' if len(missing) == 1 else 'them'}",
                f"Add {listed(paths, 3)}, with `status: no return` where nothing came back.",
                about=agency,
            )


def _is_certain(tree: Tree, audit: Audit) -> bool:
    return (
        names_are_certain(tree, audit)
        and tree.is_whole("audit", audit.id)
        and (audit.id, "return") not in tree.unread
    )
