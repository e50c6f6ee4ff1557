"""Figures slipped into the prose of the real audits: how many are found, how many false alarms.

The sentences stand in `tests/seeds/`. They were written from what is asked of the check and from
the data, by three people who had not seen how it works.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.diagnostics import Diagnostic, Severity
from tests.check.trees import faults
from tests.sites import EXAMPLE, ROOT

SEEDS = Path(__file__).parent / "seeds"
AUTHORS = ("first", "second", "third")
HOW_MANY = 60
RULES_OF_FIGURES = {
    *("bare-figure", "quoted-figure", "word-not-borne", "unit-differs", "case-count-differs"),
}


@dataclass(frozen=True)
class Seed:
    """A sentence and where it is put."""

    file: str
    """Below `audits/`."""
    text: str
    field: str = ""
    kind: str = ""
    why: str = ""

    @classmethod
    def all_of(cls, author: str, name: str) -> list[Seed]:
        held = yaml.safe_load((SEEDS / author / name).read_text("utf-8"))
        return [cls(**one) for one in held]


@dataclass(frozen=True)
class Sown:
    """A seed with the lines that it takes up."""

    seed: Seed
    path: str
    lines: range

    def holds(self, fault: Diagnostic) -> bool:
        return fault.place.path == self.path and fault.place.line in self.lines


def sow(folder: Path, seeds: list[Seed]) -> Iterator[Sown]:
    """Put every seed into a copy of the real data in `folder`."""
    shutil.copytree(ROOT / "audits", folder / "audits")
    for path in dict.fromkeys(seed.file for seed in seeds):
        of_file = [seed for seed in seeds if seed.file == path]
        is_yaml = path.endswith(".yml")
        yield from (_in_yaml if is_yaml else _in_markdown)(
            folder / "audits" / path, f"audits/{path}", of_file
        )


def _in_markdown(file: Path, path: str, seeds: list[Seed]) -> Iterator[Sown]:
    lines = file.read_text("utf-8").rstrip().splitlines()
    for seed in seeds:
        text = seed.text.strip().splitlines()
        start = len(lines) + 2
        lines += ["", *text]
        yield Sown(seed, path, range(start, start + len(text)))
    file.write_text("\n".join(lines) + "\n", "utf-8")


def _in_yaml(file: Path, path: str, seeds: list[Seed]) -> Iterator[Sown]:
    """Each value is written into a line of its own, so that its line tells whose it is."""
    held = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - it makes strings only
    for seed in seeds:
        *steps, last = (int(step) if step.isdigit() else step for step in seed.field.split("."))
        record: Any = held
        for step in steps:
            record = record[step]
        record[last] = f"{record[last]} {' '.join(seed.text.split())}"
    text = yaml.safe_dump(held, default_style='"', width=10**6, allow_unicode=True, sort_keys=False)
    file.write_text(text, "utf-8")
    written = text.splitlines()
    for seed in seeds:
        words = " ".join(seed.text.split()).replace("\\", "\\\\").replace('"', '\\"')
        (line,) = (at for at, one in enumerate(written, 1) if words in one)
        yield Sown(seed, path, range(line, line + 1))


def errors(folder: Path) -> list[Diagnostic]:
    return [one for one in faults(folder / "audits") if one.severity is Severity.ERROR]


@pytest.mark.parametrize("author", AUTHORS)
def test_wrong_figures_are_found(author: str, tmp_path: Path) -> None:
    sown = list(sow(tmp_path, Seed.all_of(author, "wrong.yml")))
    assert len(sown) == HOW_MANY
    said = errors(tmp_path)
    of_figures = [fault for fault in said if fault.rule in RULES_OF_FIGURES]
    missed = [one.seed for one in sown if not any(one.holds(fault) for fault in of_figures)]
    assert [fault for fault in said if not any(one.holds(fault) for one in sown)] == []
    assert len(missed) <= 2, f"{HOW_MANY - len(missed)} of {HOW_MANY} found; missed: {missed}"


@pytest.mark.parametrize("author", AUTHORS)
def test_harmless_numbers_raise_no_alarm(author: str, tmp_path: Path) -> None:
    sown = list(sow(tmp_path, Seed.all_of(author, "harmless.yml")))
    assert len(sown) == HOW_MANY
    said = errors(tmp_path)
    alarmed = [one.seed for one in sown if any(one.holds(fault) for fault in said)]
    assert [fault for fault in said if not any(one.holds(fault) for one in sown)] == []
    assert len(alarmed) <= 2, f"{len(alarmed)} false alarms of {HOW_MANY}: {alarmed}"


def test_a_changed_answer_names_each_sentence_that_no_longer_holds(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "audits", tmp_path / "audits")
    audit = tmp_path / "audits" / EXAMPLE
    changed = audit / "returns/b/example-probation.yml"
    text = changed.read_text("utf-8")
    assert text.count("  W1: usually\n") == 1
    changed.write_text(text.replace("  W1: usually\n", "  W1: sometimes\n"), "utf-8")
    said = [(Path(one.place.path).name, one.message) for one in errors(tmp_path)]
    message = "`nearly all returns` is not borne by the figure beside it, W1: 24 of 29 returns"
    assert said == [("together.md", message), ("findings.yml", message)]
