"""A file must be text in UTF-8.

Older Windows programs save Latin-1, in which `é` is a byte that means nothing in UTF-8; guessing
would put wrong letters into print. A byte-order mark at the start is fine, and so are line ends
of any system.

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late for the café and the crèche.
```
"""

from __future__ import annotations

from typing import Final

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)

_AS_UTF_8: Final = "Save the file again, choosing UTF-8 as its encoding."


def not_utf8(place: Place, byte: int) -> Diagnostic:
    """The byte at `place` is not UTF-8."""
    letter = bytes([byte]).decode("cp1252", "replace")
    return RULE.at(
        place,
        f"the file is not saved as UTF-8: byte {byte:#04x} here was probably meant as `{letter}`",
        _AS_UTF_8,
    )


def is_utf16(place: Place) -> Diagnostic:
    """The whole file is saved as UTF-16, as Windows calls *Unicode*."""
    return RULE.at(
        place,
        "the file is saved as UTF-16, which Windows calls Unicode, and not as UTF-8",
        _AS_UTF_8,
    )
