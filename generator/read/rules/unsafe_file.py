"""A file is a plain file of the tree, no link, and no larger than a megabyte.

A link could lead out of the tree and publish what is not meant for print; a file of many
megabytes is an export that somebody saved in the wrong place.
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)


def is_link(path: str) -> Diagnostic:
    """The file or folder at `path` is a symbolic link."""
    return RULE.at(Place(path), "this is a link, and links are not followed", "Put the file here.")


def too_large(path: str, size: int, most: int) -> Diagnostic:
    """The file at `path` has `size` bytes, more than `most`."""
    return RULE.at(
        Place(path),
        f"the file has {size:,} bytes; at most {most:,} are read",
        "Split it, or check whether it belongs here.",
    )
