"""A word that may be somebody's name is looked at.

Outside cases and returns a name is less likely, and a word that is not known is more often a town
or a firm. In them, a word that begins a sentence may be a name as well: *Hope is hard to keep up*
and *Hope is seven* differ only in what follows.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late, and so it was in Kasparov.
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late, and so it was elsewhere.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Rule, Severity
from generator.identify.names import Sureness, names_in
from generator.identify.reading import Reading, Sighting
from generator.identify.rules.name import TIP

RULE = Rule.of(__name__, __doc__, Severity.WARNING)


def find(reading: Reading) -> Iterator[Sighting]:
    """Yield every word that may be somebody's name."""
    for name in names_in(reading):
        if name.sureness is Sureness.POSSIBLE:
            message = f"`{name.word}` may be somebody's name"
            yield Sighting(name.start, name.end, message, TIP, name.word)
