"""One wrong name in many places: said once, with how often."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from generator.diagnostics import Diagnostic

MOST: Final = 3
"""In so many places a wrong name is reported place by place."""


def said_once(found: Iterable[tuple[Hashable, Diagnostic]]) -> Iterator[Diagnostic]:
    """The diagnostics; of those that share their key, the first alone where there are many.

    A question renamed in the tool is wrong in every return: one fault, and not a hundred.
    """
    groups: dict[Hashable, list[Diagnostic]] = {}
    for key, diagnostic in found:
        groups.setdefault(key, []).append(diagnostic)
    for group in groups.values():
        if len(group) <= MOST:
            yield from group
        else:
            first = min(group)
            more = f"{first.message}, here and in {len(group) - 1} more places"
            yield replace(first, message=more)
