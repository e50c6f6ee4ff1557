"""An id must not be one that the site needs for a page of its own.

The page of a case, an agency or a theme is called by its id. `index` is the list of all of them,
and `kind-…` among the agencies is a kind of agency: two pages would have one address, and one of
them would be lost.

Fails:

```yaml audits/themes.yml
index:
  name: Index
  about: What is listed.
planning:
  name: Planning
  about: Whether plans are made, and in time.
```

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
  themes: [planning, index]
  rests_on:
    answers: [R1]
```

Passes:

```yaml audits/themes.yml
planning:
  name: Planning
  about: Whether plans are made, and in time.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__)

_TIP = "Give it another id."


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every id that is the name of a page of the site's own."""
    for kind in ("agencies", "themes"):
        for file in tree.of(kind):
            for id_ in file.held or ():
                if id_ == "index" or (kind == "agencies" and id_.startswith("kind-")):
                    place = file.document.key_place((id_,))
                    yield RULE.at(place, f"`{id_}` is a page of the site's own", _TIP, about=id_)
    for file in tree.files:
        if file.kind.name == "case" and file.names["case"] == "index":
            place = file.document.place(())
            yield RULE.at(place, "a case cannot be called `index`", _TIP, about="index")
