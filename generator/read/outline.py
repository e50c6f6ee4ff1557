"""Which audits stand in the tree, by the names of its files alone: nothing is read yet."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.limits import MAX_BYTES, MAX_FILES
from generator.model.layout import AUDIT_FILES, REGISTERS, kind_of
from generator.model.words import Id
from generator.read.folder import Unread, list_folder, read_bytes, walk
from generator.read.picture import PICTURES
from generator.read.rules.nothing_to_read import no_folder, nothing_there
from generator.read.rules.unsafe_file import too_many

HEAD = AUDIT_FILES[0].pattern


@dataclass(frozen=True)
class Outline:
    """Which audits stand in the tree."""

    root: Path
    """The folder `audits`."""
    rooms: Mapping[Id, int] = field(default_factory=dict)
    """The folders of the audits, in order, each with how many files and folders it may hold."""
    heads: frozenset[Id] = frozenset()
    """Those that hold an `audit.yml`, whatever it says."""
    unread: frozenset[Unread] = frozenset()
    """Those whose `audit.yml` is there, or was most likely meant to be, and cannot be taken in."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with the tree as a whole: there is nothing in it, or more than anybody has."""


@dataclass
class _Names:
    """The names in a folder; why it cannot be looked into is said when it is read."""

    root: Path

    def refused(self, fault: Diagnostic, inside: tuple[str, ...]) -> None:
        """This folder is not looked into, for this reason."""


def outline(root: Path) -> Outline:
    """Which audits stand in the folder `audits` at `root`."""
    if not root.is_dir():
        return Outline(root, diagnostics=(no_folder(root.name),))
    names = _Names(root)
    top = [entry for entry, _ in walk(names, ())]
    rooms: dict[Id, int] = {}
    heads: set[Id] = set()
    unread: set[Unread] = set()
    wrong: list[Diagnostic] = []
    room = MAX_FILES - len(top)
    for folder in top:
        if not folder.is_dir(follow_symlinks=False) or kind_of(folder.name, REGISTERS):
            continue
        rooms[folder.name] = room
        is_plain = True
        for entry, inside in walk(names, (folder.name,)):
            if room == 0:
                wrong.append(too_many("/".join((root.name, *inside)), MAX_FILES))
                break
            room -= 1
            is_plain &= len(inside) > 2 or _is_plain(entry)
        if isinstance(read_bytes(Path(folder.path, HEAD), HEAD, MAX_BYTES), bytes):
            heads.add(folder.name)
            if is_plain:
                continue
        odd = list_folder(root, folder.name, rooms[folder.name])
        unread |= {(audit, kind) for audit, kind in odd.unread if kind == "audit"}
        if wrong:
            break
    if not rooms and not any(kind_of(entry.name, REGISTERS) for entry in top):
        wrong.append(nothing_there(root.name))
    return Outline(root, rooms, frozenset(heads), frozenset(unread), tuple(wrong))


def _is_plain(entry: os.DirEntry[str]) -> bool:
    """Whether what stands at the top of an audit is of a kind that belongs there."""
    if entry.is_dir(follow_symlinks=False):
        return True
    known = kind_of(entry.name, AUDIT_FILES) or entry.name.lower().endswith(PICTURES)
    return bool(known) and not entry.is_symlink()
