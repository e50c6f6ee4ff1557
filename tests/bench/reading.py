"""Reading YAML with the place of every value."""

from __future__ import annotations

import time
from collections.abc import Iterator

import yaml

from generator.read import yaml as with_places
from tests.bench.country import Country
from tests.bench.lines import Line
from tests.bench.spent import in_turns


def lines(country: Country) -> Iterator[Line]:
    """Reading with places beside the fastest loader, both in this process."""
    project = country.project(country.part(0.1))
    texts = [path.read_text("utf-8") for path in sorted(project.glob("audits/**/*.yml"))]

    def ours() -> float:
        begun = time.process_time()
        for text in texts:
            with_places.parse(text)
        return time.process_time() - begun

    def plain() -> float:
        begun = time.process_time()
        for text in texts:
            yaml.load(text, Loader=yaml.CSafeLoader)
        return time.process_time() - begun

    took, least = in_turns(country.rounds, ours, plain)
    yield Line(
        f"reading {len(texts):,} files with places ÷ CSafeLoader",
        took / least,
        0.55,
        f"{took:.2f} s",
        f"{least:.2f} s",
    )
