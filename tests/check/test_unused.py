"""What the rule unused-id sees as used, and when it says nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.check.trees import lines, small_tree

ENTRIES = {
    "agencies": "dentists: {name: Dentists, kind: hospital}",
    "themes": "sharing: {name: Sharing, about: Who tells whom.}",
    "scales": "often: {name: Often, kind: frequency, values: [{value: often}, {value: never}]}",
    "partnerships": "north: {name: Northshire, short: North}",
    "bibliography": "zoe: {title: On plans, by: Zoe}",
    "glossary": "cpp: {term: CPP, means: child protection plan}",
}


def add(file: Path, text: str) -> None:
    before = file.read_text("utf-8") if file.is_file() else ""
    file.write_text(f"{before}{text}\n", "utf-8")


@pytest.mark.parametrize(
    ("register", "message"),
    [
        ("agencies", "no audit uses the agency `dentists`"),
        ("themes", "no audit uses the theme `sharing`"),
        ("scales", "no audit uses the scale `often`"),
        ("partnerships", "no audit uses the partnership `north`"),
        ("bibliography", "no audit uses the work `zoe`"),
        ("glossary", "`CPP` stands in no text"),
    ],
)
def test_an_entry_that_nothing_uses(register: str, message: str, tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    file = audits / f"{register}.yml"
    add(file, ENTRIES[register])
    line = file.read_text("utf-8").count("\n")
    assert lines(audits) == (
        f"audits/{register}.yml:{line}:1: warning[unused-id] {message} | "
        "Use it, or delete it here.\n"
    )


@pytest.mark.parametrize(
    ("register", "user", "text"),
    [
        ("agencies", "small/audit.yml", "took_part: [dentists]"),
        ("themes", "small/findings.yml", "told: {kind: worry, text: So., themes: [sharing]}"),
        ("themes", "themes.yml", "telling: {name: Telling, about: So., under: sharing}"),
        ("bibliography", "small/audit.yml", "further_reading: [zoe]"),
        ("bibliography", "small/findings.yml", "told: {kind: worry, text: So., works: [zoe]}"),
        ("glossary", "small/findings.yml", "told: {kind: worry, text: No CPP was made.}"),
        ("glossary", "small/summary.md", "The cpp (child protection plan) came late."),
    ],
)
def test_an_entry_that_something_uses(register: str, user: str, text: str, tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    add(audits / f"{register}.yml", ENTRIES[register])
    add(audits / user, text)
    used = ENTRIES[register].partition(":")[0]
    assert [
        line for line in lines(audits).splitlines() if f"`{used}`" in line or "CPP" in line
    ] == []


def test_a_part_of_a_word_is_no_use_of_a_term(tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    add(audits / "glossary.yml", ENTRIES["glossary"])
    add(audits / "small/summary.md", "The CPPs came late.")
    assert "`CPP` stands in no text" in lines(audits)


def test_before_the_first_audit_nothing_has_to_be_used(tmp_path: Path) -> None:
    audits = small_tree(tmp_path)
    for folder in ("small", "printed"):
        shutil.rmtree(audits / folder)
    assert lines(audits) == ""


def test_a_misspelt_name_is_one_fault(tmp_path: Path) -> None:
    """Not that the name is unknown, and also that nothing uses what was meant."""
    audits = small_tree(tmp_path)
    add(audits / "themes.yml", ENTRIES["themes"])
    add(audits / "small/findings.yml", "told: {kind: worry, text: So., themes: [sharin]}")
    assert lines(audits).count("\n") == 1
    assert "error[unknown-name] no theme is called `sharin` | Did you mean `sharing`?" in lines(
        audits
    )
