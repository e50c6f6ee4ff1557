"""A net below it all: no page of an audit of few cases says a number that nothing explains.

It knows nothing of how figures are told. Whatever says a number in a way that the step does not
know falls into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bs4 import BeautifulSoup

from generator.aggregate.book import book
from generator.disclose.audits import is_of_few
from generator.render.page import Page
from tests.aggregate.audits import real
from tests.disclose.attack import public_pages
from tests.disclose.awkward import AS_AT

_OF_CASES = (
    r"(?:cases?|child(?:ren)?|families|family|mothers?|fathers?|young (?:people|person)"
    r"|babies|baby|girls?|boys?|adults?|siblings?)"
)
_NUMBER = (
    r"(?:(?!(?:19|20)[0-9]{2}\b)[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve|[a-z]+teen|twenty)"
)
COUNTED = re.compile(
    rf"\b{_NUMBER} (?:of (?:the|these|those) )?(?:{_NUMBER} )?(?:other |more |audited )?"
    rf"{_OF_CASES}\b|\bone of the {_OF_CASES}\b|\b[0-9.]+ ?(?:%|per cent)"
    rf"|\b{_NUMBER} (?:out )?of (?:the )?{_NUMBER}\b"
    rf"|(?<!nearly )\b(?:all|none) of the (?:{_NUMBER} )?cases\b",
    re.IGNORECASE,
)
"""A number of cases or children, a percentage, so many of so many."""

EXPLAINED = re.compile(
    r"\brounded\b|returns\)|\bTarget \d+%|\b\d+ of \d+ (?:returns|patients|reports|contacts)"
    r"|\bthen \d+%|percentage points|\([A-Z][a-z]+ \d{4}\)"
)
"""What stands beside a rounded figure, a target, or a figure of a whole area with its date."""


@cache
def published() -> list[Page]:
    """The public pages of the real data."""
    return list(public_pages(book(real(), AS_AT)))


def told_on(html: str) -> Iterator[str]:
    """What a page says: its text, and what its attributes say to those who point or listen."""
    content = BeautifulSoup(html, "html.parser")
    for asked in content.select(".results th details, details.tool"):
        asked.decompose()  # the question in full: older than any count
    for element in content.find_all(True):
        for name in ("aria-label", "data-basis", "data-printed", "title", "alt"):
            if element.get(name):
                yield str(element[name])
    yield " ".join(content.get_text(" ").split())


def test_no_page_of_an_audit_of_few_cases_counts_them() -> None:
    everything = book(real(), AS_AT)
    few = {id_ for id_, of in everything.results.items() if is_of_few(of.totals.cases)}
    found = []
    for page in published():
        parts = page.uri.split("/")
        is_asked = parts[-1] in ("tool.html",)
        if parts[0] != "audits" or len(parts) < 3 or parts[1] not in few or is_asked:
            continue
        said = [*told_on(page.html), *(f"{one.title} {one.text}" for one in page.search)]
        for text in said:
            for match in COUNTED.finditer(text):
                around = text[max(0, match.start() - 30) : match.end() + 40]
                if not EXPLAINED.search(around):
                    found.append(f"{page.uri}: {around}")
    assert sorted(set(found)) == []


NO_COUNT = re.compile(
    r"(?:[0-9]+|\u2014) [0-9]+ (?:Child|Children|Families|Case audit)\b"
    r"|\b[0-9]+ of [0-9]+ questions? ha"
)
"""A cell of findings before the title of an audit, and the questions for Boards."""


def test_no_page_across_audits_says_a_number_that_is_not_rounded() -> None:
    found = []
    for page in published():
        if page.uri.split("/")[0] == "guides" or page.uri.endswith("tool.html"):
            continue
        for text in told_on(page.html):
            for match in COUNTED.finditer(text):
                around = text[max(0, match.start() - 30) : match.end() + 40]
                numbers = [int(number) for number in re.findall(r"[0-9]+", match[0])]
                is_rounded = bool(numbers) and all(number % 5 == 0 for number in numbers)
                if not (is_rounded or EXPLAINED.search(around) or NO_COUNT.search(around)):
                    found.append(f"{page.uri}: {around}")
    assert sorted(set(found)) == []


def test_no_public_text_holds_a_figure_that_is_still_to_be_bound() -> None:
    for page in published():
        assert "{{" not in page.html
        assert 'class="quoted' not in page.html
