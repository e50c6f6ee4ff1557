"""The files of an audit, or of the registers: which there are, of what kind, and their text."""

from __future__ import annotations

import errno
import os
import posixpath
import re
import stat
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final, Protocol

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.nearest import nearest
from generator.diagnostics.visible import unseen_in
from generator.limits import MAX_BYTES, MAX_FILES, MAX_FOLDERS_DEEP, MAX_PICTURE_BYTES
from generator.model.layout import AUDIT_FILES, RECEIVED, REGISTERS, FileKind, kind_of
from generator.model.words import as_id
from generator.read.beside_picture import beside_picture
from generator.read.picture import PICTURES, fault_of
from generator.read.rules.unexpected_file import unexpected_file
from generator.read.rules.unsafe_file import (
    is_link,
    is_no_file,
    not_readable,
    too_deep,
    too_large,
)
from generator.read.rules.unsafe_picture import called_like
from generator.read.rules.unsafe_picture import too_large as too_large_a_picture
from generator.read.rules.unseen_sign import unseen_in_name

Unread = tuple[str | None, str]
"""The audit and kind of what stands in the tree, or was most likely meant to, unread."""


@dataclass(frozen=True)
class Found:
    """A file of the tree that has a place in it."""

    path: str
    """Relative to the folder that holds the tree, with forward slashes."""
    kind: FileKind
    audit: str | None
    """The audit's folder; none for a register."""
    names: dict[str, str]
    """The ids in its path: `case`, `agency`."""
    data: bytes


@dataclass(frozen=True)
class Folder:
    """What stands in an audit's folder, or beside the audits."""

    files: tuple[Found, ...]
    pictures: tuple[str, ...]
    """The paths of pictures that Markdown may show."""
    beside: Mapping[str, str]
    """What files of pictures say in words beside what they show, by path; only where they do."""
    diagnostics: tuple[Diagnostic, ...]
    unread: frozenset[Unread]


def list_folder(root: Path, audit: str | None, room: int = MAX_FILES) -> Folder:
    """All of an audit, or what stands beside the audits, in the order of its path.

    `root` is the folder `audits`; after `room` files and folders it ends. What the system refuses
    is said of the file or folder that it refuses; the rest is read.
    """
    listing = _Listing(root)
    for entry, inside in islice(walk(listing, (audit,) if audit else ()), room):
        listing.take(entry, inside)
    return Folder(
        tuple(listing.files),
        tuple(listing.pictures),
        listing.beside,
        tuple(listing.diagnostics),
        frozenset(listing.unread),
    )


