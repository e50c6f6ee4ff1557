"""An entry under `noted` must let stand a fault that is there.

A note on a fault that somebody has mended since would tell readers of a doubt that is gone.

Fails:

```yaml audits/small/audit.yml
title: Planning for children at home
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
grades: grades
asked: [police, school]
noted:
  - rule: not-reported
    about: R9
    by: the audit group
    conclusion: The table has no row for it.
```

Passes:

```yaml audits/small/audit.yml
title: Planning for children at home
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
grades: grades
asked: [police, school]
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def let_stand(tree: Tree, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what was found, as a note where an audit lets it stand, and every stale entry."""
    left = {
        (audit.id, noted.rule, noted.about): index
        for audit in tree.library.audits.values()
        for index, noted in enumerate(audit.noted)
    }
    matched = set()
    in_doubt = set()
    for diagnostic in found:
        audit = _audit_of(diagnostic)
        key = (audit, diagnostic.rule, diagnostic.about)
        if key in left:
            matched.add(key)
            noted = tree.library.audits[audit].noted[left[key]]
            yield diagnostic.noted(" ".join(noted.conclusion.split()))
        else:
            yield diagnostic
            if diagnostic.severity is Severity.ERROR:
                in_doubt.add(audit)
    for key, index in left.items():
        audit, rule, about = key
        # Beside an error a rule may hold back what it would report: that makes no entry stale.
        if key in matched or audit in in_doubt or not tree.is_whole_audit(audit):
            continue
        (file,) = tree.of("audit", audit)
        yield RULE.at(
            file.document.place(("noted", index)),
            f"nothing breaks `{rule}` about `{about}` any more",
            "Delete this entry, or mend its `rule` or `about`.",
            about=about,
        )


def _audit_of(diagnostic: Diagnostic) -> str:
    parts = diagnostic.place.path.split("/")
    return parts[1] if len(parts) > 2 else ""
