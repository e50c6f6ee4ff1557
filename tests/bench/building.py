"""`audits build` beside a bare MkDocs that is given the same pages, and by the number of pages."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator import pipeline
from generator.model.edition import Edition
from generator.synthesise.outline import AS_AT
from tests.bench.country import Country, changer, forget
from tests.bench.lines import Line
from tests.bench.spent import AUDITS, in_turns, spent

LARGEST: Final = 200_000
"""Bytes of HTML that no page is to have more of."""

_HOOK: Final = '''\
"""Gives MkDocs the HTML of each page as it is."""

import json
import pathlib

READY = json.loads(pathlib.Path(__file__).with_name("ready.json").read_text("utf-8"))


def on_page_content(html, page, config, files):
    return READY.get(page.file.src_uri, html)
'''


def lines(country: Country) -> Iterator[Line]:
    """All lines about builds; processor seconds of whole processes."""
    yield from _beside_bare(country)
    yield from _grown(country)


def _beside_bare(country: Country) -> Iterator[Line]:
    project = country.project(country.part(0.04))
    as_markdown, ready = _bare(project, country.fresh("bare"), country.fresh("bare-ready"))
    many = len(list(as_markdown.glob("site/pages/**/*.md")))
    cold, alone, bare = in_turns(
        country.rounds,
        lambda: _cold(project),
        lambda: _mkdocs(project),
        lambda: _mkdocs(as_markdown),
    )
    yield Line(
        f"cold build of {many:,} pages, searched for what it must not hold ÷ bare MkDocs with "
        "the same pages as HTML in Markdown",
        cold / bare,
        0.40,
        f"{cold:.1f} s",
        f"{bare:.1f} s",
    )
    yield Line(
        "the same without the search of what was built ÷ bare MkDocs",
        alone / bare,
        0.40,
        f"{alone:.1f} s",
        f"{bare:.1f} s",
    )
    change = changer(project)
    spent((AUDITS, "build"), project)

    def changed() -> float:
        change()
        return spent((AUDITS, "build"), project).cpu

    again, handed = in_turns(country.rounds, changed, lambda: _mkdocs(ready))
    yield Line(
        f"build of {many:,} pages with one return changed ÷ bare MkDocs with ready HTML",
        again / handed,
        1.3,
        f"{again:.1f} s",
        f"{handed:.1f} s",
    )


def _cold(project: Path) -> float:
    forget(project)
    shutil.rmtree(project / "build", ignore_errors=True)
    return spent((AUDITS, "build"), project).cpu


def _mkdocs(project: Path) -> float:
    forget(project)
    shutil.rmtree(project / "build", ignore_errors=True)
    command = (sys.executable, "-m", "mkdocs", "build", "--quiet")
    return spent(command, project).cpu


def _bare(project: Path, as_markdown: Path, ready: Path) -> tuple[Path, Path]:
    """Two projects with the theme and without the plugin: pages in Markdown, and handed over."""
    checked = pipeline.check(project / "audits", AS_AT)
    pages = pipeline.pages(checked, project / "site/templates", Edition.INTRANET, AS_AT)
    config = (project / "mkdocs.yml").read_text("utf-8")
    before, _, after = config.partition("  - audits:\n")
    extensions = after.partition("markdown_extensions:")[2]
    bare = f"{before}\nvalidation:\n  omitted_files: ignore\nmarkdown_extensions:{extensions}"
    for folder, settings in ((as_markdown, bare), (ready, f"{bare}\nhooks: [hook.py]\n")):
        shutil.copytree(project / "site", folder / "site")
        (folder / "mkdocs.yml").write_text(settings, "utf-8")
    html = {}
    for page in pages:
        source = page.uri.removesuffix(".html") + ".md"
        html[source] = page.html
        head = f"---\ntitle: {page.title!r}\n---\n\n"
        for folder, body in ((as_markdown, page.html), (ready, "")):
            path = folder / "site/pages" / source
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(head + body, "utf-8")
    (ready / "hook.py").write_text(_HOOK, "utf-8")
    (ready / "ready.json").write_text(json.dumps(html), "utf-8")
    return as_markdown, ready


@dataclass(frozen=True)
class _Size:
    """How large a built site is, and what it took."""

    pages: int
    html: int
    """Bytes of all pages."""
    large: tuple[str, ...]
    """Pages of more than LARGEST bytes, with their sizes."""
    cpu: float

    @property
    def of_a_page(self) -> float:
        return self.html / self.pages


def built(project: Path) -> Path:
    """The site of a project, built where it is not there."""
    site = project / "build/site"
    if not site.is_dir():
        spent((AUDITS, "build"), project)
    return site


def _size(project: Path) -> _Size:
    cpu = _cold(project)
    site = built(project)
    sizes = {path: path.stat().st_size for path in site.rglob("*.html")}
    large = sorted((size, path) for path, size in sizes.items() if size > LARGEST)
    named = tuple(f"{path.relative_to(site).as_posix()} {size:,}" for size, path in reversed(large))
    return _Size(len(sizes), sum(sizes.values()), named, cpu)


def _grown(country: Country) -> Iterator[Line]:
    """At some 200, 1,000 and 5,000 pages: an audit has about 23."""
    small, middle, large = (
        _size(country.project(country.part(share))) for share in (0.009, 0.044, 0.22)
    )
    yield Line(
        f"bytes of HTML a page at {large.pages:,} pages ÷ at {small.pages:,}",
        large.of_a_page / small.of_a_page,
        1.02,
        f"{large.of_a_page:,.0f}",
        f"{small.of_a_page:,.0f}",
    )
    yield Line(
        f"pages of more than {LARGEST // 1000} KB at {large.pages:,} pages ÷ one",
        len(large.large),
        0,
        ", ".join(large.large[:3]) or "none",
        "1",
    )
    times = large.pages / middle.pages
    yield Line(
        f"build of {large.pages:,} pages ÷ of {middle.pages:,}, as if of five times as many",
        large.cpu / middle.cpu * 5 / times,
        5.2,
        f"{large.cpu:.1f} s",
        f"{middle.cpu:.1f} s",
    )
