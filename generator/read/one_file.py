"""One file read: its text parsed, its data held against the model, and every fault of both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from generator.diagnostics import Diagnostic
from generator.diagnostics.visible import OTHER_SPACES, name_of
from generator.model.layout import FileKind
from generator.read import front_matter, yaml
from generator.read.document import Document
from generator.read.folder import Found
from generator.read.hash_in_text import lost_behind_a_hash
from generator.read.lines import decoded, in_utf16
from generator.read.rules.anchor_or_tag import anchor_or_tag
from generator.read.rules.duplicate_key import duplicate_key
from generator.read.rules.empty_text import empty_file
from generator.read.rules.front_matter import body_in_front_matter, never_closed, no_front_matter
from generator.read.rules.not_utf8 import is_utf16, not_utf8
from generator.read.rules.several_documents import several_documents
from generator.read.rules.thousands_comma import thousands_comma
from generator.read.rules.unfinished_merge import MERGE, unfinished_merge
from generator.read.rules.yaml_syntax import key_is_no_text, other_space, too_deep, yaml_syntax
from generator.read.shape import shape, shape_prose
from generator.read.source_file import SourceFile
from generator.read.unseen import unseen_signs


def read_file(path: str, kind: FileKind, data: bytes) -> tuple[SourceFile, list[Diagnostic]]:
    """Read one file alone, as if it stood at `path`."""
    return read_found(Found(path, kind, None, {}, data))


def read_found(found: Found) -> tuple[SourceFile, list[Diagnostic]]:
    """The file as far as it can be read, and every fault of it."""
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
    if in_utf16(found.data):
        document = Document(found.path, decoded(found.data))
        return document, [is_utf16(document.index_place(0))]
    try:
        text = found.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The error's own bytes: the mark at the start of the file is gone from them.
        document = Document(found.path, error.object.decode("utf-8", "replace"))
        at = len(error.object[: error.start].decode("utf-8"))
        return document, [not_utf8(document.index_place(at), error.object[error.start])]
    # Few texts hold such signs at all: the pattern looks at every line.
    may_be_a_merge = "<<<<<<<" in text or ">>>>>>>" in text
    if merges := list(MERGE.finditer(text)) if may_be_a_merge else []:
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
