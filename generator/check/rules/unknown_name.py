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

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import Final

from generator.check.asked_before import said_same
from generator.check.names import all_known, lacking_register, names_known, tip_for
from generator.check.repeated import said_once
from generator.check.told import Told
from generator.diagnostics import Diagnostic, Place, Rule
from generator.model.anatomy import Part
from generator.model.words import Reference
from generator.read.shape import STAND_IN
from generator.read.source_file import SourceFile
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every name that stands for nothing."""
    yield from said_once(_unknown(tree))
    yield from _questions_of_others(tree)


def told(tree: Tree) -> Iterator[Told]:
    """The first name for each register that is not there at all."""
    first: dict[str, Told] = {}
    for file, part, kind in _not_known(tree):
        if register := lacking_register(tree, kind):
            first.setdefault(register, Told(register, (kind, part.text), _place(file, part)))
    yield from first.values()


def over_all(rows: Iterable[Told]) -> Iterator[Diagnostic]:
    """Yield the first name in the tree for each register that is not there at all."""
    said: set[str] = set()
    for row in rows:
        if row.place and row.key not in said:
            said.add(row.key)
            kind, name = row.words
            message = f"no {kind} is called `{name}`: there is no `{row.key}` at all"
            tip = f"Add `{row.key}` to the folder that holds the audits."
            yield RULE.at(row.place, message, tip, about=name)


def _unknown(tree: Tree) -> Iterator[tuple[Hashable, Diagnostic]]:
    """Every name that its register lacks, with what makes it one: its audit, kind and name."""
    for file, part, kind in _not_known(tree):
        if not lacking_register(tree, kind):
            known = names_known(tree, file.audit)
            message = f"no {kind} is called `{part.text}`"
            tip = _elsewhere(part.text, kind, known) or tip_for(part.text, kind, known[kind])
            fault = RULE.at(_place(file, part), message, tip, about=part.text)
            yield (file.audit, kind, part.text), fault


def _not_known(tree: Tree) -> Iterator[tuple[SourceFile, Part, str]]:
    """Every part of a file that names what is not known, with what it names."""
    known_in = {audit: names_known(tree, audit) for audit in {None, tree.audit}}
    for file in tree.files:
        if file.audit and file.audit not in tree.library.audits:
            continue  # without its audit.yml nothing in the folder can be judged
        known = known_in[file.audit]
        for part in file.parts:
            if not isinstance(part.mark, Reference) or part.text == STAND_IN:
                continue
            kind = part.mark.kind
            if part.text in known[kind] or not all_known(tree, kind, file.audit):
                continue
            if kind in _ASKED and not tree.of("tool", file.audit):
                continue  # the rule missing-tool says so once
            yield file, part, kind


_ASKED: Final = ("question", "judgement", "question or judgement")
"""What the tool asks for."""


def _elsewhere(name: str, kind: str, known: Mapping[str, Collection[str]]) -> str:
    """The tip for a judgement among the answers, or a question among the judgements."""
    if kind == "question" and name in known["judgement"]:
        return f"`{name}` is a judgement of the tool's, and no question."
    if kind == "judgement" and name in known["question"]:
        return f"`{name}` is a question of the tool's, and no judgement."
    return ""


def _questions_of_others(tree: Tree) -> Iterator[Diagnostic]:
    """What `same_as` names must be asked by the tool of that other audit."""
    for said in said_same(tree):
        file, same = said.file, said.same
        other = tree.library.audits.get(same.audit)
        if other is None or same.audit == file.audit or not tree.is_whole("tool", same.audit):
            continue  # of the audit's own the rule same-question speaks
        refs = {question.ref for question in other.tool.questions} if other.tool else set()
        if same.ref not in refs:
            message = f"no question of {same.audit} is called `{same.ref}`"
            tip = tip_for(same.ref, "question", refs)
            yield RULE.at(file.document.place((*said.loc, "ref")), message, tip, about=same.ref)


def _place(file: SourceFile, part: Part) -> Place:
    place = file.document.key_place if part.is_key else file.document.place
    return place(part.loc)
