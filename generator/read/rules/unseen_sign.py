r"""A text holds no sign that nobody sees.

Control characters, signs that turn the direction of writing, and signs of no width come with text
that is pasted from other programs. A terminal obeys some of them; others make a text read otherwise
than it is stored, or make two names that look the same two names. They are refused wherever they
stand: typed, in a comment, as an escape (`"\u202E"`) or as an entity (`&#8238;`).

A tab and the end of a line stay where a text may have several lines. So do a soft hyphen, and the
joiners that Arabic and Indian scripts and emoji are written with.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: "Plans\u200Bcame late."
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late for the café and the crèche.
```
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Place, Rule
from generator.diagnostics.visible import name_of

RULE = Rule.of(__name__, __doc__)


def unseen_sign(place: Place, sign: str, more: int = 0) -> Diagnostic:
    """A sign at `place` that nobody sees, and so many `more` of them behind it in the file."""
    also = f", and {more} more in this file" if more else ""
    return RULE.at(
        place,
        f"{name_of(sign)} is here, which nobody sees{also}",
        "Delete it; it often comes with text pasted from another program.",
    )


def unseen_in_name(place: Place, sign: str) -> Diagnostic:
    """The name of the file at `place` holds a sign that nobody sees."""
    return RULE.at(
        place, f"{name_of(sign)} is in the file's name, which nobody sees", "Rename the file."
    )
