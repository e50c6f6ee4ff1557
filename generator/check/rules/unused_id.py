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

from collections.abc import Iterator

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


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every entry that nothing uses; nothing while any file cannot be read whole."""
    if tree.unread or not all(file.whole for file in tree.files) or not tree.library.audits:
        return
    used: dict[str, set[str]] = {kind: set() for kind in _NAMED_BY.values()}
    for file in tree.files:
        for part in file.parts:
            if isinstance(part.mark, Reference) and part.mark.kind in used:
                used[part.mark.kind].add(part.text)
    for register, kind in _NAMED_BY.items():
        for file in tree.of(register):
            if not used[kind] <= file.held.keys():
                continue  # an unknown name may be the one that seems to be unused
            for id_ in file.held:
                if id_ not in used[kind]:
                    yield RULE.at(
                        file.document.key_place((id_,)),
                        f"no audit uses the {kind} `{id_}`",
                        "Use it, or delete it here.",
                        about=id_,
                    )
    yield from _terms(tree)


def _terms(tree: Tree) -> Iterator[Diagnostic]:
    written = "\n".join(file.document.text for file in tree.files if file.kind.name != "glossary")
    texts = written.casefold()
    for file in tree.of("glossary"):
        for id_, term in tree.library.glossary.items():
            if not _stands_in(texts, term.term.casefold()):
                yield RULE.at(
                    file.document.key_place((id_,)),
                    f"`{term.term}` stands in no text",
                    "Use it, or delete it here.",
                    about=id_,
                )


def _stands_in(text: str, word: str) -> bool:
    """Whether the word stands in the text, and not only as a part of others."""
    at = text.find(word)
    while at >= 0:
        around = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
        if not any(sign.isalnum() or sign == "_" for sign in around):
            return True
        at = text.find(word, at + 1)
    return False
