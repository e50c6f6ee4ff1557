"""Which texts tell of one child, and what their audit allows: there, the unknown is denied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Final

from generator.model.layout import AUDIT_FILES, REGISTERS, kind_of
from generator.model.library import Audit

_OF_CASES: Final = frozenset({"case", "return", "voices"})


def tells_of_a_case(kind: str) -> bool:
    """Whether files of this kind tell of single children, or quote those who speak of them."""
    return kind in _OF_CASES


def allowed(audit: Audit | None) -> frozenset[str]:
    """The words that an audit lets stand, casefolded."""
    entries = audit.identifiers_allowed if audit else ()
    return frozenset(entry.word.casefold() for entry in entries)


def names_by_authors(names: Mapping[str, str]) -> Iterable[str]:
    """Of the ids in a file's path, those that its author chose; an agency's is a register's."""
    return [name for kind, name in names.items() if kind != "agency"]


@dataclass(frozen=True)
class At:
    """Where a file stands in the tree; one that stands outside is taken to tell of a case."""

    audit: str = ""
    kind: str = ""
    ids: Mapping[str, str] = field(default_factory=dict)

    @property
    def tells_of_a_case(self) -> bool:
        """Whether it tells of one child, as far as its place says."""
        return not self.kind or tells_of_a_case(self.kind)

    def names(self, path: str) -> Iterable[str]:
        """What of its path its author chose."""
        return names_by_authors(self.ids) if self.kind else [PurePosixPath(path).stem]


def place_in_tree(path: str, audits: Path | None) -> At:
    """Where the file at `path` stands in the folder `audits`."""
    if audits is None:
        return At()
    full = (audits.parent / path if path.startswith("audits/") else Path(path)).resolve()
    if not full.is_relative_to(audits.resolve()):
        return At()
    first, *rest = full.relative_to(audits.resolve()).parts or ("",)
    known = kind_of("/".join(rest), AUDIT_FILES) if rest else kind_of(first, REGISTERS)
    return At(first if rest else "", known[0].name, known[1]) if known else At(first)
