"""A file must be one that the tree has a place for.

A file that nobody expects is not read; its name may be misspelt. The nearest expected name is
given. Names that start with a dot or an underscore are left alone, and so are pictures beside
the Markdown that shows them, and what a desktop leaves behind (`Thumbs.db`, `desktop.ini`,
`~$tool.docx`). A second copy of a file, as synced folders and editors make them, is called one.

Fails:

```yaml audits/small/finding.yml
late-plans:
  kind: worry
  text: Plans came late.
```

Passes:

```yaml audits/small/findings.yml
late-plans:
  kind: worry
  text: Plans came late.
```
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.diagnostics import Diagnostic, Place, Rule
from generator.diagnostics.nearest import nearest
from generator.diagnostics.wording import listed

RULE = Rule.of(__name__, __doc__)

_OTHER_PICTURES: Final = (".gif", ".avif", ".bmp", ".tif", ".tiff", ".heic")


def unexpected_file(path: str, name: str, expected: Sequence[str], copy_of: str = "") -> Diagnostic:
    """The file at `path`, called `name` below its folder, is none of the `expected`.

    `copy_of` is the file beside it that it was most likely made from.
    """
    near = nearest(name, expected)
    if copy_of:
        return RULE.at(
            Place(path),
            f"`{name}` looks like a copy of `{copy_of}`, which is there too",
            f"Compare the two, take over into `{copy_of}` what it lacks, and delete this one.",
            about=name,
        )
    if near:
        tip = f"Did you mean `{near}`?"
    elif name.lower().endswith(_OTHER_PICTURES):
        tip = "Save a picture as .png, .jpg, .webp or .svg."
    else:
        tip = f"Expected here: {listed(expected, 20)}."
    return RULE.at(Place(path), f"no file is expected at `{name}`", tip, about=name)


def no_audit_file(path: str, folder: str) -> Diagnostic:
    """The folder of an audit lacks `audit.yml`."""
    return RULE.at(
        Place(path),
        f"`{folder}` has no `audit.yml`, so it is no audit",
        "Add `audit.yml` with its title, partnership, themes, status and what it is about.",
        about=folder,
    )
