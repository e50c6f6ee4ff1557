"""`audits` must be there, with something to read in it.

An empty folder is what is left of a download that was cut off, or of a submodule that was not
fetched. A site built from it would take the place of the last good one.

Passes:

```yaml audits/small/audit.yml
title: Planning for children at home
partnership: smallshire
themes: [planning]
status: published
about: Whether plans came in time.
grades: grades
asked: [police, school]
```
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)


def no_folder(path: str) -> Diagnostic:
    """There is no folder `audits`."""
    return RULE.at(
        Place(path),
        f"there is no folder `{path}`",
        "Bring it back from where it is kept, or from the last commit: `git checkout -- audits`.",
    )


def nothing_there(path: str) -> Diagnostic:
    """The folder `audits` holds nothing to read."""
    return RULE.at(
        Place(path),
        f"there is nothing to read in `{path}`",
        "See whether all was fetched; from git, `git checkout -- audits` brings back what was "
        "committed, and `git submodule update --init` what is kept elsewhere.",
    )