@dataclass
class _Listing:
    """What was found so far."""

    root: Path
    files: list[Found] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    beside: dict[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    unread: set[Unread] = field(default_factory=set)
    _names: dict[str, str] = field(default_factory=dict)
    """The pictures by what computers that do not tell names apart take for their names."""

    def path(self, inside: tuple[str, ...]) -> str:
        return "/".join((self.root.name, *inside))

    def take(self, entry: os.DirEntry[str], inside: tuple[str, ...]) -> None:
        """Look what an entry of a folder is, and read it where it is a file of the tree."""
        path = self.path(inside)
        audit = inside[0] if len(inside) > 1 else None
        name = "/".join(inside[1:] if audit else inside)
        known = kind_of(name, AUDIT_FILES if audit else REGISTERS)
        if entry.is_symlink():
            self.diagnostics.append(is_link(path))
            self.unread |= _behind(inside)
        elif entry.is_dir(follow_symlinks=False):
            if known:
                self.refuse(is_no_file(path, "a folder"), audit, known[0].name)
        elif len(inside) > 1 and path.lower().endswith(PICTURES):
            self._picture(Path(entry.path), path)
        elif known is None:
            self._unexpected(entry, path, audit, name)
        else:
            kind, names = known
            data = read_bytes(Path(entry.path), path, MAX_BYTES)
            if isinstance(data, Diagnostic):
                self.refuse(data, audit, kind.name)
            else:
                self.files.append(Found(path, kind, audit, dict(names), data))

    def refused(self, fault: Diagnostic, inside: tuple[str, ...]) -> None:
        """Say why a folder is not looked into."""
        self.diagnostics.append(fault)
        self.unread |= _behind(inside) if inside else set()

    def refuse(self, fault: Diagnostic, audit: str | None, kind: str) -> None:
        """Say why a file is not read, so that what it would hold is not said to be missing."""
        self.diagnostics.append(fault)
        self.unread.add((audit, kind))

    def _picture(self, file: Path, path: str) -> None:
        """Look whether a picture is one, and can be told from the others by its name."""
        self.pictures.append(path)
        if sign := next(unseen_in(file.name), None):
            self.diagnostics.append(unseen_in_name(Place(path), sign.group()))
        other = self._names.setdefault(unicodedata.normalize("NFC", path).casefold(), path)
        if other != path:
            self.diagnostics.append(called_like(Place(path), posixpath.basename(other)))
        data = read_bytes(file, path, MAX_PICTURE_BYTES, too_large_a_picture)
        fault = data if isinstance(data, Diagnostic) else fault_of(path, data)
        if fault:
            self.diagnostics.append(fault)
        elif isinstance(data, bytes) and (said := beside_picture(data)):
            self.beside[path] = said

    def _unexpected(self, entry: os.DirEntry[str], path: str, audit: str | None, name: str) -> None:
        expected = _expected(name, AUDIT_FILES if audit else REGISTERS)
        copy_of = _copy_of(entry, name)
        self.diagnostics.append(unexpected_file(path, name, list(expected), copy_of))
        near = next(iter(expected)) if len(expected) == 1 else nearest(name, expected)
        self.unread |= {(audit, expected[near].name)} if near else set()


def read_bytes(
    file: Path, path: str, most: int, larger: Callable[[str, int, int], Diagnostic] = too_large
) -> bytes | Diagnostic:
    """What a file holds, or why it can't be read; `path` is what it is called in the tree.

    `larger` says what is wrong with one of more than `most` bytes. It is opened without waiting,
    and looked at before it is read: a pipe would never end.
    """
    try:
        handle = os.open(file, os.O_RDONLY | _WITHOUT_WAITING)
        with os.fdopen(handle, "rb") as opened:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                return is_no_file(path, _what(about.st_mode))
            if about.st_size > most:
                return larger(path, about.st_size, most)
            data = opened.read(most + 1)
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket can't even be opened
            return is_no_file(path, "a socket")
        return not_readable(path, error.strerror or str(error))
    return larger(path, len(data), most) if len(data) > most else data


_WITHOUT_WAITING: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


def _what(mode: int) -> str:
    kinds = ((stat.S_ISDIR, "a folder"), (stat.S_ISFIFO, "a pipe"), (stat.S_ISSOCK, "a socket"))
    return next((what for is_such, what in kinds if is_such(mode)), "a device")


def is_misspelt_audit_file(name: str) -> bool:
    """Whether a file of this name was most likely meant to be `audit.yml`."""
    return nearest(name, _expected(name, AUDIT_FILES)) == "audit.yml"


class Refusing(Protocol):
    """Whoever is told which folders are not looked into."""

    root: Path

    def refused(self, fault: Diagnostic, inside: tuple[str, ...]) -> None:
        """This folder is not looked into, for this reason."""


def walk(
    told: Refusing, top: tuple[str, ...]
) -> Iterator[tuple[os.DirEntry[str], tuple[str, ...]]]:
    """Every entry of an audit's folder, folders before what is in them, in the order of paths.

    Without a folder at its `top`, what stands beside the audits, and the audits' folders.
    """
    waiting: list[tuple[os.DirEntry[str] | None, tuple[str, ...]]] = [(None, top)]
    while waiting:
        entry, inside = waiting.pop()
        path = "/".join((told.root.name, *inside))
        if entry is not None:
            yield entry, inside
            if not top or not entry.is_dir(follow_symlinks=False):
                continue
            if len(inside) > MAX_FOLDERS_DEEP:
                told.refused(too_deep(path, MAX_FOLDERS_DEEP), ())
                continue
        try:
            with os.scandir(entry.path if entry else told.root.joinpath(*top)) as entries:
                listed = sorted(entries, key=lambda one: one.name, reverse=True)
        except OSError as error:
            told.refused(not_readable(path, error.strerror or str(error)), inside)
            continue
        waiting += [
            (one, (*inside, one.name))
            for one in listed
            if not (one.name.startswith((".", "_")) or _LITTER.fullmatch(one.name))
            and not (len(inside) == 1 and one.name == RECEIVED)
        ]


_LITTER: Final = re.compile(
    r"thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|~\$.*|\$recycle\.bin|~.*\.tmp|.*\.sw[op]"
    r"|#recycle|@eadir",
    re.IGNORECASE,
)
"""What Windows, macOS, network drives and editors leave beside the files."""

_COPY: Final = re.compile(
    r"(?:copy of )?(?P<stem>.+?)"
    r"(?:[ _-]*\(.*\)|[ _-]+copy(?: ?\(?[0-9]+\)?)?|[ _-]+[0-9]+|[ _.-]conflict.*"
    r")?"
    r"(?P<ending>\.(?:yml|md))(?:~|\.(?:orig|bak|old|rej|backup|save|tmp)|\.[0-9]+)?",
    re.IGNORECASE,
)
"""A file's name with what synced folders, file managers and editors put into that of a copy."""


def _copy_of(entry: os.DirEntry[str], name: str) -> str:
    """The file beside it that an unexpected one is most likely a copy of; empty where none is."""
    folded = unicodedata.normalize("NFC", entry.name).casefold()
    if folded != entry.name and Path(entry.path).with_name(folded).is_file():
        return "/".join((*name.split("/")[:-1], folded))
    found = _COPY.fullmatch(entry.name)
    beside = Path(entry.path).parent
    stem = found["stem"] if found else ""
    # `example-school-LAPTOP7`: the longest name that is there is what the machine's was added to.
    while stem:
        original = f"{stem}{found['ending']}" if found else ""
        if original != entry.name and (beside / original).is_file():
            return "/".join((*name.split("/")[:-1], original))
        stem = stem.rpartition("-")[0]
    return ""


def _behind(inside: tuple[str, ...]) -> set[Unread]:
    """The audit and kinds of what stands behind a link in the tree."""
    if len(inside) == 1:
        known = kind_of(inside[0], REGISTERS)
        return (
            {(None, known[0].name)} if known else {(inside[0], kind.name) for kind in AUDIT_FILES}
        )
    audit, *names = inside
    return {
        (audit, kind.name)
        for kind in AUDIT_FILES
        if kind.matches.fullmatch("/".join(names)) or kind.pattern.split("/")[:-1][:1] == names[:1]
    }


def _expected(name: str, kinds: tuple[FileKind, ...]) -> dict[str, FileKind]:
    """The expected names, with the ids of `name` put in where it has as many parts."""
    parts = name.split("/")
    names = {}
    beside = [kind for kind in kinds if len(parts) > 1 and kind.pattern.startswith(f"{parts[0]}/")]
    for kind in beside or kinds:
        pattern = kind.pattern.split("/")
        if len(pattern) == len(parts):
            pattern = [
                expected if "{" not in expected else _with_id(expected, part)
                for expected, part in zip(pattern, parts, strict=True)
            ]
        names["/".join(pattern)] = kind
    return names


def _with_id(pattern: str, name: str) -> str:
    stem = name.rpartition(".")[0] or name
    return (as_id(stem) or stem) + pattern.partition("}")[2]
