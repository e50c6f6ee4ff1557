"""The Markdown of the tree: every text an author wrote, and where a piece of it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.diagnostics import Place
from generator.model.anatomy import parts
from generator.model.words import Markdown
from generator.read.tree import SourceFile, Tree
from generator.read.yaml import Loc

_OF_OTHERS: Final = ("return", "tool", "sources")
"""Kinds of files whose texts are an agency's own, ask for something, or list what a source has."""


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
        return self.file.document.place_in(self.loc, self.text, start, end)

    def places(self, pieces: Iterable[str], after: str = "") -> Iterator[tuple[str, Place]]:
        """Each piece, in the order in which they stand in the text, with its place."""
        earlier: list[str] = []
        for piece in pieces:
            # A piece may be the start of another one: `question:R1` and `question:R10`.
            nth = sum((after + one).count(after + piece) for one in earlier)
            yield piece, self.file.document.place_of(self.loc, piece, nth, after)
            earlier.append(piece)


def texts(tree: Tree) -> Iterator[Text]:
    """Every text of the registers and of the audits that can be judged."""
    for file in tree.files:
        if file.audit and file.audit not in tree.library.audits:
            continue
        if isinstance(file.held, str):
            yield Text(file, (), file.held)
            continue
        for part in parts(file.held):
            if isinstance(part.mark, Markdown):
                yield Text(file, part.loc, part.text, part.mark.is_remark)
