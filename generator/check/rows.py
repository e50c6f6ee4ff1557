"""The rows of published figures, each with its scale, as far as they can be reckoned with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.aggregate.joined import answers_joined
from generator.aggregate.printed_row import PrintedRow
from generator.aggregate.row_verdict import RowFault
from generator.check.asked import most
from generator.check.scales import NON_ANSWERS, asked_scales
from generator.diagnostics import Diagnostic, Rule
from generator.model.library import Audit
from generator.model.tool import Question
from generator.read.source_file import SourceFile
from generator.read.tree import Tree

COMPARE = (
    "Compare the row with the source; if the source itself is wrong, say so under `noted` in "
    "audit.yml."
)


@dataclass(frozen=True)
class TypedRow:
    """A printed row, and where it is typed."""

    file: SourceFile
    ref: str
    row: PrintedRow


def typed_rows(tree: Tree, audit: Audit) -> Iterator[TypedRow]:
    """The rows whose answers are all on their scale."""
    if audit.published is None or not tree.is_whole("published", audit.id):
        return
    (file,) = tree.of("published", audit.id)
    scales = asked_scales(tree, audit)
    several = {
        asked.ref
        for asked in (audit.tool.questions if audit.tool else ())
        if isinstance(asked, Question) and asked.several
    }
    for ref, figure in audit.published.figures.items():
        scale = scales.get(ref)
        answers = (*figure.counts, *figure.percentages)
        if scale and all(answer in (*scale.choices, *NON_ANSWERS) for answer in answers):
            unit = figure.unit or audit.published.unit
            whole = most(tree, audit, figure.printed_unit or unit)
            row = PrintedRow(figure, scale, unit, whole, several=ref in several)
            yield TypedRow(file, ref, row)


def row_faults(
    tree: Tree,
    rule: Rule,
    find: Callable[[PrintedRow], RowFault | None],
    tip: str = COMPARE,
    joint: str = ": ",
) -> Iterator[Diagnostic]:
    """What a rule finds in the rows of all audits; the message starts with the reference."""
    for audit in tree.judged:
        for typed in typed_rows(tree, audit):
            fault = find(typed.row)
            if fault:
                place = typed.file.document.place(("figures", typed.ref, *fault.at))
                yield rule.at(place, f"{typed.ref}{joint}{fault.what}", tip, about=typed.ref)


def parts_of_joins(row: PrintedRow) -> dict[str, tuple[str, ...]]:
    """The answers that each join of a row names, as far as they are on its scale."""
    return {name: answers for name in row.joins if (answers := answers_joined(name, row.scale))}
