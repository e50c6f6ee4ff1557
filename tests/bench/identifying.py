"""What points to a child: what looking for it costs, and how much of it is found."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from generator import pipeline
from generator.check.identified import Identified
from generator.synthesise.outline import AS_AT
from tests.bench.country import Country
from tests.bench.lines import Line
from tests.bench.spent import in_turns
from tests.identify.scoring import CORPUS, score, sentences
from tests.identify.scoring import lines as told

_AUDITS = Path(__file__).parents[2] / "audits"


def lines(country: Country) -> Iterator[Line]:
    """The check of the real audits with and without it; how many names are found is printed."""
    for name in ("tuning", "held", "second", "third", "fourth", "fifth", "nobody"):
        print(f"sentences of {name}: found as an error, and found at all")
        print("\n".join(told(score(sentences(CORPUS / f"{name}.yml")))), flush=True)
    nothing = Identified((), frozenset())

    def ours() -> float:
        begun = time.process_time()
        pipeline.check(_AUDITS, AS_AT)
        return time.process_time() - begun

    def plain() -> float:
        with patch("generator.check.all_rules.identified", lambda *_: nothing):
            return ours()

    ours()
    took, least = in_turns(country.rounds, ours, plain)
    yield Line(
        "checking the audits with what points to a child ÷ without",
        took / least,
        1.5,
        f"{took:.2f} s",
        f"{least:.2f} s",
    )
