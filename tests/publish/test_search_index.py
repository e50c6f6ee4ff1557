"""What the box is given to search: our pages, the guides, and no more than a browser can hold."""

from __future__ import annotations

import json

from generator.publish.search_index import IndexEntry, of_guides, of_page, within
from generator.render.page import EntryKind, Page, SearchEntry

RECOMMENDATION = SearchEntry(
    "keep-it",
    "Keep < 5 chronologies",
    "Each & every one.",
    EntryKind.RECOMMENDATION,
    ("timelines", "R&D"),
    "An audit, Exampleshire",
    made_up=True,
)


def test_entry_of_a_page_says_all_that_results_need() -> None:
    page = Page("audits/x/recommendations.html", "Recommendations", "", search=(RECOMMENDATION,))
    assert list(of_page(page)) == [
        {
            "location": "audits/x/recommendations.html#keep-it",
            "title": "Keep &lt; 5 chronologies",
            "text": "Each &amp; every one.",
            "kind": "Recommendation",
            "of": "An audit, Exampleshire",
            "also": "timelines; R&amp;D",
            "rank": 2,
            "boost": 4,
        }
    ]


def test_heading_of_a_guide_says_which_guide_it_is_of() -> None:
    sections = [
        {"location": "guides/figures.html", "title": "Figures", "text": "", "boost": 3},
        {"location": "guides/figures.html#sure", "title": "How sure?", "text": "", "boost": 3},
    ]
    beside = {"text": "", "kind": "Guide", "boost": 3}
    assert list(of_guides(sections)) == [
        {"location": "guides/figures.html", "title": "Figures", **beside},
        {"location": "guides/figures.html#sure", "title": "How sure?", "of": "Figures", **beside},
    ]


def entry(location: str, rank: int, boost: float) -> dict[str, object]:
    return {"location": location, "rank": rank, "boost": boost}


def test_what_would_stand_last_is_left_out_until_the_rest_fits() -> None:
    entries = [
        entry("case", 1, 1.0),
        entry("guide", 0, 1.0),
        entry("made up", 2, 4.0),
        entry("theme", 0, 20.0),
    ]
    size = len(json.dumps(entries))
    kept = [[one["location"] for one in within(most, entries)] for most in (size, 120, 60, 0)]
    assert kept == [["case", "guide", "made up", "theme"], ["guide", "theme"], ["theme"], []]


def test_guides_stay_and_the_oldest_goes_first() -> None:
    guide: IndexEntry = {"location": "guide", "kind": "Guide"}
    entries = [entry("newest", 0, 20.0), entry("oldest", 0, 20.0), guide]
    two = sum(len(json.dumps(one)) + 1 for one in (entries[0], guide))
    assert [one["location"] for one in within(two, entries)] == ["newest", "guide"]
