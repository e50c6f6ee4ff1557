"""That a file cannot be read as a table."""

from __future__ import annotations


class UnreadableTableError(ValueError):
    """A file cannot be read as a table; the message is what it is or has."""
