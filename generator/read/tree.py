"""The tree as read: the library of records, each file with its places, and every fault.

What is read and judged at a time is a portion of it: the registers, or one audit with what it
names of others. The whole tree is all of them together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeVar

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.nearest import nearest
from generator.limits import MAX_FILES
from generator.model.layout import AUDIT_FILES, REGISTERS, FileKind, kind_of
from generator.model.library import Audit, Library
from generator.model.words import Reference, is_id
from generator.read.folder import Found, is_misspelt_audit_file, list_folder
from generator.read.one_file import read_found
from generator.read.outline import Outline, outline
from generator.read.rules.bad_id import bad_id
from generator.read.rules.unexpected_file import no_audit_file
from generator.read.source_file import SourceFile, Text

Unread = tuple[str | None, str]
"""The audit and kind of a file that stands in the tree and could not be taken in."""


@dataclass(frozen=True, eq=False)
class Read:
    """What was read of one audit, or of the registers."""

    audit: str | None
    """The audit's folder; none for the registers."""
    files: tuple[SourceFile, ...]
    pictures: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    unread: frozenset[Unread]
    """The audit and kind of files that stand there and could not be taken in."""
    beside_pictures: Mapping[str, str]
    """What files of pictures say in words beside what they show, by path."""

    @cached_property
    def held(self) -> Audit | None:
        """The audit that the files make up; none without a head that could be read."""
        return _audit(self.audit, self.files) if self.audit else None

    @cached_property
    def named(self) -> frozenset[str]:
        """The audits that its fields name, whether there are such."""
        return frozenset(
            part.text.split("/")[0]
            for file in self.files
            for part in file.parts
            if isinstance(part.mark, Reference) and part.mark.kind in _OF_OTHERS
        )


_OF_OTHERS: Final = ("audit", "recommendation of any audit")
"""The kinds of names that stand for something of another audit."""


