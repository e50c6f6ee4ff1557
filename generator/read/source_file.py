"""One file of the tree as read, and the Markdown in it: every text an author wrote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from generator.diagnostics import Place
from generator.model.anatomy import Part, parts
from generator.model.layout import FileKind
from generator.model.words import Markdown
from generator.read.document import Alignment, Document
from generator.read.yaml import Loc

_OF_OTHERS: Final = ("return", "tool", "sources")
"""Kinds of files whose texts are an agency's own, ask for something, or list what a source has."""


@dataclass(frozen=True)
class SourceFile:
    """One file of the tree, as far as it could be read."""

    kind: FileKind
    audit: str | None
    """The id of its audit; none for a register."""
    names: Mapping[str, str]
    """The ids in its path: `case`, `agency`."""
    document: Document
    held: Any
    """The record, mapping of records, or text of prose; None where nothing could be read."""
    whole: bool
    """Whether it could be read without a fault, so that what it lacks is really missing."""
    keeps_names: bool
    """Whether every id and reference in it could be read, whatever else is at fault."""

    @property
    def inside(self) -> str:
        """Its path below its audit's folder, or a register's name."""
        return "/".join(self.document.path.split("/")[2 if self.audit else 1 :])

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Every reference and every text in Markdown in the fields of what it holds."""
        return tuple(parts(self.held))

    @property
    def texts(self) -> tuple[Text, ...]:
        """Every text in Markdown that it holds."""
        if isinstance(self.held, str):
            return (Text(self, (), self.held),)
        return tuple(
            Text(self, part.loc, part.text, part.mark.is_remark)
            for part in self.parts
            if isinstance(part.mark, Markdown)
        )


@dataclass(frozen=True)
class Text:
    """One text in Markdown: a whole file's, or a field's."""

    file: SourceFile
    loc: Loc
    text: str
    is_remark: bool = False
    """Whether it speaks of what a source printed, or of a target."""

    @property
    def tells_of_the_audit(self) -> bool:
        """Whether its figures are the audit's: those of a form or of the sources' list are not."""
        return (
            bool(self.file.audit) and self.file.kind.name not in _OF_OTHERS and not self.is_remark
        )

    def place(self, start: int, end: int) -> Place:
        """Where a part of the text stands in the file."""
        return self.file.document.place_in(self._alignment, start, end)

    @cached_property
    def _alignment(self) -> Alignment:
        return self.file.document.aligned(self.loc, self.text)

    def places(self, pieces: Iterable[str], after: str = "") -> Iterator[tuple[str, Place]]:
        """Each piece, in the order in which they stand in the text, with its place."""
        held = list(pieces)
        if not held:
            return  # most texts have none: nothing is to be placed
        yield from zip(held, self.file.document.places_of(self.loc, held, after), strict=True)
