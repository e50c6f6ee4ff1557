"""Every entry of a register must be used by some audit.

An agency, a theme, a scale, a work or a term that nothing refers to makes an empty page, or is
the wrong one of two: somebody meant it and wrote another. A wider theme is used by those under it;
a term is used where it stands in a text.

Fails:

```yaml audits/themes.yml
planning:
  name: Planning
  about: Plans say who does what by when.
recording:
  name: Recording
  about: What is written down.
```

Passes:

```yaml audits/themes.yml
planning:
  name: Planning
  about: Plans say who does what by when.
  under: keeping-track
keeping-track:
  name: Keeping track
  about: Work stays on course.
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.check.told import Told
from generator.diagnostics import Diagnostic, Rule, Severity
from generator.model.words import Reference
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__, Severity.WARNING)

_NAMED_BY = {
    "agencies": "agency",
    "themes": "theme",
    "scales": "scale",
    "partnerships": "partnership",
    "bibliography": "work",
}


IN_DOUBT, AUDIT, USED, ENTRY, TERM, STANDS = "in doubt", "audit", "used", "entry", "term", "stands"
"""What a row says: not all could be read; there is an audit; these are used; there is this."""


def told(tree: Tree) -> Iterator[Told]:
    """What a portion uses of the registers, and of the registers' own what there is."""
    if tree.unread or not all(file.whole for file in tree.files):
        yield Told(IN_DOUBT)
    if tree.judged:
        yield Told(AUDIT)
    used: dict[str, set[str]] = {kind: set() for kind in _NAMED_BY.values()}
    for file in tree.files:
        for part in file.parts:
            if isinstance(part.mark, Reference) and part.mark.kind in used:
                used[part.mark.kind].add(part.text)
        if file.kind.name in _NAMED_BY:
            kind = _NAMED_BY[file.kind.name]
            for id_ in file.held or ():
                yield Told(ENTRY, (kind, id_), file.document.key_place((id_,)))
        elif file.kind.name == "glossary":
            for id_, term in tree.library.glossary.items():
                yield Told(TERM, (id_, term.term), file.document.key_place((id_,)))
    for kind, names in used.items():
        yield Told(USED, (kind, *sorted(names)))
    written = "\n".join(file.document.text for file in tree.files if file.kind.name != "glossary")
    texts = written.casefold()
    terms = tree.library.glossary.items()
    yield Told(STANDS, tuple(id_ for id_, term in terms if _stands_in(texts, term.term.casefold())))


def over_all(rows: Iterable[Told]) -> Iterator[Diagnostic]:
    """Yield every entry that nothing uses; nothing while any file cannot be read whole."""
    told: dict[str, list[Told]] = {}
    for row in rows:
        told.setdefault(row.key, []).append(row)
    if IN_DOUBT in told or AUDIT not in told:
        return
    used: dict[str, set[str]] = {kind: set() for kind in _NAMED_BY.values()}
    for row in told.get(USED, ()):
        used[row.words[0]].update(row.words[1:])
    there: dict[str, set[str]] = {kind: set() for kind in used}
    for row in told.get(ENTRY, ()):
        there[row.words[0]].add(row.words[1])
    for row in told.get(ENTRY, ()):
        kind, id_ = row.words
        # An unknown name may be the one that seems to be unused.
        if row.place and used[kind] <= there[kind] and id_ not in used[kind]:
            message = f"no audit uses the {kind} `{id_}`"
            yield RULE.at(row.place, message, "Use it, or delete it here.", about=id_)
    stand = {id_ for row in told.get(STANDS, ()) for id_ in row.words}
    for row in told.get(TERM, ()):
        id_, term = row.words
        if row.place and id_ not in stand:
            message = f"`{term}` stands in no text"
            yield RULE.at(row.place, message, "Use it, or delete it here.", about=id_)


def _stands_in(text: str, word: str) -> bool:
    """Whether the word stands in the text, and not only as a part of others."""
    at = text.find(word)
    while at >= 0:
        around = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
        if not any(sign.isalnum() or sign == "_" for sign in around):
            return True
        at = text.find(word, at + 1)
    return False
