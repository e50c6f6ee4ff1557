"""What is known of a tree before any of it is read, and the report that was kept of it."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from generator.diagnostics import Diagnostic, Place, Severity
from generator.kept.signature import Signature, content, signatures
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
        return _contents(self.store, _CONTENTS, self.root, self.signatures, self.begun)

    def settled(self, folder: str) -> Signature | None:
        """The signature of a folder, where no file of it had just changed."""
        return self.signatures[folder] if self._is_settled(folder) else None

    def still_holds(self) -> bool:
        """Whether no file has changed since."""
        return signatures(self.root) == self.signatures

    def _is_settled(self, folder: str) -> bool:
        one = self.signatures.get(folder)
        return one is not None and one.settled < self.begun

    @property
    def _key(self) -> str:
        return digest(self.program, *(f"{name} {one}" for name, one in self.signatures.items()))


def look(project: Path, as_at: AsAt) -> Known:
    """What is known of the project's `audits` before they are read."""
    store = Store(project)
    begun = store.now()
    root = project / "audits"
    program = digest(_program(store, begun), repr(as_at))
    return Known(store, root, program, signatures(root), begun)


def _program(store: Store, begun: int) -> str:
    """The digest of what checks: what this package holds, which libraries there are, and Python.

    It is the same in every checkout, so that what one run of CI kept is of use to the next.
    """
    package = Path(__file__).parent.parent
    of_package = _contents(store, "program.json", package, signatures(package), begun)
    libraries: list[str] = []
    for folder in filter(os.path.isdir, sys.path):
        with os.scandir(folder) as entries:
            libraries += sorted(one.name for one in entries if one.name.endswith("-info"))
    return digest(sys.version, *libraries, *of_package.values())


def _contents(
    store: Store, name: str, root: Path, signed: Mapping[str, Signature], begun: int
) -> dict[str, str]:
    """The digest of what each folder of `root` holds; only those are read that may have changed."""
    held = store.get(name, name)
    before = held if isinstance(held, dict) else {}
    found = {
        folder: before.get(one.digest) or content(root, folder) for folder, one in signed.items()
    }
    settled = {one.digest: found[folder] for folder, one in signed.items() if one.settled < begun}
    if settled != before:
        store.keep(name, name, settled)
    return found


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
