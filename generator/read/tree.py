"""The tree as read: the library of records, each file with its places, and every fault."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.visible import OTHER_SPACES, name_of
from generator.model.layout import AUDIT_FILES, REGISTERS, FileKind, kind_of
from generator.model.library import Audit, Library
from generator.model.words import is_id
from generator.read import front_matter, yaml
from generator.read.document import Document
from generator.read.folder import Found, is_misspelt_audit_file, list_folder
from generator.read.hash_in_text import lost_behind_a_hash
from generator.read.rules.anchor_or_tag import anchor_or_tag
from generator.read.rules.bad_id import bad_id
from generator.read.rules.duplicate_key import duplicate_key
from generator.read.rules.empty_text import empty_file
from generator.read.rules.front_matter import body_in_front_matter, never_closed, no_front_matter
from generator.read.rules.not_utf8 import is_utf16, not_utf8
from generator.read.rules.nothing_to_read import no_folder, nothing_there
from generator.read.rules.several_documents import several_documents
from generator.read.rules.thousands_comma import thousands_comma
from generator.read.rules.unexpected_file import no_audit_file
from generator.read.rules.unfinished_merge import MERGE, unfinished_merge
from generator.read.rules.yaml_syntax import key_is_no_text, other_space, too_deep, yaml_syntax
from generator.read.shape import shape, shape_prose
from generator.read.source_file import SourceFile, Text
from generator.read.unseen import unseen_signs


@dataclass(frozen=True)
class Tree:
    """Everything under the folder `audits`, and every fault of reading it."""

    library: Library
    files: tuple[SourceFile, ...]
    pictures: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]
    unread: frozenset[tuple[str | None, str]] = frozenset()
    """The audit and kind of files that stand in the tree and could not be taken in."""
    beside_pictures: Mapping[str, str] = field(default_factory=dict)
    """What files of pictures say in words beside what they show, by path."""

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
        return frozenset(
            file.audit for file in self.files if file.audit and file.kind.name == "audit"
        )

    @cached_property
    def _grouped(self) -> dict[tuple[str | None, str], tuple[SourceFile, ...]]:
        grouped: dict[tuple[str | None, str], list[SourceFile]] = {}
        for file in self.files:
            grouped.setdefault((file.audit, file.kind.name), []).append(file)
        return {key: tuple(files) for key, files in grouped.items()}


def read_tree(root: Path) -> Tree:
    """Read the folder `audits` at `root`."""
    if not root.is_dir():
        return Tree(Library(), (), (), (no_folder(root.name),))
    folder = list_folder(root)
    diagnostics = list(folder.diagnostics)
    if not (folder.files or folder.folders):
        diagnostics.append(nothing_there(root.name))
    files: list[SourceFile] = []
    for found in folder.files:
        file, faults = _read(found)
        files.append(file)
        diagnostics += faults
    with_head = {file.audit for file in files if file.kind.name == "audit"}
    misspelt = {
        diagnostic.place.path.split("/")[1]
        for diagnostic in folder.diagnostics
        if diagnostic.rule == "unexpected-file" and is_misspelt_audit_file(diagnostic.about)
    }
    for name in folder.folders:
        if not is_id(name):
            diagnostics.append(bad_id(Place(f"{root.name}/{name}"), name))
        elif name not in with_head | misspelt and (name, "audit") not in folder.unread:
            diagnostics.append(no_audit_file(f"{root.name}/{name}", name))
    return Tree(
        _library(files),
        tuple(files),
        folder.pictures,
        tuple(sorted(diagnostics)),
        folder.unread,
        folder.beside,
    )


def with_file(tree: Tree, path: str, kind: FileKind, audit: str, data: bytes) -> Tree:
    """The tree as it would be with this file of an audit, in place of one that stands there."""
    file, faults = _read(Found(path, kind, audit, {}, data))
    files = (*(one for one in tree.files if one.document.path != path), file)
    faults += [fault for fault in tree.diagnostics if fault.place.path != path]
    return replace(tree, library=_library(files), files=files, diagnostics=tuple(sorted(faults)))


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
        files[path], wrong = _read(Found(path, kind, audit, dict(names), text.encode("utf-8")))
        faults += wrong
    in_order = tuple(files[path] for path in sorted(files, key=lambda path: path.split("/")))
    return replace(
        tree, library=_library(in_order), files=in_order, diagnostics=tuple(sorted(faults))
    )


def read_file(path: str, kind: FileKind, data: bytes) -> tuple[SourceFile, list[Diagnostic]]:
    """Read one file alone, as if it stood at `path`."""
    return _read(Found(path, kind, None, {}, data))


def _read(found: Found) -> tuple[SourceFile, list[Diagnostic]]:
    held: Any = None
    document, faults = _document(found)
    keeps_names = not faults
    if not faults or document.root is not None:
        if found.kind.record is None:
            shaped = shape_prose(document)
            faults += shaped.diagnostics
            held = shaped.held
        elif document.root is None and not faults:
            faults.append(empty_file(document.place(())))
        else:
            shaped = shape(document, found.kind)
            # What YAML found wrong on a line is the cause of what seems wrong with its value.
            lines = {fault.place.line for fault in faults}
            faults += [
                diagnostic
                for diagnostic in shaped.diagnostics
                if diagnostic.place.line not in lines
            ]
            held = shaped.held
            keeps_names = keeps_names and shaped.keeps_names
    file = SourceFile(
        kind=found.kind,
        audit=found.audit,
        names=found.names,
        document=document,
        held=held,
        whole=not faults,
        keeps_names=keeps_names and held is not None,
    )
    return file, faults


def _document(found: Found) -> tuple[Document, list[Diagnostic]]:
    """The file's text parsed, as far as it can be."""
    if found.data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in found.data[:2]:
        text = found.data.decode("utf-16", "replace")
        document = Document(found.path, text)
        return document, [is_utf16(document.index_place(0))]
    try:
        text = found.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The error's own bytes: the mark at the start of the file is gone from them.
        document = Document(found.path, error.object.decode("utf-8", "replace"))
        at = len(error.object[: error.start].decode("utf-8"))
        return document, [not_utf8(document.index_place(at), error.object[error.start])]
    if merges := list(MERGE.finditer(text)):
        document = Document(found.path, text)
        return document, [
            unfinished_merge(document.index_place(one.start("sign"), 7), one["sign"])
            for one in merges
        ]
    if found.kind.record is None:
        document = Document(found.path, text, body_start=0)
        return document, list(unseen_signs(document))
    if not found.kind.is_markdown:
        parsed = yaml.parse(text)
        document = Document(found.path, text, parsed.root, parsed.event)
        faults = [*_faults(document, parsed.faults), *_split_numbers(document)]
        faults += unseen_signs(document)
        return document, [*faults, *lost_behind_a_hash(document, found.kind)]
    halves = front_matter.split(text)
    if halves is None:
        document = Document(found.path, text)
        wrong = never_closed if text.startswith("---") else no_front_matter
        return document, [wrong(document.index_place(0))]
    parsed = yaml.parse(halves.yaml)
    root = yaml.Mapping() if parsed.root is None and not parsed.faults else parsed.root
    body = text[halves.body_start :].strip()
    document = Document(
        found.path, text, root, parsed.event, halves.body_start, str(found.kind.body)
    )
    faults = [*_faults(document, parsed.faults), *unseen_signs(document)]
    faults += lost_behind_a_hash(document, found.kind)
    if isinstance(root, yaml.Mapping):
        field = str(found.kind.body)
        if field in root:
            start = yaml.span_of(root.key_events[field]).start
            faults.append(body_in_front_matter(document.index_place(start, len(field)), field))
        root[field] = body
    return document, faults


