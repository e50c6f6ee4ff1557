"""Reading one file at a time, as if it stood in a tree."""

from generator.diagnostics import Diagnostic
from generator.model.layout import AUDIT_FILES, REGISTERS, FileKind
from generator.read.one_file import read_file
from generator.read.source_file import SourceFile

KINDS = {kind.name: kind for kind in (*REGISTERS, *AUDIT_FILES)}


def kind(name: str) -> FileKind:
    return KINDS[name]


def read(name: str, text: str) -> tuple[SourceFile, list[Diagnostic]]:
    """The file of that kind, and its faults."""
    return read_file("a.yml", KINDS[name], text.encode())


def said(name: str, text: str) -> list[str]:
    """The faults of the file, a line each: `line:column+width rule: message`."""
    return [
        f"{one.place.line}:{one.place.column}+{one.place.width} {one.rule}: {one.message}"
        for one in sorted(read(name, text)[1])
    ]
