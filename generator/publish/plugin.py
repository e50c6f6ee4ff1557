"""The MkDocs plugin: gives MkDocs the pages, their words for search, and the faults if any."""

from __future__ import annotations

import inspect
import logging
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal

import click
from jinja2 import Environment
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.contrib.search import SearchPlugin
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator import pipeline
from generator.as_at import or_last_commit
from generator.building.release import last_released
from generator.check.all_rules import RULES
from generator.diagnostics import Severity, text
from generator.diagnostics.circumstances import Circumstances
from generator.diagnostics.wording import counted
from generator.limits import MAX_SEARCH_BYTES
from generator.model.as_at import NoDate
from generator.model.edition import Edition
from generator.model.words import day_words
from generator.process import date_what_is_built, leave_garbage
from generator.publish import search_index, suggesting
from generator.publish.content_policy import ContentPolicy
from generator.publish.drawn_once import draw_once
from generator.publish.letters import on_paper
from generator.publish.ready_page import FRAMED, AllThatShows, ReadyPage, as_file
from generator.publish.settings import AuditsConfig
from generator.publish.watching import watch
from generator.read.document import Document
from generator.render import uris
from generator.render.abbreviations import abbreviator
from generator.render.compiled import COMPILED
from generator.render.page import Page, Step

log = logging.getLogger("mkdocs.plugins.audits")

ABOUT: Final = "guides/about.md"
"""The page that says when the site was last released."""

LEFT_OUT_OF_SEARCH: Final = (
    "There is more here than a browser can search. Search leaves out what would stand last in its "
    "results: what is made up, then cases and parts of audits, then single questions and findings, "
    "of the oldest audits first. All of it is found from *Audits*, *Themes* and *Agencies*."
)
"""What is said where search cannot hold all."""

BEFORE_THE_INDEX_IS_WRITTEN: Final = 50
"""The priority of what gives the theme's search its entries."""

SEARCH_OF_THE_THEME: Final = "assets/javascripts/workers/search."
"""How the name of the script begins that the theme would search with."""

NOT_THERE: Final = "404.html"
"""The page that readers get for an address that is not there."""

LUNR: Final = "assets/lunr.js"
"""The index and its stemmer, as MkDocs brings it along."""

LANGUAGES_OF_LUNR: Final = "assets/javascripts/lunr/"
"""Where the theme has the other languages that its own search could read."""

SOURCE_MAP: Final = ".map"
"""How the name of a file ends that only who works on the theme has a use for."""

COMPONENTS: Final = "assets/components.css"
"""The styles of all components, each of which has its own beside its template."""

LETTERS_ON_PAPER: Final = "assets/letters-on-paper.css"
"""The style that `main.html` asks for where a page is printed."""

LAST: Final = -100
"""The priority of what looks at pages as they will be, after all other plugins."""


