"""A link's address stands where the link is, and is not defined on a line of its own.

In other Markdown a line such as `[plan]: https://example.org/plan` defines what `[plan]` leads to,
and is itself not shown. Here nothing that is typed vanishes: the line and the words in brackets are
shown as they are typed.

Fails:

```markdown audits/small/summary.md
Plans follow the [guidance].

[guidance]: https://example.org/guidance
```

Passes:

```markdown audits/small/summary.md
Plans follow the [guidance](https://example.org/guidance).
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Rule, Severity
from generator.read.markdown import definitions_in
from generator.read.tree import Tree

RULE = Rule.of(__name__, __doc__, Severity.WARNING)


def check(tree: Tree) -> Iterator[Diagnostic]:
    """Yield every line that would define a link."""
    for text in tree.texts:
        for line, place in text.places(definitions_in(text.text)):
            yield RULE.at(
                place,
                f"`{line[:60]}` defines no link, and is shown as it is typed",
                "Write the address behind the words of the link: `[words](https://…)`.",
                about=text.file.document.path,
            )
