"""Every rule there is, and the run of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from generator.check.rules import not_reported, stale_note, unknown_name
from generator.diagnostics import Diagnostic, Rule
from generator.read.rules import (
    anchor_or_tag,
    bad_id,
    duplicate_key,
    empty_text,
    front_matter,
    missing_key,
    not_utf8,
    several_documents,
    unexpected_file,
    unknown_key,
    unsafe_file,
    wrong_value,
    yaml_syntax,
)
from generator.read.tree import Tree

Check = Callable[[Tree], Iterator[Diagnostic]]

CHECKS: Final[tuple[Check, ...]] = (
    not_reported.check,
    unknown_name.check,
)

_MODULES: Final = (
    # of reading
    anchor_or_tag,
    bad_id,
    duplicate_key,
    empty_text,
    front_matter,
    missing_key,
    not_utf8,
    several_documents,
    unexpected_file,
    unknown_key,
    unsafe_file,
    wrong_value,
    yaml_syntax,
    # of content
    not_reported,
    stale_note,
    unknown_name,
)

RULES: Final[dict[str, Rule]] = {module.RULE.name: module.RULE for module in _MODULES}


def diagnose(tree: Tree) -> tuple[Diagnostic, ...]:
    """Every fault of the tree, sorted by place; what an audit's `noted` lets stand is a note."""
    found = [*tree.diagnostics, *(fault for check in CHECKS for fault in check(tree))]
    return tuple(sorted(stale_note.let_stand(tree, found)))
