"""How long somebody waits who asks for help."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.country import Country
from tests.bench.lines import Line
from tests.bench.spent import AUDITS, in_turns, spent


def lines(country: Country) -> Iterator[Line]:
    """`audits --help` beside a Python that does nothing; short, so that more rounds cost little."""
    here = Path(__file__).parents[2]
    took, least = in_turns(
        5 * country.rounds,
        lambda: spent((AUDITS, "--help"), here).cpu,
        lambda: spent((sys.executable, "-c", "pass"), here).cpu,
    )
    yield Line("audits --help ÷ python -c pass", took / least, 6, f"{took:.3f} s", f"{least:.3f} s")
