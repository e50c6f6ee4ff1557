"""A file is a plain file of the tree that can be read, no link, and no larger than a megabyte.

A link could lead out of the tree and publish what is not meant for print; a file of many
megabytes is an export that somebody saved in the wrong place. A pipe or a device is no file, nor
is a folder called like one. What the system does not let us read is said, and the rest is checked.
"""

from __future__ import annotations

from generator.diagnostics import Diagnostic, Place, Rule

RULE = Rule.of(__name__, __doc__)


def is_link(path: str) -> Diagnostic:
    """The file or folder at `path` is a symbolic link."""
    return RULE.at(Place(path), "this is a link, and links are not followed", "Put the file here.")


def is_no_file(path: str, what: str) -> Diagnostic:
    """What stands at `path` is no file but a pipe, a socket, a device, or a folder."""
    return RULE.at(
        Place(path), f"this is {what}, and a file is expected here", "Put a plain file here."
    )


def not_readable(path: str, why: str) -> Diagnostic:
    """The system does not let us read what stands at `path`."""
    return RULE.at(
        Place(path),
        f"this cannot be read: {why}",
        "Let whoever runs this read it, or look whether it is still there.",
    )


def too_deep(path: str, most: int) -> Diagnostic:
    """The folder at `path` stands inside more than `most` others."""
    return RULE.at(
        Place(path),
        f"this folder stands deeper than {most} others, and is not looked into",
        "Check whether it belongs here.",
    )


def too_many(path: str, most: int) -> Diagnostic:
    """The tree holds more than `most` files; those after `path` are not read."""
    return RULE.at(
        Place(path),
        f"the tree has more than {most:,} files, and from here on none is read",
        "Check what was copied into it.",
    )


def too_many_entries(place: Place, entries: int, most: int) -> Diagnostic:
    """The file has more entries than anybody reads."""
    return RULE.at(
        place,
        f"the file has {entries:,} entries; at most {most:,} are read",
        "Check whether all of them belong here.",
    )


def too_large(path: str, size: int, most: int) -> Diagnostic:
    """The file at `path` has `size` bytes, more than `most`."""
    return RULE.at(
        Place(path),
        f"the file has {size:,} bytes; at most {most:,} are read",
        "Split it, or check whether it belongs here.",
    )