def _split_numbers(document: Document) -> Iterator[Diagnostic]:
    """Where a comma in a number made a name of its last digits: `{yes: 1,204}`."""
    if not _SPLIT.search(document.text):
        return
    nodes = [document.root]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.Mapping):
            before: yaml.Node = None
            for key, value in node.items():
                if value is None and isinstance(before, str) and re.fullmatch(r"[0-9]{3}", key):
                    place = document.index_place(yaml.span_of(node.key_events[key]).start, 3)
                    if re.fullmatch(r"[0-9]{1,3}", before):
                        yield thousands_comma(place, before, key)
                before = value
            nodes += node.values()
        elif isinstance(node, list):
            nodes += node


_SPLIT: Final = re.compile(r"[0-9],[0-9]{3}\b")


def _other_space(document: Document) -> Diagnostic | None:
    """The first space of another kind where the structure of a file goes by spaces."""
    found = _IN_PLACE_OF_A_SPACE.search(document.text)
    if not found:
        return None
    return other_space(document.index_place(found.start("space")), name_of(found["space"][0]))


_IN_PLACE_OF_A_SPACE: Final = re.compile(
    rf"^ *(?:[\w.-]+:|- *)?(?P<space>[{OTHER_SPACES}]+)", re.MULTILINE
)


def _faults(document: Document, faults: Sequence[yaml.Fault]) -> list[Diagnostic]:
    if faults and (space := _other_space(document)):
        return [space]  # the cause of all the others
    return [_fault(document, fault) for fault in faults]


def _fault(document: Document, fault: yaml.Fault) -> Diagnostic:
    place = document.index_place(fault.span.start, max(1, fault.span.end - fault.span.start))
    match fault.kind:
        case "duplicate":
            first = document.index_place(fault.first.start if fault.first else 0)
            return duplicate_key(place, fault.detail, first.line)
        case "anchor":
            return anchor_or_tag(place, fault.detail)
        case "documents":
            return several_documents(place)
        case "key":
            return key_is_no_text(place)
        case "depth":
            return too_deep(place)
        case _:
            return yaml_syntax(place, fault.detail, document.line(place.line) or "")


def _library(files: Iterable[SourceFile]) -> Library:
    registers: dict[str, Any] = {}
    audits: dict[str, dict[str, Any]] = {}
    for file in files:
        if file.held is None:
            continue
        if file.audit is None:
            registers[file.kind.name] = file.held
            continue
        parts = audits.setdefault(file.audit, {})
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
            case name:
                parts[name.replace("-", "_")] = file.held
    for parts in audits.values():
        if "analysis" in parts:
            in_order = sorted(parts["analysis"].items(), key=lambda item: (item[1].order, item[0]))
            parts["analysis"] = dict(in_order)
    registers = {kind.name: registers.get(kind.name, {}) for kind in REGISTERS}
    with_head = {name: parts for name, parts in audits.items() if "title" in parts and is_id(name)}
    return Library(
        **registers, audits={name: Audit(id=name, **parts) for name, parts in with_head.items()}
    )
