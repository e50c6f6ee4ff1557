"""The index that search reads in a browser: what `site/theme/assets/search-worker.js` is given."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape
from itertools import accumulate
from typing import Any

from generator.render.page import EntryKind, Page, SearchEntry
from generator.render.search import WEIGHTS, rank

IndexEntry = dict[str, Any]
"""A place of the site: where it is, what it holds, what it is, and where it stands in results.

An empty `of` or `also`, a rank of 0 and a weight of 1 are left out: the script knows them.
"""


def of_page(page: Page) -> Iterator[IndexEntry]:
    """What search finds on a page of the data."""
    for entry in page.search:
        held = {
            "location": f"{page.uri}#{entry.anchor}" if entry.anchor else page.uri,
            "title": escape(entry.title, quote=False),
            "text": escape(entry.text, quote=False),
            **_beside(entry),
        }
        yield _short(held)


def of_guides(sections: Sequence[IndexEntry]) -> Iterator[IndexEntry]:
    """What the theme found on the pages written by hand, a section each; a page comes first."""
    page = ""
    for section in sections:
        if "#" not in section["location"]:
            page = section["title"]
        of = "" if page == section["title"] else page
        entry = SearchEntry("", section["title"], kind=EntryKind.GUIDE, of=of)
        beside = _beside(entry)
        yield _short({**section, **beside, "boost": beside["boost"] * section.get("boost", 1)})


def within(size: int, entries: Sequence[IndexEntry]) -> tuple[IndexEntry, ...]:
    """The entries that fit into `size` bytes, in their order: what would stand last goes first.

    Of what would stand equally, the oldest audits go first. Guides stay.
    """
    best_first = sorted(entries, key=_place)
    sizes = accumulate(len(json.dumps(entry)) + 1 for entry in best_first)
    fit = sum(upto <= size for upto in sizes)
    left_out = {entry["location"] for entry in best_first[fit:]}
    return tuple(entry for entry in entries if entry["location"] not in left_out)


def _place(entry: IndexEntry) -> tuple[bool, int, float]:
    is_guide = entry.get("kind") == EntryKind.GUIDE.value
    return not is_guide, entry.get("rank", 0), -entry.get("boost", 1)


def _short(entry: IndexEntry) -> IndexEntry:
    """The entry without what the script knows."""
    boost = entry["boost"]
    entry["boost"] = int(boost) if boost == int(boost) else boost
    known = {"rank": 0, "boost": 1, "of": "", "also": ""}
    return {key: value for key, value in entry.items() if known.get(key) != value}


def _beside(entry: SearchEntry) -> IndexEntry:
    return {
        "kind": entry.kind.value,
        "of": escape(entry.of, quote=False),
        "also": escape("; ".join(entry.also), quote=False),
        "rank": rank(entry),
        "boost": WEIGHTS[entry.kind],
    }
