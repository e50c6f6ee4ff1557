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

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from generator.check.noted import FIELDS, Entry, Noted
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.diagnostics.nearest import nearest

RULE = Rule.of(__name__, __doc__)


def check(noted: Sequence[Noted], found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield every entry that lets nothing stand of what was found."""
    last = {one.entry: one for one in noted}
    faults = {Entry.naming(fault): fault for fault in found}
    # Beside an error a rule may hold back what it would report: that makes no entry stale.
    in_doubt = {
        entry.audit
        for fault in found
        if fault.severity is Severity.ERROR and (entry := Entry.naming(fault)) not in last
    }
    for entry, one in last.items():
        other = replace(entry, field=next(field for field in FIELDS if field != entry.field))
        in_peace = entry.audit not in in_doubt and one.in_whole_audit
        if entry in faults or not (in_peace or other in faults):
            continue
        yield RULE.at(
            one.place,
            *_said(entry, other if other in faults else None, faults.keys()),
            about=entry.about,
        )


def _said(entry: Entry, other: Entry | None, faults: Collection[Entry]) -> tuple[str, str]:
    """What is wrong with an entry, and what to do."""
    if other:
        message = f"what breaks `{entry.rule}` about `{entry.about}` is let stand under"
        return f"{message} `{other.field}`", f"Put this entry under `{other.field}`."
    near = nearest(entry.rule, {fault.rule for fault in faults if fault.audit == entry.audit})
    return (
        f"nothing breaks `{entry.rule}` about `{entry.about}`",
        f"Did you mean `{near}`?"
        if near and near != entry.rule
        else "Delete this entry, or mend its `rule` or `about`.",
    )
