"""A name must stand in its register, or in the audit's own files.

Agencies, themes, scales and partnerships stand in the registers; cases, findings, questions,
judgements and sections in the audit. The nearest known name is given.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
  agencies: [polise]
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
  agencies: [police]
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from generator.diagnostics import Diagnostic, Rule
from generator.diagnostics.wording import listed, nearest
from generator.model.anatomy import parts
from generator.model.words import Reference
from generator.read.shape import STAND_IN
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)

_FILE_OF: Final[Mapping[str, str]] = {
    "agency": "agencies",
    "theme": "themes",
    "scale": "scales",
    "partnership": "partnerships",
    "audit": "audit",
    "case": "case",
    "finding": "findings",
    "question": "tool",
    "judgement": "tool",
    "section": "tool",
}


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every name that stands for nothing."""
    for file in tree.files:
        known = _known(tree, file.audit)
        for part in parts(file.held):
            if not isinstance(part.mark, Reference) or part.text == STAND_IN:
                continue
            kind = part.mark.kind
            names = known[kind]
            if part.text in names or not _is_certain(tree, kind, file.audit):
                continue
            place = file.document.key_place if part.is_key else file.document.place
            near = nearest(part.text, names)
            if near:
                tip = f"Did you mean `{near}`?"
            elif names:
                tip = f"Known here: {listed(sorted(names))}."
            else:
                tip = f"No {kind} is known here."
            yield RULE.at(place(part.loc), f"no {kind} is called `{part.text}`", tip, part.text)


def _is_certain(tree: Tree, kind: str, audit: str | None) -> bool:
    """Whether the files that would hold the name were read without a fault."""
    of_audit = audit if _FILE_OF[kind] in ("case", "findings", "tool") else None
    if kind == "audit":
        return all(file.whole for file in tree.files if file.kind.name == "audit")
    return tree.is_whole(_FILE_OF[kind], of_audit)


def _known(tree: Tree, audit_id: str | None) -> dict[str, set[str]]:
    library = tree.library
    known: dict[str, set[str]] = {
        "agency": set(library.agencies),
        "theme": set(library.themes),
        "scale": set(library.scales),
        "partnership": set(library.partnerships),
        "audit": set(library.audits),
        "case": set(),
        "finding": set(),
        "question": set(),
        "judgement": set(),
        "section": set(),
    }
    audit = library.audits.get(audit_id or "")
    if audit:
        known["case"] = set(audit.cases)
        known["finding"] = set(audit.findings)
        if audit.tool:
            known["question"] = {question.ref for question in audit.tool.questions}
            known["judgement"] = {judgement.ref for judgement in audit.tool.judgements}
            known["section"] = {section.id for section in audit.tool.sections}
    return known
