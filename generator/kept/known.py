"""What is known of a tree before any of it is read, and the report that was kept of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from generator.diagnostics import Diagnostic, Place, Severity
from generator.kept.signature import LATELY, Signature, content, of_program, signatures
from generator.kept.store import Store
from generator.model.as_at import AsAt

REGISTERS: Final = ""
"""What stands beside the audits, among the names of their folders."""

_REPORT: Final = "report.json"
_CONTENTS: Final = "contents.json"


@dataclass(frozen=True)
class Report:
    """What is wrong with a tree, and what was looked at."""

    files: tuple[str, ...]
    """The paths of all files that were checked."""
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True)
class Known:
    """What is known before a tree is read."""

    store: Store
    root: Path
    """The folder `audits`."""
    program: str
    """The digest of what checks it: this program, and the date it goes by."""
    signatures: Mapping[str, Signature]
    """Those of the audits' folders and of what stands beside them."""
    begun: int
    """When they were taken, by the clock of the file system."""

    def report(self) -> Report | None:
        """The report of a tree with the same signatures, where one was kept."""
        held = self.store.get(_REPORT, self._key)
        try:
            files, found = held
            return Report(tuple(map(str, files)), tuple(_diagnostic(row) for row in found))
        except (TypeError, ValueError):
            return None

    def keep_report(self, report: Report) -> None:
        """Keep it, where no file had just changed, and none has changed since."""
        is_settled = all(self._is_settled(folder) for folder in self.signatures)
        if is_settled and self.still_holds():
            found = [_row(one) for one in report.diagnostics]
            self.store.keep(_REPORT, self._key, [report.files, found])

    def contents(self) -> dict[str, str]:
        """The digest of what each folder holds; only those are read that may have changed."""
        held = self.store.get(_CONTENTS, _CONTENTS)
        before = held if isinstance(held, dict) else {}
        found = {
            folder: before.get(one.digest) or content(self.root, folder)
            for folder, one in self.signatures.items()
        }
        settled = {
            one.digest: found[folder]
            for folder, one in self.signatures.items()
            if self._is_settled(folder)
        }
        if settled != before:
            self.store.keep(_CONTENTS, _CONTENTS, settled)
        return found

    def settled(self, folder: str) -> Signature | None:
        """The signature of a folder, where no file of it had just changed."""
        return self.signatures[folder] if self._is_settled(folder) else None

    def still_holds(self) -> bool:
        """Whether no file has changed since."""
        return signatures(self.root) == self.signatures

    def _is_settled(self, folder: str) -> bool:
        one = self.signatures.get(folder)
        return one is not None and one.newest + LATELY < self.begun

    @property
    def _key(self) -> str:
        return digest(self.program, *(f"{name} {one}" for name, one in self.signatures.items()))


def look(project: Path, as_at: AsAt) -> Known:
    """What is known of the project's `audits` before they are read."""
    store = Store(project)
    begun = store.now()
    root = project / "audits"
    return Known(store, root, digest(of_program(), repr(as_at)), signatures(root), begun)


def digest(*parts: str) -> str:
    """One digest of several texts."""
    return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _row(one: Diagnostic) -> list[Any]:
    place = one.place
    return [
        [place.path, place.line, place.column, place.width, place.where],
        one.rule,
        one.message,
        one.tip,
        one.severity.value,
        one.about,
        one.let_stand,
    ]


def _diagnostic(row: Any) -> Diagnostic:
    place, rule, message, tip, severity, about, let_stand = row
    return Diagnostic(Place(*place), rule, message, tip, Severity(severity), about, let_stand)
