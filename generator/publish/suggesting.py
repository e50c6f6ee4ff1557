"""Where somebody can suggest a change to a file of the repository: the forge, at the line."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import Final
from urllib.parse import quote, urlsplit

from generator.publish.ready_page import ReadyPage
from generator.read.document import Document
from generator.read.yaml import Mapping

PAGES: Final = "site/pages/"
"""Where `edit_uri` leads to: the folder of the hand-written pages."""

_MADE_UP: Final = re.compile(r"(?:^|\.)example(?:\.(?:org|com|net))?$")
"""Hosts that stand for one's own, and lead nowhere."""

_PLACE: Final = re.compile(r'<a class="here" href="#(?P<id>[^"]+)" aria-label="[^"]*">#</a>')
"""The link of a finding, a recommendation or a thread to itself."""


def address(edit_uri: str | None, path: str, line: int | None = None) -> str | None:
    """Where a file, by its path from the repository's root, is edited; none where that is not set.

    >>> address("https://github.com/o/r/edit/main/site/pages/", "audits/a/findings.yml", 12)
    'https://github.com/o/r/edit/main/audits/a/findings.yml#L12'
    """
    if not edit_uri or _MADE_UP.search(urlsplit(edit_uri).hostname or "example"):
        return None
    start, pages, rest = edit_uri.rpartition(PAGES)
    if not pages:
        return None
    there = f"{start}{quote(path)}{rest}"
    if not line:
        return there
    if urlsplit(edit_uri).query:  # Azure DevOps says in its query what is shown
        return f"{there}&line={line}&lineEnd={line + 1}&lineStartColumn=1&lineEndColumn=1"
    return f"{there}#L{line}"


def line_of(document: Document | None, id_: str) -> int | None:
    """The line at which an entry begins; none where the file has none of that id."""
    if document is None or not isinstance(document.root, Mapping):
        return None
    return document.key_place((id_,)).line if id_ in document.root.key_events else None


def of_page(page: ReadyPage, document: Document | None, edit_uri: str | None) -> str | None:
    """Where the page's own entry, or else its file, is edited."""
    file = page.ready.data_file
    if file is None:
        return None
    own = page.ready.uri.rpartition("/")[2].removesuffix(".html")
    return address(edit_uri, file, line_of(document, own))


def with_links(page: ReadyPage, document: Document | None, edit_uri: str | None) -> str:
    """The page's HTML, with a link to the line of each entry that it shows."""
    return _PLACE.sub(_beside(page.ready.data_file, document, edit_uri), page.ready.html)


def _beside(
    file: str | None, document: Document | None, edit_uri: str | None
) -> Callable[[re.Match[str]], str]:
    def link(place: re.Match[str]) -> str:
        line = line_of(document, place["id"])
        there = address(edit_uri, file, line) if file and line else None
        if there is None:
            return place[0]
        name = f"Suggest a change to {place['id']}"
        return (
            f'{place[0]}<a class="here suggest" href="{escape(there)}" rel="edit" '
            f'title="Suggest a change" aria-label="{escape(name)}">✎</a>'
        )

    return link
