"""A number that looks like one of a register of people is looked at.

Its check digit is wrong, so it is mistyped or something else; mistyped, it still leads to somebody.

Fails:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home. The older one (943 476 5910) was seen twice.
```

Passes:

```markdown audits/small/cases/b.md
---
age_band: 5 to 9
level_of_need: child in need
judgement: good
---
Two children in a quiet home. The older one was seen twice.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Rule, Severity
from generator.identify.reading import Reading, Sighting
from generator.identify.rules.number_of_a_person import NHS, THREE_DIGITS, TIP, UPN, is_nhs, is_upn

RULE = Rule.of(__name__, __doc__, Severity.WARNING)


def find(reading: Reading) -> Iterator[Sighting]:
    """Yield every number with the shape of a person's and a wrong check digit."""
    text = reading.text
    if not (reading.has_digits and THREE_DIGITS.search(text)):
        return
    for found in NHS.finditer(text):
        if not is_nhs(found[0]):
            message = "this looks like an NHS number, and its check digit is wrong"
            yield Sighting(*found.span(), message, TIP, found[0])
    for found in UPN.finditer(text):
        if not is_upn(found[0]):
            message = "this looks like a unique pupil number, and its check digit is wrong"
            yield Sighting(*found.span(), message, TIP, found[0])
