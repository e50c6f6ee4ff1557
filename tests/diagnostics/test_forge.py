from dataclasses import replace

from generator.diagnostics import Diagnostic, Place
from generator.diagnostics.forge import fingerprinted
from tests.diagnostics.faults import ERROR, WARNING


def fingerprints(*diagnostics: Diagnostic) -> list[str]:
    return [fingerprint for _, fingerprint in fingerprinted(diagnostics)]


def test_a_fault_that_moves_stays_the_same() -> None:
    moved = replace(ERROR, place=replace(ERROR.place, line=30, column=7))
    assert fingerprints(moved) == fingerprints(ERROR)


def test_a_better_tip_or_another_severity_changes_nothing() -> None:
    noted = replace(WARNING, tip="Ask it again.").noted("The source has none.")
    assert fingerprints(noted) == fingerprints(WARNING)


def test_rule_file_and_message_count() -> None:
    others = [
        replace(ERROR, rule="missing-key"),
        replace(ERROR, place=Place("audits/other/audit.yml", 3, 1, 5)),
        replace(ERROR, message="`tittle` is not known here"),
    ]
    assert len(set(fingerprints(ERROR, *others))) == 4


def test_the_same_fault_twice_is_two() -> None:
    twice = [ERROR, WARNING, replace(ERROR, place=replace(ERROR.place, line=9))]
    first, _, second = fingerprints(*twice)
    assert first != second
    assert first == fingerprints(ERROR)[0]


def test_half_a_character_has_a_fingerprint() -> None:
    assert len(fingerprints(replace(ERROR, message="\ud800"))[0]) == 64
