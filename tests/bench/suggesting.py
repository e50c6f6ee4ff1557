"""The word that was most likely meant: what it takes to find it."""

from __future__ import annotations

import string
import time
from collections.abc import Callable, Iterator
from itertools import product
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from generator.diagnostics.nearest import nearest
from tests.bench.country import Country
from tests.bench.lines import Line
from tests.bench.spent import in_turns

_MANY: Final = 1_000


def lines(country: Country) -> Iterator[Line]:
    """A thousand unknown words beside a thousand known ones, and the bare distances of all."""
    ends = ["".join(pair) for pair in product(string.ascii_letters, repeat=2)][:_MANY]
    known = [f"service-{end}-north" for end in ends]
    unknown = [f"service-{end}-south" for end in ends]

    def ours() -> None:
        for word in unknown:
            nearest(word, known)

    def bare() -> None:
        for word in unknown:
            process.extract(word, known, scorer=OSA.distance, score_cutoff=3, limit=None)

    took, least = in_turns(country.rounds, _timed(ours), _timed(bare))
    yield Line(
        f"{_MANY:,} unknown words beside {_MANY:,} known ones ÷ their bare distances",
        took / least,
        2,
        f"{took:.3f} s",
        f"{least:.3f} s",
    )


def _timed(run: Callable[[], None]) -> Callable[[], float]:
    def timed() -> float:
        begun = time.process_time()
        run()
        return time.process_time() - begun

    return timed
