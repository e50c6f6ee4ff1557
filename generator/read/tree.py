"""The tree as read: what each audit and the registers hold, with every place and every fault.

What is judged at a time is a portion of it: the registers, or one audit with what it names of
others. The whole tree is judged portion by portion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.nearest import nearest
from generator.limits import MAX_FILES
from generator.model.layout import AUDIT_FILES, REGISTERS, FileKind, kind_of
from generator.model.library import Audit, Library
from generator.model.words import Reference, is_id
from generator.read.folder import Found, Unread, is_misspelt_audit_file, list_folder
from generator.read.one_file import read_found
from generator.read.outline import Outline, outline
from generator.read.rules.bad_id import bad_id
from generator.read.rules.unexpected_file import no_audit_file
from generator.read.source_file import SourceFile, Text


@dataclass(frozen=True, eq=False)
class Read:
    """What was read of one audit, or of the registers."""

    audit: str | None
    """The audit's folder; none for the registers."""
    files: tuple[SourceFile, ...]
    pictures: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    unread: frozenset[Unread]
    beside_pictures: Mapping[str, str]
    """What files of pictures say in words beside what they show, by path."""

    @cached_property
    def held(self) -> Audit | None:
        """The audit that the files make up; none without a head that could be read."""
        return _audit(self.audit, self.files) if self.audit else None

    @cached_property
    def registers(self) -> Library:
        """The registers that the files make up, and no audit."""
        held = {file.kind.name: file.held for file in self.files if file.held is not None}
        return Library(**{kind.name: held.get(kind.name, {}) for kind in REGISTERS})

    @cached_property
    def named(self) -> frozenset[str]:
        """The audits that its fields name, whether there are such."""
        return frozenset(
            part.text.split("/")[0]
            for file in self.files
            for part in file.parts
            if isinstance(part.mark, Reference) and part.mark.kind in _OF_OTHERS
        )

    def with_file(self, found: Found) -> Read:
        """The same with this file, in place of one that stands there."""
        file, faults = read_found(found)
        files = {one.document.path: one for one in self.files} | {found.path: file}
        faults += [fault for fault in self.diagnostics if fault.place.path != found.path]
        in_order = sorted(files, key=lambda path: path.split("/"))
        return replace(
            self,
            files=tuple(files[path] for path in in_order),
            diagnostics=tuple(sorted(faults)),
        )


_OF_OTHERS: Final = ("audit", "recommendation of any audit")
"""The kinds of names that stand for something of another audit."""


@dataclass(frozen=True, eq=False)
class Tree:
    """The folder `audits`, or a portion of it."""

    own: tuple[Read, ...]
    """What is judged: the registers, one audit, or all of them, the registers first."""
    audits: frozenset[str]
    """The folders of the tree that hold an `audit.yml`, whatever it says."""
    heads_unread: frozenset[Unread] = frozenset()
    """Those of the tree whose `audit.yml` could not be taken in."""
    others: tuple[Read, ...] = ()
    """What an audit is judged by: the registers, and the audits that it names."""

    @property
    def audit(self) -> str | None:
        """Of one audit's portion: its folder."""
        return self.own[0].audit

    @cached_property
    def library(self) -> Library:
        """The registers, with the audits that are judged or named."""
        reads = (*self.own, *self.others)
        (registers,) = (read.registers for read in reads if read.audit is None)
        held = {read.held.id: read.held for read in reads if read.held}
        return registers.model_copy(update={"audits": held})

    @cached_property
    def files(self) -> tuple[SourceFile, ...]:
        """The files that are judged."""
        return tuple(file for read in self.own for file in read.files)

    @cached_property
    def pictures(self) -> tuple[str, ...]:
        """The paths of the pictures that are judged."""
        return tuple(picture for read in self.own for picture in read.pictures)

    @cached_property
    def beside_pictures(self) -> Mapping[str, str]:
        """What files of pictures say in words beside what they show, by path."""
        return {path: said for read in self.own for path, said in read.beside_pictures.items()}

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was found wrong when what is judged was read."""
        return tuple(sorted(fault for read in self.own for fault in read.diagnostics))

    @cached_property
    def unread(self) -> frozenset[Unread]:
        """What stands there, or in what it is judged by, and could not be taken in."""
        return self.heads_unread.union(*(read.unread for read in (*self.own, *self.others)))

    @cached_property
    def judged(self) -> tuple[Audit, ...]:
        """The audits that are judged."""
        return tuple(read.held for read in self.own if read.held)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text of the registers and of the audits that can be judged."""
        judged = (read for read in self.own if read.audit is None or read.held)
        return tuple(text for read in judged for file in read.files for text in file.texts)

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
    def _grouped(self) -> dict[tuple[str | None, str], tuple[SourceFile, ...]]:
        grouped: dict[tuple[str | None, str], list[SourceFile]] = {}
        for read in (*self.own, *self.others):
            for file in read.files:
                grouped.setdefault((file.audit, file.kind.name), []).append(file)
        return {key: tuple(files) for key, files in grouped.items()}


