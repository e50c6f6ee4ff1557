"""The index that search reads in a browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from tests.bench.building import built
from tests.bench.country import Country
from tests.bench.lines import Line

_TEXTS: Final = ("title", "text", "of", "also")
"""What of an entry is looked through."""
_MOST: Final = 10_000_000


def lines(country: Country) -> Iterator[Line]:
    """Its bytes beside those of the text in it, and its size at the largest site that is built."""
    audits = country.part(0.22)
    index = built(country.project(audits)) / "search/search_index.json"
    data = index.read_bytes()
    entries = json.loads(data)["docs"]
    said = sum(len(entry.get(key, "").encode("utf-8")) for entry in entries for key in _TEXTS)
    what = f"bytes of the search index of {audits} audits"
    yield Line(
        f"{what} ÷ of the text in it ({len(entries):,} entries)",
        len(data) / said,
        1.3,
        f"{len(data):,}",
        f"{said:,}",
    )
    yield Line(
        f"{what} ÷ 10 MB",
        len(data) / _MOST,
        1,
        f"{len(data):,}",
        f"{_MOST:,}",
    )
