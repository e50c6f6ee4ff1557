"""`audits check`: cold, by two processes, unchanged, with one change, and at every size."""

from __future__ import annotations

import cProfile
import pstats
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator import pipeline
from generator.synthesise.outline import AS_AT
from tests.bench.country import Country, changer, check, cold_check, floor, forget, returns_of
from tests.bench.lines import Line
from tests.bench.spent import in_turns


def lines(country: Country) -> Iterator[Line]:
    """All lines about checks; processor seconds of whole processes unless a line says else."""
    yield from _cold(country)
    yield from _again(country)
    yield _growth(country)
    _profile(country)


def _cold(country: Country) -> Iterator[Line]:
    project = country.project(country.part(0.4))
    what = f"cold check of {returns_of(project):,} returns"
    one, loaded = in_turns(
        country.rounds,
        lambda: cold_check(project).cpu,
        lambda: floor("load", project).cpu,
    )
    yield Line(
        f"{what} ÷ CSafeLoader over them", one / loaded, 2.5, f"{one:.2f} s", f"{loaded:.2f} s"
    )
    two, single = in_turns(
        country.rounds,
        lambda: cold_check(project, jobs=2).wall,
        lambda: cold_check(project).wall,
    )
    yield Line(
        f"{what} by two processes ÷ by one, by the clock",
        two / single,
        0.6,
        f"{two:.2f} s",
        f"{single:.2f} s",
    )


_SETTLED = 0.5
"""Seconds after which what was written counts as known: nobody saves and checks in one breath."""


def _again(country: Country) -> Iterator[Line]:
    project = country.project(country.part(0.1))
    what = f"{country.part(0.1)} audits"
    change = changer(project)
    check(project)

    def changed() -> float:
        change()
        time.sleep(_SETTLED)
        return check(project).cpu

    # In this order: what was changed is in the cache before nothing is.
    with_change, unchanged, asked = in_turns(
        country.rounds,
        changed,
        lambda: check(project).cpu,
        lambda: floor("stat", project).cpu,
    )
    yield Line(
        f"unchanged check of {what} ÷ a Python that asks of each file when it was written",
        unchanged / asked,
        4,
        f"{unchanged:.2f} s",
        f"{asked:.3f} s",
    )
    yield Line(
        f"check of {what} with one return changed ÷ unchanged",
        with_change / unchanged,
        1.5,
        f"{with_change:.2f} s",
        f"{unchanged:.2f} s",
    )


def _growth(country: Country) -> Line:
    small, large = country.project(country.part(0.01)), country.project(country.audits)
    few, many = returns_of(small), returns_of(large)
    nearly_nothing = country.project(1)
    start, little, much = in_turns(
        country.rounds,
        lambda: cold_check(nearly_nothing).cpu,
        lambda: cold_check(small).cpu,
        lambda: cold_check(large).cpu,
    )
    per_many, per_few = (much - start) / many * 1000, (little - start) / few * 1000
    return Line(
        f"cold check, cost a return at {country.audits:,} audits ÷ at {country.part(0.01)}, "
        "without start-up",
        per_many / per_few,
        1.15,
        f"{per_many:.2f} ms",
        f"{per_few:.2f} ms",
        least=0.85,
    )


def _profile(country: Country) -> None:
    """Print where a cold check spends its time, by the floors of the code."""
    project = country.project(country.part(0.1))
    forget(project)
    profile = cProfile.Profile()
    profile.runcall(pipeline.check, project / "audits", AS_AT)
    by_floor: Counter[str] = Counter()
    for (file, _, _), (_, _, took, _, _) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        by_floor[_floor_of(file)] += took
    whole = sum(by_floor.values())
    parts = ", ".join(f"{name} {took / whole:.0%}" for name, took in by_floor.most_common(8))
    print(f"where a cold check goes, profiled: {parts}", flush=True)


def _floor_of(file: str) -> str:
    parts = Path(file).parts
    if "generator" in parts:
        return ".".join(parts[parts.index("generator") + 1 :][:1]).removesuffix(".py")
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1]
    return "built in" if file.startswith(("~", "<")) else f"Python {sys.version_info.minor}"