class AuditsPlugin(BasePlugin[AuditsConfig]):  # type: ignore[no-untyped-call]
    """Adds the audits' pages to the site. While serving, keeps the last good ones."""

    def __init__(self) -> None:
        self._serving = False
        self._again: pipeline.Again | None = None
        self._pages: Sequence[Page] = ()
        self._pictures: Mapping[str, bytes] = {}
        self._abbreviate: Callable[[str], str] = str
        self._policy = ContentPolicy(frozenset())
        self._documents: Mapping[str, Document] = {}
        self._entries: Sequence[search_index.IndexEntry] = ()
        self._nav = Navigation([], [])
        self._around: tuple[object, ...] = ()
        self._framed: dict[str, tuple[AllThatShows, str]] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether somebody is looking at the site while it is built."""
        self._serving = command == "serve"
        if dirty and not self._serving:
            raise PluginError(
                "--dirty leaves pages of the build before, which another edition may have shown: "
                "build without it."
            )
        if not self._serving:
            leave_garbage()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Fix the date that the build carries, so that two builds of one commit are the same."""
        date_what_is_built(self._as_at(config))
        config.extra["edition"] = self.config.edition  # each page says of which it is
        config.extra["as_at"] = day_words(self._as_at(config))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read, check and render, before MkDocs clears the folder that the site goes to."""
        root = _root(config)
        as_at = self._as_at(config)
        self._again = self._again or pipeline.Again(root)
        checked = pipeline.check(root / "audits", as_at, self._again)
        config.extra["audits_faults"] = ""
        if checked.has_errors:
            self._report(checked, config)
            return
        self._pages = pipeline.pages(
            checked, root / "site/templates", Edition(self.config.edition), as_at, self._again
        )
        self._entries = [entry for page in self._pages for entry in search_index.of_page(page)]
        self._documents = {one.document.path: one.document for one in checked.tree.files}
        self._pictures = dict(pipeline.pictures(root / "audits", checked, self._pages))
        self._abbreviate = abbreviator(checked.tree.library.glossary.values())

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages and the pictures that they show; the tabs lead to no page that is not."""
        missing = uris.WHERE_THERE_IS_ANY - {page.uri for page in self._pages}
        config.nav = _without({uri.removesuffix(".html") + ".md" for uri in missing}, config.nav)
        for page in self._pages:
            files.append(as_file(page, config))
        for address, picture in self._pictures.items():
            files.append(File.generated(config, address, content=picture))
        styles = sorted((_root(config) / "site/templates/components").glob("*.css"))
        of_components = "".join(style.read_text(encoding="utf-8") for style in styles)
        files.append(File.generated(config, COMPONENTS, content=of_components))
        letters = on_paper(_root(config) / "site/theme/assets/site.css")
        files.append(File.generated(config, LETTERS_ON_PAPER, content=letters))
        for file in [file for file in files if _is_dead_weight(file.url)]:
            files.remove(file)
        # Beside the plugin, whichever engine it is of.
        lunr = Path(inspect.getfile(SearchPlugin)).parent / "templates/search/lunr.js"
        files.append(File.generated(config, LUNR, content=lunr.read_bytes()))
        of_theme = (file.url for file in files if file.url.startswith(SEARCH_OF_THE_THEME))
        config.extra["search_of_the_theme"] = next(
            address for address in of_theme if address.endswith(".js")
        )
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Say what comes before and after a page that the navigation leaves out."""
        self._nav = nav
        pages = {file.url: file.page for file in files.documentation_pages()}
        for page in pages.values():
            if isinstance(page, ReadyPage) and (page.ready.previous or page.ready.next):
                page.previous_page = _neighbour(pages, page.ready.previous)
                page.next_page = _neighbour(pages, page.ready.next)
        return nav

    def on_env(
        self,
        env: Environment,
        *,
        config: MkDocsConfig,
        files: Files,
    ) -> Environment:
        """Let the theme draw once what is the same on many pages; while serving, no page twice."""
        env.bytecode_cache = COMPILED  # nobody waits for the theme twice
        listed = {one.url for one in self._nav.pages}

        def alike(context: Context) -> tuple[str, int] | None:
            page = context["page"]
            if not isinstance(page, ReadyPage) or page.url in listed:
                return None
            # None of what the menu lists stands in a folder below one of these.
            return page.url.partition("/")[0], page.url.count("/")

        draw_once(env, alike)
        if self._serving:
            self._keep_framed(files, config)
        return env

    def _keep_framed(self, files: Files, config: MkDocsConfig) -> None:
        """Take each page that is as it was when it was last built, frame and all, for built."""
        around = (
            repr(config.nav),
            config.extra["as_at"],
            config.extra["audits_faults"],
            *_stamps(config),
        )
        if around != self._around:
            self._around = around
            self._framed = {}
        for file in files.documentation_pages():
            page = file.page
            if isinstance(page, ReadyPage):
                kept, framed = self._framed.get(page.url, (None, ""))
                if kept == page.all_that_shows:
                    page.meta["template"] = FRAMED
                    page.framed = framed

    def on_page_markdown(
        self,
        markdown: str,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,
        files: Files,  # noqa: ARG002
    ) -> str:
        """Say on the page about the site when it was last released, and what search leaves out."""
        if page.file.src_uri != ABOUT:
            return markdown
        day = last_released(_root(config), Edition(self.config.edition))
        said = [f"Last released on {day_words(day)}."] if day else []
        if len(self._entries) > len(search_index.within(MAX_SEARCH_BYTES, self._entries)):
            said.append(LEFT_OUT_OF_SEARCH)
        return "\n\n".join((markdown, *said)) + "\n" if said else markdown

    def on_page_content(
        self,
        html: str,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,
        files: Files,  # noqa: ARG002
    ) -> str:
        """Explain abbreviations on the hand-written pages; put links to their lines into ours."""
        if isinstance(page, ReadyPage):
            document = self._documents.get(page.ready.data_file or "")
            page.edit_url = suggesting.of_page(page, document, config.edit_uri)
            return suggesting.with_links(page, document, config.edit_uri)
        return self._abbreviate(html)

    @event_priority(BEFORE_THE_INDEX_IS_WRITTEN)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Give search the words of all pages, each with the row that it leads to."""
        search: Any = config.plugins.get("material/search") or config.plugins.get("search")
        if search is None:
            return
        index = search.search_index
        entries = (*self._entries, *search_index.of_guides(index.entries))
        index.entries = search_index.within(MAX_SEARCH_BYTES, entries)
        if left_out := len(entries) - len(index.entries):
            log.info(
                "Search finds %s less: more than %s bytes would keep browsers waiting.",
                counted(left_out, "entry", "entries"),
                f"{MAX_SEARCH_BYTES:,}",
            )

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Mark the tab of the site under which the page stands, and say where it is edited."""
        if not isinstance(page, ReadyPage):
            page.edit_url = suggesting.address(
                config.edit_uri, suggesting.PAGES + page.file.src_uri
            )
        tab = uris.INDEX_OF.get(page.url.partition("/")[0])
        for one in nav.pages:
            if one.url in uris.INDEX_OF.values():
                one.active = one.url == tab
        page.active = True  # it may share a tab with those
        return context

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,
        config: MkDocsConfig,
    ) -> TemplateContext:
        """Let the page for an address that is not there work where the site is in a folder."""
        if template_name == NOT_THERE and not config.site_url:
            context["base_url"] = "."
        return context

    @event_priority(LAST)
    def on_post_template(
        self,
        output_content: str,
        *,
        template_name: str,
        config: MkDocsConfig,  # noqa: ARG002
    ) -> str:
        """Learn which scripts are the site's own; MkDocs makes this page before all others."""
        if template_name != NOT_THERE or self._serving:
            return output_content
        self._policy = ContentPolicy.of(output_content)
        return self._policy.put_into(output_content)

    @event_priority(LAST)
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Let nothing run in a browser but the site's own scripts."""
        if self._serving:
            if isinstance(page, ReadyPage):
                self._framed[page.url] = page.all_that_shows, output
            return output  # MkDocs puts a script into each page that loads it anew
        for refused in self._policy.refused(output):
            log.warning(
                "%s holds %s of its own, which browsers will not heed: put it into "
                "site/theme/assets/ or beside a component.",
                page.file.src_uri,
                refused,
            )
        return self._policy.put_into(output)

    def on_serve(
        self,
        server: LiveReloadServer,
        *,
        config: MkDocsConfig,
        builder: Callable[..., Any],  # noqa: ARG002
    ) -> LiveReloadServer:
        """Build again when the data or a template changes."""
        watch(server, _root(config))
        return server

    def _as_at(self, config: MkDocsConfig) -> date:
        as_at = or_last_commit(self.config.as_at, _root(config))
        if isinstance(as_at, NoDate):
            raise PluginError(
                f"The date at which recommendations are due is not known: {as_at.why} "
                "Write `as_at: 2026-11-21`, with your date, under `audits` in mkdocs.yml."
            )
        return as_at

    def _report(self, checked: pipeline.Checked, config: MkDocsConfig) -> None:
        """Show what is wrong; while serving the last good pages stay, otherwise the build ends."""
        files = {file.document.path: file.document for file in checked.tree.files}
        errors = [one for one in checked.diagnostics if one.severity is Severity.ERROR]
        circumstances = Circumstances(
            files=len(files),
            line_at=lambda place: (
                files[place.path].line(place.line) if place.path in files else None
            ),
            rules=lambda: RULES,
        )
        shown = text.write(errors, circumstances)
        click.echo(shown, nl=False, err=True)
        where = f"{counted(len(errors), 'error')} in the data"
        if not (self._serving and self._pages):
            raise PluginError(f"{where}: nothing was built, and the last site is as it was.")
        log.error("%s: the last good pages stay until it is mended.", where)
        config.extra["audits_faults"] = where


def _without(pages: Collection[str], nav: Any) -> Any:
    """The navigation, or a part of it, without these pages and what they leave empty."""
    if isinstance(nav, dict):
        kept = {title: _without(pages, below) for title, below in nav.items()}
        return {title: below for title, below in kept.items() if below}
    if isinstance(nav, list):
        return [below for one in nav if (below := _without(pages, one))]
    return None if nav in pages else nav


def _is_dead_weight(address: str) -> bool:
    """Whether no page loads a file that the theme brings along."""
    return address.startswith(LANGUAGES_OF_LUNR) or address.endswith(SOURCE_MAP)


def _stamps(config: MkDocsConfig) -> Iterator[tuple[str, int]]:
    """The files that every frame is made from, but those of packages, each with when it changed."""
    theme = sorted((_root(config) / "site/theme").rglob("*.html"))
    for file in (Path(config.config_file_path), *theme):
        yield str(file), file.stat().st_mtime_ns


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _neighbour(pages: dict[str, Any], step: Step | None) -> Any:
    return pages.get(step.uri) if step else None
