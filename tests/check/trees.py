"""Trees to break: the smallest valid one, with files laid over it, and what is said about it."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.check.all_rules import diagnose
from generator.diagnostics import Diagnostic
from generator.read.tree import read_tree

AS_AT = date(2031, 12, 31)
SMALL = Path(__file__).parents[1] / "trees" / "small"


def small_tree(folder: Path) -> Path:
    """A copy of the small tree in `folder`; returns its folder `audits`."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    return folder / "audits"


def tree_with(folder: Path, files: Mapping[str, str]) -> Path:
    """A copy of the small tree with the files, by path, laid over it."""
    audits = small_tree(folder)
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    return audits


def faults(audits: Path) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the tree."""
    return diagnose(read_tree(audits), AS_AT)


def lines(audits: Path) -> str:
    """The diagnostics as text, one a line: `path:line:col: severity[rule] message | tip`."""
    return "".join(
        f"{one.place.path}:{one.place.line}:{one.place.column}: "
        f"{one.severity}[{one.rule}] {one.message} | {one.tip}\n"
        for one in faults(audits)
    )
