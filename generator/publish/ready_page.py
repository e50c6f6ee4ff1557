"""A page of MkDocs' whose HTML is ready: nothing of it goes through Python-Markdown."""

from __future__ import annotations

from html import escape
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.render import uris
from generator.render.page import Page

CONTENT: Final = "content"
"""The id of all that a page says, as the theme's `main.html` gives it."""

FRAMED: Final = "framed.html"
"""The template of a page that was built before."""

AllThatShows = tuple[object, ...]
"""What is compared with what it was when the page was last built."""


class ReadyPage(MkDocsPage):
    """One of our pages among MkDocs'."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        # The theme puts titles and descriptions into its HTML as they are.
        super().__init__(escape(page.title, quote=False), file, config)
        self.ready = page
        self.framed = ""
        """All of it with its frame, where it was built before and is as it was."""

    @property
    def all_that_shows(self) -> AllThatShows:
        """All by which its HTML may differ from what was built of it before."""
        beside = (self.previous_page, self.next_page)
        return (
            self.ready,
            self.content,
            self.edit_url,
            tuple((one.title, one.url) for one in beside if one),
            bool(self.previous_page),
        )

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """There is no Markdown to read; search is given its words by the plugin."""
        self.markdown = ""
        self.meta = {
            "title": escape(self.ready.name, quote=False),
            "description": escape(self.ready.about),
            "search": {"exclude": True},
            "hide": [
                *(() if self.ready.uri in uris.BESIDE_OTHERS else ("navigation",)),
                *(() if self.ready.headings else ("toc",)),
            ],
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Take the HTML as it is."""
        self.content = self.ready.html
        self.toc = _contents(self.ready)
        self.present_anchor_ids = {heading.id for heading in self.ready.headings}

    def validate_anchor_links(self, *, files: Files, log_level: int) -> None:
        """Our own links are made from what exists; a test follows every one."""


def as_file(page: Page, config: MkDocsConfig) -> File:
    """The file that MkDocs builds a page from."""
    source = page.uri.removesuffix(".html") + ".md"
    file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    ReadyPage(page, file, config)
    return file


def _contents(page: Page) -> TableOfContents:
    # The theme's link past the navigation leads to the first: so every page has one.
    whole = AnchorLink(escape(page.title), CONTENT, 1)
    top = whole.children
    for heading in page.headings:
        link = AnchorLink(escape(heading.title), heading.id, heading.level)
        if heading.level == 2 or not top:
            top.append(link)
        else:
            top[-1].children.append(link)
    return TableOfContents([whole])
