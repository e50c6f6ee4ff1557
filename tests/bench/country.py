"""The trees that are measured: made-up audits, as many as a line needs, each tree written once."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.bench.spent import AUDITS, Spent, spent

SEED: Final = 15
RETURNS: Final = "audits/*/returns/*/*.yml"


@dataclass
class Country:
    """Projects of made-up audits, and where they are kept while something is measured."""

    scratch: Path
    audits: int
    """How many audits the largest tree has."""
    rounds: int
    _written: set[int] = field(default_factory=set)

    def part(self, share: float) -> int:
        """So many audits as are this part of the country's, and never fewer than two."""
        return max(2, round(share * self.audits))

    def project(self, audits: int) -> Path:
        """A project of so many audits, without a cache."""
        folder = self.scratch / f"country-{audits}"
        if audits not in self._written:
            command = (AUDITS, "synthesise", str(folder), "--audits", str(audits))
            spent((*command, "--seed", str(SEED)), Path(__file__).parents[2])
            self._written.add(audits)
        forget(folder)
        return folder

    def fresh(self, name: str) -> Path:
        """A folder of this name that is not there."""
        folder = self.scratch / name
        shutil.rmtree(folder, ignore_errors=True)
        return folder


def forget(project: Path) -> None:
    """Remove what the program keeps between two runs."""
    shutil.rmtree(project / ".cache", ignore_errors=True)


def returns_of(project: Path) -> int:
    """How many returns there are."""
    return sum(1 for _ in project.glob(RETURNS))


def check(project: Path, jobs: int = 1) -> Spent:
    """What `audits check` spends."""
    return spent((AUDITS, "check", "--jobs", str(jobs)), project)


def cold_check(project: Path, jobs: int = 1) -> Spent:
    """The same, with nothing kept from a run before."""
    forget(project)
    return check(project, jobs=jobs)


def floor(what: str, project: Path) -> Spent:
    """What the floor of this name spends over the project's data."""
    program = Path(__file__).with_name("floor.py")
    return spent((sys.executable, str(program), what, "audits"), project)


def changer(project: Path) -> Callable[[], Path]:
    """What changes one return a little, another way each time; gives the file."""
    path = next(
        file for file in sorted(project.glob(RETURNS)) if "note:" in file.read_text("utf-8")
    )
    text = path.read_text("utf-8")
    times = 0

    def change() -> Path:
        nonlocal times
        times += 1
        extra = "Looked at again. " * times
        path.write_text(text.replace("note: ", f"note: {extra}", 1), "utf-8")
        return path

    return change