def read_tree(root: Path, reading: Callable[[Outline, str], Read] | None = None) -> Tree:
    """Read the folder `audits` at `root`, all of it.

    `reading` gives what one audit holds, for whoever has read some of them before.
    """
    seen = outline(root)
    audits = (reading(seen, name) if reading else read_audit(seen, name) for name in seen.rooms)
    return Tree((_registers(seen), *audits), seen.heads, seen.unread)


def read_registers(seen: Outline) -> Tree:
    """Read what stands beside the audits, to be judged alone."""
    return Tree((_registers(seen),), seen.heads, seen.unread)


def _registers(seen: Outline) -> Read:
    """What stands beside the audits; what is wrong with the tree as a whole is said there."""
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


def portion(registers: Tree, own: Read, reading: Callable[[str], Read]) -> Tree:
    """The portion of one audit, judged by the registers and by the audits that it names.

    `reading` reads one of these.
    """
    others = _named(own, registers.audits, reading)
    return replace(registers, own=(own,), others=(registers.own[0], *others))


def _named(own: Read, audits: frozenset[str], reading: Callable[[str], Read]) -> Iterator[Read]:
    """The audits that an audit names, and those that came before them."""
    waiting = sorted(own.named)
    seen = {own.audit}
    while waiting:
        named = waiting.pop(0)
        # Where there is none of the name, what is said of it is said by the one that was meant.
        name = named if named in audits else nearest(named, audits)
        if name in audits and name not in seen:
            seen.add(name)
            read = reading(name)
            yield read
            if read.held and read.held.earlier:
                waiting.append(read.held.earlier)


def portions(tree: Tree) -> Iterator[Tree]:
    """The portions of a whole tree: that of the registers, then each audit's."""
    read = {one.audit: one for one in tree.own}
    registers = replace(tree, own=tree.own[:1])
    yield registers
    for own in tree.own[1:]:
        yield portion(registers, own, read.__getitem__)


def with_file(tree: Tree, path: str, kind: FileKind, audit: str, data: bytes) -> Tree:
    """The whole tree as it would be with this file of an audit."""
    return _with(tree, [Found(path, kind, audit, {}, data)])


def with_returns(tree: Tree, texts: Mapping[str, str]) -> Tree:
    """The whole tree as it would be with these returns, by their paths."""
    return _with(tree, [_found(path, text.encode("utf-8")) for path, text in texts.items()])


def _found(path: str, data: bytes) -> Found:
    _, audit, name = path.split("/", 2)
    known = kind_of(name, AUDIT_FILES)
    if known is None:
        raise ValueError(f"no audit has a file {name}")
    kind, names = known
    return Found(path, kind, audit, dict(names), data)


def _with(tree: Tree, files: Iterable[Found]) -> Tree:
    reads = {read.audit: read for read in tree.own}
    for found in files:
        reads[found.audit] = reads[found.audit].with_file(found)
    return replace(tree, own=tuple(reads.values()))


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