@dataclass(frozen=True, eq=False)
class Tree:
    """What was read of everything under the folder `audits`, or of a portion, with every fault."""

    library: Library
    files: tuple[SourceFile, ...]
    """The files that are judged."""
    pictures: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    unread: frozenset[Unread] = frozenset()
    """The audit and kind of files that stand in the tree and could not be taken in."""
    beside_pictures: Mapping[str, str] = field(default_factory=dict)
    """What files of pictures say in words beside what they show, by path."""
    audit: str | None = None
    """Of an audit's portion: its folder."""
    others: tuple[SourceFile, ...] = ()
    """Of a portion: files that it is judged by, those of the registers and of audits it names."""
    elsewhere: frozenset[str] = frozenset()
    """Of a portion: all audits of the tree."""
    is_portion: bool = False

    def of(self, kind: str, audit: str | None = None) -> tuple[SourceFile, ...]:
        """The files of a kind, of one audit or of the registers."""
        return self._grouped.get((audit, kind), ())

    def is_whole(self, kind: str, audit: str | None = None) -> bool:
        """Whether every file of the kind was read without a fault."""
        return (audit, kind) not in self.unread and all(file.whole for file in self.of(kind, audit))

    def keeps_names(self, kind: str, audit: str | None = None) -> bool:
        """Whether every id and reference in files of the kind could be read."""
        files = self.of(kind, audit)
        return (audit, kind) not in self.unread and all(file.keeps_names for file in files)

    def is_whole_audit(self, audit: str) -> bool:
        """Whether every file of the audit was read without a fault."""
        return all(self.is_whole(kind.name, audit) for kind in AUDIT_FILES)

    @cached_property
    def judged(self) -> tuple[Audit, ...]:
        """The audits that are judged; of a portion, no other that it names."""
        if not self.is_portion:
            return tuple(self.library.audits.values())
        own = self.library.audits.get(self.audit or "")
        return (own,) if own else ()

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text of the registers and of the audits that can be judged."""
        return tuple(
            text
            for file in self.files
            if not file.audit or file.audit in self.library.audits
            for text in file.texts
        )

    @cached_property
    def audits(self) -> frozenset[str]:
        """The folders that hold an `audit.yml`, those included where it says something wrong."""
        return self.elsewhere | {
            file.audit for file in self.files if file.audit and file.kind.name == "audit"
        }

    @cached_property
    def _grouped(self) -> dict[tuple[str | None, str], tuple[SourceFile, ...]]:
        grouped: dict[tuple[str | None, str], list[SourceFile]] = {}
        for file in (*self.files, *self.others):
            grouped.setdefault((file.audit, file.kind.name), []).append(file)
        return {key: tuple(files) for key, files in grouped.items()}


def read_tree(root: Path, reading: Callable[[Outline, str], Read] | None = None) -> Tree:
    """Read the folder `audits` at `root`, all of it.

    `reading` gives what one audit holds, for whoever has read some of them before.
    """
    seen = outline(root)
    reading = reading or read_audit
    reads = [read_registers(seen), *(reading(seen, name) for name in seen.rooms)]
    files = tuple(file for read in reads for file in read.files)
    return Tree(
        _whole_library(reads),
        files,
        tuple(picture for read in reads for picture in read.pictures),
        tuple(sorted(fault for read in reads for fault in read.diagnostics)),
        frozenset().union(*(read.unread for read in reads)),
        {path: said for read in reads for path, said in read.beside_pictures.items()},
    )


def read_registers(seen: Outline) -> Read:
    """Read what stands beside the audits; what is wrong with the tree as a whole is said there."""
    if not seen.root.is_dir():
        return Read(None, (), (), seen.diagnostics, frozenset(), {})
    read = _read(seen.root, None)
    return replace(read, diagnostics=(*seen.diagnostics, *read.diagnostics))


def read_audit(seen: Outline, name: str) -> Read:
    """Read one audit."""
    read = _read(seen.root, name, seen.rooms[name])
    path = f"{seen.root.name}/{name}"
    if not is_id(name):
        wrong = bad_id(Place(path), name)
    elif not _has_head(read):
        wrong = no_audit_file(path, name)
    else:
        return read
    return replace(read, diagnostics=tuple(sorted((*read.diagnostics, wrong))))


def _has_head(read: Read) -> bool:
    """Whether the folder has an `audit.yml`, or a file that was meant to be it."""
    return (
        any(file.kind.name == "audit" for file in read.files)
        or (read.audit, "audit") in read.unread
        or any(
            fault.rule == "unexpected-file" and is_misspelt_audit_file(fault.about)
            for fault in read.diagnostics
        )
    )


def _read(root: Path, audit: str | None, room: int = MAX_FILES) -> Read:
    folder = list_folder(root, audit, room)
    faults = list(folder.diagnostics)
    files = []
    for found in folder.files:
        file, wrong = read_found(found)
        files.append(file)
        faults += wrong
    return Read(
        audit,
        tuple(files),
        folder.pictures,
        tuple(sorted(faults)),
        folder.unread,
        folder.beside,
    )


def registers_alone(read: Read, heads: frozenset[str], unread: frozenset[Unread]) -> Tree:
    """The portion of the registers; `heads` and `unread` are as an outline knows them."""
    return Tree(
        _registers(read.files),
        read.files,
        read.pictures,
        read.diagnostics,
        read.unread | unread,
        read.beside_pictures,
        elsewhere=heads,
        is_portion=True,
    )


def portion(registers: Tree, own: Read, reading: Callable[[str], Read]) -> Tree:
    """The portion of one audit, judged by the registers' and by the audits that it names.

    `reading` reads one of these.
    """
    others = tuple(_others(own, registers.audits, reading))
    audits = {read.held.id: read.held for read in (own, *others) if read.held}
    return Tree(
        registers.library.model_copy(update={"audits": audits}),
        own.files,
        own.pictures,
        own.diagnostics,
        own.unread.union(registers.unread, *(read.unread for read in others)),
        own.beside_pictures,
        audit=own.audit,
        others=(*registers.files, *(file for read in others for file in read.files)),
        elsewhere=registers.audits,
        is_portion=True,
    )


def _others(own: Read, heads: frozenset[str], reading: Callable[[str], Read]) -> Iterator[Read]:
    """The audits that an audit is judged by: those named, and those that came before them."""
    waiting = sorted(own.named)
    seen = {own.audit}
    while waiting:
        named = waiting.pop(0)
        # Where there is none of the name, what is said of it is said by the one that was meant.
        name = named if named in heads else nearest(named, heads)
        if name in heads and name not in seen:
            seen.add(name)
            read = reading(name)
            yield read
            if read.held and read.held.earlier:
                waiting.append(read.held.earlier)


def portions(tree: Tree) -> Iterator[Tree]:
    """The portions of a whole tree: that of the registers, then each audit's."""
    reads = _parted(tree)
    unread = frozenset(one for one in tree.unread if one[1] == "audit")
    registers = registers_alone(reads.pop(None), tree.audits, unread)
    yield registers
    for own in reads.values():
        yield portion(registers, own, reads.__getitem__)


