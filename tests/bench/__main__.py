"""`python -m tests.bench`: measures what is asked for and prints the table."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench import (
    building,
    checking,
    doubling,
    finding,
    helping,
    identifying,
    memory,
    reading,
    searching,
    serving,
    suggesting,
)
from tests.bench.country import Country
from tests.bench.lines import Line, Untold, table
from tests.bench.spent import CommandError

KINDS: dict[str, Callable[[Country], Iterator[Line | Untold]]] = {
    module.__name__.rpartition(".")[2]: module.lines
    for module in (
        helping,
        reading,
        checking,
        memory,
        serving,
        building,
        searching,
        finding,
        identifying,
        suggesting,
        doubling,
    )
}


def main() -> None:
    """Print each line as it is measured, and all of them at the end."""
    asked = _asked()
    found: list[Line | Untold] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        country = Country(Path(scratch), asked.many, asked.rounds)
        for kind in asked.only:
            for line in _measured(kind, country):
                print(line.shown, flush=True)
                found.append(line)
    print(f"\n{table(found)}")


def _measured(kind: str, country: Country) -> Iterator[Line | Untold]:
    """The lines of a kind; a command that fails ends them, and no other kind's."""
    try:
        yield from KINDS[kind](country)
    except CommandError as error:
        yield Untold(kind, str(error).strip().splitlines()[-1])


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--only", type=_kinds, default=list(KINDS), help=", ".join(KINDS))
    parser.add_argument("--many", type=int, default=1_000, help="audits of the largest tree")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    return parser.parse_args()


def _kinds(text: str) -> list[str]:
    kinds = [kind for kind in text.replace(" ", "").split(",") if kind]
    if unknown := [kind for kind in kinds if kind not in KINDS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]} is none of {', '.join(KINDS)}")
    return kinds


if __name__ == "__main__":
    main()
