"""A file must be text in UTF-8.

Older Windows programs save Latin-1, in which `é` is a byte that means nothing in UTF-8; guessing
would put wrong letters into print. A byte-order mark at the start is fine, and so are line ends
of any system. Control characters are refused.

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late for the café in Łódź.
```
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)


def not_utf8(place: Place, byte: int) -> Diagnostic:
    """The byte at `place` is not UTF-8."""
    letter = bytes([byte]).decode("cp1252", "replace")
    return RULE.at(
        place,
        f"the file is not saved as UTF-8: byte {byte:#04x} here was probably meant as `{letter}`",
        "Save the file again, choosing UTF-8 as its encoding.",
    )


def control_character(place: Place, character: str) -> Diagnostic:
    """The character at `place` cannot be printed."""
    return RULE.at(
        place,
        f"control character U+{ord(character):04X} here",
        "Delete it; it often comes with text pasted from another program.",
    )
