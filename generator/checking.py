"""Checks the folder `audits` one audit at a time, in as many processes as it pays.

What the check of a portion gives depends on the program, the date, the names of all audits, and on
what the registers, the audit and those it names hold. It is kept by the digest of all that. So a
check costs what has changed since the last one. Of an audit that has been checked its outcome alone
is held, so that memory hardly grows with the tree.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from generator.check.all_rules import Outcome, outcome, settle
from generator.check.identified import search_of
from generator.identify.sightings import Search
from generator.kept.known import REGISTERS, Known, Report, digest
from generator.kept.signature import signatures
from generator.model.as_at import AsAt
from generator.process import as_worker, uncollected
from generator.read.outline import Outline, outline
from generator.read.tree import Read, Tree, portion, portions, read_audit, read_registers

Tell = Callable[[int, str], None]
"""Is told of each audit that has been checked: how many there are, and which it was."""

_WORTH: Final = 8
"""A process more pays for so many audits: that long it takes to begin."""

_AT_ONCE: Final = 8
"""At most so many audits go to a process together: neighbours name each other."""

_NEAR: Final = 4
"""So many audits that were just read are held: those of one partnership stand together."""


class Checking:
    """The check of one tree: what all portions are judged by, and what was just read."""

    def __init__(self, root: Path, as_at: AsAt) -> None:
        self._root, self._as_at = root, as_at
        self._near: dict[str, Read] = {}

    def __reduce__(self) -> tuple[type[Checking], tuple[Path, AsAt]]:
        return Checking, (self._root, self._as_at)

    @cached_property
    def outline(self) -> Outline:
        """Which audits there are."""
        return outline(self._root)

    @cached_property
    def _registers(self) -> Tree:
        return read_registers(self.outline)

    @cached_property
    def _search(self) -> Search:
        return search_of(self._registers)

    def portion(self, folder: str) -> Tree:
        """An audit, with the registers and the audits that it names; or the registers alone."""
        if folder == REGISTERS:
            return self._registers
        return portion(self._registers, self._reading(folder), self._reading)

    def of(self, tree: Tree) -> Outcome:
        """What the check of a portion gives."""
        return outcome(tree, self._as_at, self._search)

    def _reading(self, folder: str) -> Read:
        read = self._near.pop(folder, None) or read_audit(self.outline, folder)
        self._near[folder] = read
        if len(self._near) > _NEAR:
            del self._near[next(iter(self._near))]
        return read


@dataclass(frozen=True)
class Kept:
    """The outcomes that were kept."""

    known: Known
    key: str
    """The digest of what every portion is judged by."""
    contents: Mapping[str, str]
    """The digest of what each folder holds."""

    @classmethod
    def of(cls, known: Known, registers: Tree) -> Kept:
        """Those of a tree with these registers, and as many audits as they know."""
        contents = known.contents()
        names = (*sorted(registers.audits), *sorted(map(str, registers.unread)))
        return cls(known, digest(known.program, contents.get(REGISTERS, ""), *names), contents)

    def get(self, folder: str) -> Outcome | None:
        """What the check of a folder gave, where nothing that it depends on has changed."""
        held = self.known.store.get(self._name(folder), self.key)
        try:
            others, value = held
            if any(self.contents.get(name) != was for name, was in others.items()):
                return None
            return _OUTCOME.validate_python(value)
        except (TypeError, ValueError, AttributeError, ValidationError):
            return None

    def keep(self, folder: str, found: Outcome, tree: Tree) -> Outcome:
        """Keep it, unless something that it depends on has changed meanwhile; gives it back."""
        others = [read.audit for read in tree.others if read.audit]
        now = signatures(self.known.root, {folder, *others})
        if all(self.known.signatures.get(name) == one for name, one in now.items()):
            of = {name: self.contents[name] for name in others}
            value = _OUTCOME.dump_python(found, mode="json")
            self.known.store.keep(self._name(folder), self.key, [of, value])
        return found

    def keep_report(self, report: Report) -> None:
        """Keep the report of all, and drop what is of no use any more."""
        used = {Path(self._name(folder)).name for folder in self.contents}
        self.known.store.forget(_FOLDER, used)
        self.known.keep_report(report)

    def _name(self, folder: str) -> str:
        return f"{_FOLDER}/{digest(self.key, folder, self.contents.get(folder, ''))}.json"


_FOLDER: Final = "outcomes"
_OUTCOME: Final = TypeAdapter(Outcome)


def check_folder(
    audits: Path,
    as_at: AsAt,
    *,
    jobs: int | None = None,
    known: Known | None = None,
    tell: Tell | None = None,
) -> Report:
    """Check the folder `audits`; the report is the same whatever the other arguments are.

    `jobs` is how many processes may work at once; as many as pay, where it is not said.
    """
    checking = Checking(audits, as_at)
    folders = [REGISTERS, *checking.outline.rooms]
    kept = Kept.of(known, checking.portion(REGISTERS)) if known else None
    outcomes = {folder: one for folder in folders if kept and (one := kept.get(folder))}
    left = [folder for folder in folders if folder not in outcomes]
    with uncollected():
        for folder, found in _outcomes(checking, kept, left, jobs):
            outcomes[folder] = found
            if tell:
                tell(len(left), folder)
        report = _report([outcomes[folder] for folder in folders])
    if kept:
        kept.keep_report(report)
    return report


def check_read(tree: Tree, as_at: AsAt, known: Known) -> Report:
    """Check a whole tree that has been read; `known` is from before it was."""
    registers, *audits = portions(tree)
    search = search_of(registers)
    kept = Kept.of(known, registers)

    def found(part: Tree) -> Outcome:
        folder = part.audit or REGISTERS
        return kept.get(folder) or kept.keep(folder, outcome(part, as_at, search), part)

    report = _report([found(part) for part in (registers, *audits)])
    kept.keep_report(report)
    return report


def check_one(audits: Path, name: str, as_at: AsAt) -> tuple[Tree, Report]:
    """Check one audit and the registers, or these alone: its portion, and what is wrong there."""
    checking = Checking(audits, as_at)
    parts = [checking.portion(folder) for folder in dict.fromkeys((REGISTERS, name))]
    return parts[-1], _report([checking.of(part) for part in parts])


def _report(outcomes: Sequence[Outcome]) -> Report:
    files = tuple(path for one in outcomes for path in one.files)
    return Report(files, settle(outcomes))


def _outcomes(
    checking: Checking, kept: Kept | None, folders: Sequence[str], jobs: int | None
) -> Iterator[tuple[str, Outcome]]:
    """What the check of each folder gives, in order."""
    many = min(jobs or _cores(), max(1, len(folders) // (1 if jobs else _WORTH)))
    if many == 1:
        for folder in folders:
            yield folder, _outcome(checking, kept, folder)
        return
    size = max(1, min(_AT_ONCE, len(folders) // (4 * many)))
    # What this process has read is there in its copies, where the system can copy it.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    with ProcessPoolExecutor(many, context, _begin, (checking, kept)) as processes:
        some = (folders[at : at + size] for at in range(0, len(folders), size))
        waiting = deque((part, processes.submit(_work, part)) for part in some)
        try:
            while waiting:
                yield from waiting[0][1].result()
                waiting.popleft()
        except BrokenProcessPool:
            pass  # the system ended one, most likely for want of memory
        except BaseException:
            for process in multiprocessing.active_children():
                process.terminate()
            processes.shutdown(wait=False, cancel_futures=True)
            raise
    for part, _ in waiting:
        for folder in part:
            yield folder, _outcome(checking, kept, folder)


def _outcome(checking: Checking, kept: Kept | None, folder: str) -> Outcome:
    tree = checking.portion(folder)
    found = checking.of(tree)
    return kept.keep(folder, found, tree) if kept else found


_AT_WORK: dict[str, Any] = {}
"""In a process that was begun for it: the check that it works on, and what is kept of it."""


def _begin(checking: Checking, kept: Kept | None) -> None:
    as_worker()
    _AT_WORK.update(checking=checking, kept=kept)


def _work(folders: Sequence[str]) -> list[tuple[str, Outcome]]:
    return [(folder, _outcome(**_AT_WORK, folder=folder)) for folder in folders]


def _cores() -> int:
    """How many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
