"""Which scale each answer and each judgement is measured on, as far as that is certain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from generator.model.library import Audit
from generator.model.registers import Scale, ScaleKind
from generator.model.returns import Answer, NonAnswer, Return
from generator.model.tool import JudgementAsked, Question
from generator.read.source_file import SourceFile
from generator.read.tree import Tree

NON_ANSWERS: Final = tuple(answer.value for answer in NonAnswer)
"""What stands in a return where no value of a scale does."""


class GivenAnswer(NamedTuple):
    """An answer in a return, with the scale of its question."""

    file: SourceFile
    ref: str
    answer: Answer
    scale: Scale | None
    """None where the question or its scale is not known for certain."""


def given_answers(tree: Tree, audit: Audit) -> Iterator[GivenAnswer]:
    """Every answer in the audit's returns."""
    scales = question_scales(tree, audit)
    for file, return_ in returns(tree, audit):
        for ref, answer in return_.answers.items():
            yield GivenAnswer(file, ref, answer, scales.get(ref))


def returns(tree: Tree, audit: Audit) -> Iterator[tuple[SourceFile, Return]]:
    """The audit's returns, each with its file."""
    for file in tree.of("return", audit.id):
        if isinstance(file.held, Return):
            yield file, file.held


def question_scales(tree: Tree, audit: Audit) -> dict[str, Scale]:
    """The scale of each question, by its reference."""
    return _scales(tree, audit.tool.questions if audit.tool else ())


def judgement_scales(tree: Tree, audit: Audit) -> dict[str, Scale]:
    """The scale of each judgement, by its reference."""
    return _scales(tree, audit.tool.judgements if audit.tool else ())


def asked_scales(tree: Tree, audit: Audit) -> dict[str, Scale]:
    """The scale of each question and judgement, by its reference."""
    return {**judgement_scales(tree, audit), **question_scales(tree, audit)}


def scale_called(tree: Tree, scale_id: str) -> Scale | None:
    """The scale, where it is certain that it has every value that it should have."""
    scale = tree.library.scales.get(scale_id)
    return scale if scale and scale.choices and tree.is_whole("scales") else None


def values_of(scale: Scale) -> str:
    """The values that can be chosen, in words."""
    if scale.kind is ScaleKind.SCORE:
        return f"a whole number from {scale.lowest} to {scale.highest}"
    return ", ".join(f"`{value}`" for value in scale.choices)


def _scales(tree: Tree, asked: Iterable[Question | JudgementAsked]) -> dict[str, Scale]:
    scales: dict[str, Scale] = {}
    for question in asked:
        scale = scale_called(tree, question.scale)
        if scale and question.ref not in scales:
            scales[question.ref] = scale
    return scales
