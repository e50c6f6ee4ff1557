"""An entry under `noted` must let stand a fault that is there.

A note on a fault that somebody has mended since would tell readers of a doubt that is gone. What
stands in a case or a return is let stand under `noted_inside`, which the public edition leaves out.

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
from typing import Final

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.diagnostics.wording import nearest
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def let_stand(tree: Tree, found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what was found, as a note where an audit lets it stand, and every stale entry."""
    left = {
        (audit.id, field, noted.rule, noted.about): (index, noted)
        for audit in tree.library.audits.values()
        for field in _FIELDS
        for index, noted in enumerate(getattr(audit, field))
    }
    matched = set()
    in_doubt = set()
    for diagnostic in found:
        audit, field = _audit_of(diagnostic), _field_of(diagnostic)
        key = (audit, field, diagnostic.rule, diagnostic.about)
        if key in left:
            matched.add(key)
            yield diagnostic.noted(" ".join(left[key][1].conclusion.split()))
        else:
            yield diagnostic
            if diagnostic.severity is Severity.ERROR:
                in_doubt.add(audit)
    for key, (index, _) in left.items():
        audit, field, rule, about = key
        other = next(name for name in _FIELDS if name != field)
        is_elsewhere = any(
            (_audit_of(diagnostic), _field_of(diagnostic), diagnostic.rule, diagnostic.about)
            == (audit, other, rule, about)
            for diagnostic in found
        )
        # Beside an error a rule may hold back what it would report: that makes no entry stale.
        in_peace = audit not in in_doubt and tree.is_whole_audit(audit)
        if key in matched or not (in_peace or is_elsewhere):
            continue
        (file,) = tree.of("audit", audit)
        near = nearest(
            rule, {diagnostic.rule for diagnostic in found if _audit_of(diagnostic) == audit}
        )
        yield RULE.at(
            file.document.place((field, index)),
            f"what breaks `{rule}` about `{about}` is let stand under `{other}`"
            if is_elsewhere
            else f"nothing breaks `{rule}` about `{about}`",
            f"Put this entry under `{other}`."
            if is_elsewhere
            else (
                f"Did you mean `{near}`?"
                if near and near != rule
                else "Delete this entry, or mend its `rule` or `about`."
            ),
            about=about,
        )


_FIELDS: Final = ("noted", "noted_inside")


def _field_of(diagnostic: Diagnostic) -> str:
    """Under what a fault is let stand: what a case or a return says is not for everyone."""
    parts = diagnostic.place.path.split("/")
    return "noted_inside" if parts[2:3] and parts[2] in ("cases", "returns") else "noted"


def _audit_of(diagnostic: Diagnostic) -> str:
    parts = diagnostic.place.path.split("/")
    return parts[1] if len(parts) > 2 else ""
