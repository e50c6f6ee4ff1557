"""The most memory that a command holds, by the number of audits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.country import Country, cold_check
from tests.bench.lines import Line, Untold
from tests.bench.spent import AUDITS, CommandError, Spent, spent


def lines(country: Country) -> Iterator[Line | Untold]:
    """The peak of each command at three sizes: the largest beside the smallest."""
    yield from _of(country, "check", cold_check)

    def collate(project: Path) -> Spent:
        folder = str(country.fresh("answers"))
        return spent((AUDITS, "collate", "--all", folder, "--format", "csv"), project)

    yield from _of(country, "collate --all", collate)


def _of(country: Country, name: str, run: Callable[[Path], Spent]) -> Iterator[Line | Untold]:
    sizes = (country.part(0.01), country.part(0.1), country.audits)
    what = f"peak memory of {name} at {sizes[-1]:,} audits ÷ at {sizes[0]}"
    try:
        # Memory does not hang on what else runs: once is enough.
        few, some, many = (run(country.project(size)).peak for size in sizes)
    except CommandError as error:
        yield Untold(what, str(error).splitlines()[-1])
        return
    yield Line(
        f"{what} ({some:,.0f} MB at {sizes[1]})",
        many / few,
        1.3,
        f"{many:,.0f} MB",
        f"{few:,.0f} MB",
    )