def _parted(tree: Tree) -> dict[str | None, Read]:
    """What was read of the registers and of each audit, put apart again."""
    folders = {file.audit for file in tree.files if file.audit}
    folders |= {path.split("/")[1] for path in tree.pictures}

    def folder(path: str) -> str | None:
        name = path.split("/")[1] if "/" in path else ""
        return name if name in folders else None

    names = (None, *sorted(folders))
    files = _grouped(names, tree.files, lambda file: file.audit)
    pictures = _grouped(names, tree.pictures, folder)
    faults = _grouped(names, tree.diagnostics, lambda fault: folder(fault.place.path))
    beside = _grouped(names, tree.beside_pictures.items(), lambda one: folder(one[0]))
    unread = _grouped(names, tree.unread, lambda one: one[0] if one[0] in folders else None)
    return {
        name: Read(
            name,
            tuple(files[name]),
            tuple(pictures[name]),
            tuple(faults[name]),
            frozenset(unread[name]),
            dict(beside[name]),
        )
        for name in names
    }


def _grouped(
    names: Iterable[str | None], things: Iterable[_T], folder: Callable[[_T], str | None]
) -> dict[str | None, list[_T]]:
    grouped: dict[str | None, list[_T]] = {name: [] for name in names}
    for thing in things:
        grouped[folder(thing)].append(thing)
    return grouped


_T = TypeVar("_T")


def with_file(tree: Tree, path: str, kind: FileKind, audit: str, data: bytes) -> Tree:
    """The tree as it would be with this file of an audit, in place of one that stands there."""
    file, faults = read_found(Found(path, kind, audit, {}, data))
    files = (*(one for one in tree.files if one.document.path != path), file)
    faults += [fault for fault in tree.diagnostics if fault.place.path != path]
    return _with(tree, files, faults)


def with_returns(tree: Tree, texts: Mapping[str, str]) -> Tree:
    """The tree as it would be with these returns, by their paths, in place of those there."""
    faults = [fault for fault in tree.diagnostics if fault.place.path not in texts]
    files = {file.document.path: file for file in tree.files}
    for path, text in texts.items():
        _, audit, name = path.split("/", 2)
        found = kind_of(name, AUDIT_FILES)
        if found is None:
            raise ValueError(f"no audit has a file {name}")
        kind, names = found
        files[path], wrong = read_found(Found(path, kind, audit, dict(names), text.encode("utf-8")))
        faults += wrong
    in_order = tuple(files[path] for path in sorted(files, key=lambda path: path.split("/")))
    return _with(tree, in_order, faults)


def _with(tree: Tree, files: tuple[SourceFile, ...], faults: Iterable[Diagnostic]) -> Tree:
    changed = replace(tree, files=files, diagnostics=tuple(sorted(faults)))
    return replace(changed, library=_whole_library(_parted(changed).values()))


def _whole_library(reads: Iterable[Read]) -> Library:
    registers, *audits = reads
    held = {read.held.id: read.held for read in audits if read.held}
    return _registers(registers.files).model_copy(update={"audits": held})


def _registers(files: Iterable[SourceFile]) -> Library:
    held = {file.kind.name: file.held for file in files if file.held is not None}
    return Library(**{kind.name: held.get(kind.name, {}) for kind in REGISTERS})


def _audit(name: str, files: Iterable[SourceFile]) -> Audit | None:
    """The audit that the files of its folder make up; none without a head that could be read."""
    parts: dict[str, Any] = {}
    for file in files:
        if file.held is None:
            continue
        match file.kind.name:
            case "audit":
                parts |= dict(file.held)
            case "case":
                parts.setdefault("cases", {})[file.names["case"]] = file.held
            case "return":
                case = parts.setdefault("returns", {}).setdefault(file.names["case"], {})
                case[file.names["agency"]] = file.held
            case "analysis":
                parts.setdefault("analysis", {})[file.names["part"]] = file.held
            case kind:
                parts[kind.replace("-", "_")] = file.held
    if "analysis" in parts:
        in_order = sorted(parts["analysis"].items(), key=lambda item: (item[1].order, item[0]))
        parts["analysis"] = dict(in_order)
    return Audit(id=name, **parts) if "title" in parts and is_id(name) else None
