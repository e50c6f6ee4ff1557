"""The command `mkdocs`, as this project installs it: MkDocs' own, and no traceback at a bad date.

MkDocs reads all of mkdocs.yml before it asks any plugin, and lets what the YAML library raises at
`as_at: 2026-02-30` through. So the command stands here, and says the same that `audits` says.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType

from mkdocs.__main__ import cli

from generator.as_at import UnreadableDateError, as_at_of


def main() -> None:
    """Run MkDocs; a value that YAML cannot make, or a full disk, ends it with a sentence."""
    try:
        cli()
    except ValueError as error:
        if _raised_in(error.__traceback__) != "yaml.constructor":
            raise
        sys.exit(f"Error: {_why(error)}")
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        sys.exit(f"Error: {where}{error.strerror or error}.")


def _raised_in(traceback: TracebackType | None) -> str:
    """The module that an error comes from."""
    module = ""
    while traceback:
        module = traceback.tb_frame.f_globals["__name__"]
        traceback = traceback.tb_next
    return module


def _why(error: ValueError) -> str:
    try:
        as_at_of(Path.cwd())
    except UnreadableDateError as unreadable:
        return str(unreadable)
    return f"mkdocs.yml cannot be read: {error}."


if __name__ == "__main__":
    main()
