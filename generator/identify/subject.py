"""Which texts of the tree tell of one child: there, whatever is not known is denied."""

from __future__ import annotations

from typing import Final

from generator.model.library import Audit

_OF_CASES: Final = frozenset({"case", "return", "voices"})


def tells_of_a_case(kind: str) -> bool:
    """Whether files of this kind tell of single children, or quote those who speak of them."""
    return kind in _OF_CASES


def allowed(audit: Audit | None) -> frozenset[str]:
    """The words that an audit lets stand, casefolded."""
    entries = audit.identifiers_allowed if audit else ()
    return frozenset(entry.word.casefold() for entry in entries)
