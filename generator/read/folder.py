"""The files of the tree: which there are, what kind each is, and their text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.visible import unseen_in
from generator.diagnostics.wording import nearest
from generator.model.layout import AUDIT_FILES, REGISTERS, FileKind, kind_of
from generator.model.words import as_id
from generator.read.rules.unexpected_file import unexpected_file
from generator.read.rules.unsafe_file import is_link, too_large
from generator.read.rules.unseen_sign import unseen_in_name

MAX_BYTES: Final = 1_000_000
PICTURES: Final = (".png", ".jpg", ".jpeg", ".webp")


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
    """What stands in the tree."""

    files: tuple[Found, ...]
    folders: tuple[str, ...]
    """The names of the audits' folders."""
    pictures: tuple[str, ...]
    """The paths of pictures that Markdown may show."""
    diagnostics: tuple[Diagnostic, ...]
    unread: frozenset[tuple[str | None, str]]
    """The audit and kind of what stands in the tree, or was most likely meant to, unread."""


def list_folder(root: Path) -> Folder:
    """Everything below `root` in the order of its path; `root` is the folder `audits`."""
    files: list[Found] = []
    folders: list[str] = []
    pictures: list[str] = []
    diagnostics: list[Diagnostic] = []
    unread: set[tuple[str | None, str]] = set()
    for entry, inside in _walk(root, ()):
        path = "/".join((root.name, *inside))
        if entry.is_symlink():
            diagnostics.append(is_link(path))
            unread |= _behind(inside)
        elif entry.is_dir():
            if len(inside) == 1:
                folders.append(entry.name)
        elif len(inside) > 1 and path.lower().endswith(PICTURES):
            pictures.append(path)
            if sign := next(unseen_in(entry.name), None):
                diagnostics.append(unseen_in_name(Place(path), sign.group()))
        else:
            audit = inside[0] if len(inside) > 1 else None
            kinds = AUDIT_FILES if audit else REGISTERS
            name = "/".join(inside[1:] if audit else inside)
            known = kind_of(name, kinds)
            if known is None:
                expected = _expected(name, kinds)
                copy_of = _copy_of(entry, name)
                diagnostics.append(unexpected_file(path, name, list(expected), copy_of))
                near = next(iter(expected)) if len(expected) == 1 else nearest(name, expected)
                unread |= {(audit, expected[near].name)} if near else set()
            elif entry.stat().st_size > MAX_BYTES:
                diagnostics.append(too_large(path, entry.stat().st_size, MAX_BYTES))
                unread.add((audit, known[0].name))
            else:
                kind, names = known
                data = Path(entry.path).read_bytes()
                files.append(Found(path, kind, audit, dict(names), data))
    return Folder(
        tuple(files), tuple(folders), tuple(pictures), tuple(diagnostics), frozenset(unread)
    )


def is_misspelt_audit_file(name: str) -> bool:
    """Whether a file of this name was most likely meant to be `audit.yml`."""
    return nearest(name, _expected(name, AUDIT_FILES)) == "audit.yml"


def _walk(
    folder: Path, above: tuple[str, ...]
) -> Iterator[tuple[os.DirEntry[str], tuple[str, ...]]]:
    with os.scandir(folder) as entries:
        listed = sorted(entries, key=lambda entry: entry.name)
    for entry in listed:
        if entry.name.startswith((".", "_")) or _LITTER.fullmatch(entry.name):
            continue
        inside = (*above, entry.name)
        yield entry, inside
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), inside)


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


def _behind(inside: tuple[str, ...]) -> set[tuple[str | None, str]]:
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
