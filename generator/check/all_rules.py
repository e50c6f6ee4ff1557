"""Every rule there is, and the run of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from generator.check.rules import (
    answers_without_form,
    bare_figure,
    base_too_wide,
    bracket_disagrees,
    broken_link,
    case_count_differs,
    count_exceeds_base,
    counts_dont_add_up,
    dates_disagree,
    dates_out_of_order,
    duplicate_ref,
    figure_reference,
    follows_another_audit,
    heading_differs,
    impossible_percentage,
    missing_tool,
    never_answered,
    not_on_scale,
    not_reported,
    percentage_differs,
    quoted_figure,
    raw_html,
    reason_missing,
    reason_not_needed,
    recommendations_incomplete,
    recommended_after_all,
    return_missing,
    return_not_asked,
    roll_forward,
    same_question,
    scale_values,
    shares_dont_add_up,
    stale_note,
    state_contradicts,
    subset_larger_than_whole,
    sum_through_rounding,
    unit_differs,
    unknown_name,
    unused_id,
    word_not_borne,
)
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

_OF_READING: Final = (
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

_OF_CONTENT: Final = (
    answers_without_form,
    bare_figure,
    base_too_wide,
    bracket_disagrees,
    broken_link,
    case_count_differs,
    count_exceeds_base,
    counts_dont_add_up,
    dates_disagree,
    dates_out_of_order,
    duplicate_ref,
    figure_reference,
    follows_another_audit,
    heading_differs,
    impossible_percentage,
    missing_tool,
    never_answered,
    not_on_scale,
    not_reported,
    percentage_differs,
    quoted_figure,
    raw_html,
    reason_missing,
    reason_not_needed,
    recommendations_incomplete,
    recommended_after_all,
    return_missing,
    return_not_asked,
    roll_forward,
    same_question,
    scale_values,
    shares_dont_add_up,
    stale_note,
    state_contradicts,
    subset_larger_than_whole,
    sum_through_rounding,
    unit_differs,
    unknown_name,
    unused_id,
    word_not_borne,
)

# A state goes by a date, and whether a note is stale shows only after all the others.
CHECKS: Final[tuple[Check, ...]] = tuple(
    module.check for module in _OF_CONTENT if module not in (stale_note, state_contradicts)
)

RULES: Final[dict[str, Rule]] = {
    module.RULE.name: module.RULE for module in (*_OF_READING, *_OF_CONTENT)
}


def diagnose(tree: Tree, as_at: date | None = None) -> tuple[Diagnostic, ...]:
    """Every fault of the tree, sorted by place; what an audit's `noted` lets stand is a note.

    Where no date is known, states are held against what is recorded and not the calendar.
    """
    found = [*tree.diagnostics, *(fault for check in CHECKS for fault in check(tree))]
    found += state_contradicts.check(tree, as_at)
    return tuple(sorted(stale_note.let_stand(tree, found)))
