"""What a whole process and its children spend: seconds, processor seconds, memory at the most."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

AUDITS: Final = str(Path(sys.executable).with_name("audits"))
_LAUNCHER: Final = Path(__file__).with_name("launcher.py")


@dataclass(frozen=True)
class Spent:
    """What one run of a command spent."""

    wall: float
    """Seconds by the clock."""
    cpu: float
    """Processor seconds of it and of the children that it waited for."""
    peak: float
    """The most memory that one of them held, in MB."""


class CommandError(RuntimeError):
    """A command that is measured did not end as it should."""


def spent(command: Sequence[str], cwd: Path) -> Spent:
    """Run a command to its end; raises CommandError where it fails."""
    # From a small process: what starts another passes its own peak of memory on to it.
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(_LAUNCHER), str(cwd), *command],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    if told["code"]:
        raise CommandError(f"{' '.join(command)} ended with {told['code']}: {told['said']}")
    return Spent(told["wall"], told["cpu"], told["peak"])


def in_turns(rounds: int, *runs: Callable[[], float]) -> tuple[float, ...]:
    """The median of what each run gives, taken in turns."""
    taken: list[list[float]] = [[] for _ in runs]
    for _ in range(rounds):
        for run, got in zip(runs, taken, strict=True):
            got.append(run())
    return tuple(median(got) for got in taken)
