"""The kinds of page that a built site has, by their addresses, and pages that show all there is."""

from __future__ import annotations

import re
from typing import Final

from tests.sites import Site

_OF_ONE: Final = re.compile(
    r"(?<=^audits/)[^/]+(?=/)"
    r"|(?<=^agencies/)(?!kind-|index\.)[^/.]+|(?<=^agencies/kind-)[^/.]+"
    r"|(?<=^themes/)(?!index\.)[^/.]+|(?<=^digests/)(?!index\.)[^/.]+"
    r"|(?<=^discussion/)[^/.]+"
    r"|(?<=/cases/)(?!index\.)[^/.]+|(?<=/comments/)[^/.]+"
)
"""What of an address is the name of one audit, agency, theme, digest, case or section."""
_TAG: Final = re.compile(r"<(?P<tag>[a-z][a-z0-9]*)(?P<attributes>[^>]*)>")
_TOLD: Final = re.compile(r'\b(class|role|type)="([^"]*)"')


SEVERAL: Final = 4
"""How many kinds of element a page is to add, for `few_that_show_most` to take it."""


def kind(path: str) -> str:
    """The kind of the page at an address.

    >>> kind("audits/small/cases/a.html"), kind("agencies/kind-police.html"), kind("index.html")
    ('audits/*/cases/*.html', 'agencies/kind-*.html', 'index.html')
    """
    return _OF_ONE.sub("*", path)


def one_of_each(site: Site) -> dict[str, str]:
    """For each kind of page, the one that shows most kinds of element."""
    most: dict[str, tuple[int, int, str]] = {}
    for path, page in site.pages.items():
        rank = (len(elements(page.html)), -len(page.html), path)
        most[kind(path)] = max(most.get(kind(path), rank), rank)
    return {of: path for of, (_, _, path) in sorted(most.items())}


def all_that_is_shown(site: Site) -> list[str]:
    """Pages that show every kind of page, and every kind of element that any page shows."""
    chosen = list(one_of_each(site).values())
    shown = {path: elements(page.html) for path, page in site.pages.items()}
    missing = set().union(*shown.values()) - set().union(*(shown[path] for path in chosen))
    while missing:
        best = max(shown, key=lambda path: (len(shown[path] & missing), path))
        chosen.append(best)
        missing -= shown[best]
    return chosen


def few_that_show_most(site: Site) -> list[str]:
    """A few small pages that show most kinds of element, one of any kind where many show it.

    The next one is always that which adds most for its size, of those that add several.
    """
    shown = {path: elements(page.html) for path, page in site.pages.items()}
    sizes = {path: page.html.count("<") for path, page in site.pages.items()}
    chosen: list[str] = []
    while shown:
        best = max(shown, key=lambda path: (len(shown[path]) / sizes[path], path))
        chosen.append(best)
        added = shown[best]
        left = {path: of - added for path, of in shown.items()}
        shown = {path: of for path, of in left.items() if len(of) >= SEVERAL}
    return chosen


def elements(html: str) -> set[str]:
    """The kinds of element in a page: tags with their classes, roles and types."""
    return {
        " ".join(
            [found["tag"], *(value for _, value in sorted(_TOLD.findall(found["attributes"])))]
        )
        for found in _TAG.finditer(html)
    }
