"""A case, a return or an audit that is another's, word for word, counts twice.

A synced folder or a file manager leaves `cases/a-mac.md`, or a folder `…-copy`, and its name is as
good as any: there is a third case then, and a second audit. A finding or a recommendation that
stands twice in its file is counted twice too. Delete the copy, or write what is different.

Fails:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
A child in a busy home.
```

Passes:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home.
```
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from generator.diagnostics import Diagnostic, Place, Rule, Severity
from generator.model.returns import Return
from generator.read.source_file import SourceFile
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__, Severity.WARNING)

_Copy = tuple[Hashable, Place, str]
"""What two copies have in common, where one stands, and what it is called."""


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield each thing that stands somewhere else already, word for word."""
    audits = list(_repeated(_audits(tree)))
    yield from audits
    copied = {fault.place.path.split("/")[1] for fault in audits}
    files = [file for file in tree.files if file.audit not in copied]
    yield from _repeated(copy for file in files for copy in _case(file))
    yield from _repeated(copy for file in files for copy in _return(file))
    yield from _repeated(copy for file in files for copy in _entries(file))


def _repeated(things: Iterable[_Copy]) -> Iterator[Diagnostic]:
    first: dict[Hashable, tuple[Place, str]] = {}
    # Of two, the one with the shorter name is what the other was made from.
    for key, place, name in sorted(things, key=lambda one: (len(one[1].path), one[1])):
        if key not in first:
            first[key] = place, name
            continue
        original, called = first[key]
        yield RULE.at(
            place,
            f"{name} is {called} of {original.path}, word for word, so it counts twice",
            "Delete the one that is a copy, or write what is different.",
            about=name,
        )


def _audits(tree: Tree) -> Iterator[_Copy]:
    """Each audit by all that its files say, but for its head and its tool: many share a tool."""
    by_audit: dict[str, list[SourceFile]] = {}
    for file in tree.files:
        if file.audit in tree.audits:
            by_audit.setdefault(file.audit, []).append(file)
    for audit, files in sorted(by_audit.items()):
        said = frozenset(
            (file.inside, file.document.text)
            for file in files
            if file.kind.name not in ("audit", "tool")
        )
        # One that has just been started holds the same cases and briefing as any other: none yet.
        if any(not inside.startswith(("cases/", "briefing.md")) for inside, _ in said):
            (head,) = (file for file in files if file.kind.name == "audit")
            yield said, head.document.place(()), f"the audit `{audit}`"


def _case(file: SourceFile) -> Iterator[_Copy]:
    if file.kind.name == "case" and file.whole:
        key = (file.audit, " ".join(file.held.pen_picture.split()))
        yield key, file.document.place(("pen_picture",)), f"the case `{file.names['case']}`"


def _return(file: SourceFile) -> Iterator[_Copy]:
    """A return with comments: bare answers may well be the same about two children."""
    if isinstance(file.held, Return) and any(one.comment for one in file.held.answers.values()):
        what = f"the return of `{file.names['agency']}` about `{file.names['case']}`"
        yield file.document.text, file.document.place(()), what


def _entries(file: SourceFile) -> Iterator[_Copy]:
    if file.kind.name in ("findings", "recommendations") and file.whole:
        for id_, entry in file.held.items():
            key = (file.document.path, " ".join(entry.text.split()))
            yield key, file.document.key_place((id_,)), f"`{id_}`"
