"""The questions of other audits that a tool says its own are the same as, and where it says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.tool import Question, SameQuestion, Tool
from generator.read.shape import STAND_IN
from generator.read.source_file import SourceFile
from generator.read.tree import Tree
from generator.read.yaml import Loc


@dataclass(frozen=True)
class SaidSame:
    """That a question is the same as one of another audit."""

    file: SourceFile
    loc: Loc
    question: Question
    same: SameQuestion


def said_same(tree: Tree) -> Iterator[SaidSame]:
    """Everything that stands under `same_as`, but for what lacks its audit or its reference."""
    for file in tree.files:
        if isinstance(file.held, Tool):
            for section_at, section in enumerate(file.held.sections):
                for at, question in enumerate(section.questions):
                    loc = ("sections", section_at, "questions", at, "same_as")
                    for index, same in enumerate(question.same_as):
                        if STAND_IN not in (same.audit, same.ref):
                            yield SaidSame(file, (*loc, index), question, same)
