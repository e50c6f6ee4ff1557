"""Trees of made-up audits: sound, the same for the same numbers, and of every kind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from generator import pipeline
from generator.aggregate.progress import found_recommendations
from generator.model.audit import AuditStatus
from generator.model.findings import State
from generator.model.library import Library
from generator.model.returns import ReturnStatus
from generator.read.tree import read_tree
from generator.synthesise.files import tree_files
from generator.synthesise.outline import AS_AT, outline


def tree(folder: Path, audits: int, seed: int) -> Path:
    """A made-up tree in `folder`; returns its folder `audits`."""
    for path, text in tree_files(audits, seed):
        file = folder / "audits" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    return folder / "audits"


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return read_tree(tree(tmp_path_factory.mktemp("region"), 30, 4)).library


@pytest.mark.parametrize(("audits", "seed"), [(1, 0), (2, 1), (10, 2), (12, 4)])
def test_nothing_is_wrong(audits: int, seed: int, tmp_path: Path) -> None:
    checked = pipeline.check(tree(tmp_path, audits, seed), AS_AT)
    assert checked.diagnostics == ()
    assert len(checked.tree.library.audits) == audits


def test_the_same_numbers_give_the_same_files() -> None:
    """In two programs: nothing hangs on the order in which a program happens to keep a set."""
    code = (
        "import hashlib; from generator.synthesise.files import tree_files;"
        "print(hashlib.sha256(repr(list(tree_files(4, 9))).encode()).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_another_seed_gives_another_tree() -> None:
    assert dict(tree_files(3, 1)).keys() != dict(tree_files(3, 2)).keys()


def test_more_audits_leave_the_others_as_they_are() -> None:
    few, many = dict(tree_files(3, 1)), dict(tree_files(12, 1))
    audits = {path: text for path, text in few.items() if "/" in path}
    assert audits == {path: many[path] for path in audits}


def test_no_two_comments_of_some_length_are_the_same(region: Library) -> None:
    said = Counter(
        answer.comment
        for audit in region.audits.values()
        for case in audit.returns.values()
        for form in case.values()
        for answer in form.answers.values()
        if answer.comment and len(answer.comment) > 120
    )
    assert [text for text, many in said.items() if many > 1] == []


def test_everything_says_that_it_is_made_up(region: Library) -> None:
    assert all(audit.made_up for audit in region.audits.values())
    assert all(agency.made_up for agency in region.agencies.values())


def test_every_kind_of_thing_is_there(region: Library) -> None:
    audits = region.audits.values()
    forms = [form for one in audits for case in one.returns.values() for form in case.values()]
    states = {one.state for audit in audits for one in found_recommendations(audit, AS_AT)}
    scales = {question.scale for one in audits if one.tool for question in one.tool.questions}
    assert {form.status for form in forms} == set(ReturnStatus)
    assert states == set(State)
    assert scales == region.scales.keys()
    assert any(one.published for one in audits)
    assert any(one.follow_up for one in audits)
    assert any(not one.tool for one in audits)
    assert {one.status for one in audits} == set(AuditStatus)


def test_four_hundred_audits_have_about_ten_thousand_returns() -> None:
    asked = 0
    for plan in (outline(1, number) for number in range(400)):
        if plan.status != "planned":
            asked += sum(len(plan.asked_about(agency)) for agency in plan.agencies)
    assert 9_000 <= asked <= 11_000
