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

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from hashlib import sha256

from generator.check.told import Told
from generator.diagnostics import Diagnostic, Place, Rule, Severity
from generator.model.returns import Return
from generator.read.source_file import SourceFile
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__, Severity.WARNING)

AUDIT, THING = "audit", "thing"
"""What a row is of: a whole audit, or a thing in one."""


def told(tree: Tree) -> Iterator[Told]:
    """What an audit holds that may stand somewhere else too: by a digest, where, and its name."""
    if tree.audit in tree.audits:
        yield from _audit(tree)
    within = [copy for file in tree.files for copy in (*_case(file), *_entries(file))]
    often = Counter(key for key, _, _ in within)
    anywhere = [copy for file in tree.files for copy in _return(file)]
    for key, place, name in (*(copy for copy in within if often[copy[0]] > 1), *anywhere):
        yield Told(THING, (_digest(key), name), place)


def over_all(rows: Iterable[Told]) -> Iterator[Diagnostic]:
    """Yield each thing that stands somewhere else already, word for word."""
    told = list(rows)
    audits = list(_repeated(row for row in told if row.key == AUDIT))
    yield from audits
    copied = {_folder(fault.place) for fault in audits}
    yield from _repeated(
        row for row in told if row.key == THING and row.place and _folder(row.place) not in copied
    )


def _folder(place: Place) -> str:
    return place.path.split("/")[1]


def _repeated(rows: Iterable[Told]) -> Iterator[Diagnostic]:
    first: dict[str, tuple[Place, str]] = {}
    placed = [(row.place, row.words[0], row.words[1]) for row in rows if row.place]
    # Of two, the one with the shorter name is what the other was made from.
    for place, key, name in sorted(placed, key=lambda one: (len(one[0].path), one[0])):
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


def _digest(key: object) -> str:
    return sha256(repr(key).encode("utf-8", "surrogatepass")).hexdigest()[:32]


_Copy = tuple[Hashable, Place, str]
"""What two copies have in common, where one stands, and what it is called."""


def _audit(tree: Tree) -> Iterator[Told]:
    """The audit by all that its files say, but for its head and its tool: many share a tool."""
    said = sorted(
        (file.inside, file.document.text)
        for file in tree.files
        if file.kind.name not in ("audit", "tool")
    )
    # One that has just been started holds the same cases and briefing as any other: none yet.
    if any(not inside.startswith(("cases/", "briefing.md")) for inside, _ in said):
        (head,) = tree.of("audit", tree.audit)
        yield Told(AUDIT, (_digest(said), f"the audit `{tree.audit}`"), head.document.place(()))


def _case(file: SourceFile) -> Iterator[_Copy]:
    """A case, which is no copy of one in another audit: two children may live alike."""
    if file.kind.name == "case" and file.whole:
        key = ("case", file.audit, " ".join(file.held.pen_picture.split()))
        yield key, file.document.place(("pen_picture",)), f"the case `{file.names['case']}`"


def _return(file: SourceFile) -> Iterator[_Copy]:
    """A return with comments: bare answers may well be the same about two children."""
    if isinstance(file.held, Return) and any(one.comment for one in file.held.answers.values()):
        what = f"the return of `{file.names['agency']}` about `{file.names['case']}`"
        yield ("return", file.document.text), file.document.place(()), what


def _entries(file: SourceFile) -> Iterator[_Copy]:
    if file.kind.name in ("findings", "recommendations") and file.whole:
        for id_, entry in file.held.items():
            key = ("entry", file.document.path, " ".join(entry.text.split()))
            yield key, file.document.key_place((id_,)), f"`{id_}`"
