"""HTML in a text is shown as it was typed.

Anybody can write into a return, so no text may bring its own HTML: it could change the page or run
a program. `<b>late</b>` is printed with its brackets, and a `<script>` with all that stands in it,
on the site and in everything that is written from the data. Markdown has signs for what is needed:
`**bold**`, `*italic*`, `- ` for a list, and tables.

Fails:

```markdown audits/small/summary.md
Plans came <b>late</b>.
```

Passes:

```markdown audits/small/summary.md
Plans came **late**, and `<b>` may be written as code.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.read.markdown import html_in
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__, Severity.WARNING)

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every piece of HTML, but for the end of one that was reported already."""
    for text in tree.texts:
        opened: set[str] = set()
        for piece, place in text.places(html_in(text.text)):
            tag = _TAG.match(piece)
            if tag and tag[1] and tag[2] in opened:
                continue
            opened |= {tag[2]} if tag else set()
            shown = f"{piece.partition('>')[0][:60]}>"
            yield RULE.at(
                place,
                f"`{shown}` is HTML, and is shown as it is typed",
                "Write Markdown, such as `**bold**` or `*italic*`, or put it between backticks.",
                about=text.file.document.path,
            )
