"""An id that something had before must not be another's.

`was` keeps links to a finding or a recommendation alive that got another id. Where the old id is
in use, or two say that they had it, such a link could lead to either.

Fails:

```yaml audits/small/recommendations.yml
plan-sooner:
  text: Send every plan within ten working days.
  findings: [late-plans]
  was: [plan-earlier]
plan-earlier:
  text: Start every plan at the first meeting.
  findings: [late-plans]
```

Passes:

```yaml audits/small/recommendations.yml
plan-sooner:
  text: Send every plan within ten working days.
  findings: [late-plans]
  was: [plan-earlier]
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, Rule
from generator.model.findings import Finding, Recommendation
from generator.read.source_file import SourceFile
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every former id that is in use, or that another had too."""
    for audit in tree.judged:
        for file in (*tree.of("findings", audit.id), *tree.of("recommendations", audit.id)):
            is_of_findings = file.kind.name == "findings"
            yield from _taken(file, audit.findings if is_of_findings else audit.recommendations)


def _taken(
    file: SourceFile, entries: Mapping[str, Finding] | Mapping[str, Recommendation]
) -> Iterator[Diagnostic]:
    had: dict[str, str] = {}
    for id_, entry in entries.items():
        for number, former in enumerate(entry.was):
            if former not in entries and former not in had:
                had[former] = id_
                continue
            place = file.document.place((id_, "was", number))
            by = "it is in use" if former in entries else f"`{had[former]}` had it too"
            said = f"`{id_}` cannot have been `{former}`: {by}"
            yield RULE.at(place, said, "Keep it with the one that links mean.", about=id_)
