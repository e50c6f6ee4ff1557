"""Every rule's manual is true: its failing example fails for this rule alone, its other passes."""

import re
from pathlib import Path

import pytest

from generator.check.all_rules import CHECKS, RULES
from tests.check.trees import faults, small_tree, tree_with

# What these refuse cannot be shown as text; test_unreadable.py shows it.
NO_FAILING_TEXT = {"not-utf8", "nothing-to-read", "state-not-judged", "unsafe-file", "on-roster"}
NO_PASSING_TEXT = {"unsafe-file", "on-roster"}

GENERATOR = Path(__file__).parents[2] / "generator"

FENCE = re.compile(r"^```(?:yaml|markdown) (audits/\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def examples(rule: str) -> tuple[dict[str, str], dict[str, str]]:
    """The files of the failing and of the passing example."""
    failing, _, passing = RULES[rule].manual.partition("\nPasses:\n")
    return dict(FENCE.findall(failing)), dict(FENCE.findall(passing))


def test_the_small_tree_has_no_fault(tmp_path: Path) -> None:
    assert faults(small_tree(tmp_path)) == ()


@pytest.mark.parametrize("rule", RULES)
def test_manual_starts_with_the_rule_and_says_what_passes(rule: str) -> None:
    manual = RULES[rule].manual
    assert re.fullmatch(r"[A-Z*`{<].*\.", RULES[rule].sentence)
    headings = re.findall(r"^(?:Fails|Passes):$", manual, re.MULTILINE)
    failing, passing = examples(rule)
    assert headings == ["Fails:"] * bool(failing) + ["Passes:"] * bool(passing)
    assert manual.count("```") == 2 * (len(failing) + len(passing))


@pytest.mark.parametrize("rule", sorted(RULES.keys() - NO_FAILING_TEXT))
def test_failing_example_breaks_this_rule_alone_as_severely_as_it_says(
    rule: str, tmp_path: Path
) -> None:
    failing, _ = examples(rule)
    found = {(one.rule, one.severity) for one in faults(tree_with(tmp_path, failing))}
    assert found == {(rule, RULES[rule].severity)}


@pytest.mark.parametrize("rule", sorted(RULES.keys() - NO_PASSING_TEXT))
def test_passing_example_breaks_nothing(rule: str, tmp_path: Path) -> None:
    _, passing = examples(rule)
    assert passing
    assert faults(tree_with(tmp_path, passing)) == ()


def test_a_rule_is_called_after_its_module() -> None:
    names = [
        file.stem.replace("_", "-")
        for floor in ("read", "check", "identify")
        for file in sorted((GENERATOR / floor / "rules").glob("[!_]*.py"))
    ]
    assert list(RULES) == names


def test_a_rule_needs_nothing_that_nobody_gives() -> None:
    needed = frozenset().union(*CHECKS.values())
    assert needed == {"tree", "as_at", "silenced", "found", "noted"}


def test_a_rule_over_all_portions_is_told_of_each() -> None:
    folder = GENERATOR / "check" / "rules"
    texts = {file.stem: file.read_text(encoding="utf-8") for file in folder.glob("[!_]*.py")}
    told = {name for name, text in texts.items() if "\ndef told(tree: Tree)" in text}
    judging = {name for name, text in texts.items() if "\ndef over_all(rows" in text}
    assert told == judging == {"copied_text", "unknown_name", "unused_id"}
