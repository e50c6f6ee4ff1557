"""A page is a value: what it shows, what search finds on it, and where it leads."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


@dataclass(frozen=True)
class Step:
    """A way to another page."""

    title: str
    uri: str


@dataclass(frozen=True)
class StepGroup:
    """Ways to pages that answer one question of their reader."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Heading:
    """A heading that a table of contents can lead to."""

    level: int
    id: str
    title: str


class EntryKind(StrEnum):
    """What search leads to, as its results call it."""

    THEME = "Theme"
    STATE = "Recommendations"
    """All recommendations that have come equally far."""
    RECOMMENDATION = "Recommendation"
    AUDIT = "Audit"
    CHANGE = "What changed"
    """Where the points of the audit before stand now."""
    TERM = "Glossary"
    AGENCY = "Agency"
    RESULT = "Result"
    FINDING = "Finding"
    LIST = "List"
    """A page across audits; where nothing is found, these are the ways on."""
    ASKED = "Question"
    """A question as the tool asks it."""
    ANALYSIS = "Analysis"
    VOICE = "Voice"
    PAPER = "To print"
    """A briefing or a poster of an audit."""
    DISCUSSION = "Discussion pack"
    GUIDE = "Guide"
    WORK = "Reference"
    PART = "Part of an audit"
    """A page of an audit that says nothing that is not found for itself."""
    ABOUT = "About an audit"
    CASE = "Case"
    RULE = "Rule"


@dataclass(frozen=True)
class SearchEntry:
    """A place on a page that search leads to, and the words that find it."""

    anchor: str
    """The id on the page; empty for its top."""
    title: str
    text: str = ""
    kind: EntryKind = EntryKind.PART
    also: tuple[str, ...] = ()
    """Words that find it and do not stand in it."""
    of: str = ""
    """What it is of, such as its audit."""
    made_up: bool = False


@dataclass(frozen=True)
class Page:
    """One page of the site."""

    uri: str
    """From the site's root, such as `audits/small/results.html`."""
    title: str
    html: str
    """The content, ready; the theme puts its frame around it."""
    of: str = ""
    """What a printed sheet says that it is of: the audit, whose it is, and when it came out."""
    about: str = ""
    """What it is about, in a sentence, for search engines and previews."""
    data_file: str | None = None
    """The file that an edit of this page changes."""
    headings: tuple[Heading, ...] = ()
    search: tuple[SearchEntry, ...] = ()
    pictures: tuple[str, ...] = ()
    """The addresses of the pictures that it shows, from the site's root."""
    previous: Step | None = None
    next: Step | None = None

    @property
    def name(self) -> str:
        """What it is called where it stands alone: in search, in a tab, as a bookmark."""
        return next((entry.title for entry in self.search if not entry.anchor), self.title)


def relative(here: str, target: str) -> str:
    """The link from the page at `here` to `target`, both from the site's root.

    >>> relative("audits/small/results.html", "audits/small/tool.html#r1")
    'tool.html#r1'
    """
    path, sharp, anchor = target.partition("#")
    if path == here and anchor:
        return f"#{anchor}"
    return f"{_relative_path(_folder(here), path)}{sharp}{anchor}"


@cache
def _folder(here: str) -> str:
    return posixpath.dirname(here) or "."


@cache
def _relative_path(folder: str, path: str) -> str:
    return posixpath.relpath(path, folder)
