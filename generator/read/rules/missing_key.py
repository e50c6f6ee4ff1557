"""A key that every such file needs must be there.

A finding without its text, or a question without its scale, has no place on any page. What may be
left out has no such rule; what must be there is said with what it means.

Fails:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
```
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.diagnostics import Diagnostic, Place, Rule
from generator.diagnostics.wording import listed

RULE = Rule.of(__name__, __doc__)


def missing_keys(place: Place, keys: Mapping[str, str | None]) -> Diagnostic:
    """The mapping at `place` lacks `keys`, whose meanings help to write them."""
    to_add = "; ".join(_with_meaning(key, meaning) for key, meaning in keys.items())
    is_are = "is" if len(keys) == 1 else "are"
    about = next(iter(keys))
    return RULE.at(place, f"{listed(list(keys))} {is_are} missing", f"Add {to_add}.", about=about)


def no_entry_id(place: Place, key: str) -> Diagnostic:
    """The first entry has no id: `key`, which belongs into it, stands where its id should."""
    return RULE.at(
        place,
        f"`{key}` stands where the id of an entry should",
        "Start the entry with a line such as `late-plans:`, and indent what belongs to it.",
        about=key,
    )


def _with_meaning(key: str, meaning: str | None) -> str:
    return f"`{key}:`" + (f" — {meaning[0].lower()}{meaning[1:].rstrip('.')}" if meaning else "")
