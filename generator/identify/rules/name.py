"""No text names a child, a relative or a worker.

A published audit that names a child is a serious case of its own. In text about a case a word with
a capital is taken for a name unless something speaks for it: it is a term of the field or of the
registers, or an ordinary word where a sentence begins. Words that are both, such as Hope or Will,
count where they are told of as a person. What is no name after all stands in the glossary or an
agency's `also`, or under `identifiers_allowed` in audit.yml.

Fails:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home. The health visitor saw that Kasparov had no bed.
```

Passes:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home. The health visitor saw that the younger one had no bed.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Rule
from generator.identify.names import Sureness, names_in
from generator.identify.reading import Reading, Sighting

RULE = Rule.of(__name__, __doc__)

TIP = (
    "Write who it is: the child, mum, the school nurse. If it is no name, put it into the glossary "
    "or, for this audit alone, under `identifiers_allowed` in audit.yml."
)


def find(reading: Reading) -> Iterator[Sighting]:
    """Yield every word that is somebody's name."""
    for name in names_in(reading):
        if name.sureness is Sureness.SURE:
            message = f"`{name.word}` is no word that is known here, and may name somebody"
            yield Sighting(name.start, name.end, message, TIP, name.word)
