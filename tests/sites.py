"""Projects to build sites from, and sites and pages as a machine sees them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "trees" / "small"
AS_AT = date(2026, 11, 21)
REAL = "cheshire-east-2016-domestic-abuse"
EXAMPLE = "example-2026-neglect-and-school"
EARLIER = "example-2024-neglect"
SITE_IS_BUILT = "The site is built: open build/site/index.html\n"
"""What `audits build` says at its end, and so `make site`."""


def project(
    folder: Path, audits: Path = ROOT / "audits", edition: str = "intranet", as_at: date = AS_AT
) -> Path:
    """A copy of the project in `folder`, to build from: its site, and the audits given."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "site", folder / "site")
    shutil.copytree(audits, folder / "audits")
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for pattern, line in (
        (r"^( +)edition: intranet$", rf"\1edition: {edition}"),
        (r"^( +)# as_at: .*$", rf"\1as_at: {as_at}"),
    ):
        config, found = re.subn(pattern, line, config, flags=re.MULTILINE)
        assert found == 1, f"mkdocs.yml has {found} lines like {pattern}, and tests change one"
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder


HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)> `${7}`"
_TEXTS = "title|about|name|short|label|text|means|source|note|comment|lead"


def hostile_tree(folder: Path, text: str = HOSTILE) -> Path:
    """The small tree in `folder` with markup and scripts, or another text, in every text of it."""
    shutil.copytree(SMALL, folder, dirs_exist_ok=True)
    for file in (folder / "audits").rglob("*.*"):
        lines = file.read_text(encoding="utf-8").splitlines()
        file.write_text("\n".join(_hostile(line, text) for line in lines) + "\n", encoding="utf-8")
    return folder / "audits"


def _hostile(line: str, text: str) -> str:
    if re.match(r"[A-Z][a-z ]+\.$", line):
        return text
    quoted = "'" + text.replace("'", "''") + "'"
    return re.sub(rf"^(.*\b(?:{_TEXTS}): ).+$", lambda found: found[1] + quoted, line)


def environment(**variables: str) -> dict[str, str]:
    """This environment without what another build may have left in it."""
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", **variables}


def mkdocs(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in the project at `folder`."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=folder,
        env=environment(**variables),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@dataclass(frozen=True)
class Site:
    """A built site, and what MkDocs said while it built it."""

    folder: Path
    said: str

    @cached_property
    def pages(self) -> dict[str, SeenPage]:
        """Every page by its path from the site's root."""
        return {
            file.relative_to(self.folder).as_posix(): see(file.read_text(encoding="utf-8"))
            for file in sorted(self.folder.rglob("*.html"))
        }

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file by its path from the site's root."""
        return {
            file.relative_to(self.folder).as_posix(): file.read_bytes()
            for file in sorted(self.folder.rglob("*"))
            if file.is_file()
        }

    @property
    def ours(self) -> dict[str, SeenPage]:
        """Every page that is made from the data, and not written by hand or by the theme."""
        return {
            path: page
            for path, page in self.pages.items()
            if path.startswith(_OURS) or path == "index.html"
        }


_OURS = (
    *("audits/", "agencies/", "themes/", "recommendations/", "digests/", "voices/", "tools/"),
    *("glossary/", "references/", "still-to-do/", "about/", "discussion/"),
)


def built(folder: Path) -> Site:
    """The site of the project at `folder`, built strictly."""
    done = mkdocs(folder, "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(folder / "build" / "site", done.stdout + done.stderr)


@dataclass
class SeenPage:
    """A page as a machine sees it."""

    html: str
    tags: set[str] = field(default_factory=set)
    handlers: set[str] = field(default_factory=set)
    """Attributes that run a script, such as `onclick`."""
    levels: list[int] = field(default_factory=list)
    """Those of the headings in its article, in order."""
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    """Where `<a>` leads."""
    asks: list[str] = field(default_factory=list)
    """What a browser fetches without being asked to."""
    words: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """What of its tags is not well formed."""

    @property
    def text(self) -> str:
        """All that a reader can read, in one line."""
        return " ".join(" ".join(self.words).split())


def see(html: str) -> SeenPage:
    """What stands in a page, or in a part of one."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    reader.finish()
    return reader.page


_VOID = {"base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = {
    *_HEADINGS,
    *("address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure"),
    *("footer", "form", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul"),
}
_LINE_ONLY = {
    *_HEADINGS,
    *("b", "button", "caption", "code", "dt", "em", "i", "p", "pre", "small", "span", "strong"),
}
"""What holds words and no blocks: a browser would end it where one starts."""

_FETCHES = {
    "link": ("href",),
    "object": ("data",),
    "form": ("action",),
    "button": ("formaction",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
    "video": ("src", "poster"),
    "body": ("background",),
}
_NO_FETCH = frozenset(("canonical", "prev", "next", "alternate", "author", "license"))
_CSS = re.compile(r"""url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)""")


def fetched_by_css(text: str) -> list[str]:
    """The addresses that a style sheet makes a browser fetch."""
    return [one or other for one, other in _CSS.findall(text)]


class _Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page = SeenPage(html)
        self._open: list[str] = []
        self._at = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._attributes(tag, attrs)
        if tag in _BLOCKS and (around := _LINE_ONLY.intersection(self._open)):
            self._fault(f"<{tag}> in <{min(around)}>")
        if tag in _HEADINGS and "article" in self._open:
            self.page.levels.append(int(tag[1]))
        if tag == "a" and "a" in self._open:
            self._fault("a link in a link")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._attributes(tag, attrs)
        if tag not in _VOID and "svg" not in self._open:
            self._fault(f"<{tag}/> does not end a <{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self._fault(f"</{tag}> where <{self._open[-1] if self._open else ''}> is open")

    def handle_data(self, data: str) -> None:
        within = self._open[-1] if self._open else ""
        if within == "style":
            self.page.asks += fetched_by_css(data)
        elif within != "script":
            self.page.words.append(data)

    def finish(self) -> None:
        if self._open:
            self._fault(f"never closed: {self._open}")

    def updatepos(self, i: int, j: int) -> int:
        """Lines are counted where there is a fault: at each tag it takes long."""
        self._at = j if j > i else self._at
        return j

    def _fault(self, fault: str) -> None:
        before = self.page.html[: self._at]
        line, column = before.count("\n") + 1, self._at - (before.rfind("\n") + 1)
        self.page.faults.append(f"{line}:{column + 1}: {fault}")

    def _attributes(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.page.tags.add(tag)
        if not attrs:
            return
        held = {name: value or "" for name, value in attrs}
        if len(held) != len(attrs):
            self._fault(f"<{tag}> has an attribute twice: {[name for name, _ in attrs]}")
        self.page.handlers.update([name for name in held if name.startswith("on")])
        if "id" in held:
            self.page.ids.append(held["id"])
        if tag == "a" and "href" in held:
            self.page.links.append(held["href"])
        if tag == "a" and "ping" in held:
            self.page.asks.append(held["ping"])
        if "style" in held:
            self.page.asks += fetched_by_css(held["style"])
        if tag == "meta" and held.get("http-equiv", "").lower() == "refresh":
            self.page.asks.append(held.get("content", ""))
        if tag == "link" and not _NO_FETCH.isdisjoint(held.get("rel", "").split()):
            return
        if tag in ("a", "area", "base"):
            return
        for name in _FETCHES.get(tag, ("src",)):
            if held.get(name):
                self.page.asks.append(held[name])
        if "srcset" in held:
            candidates = filter(str.strip, held["srcset"].split(","))
            self.page.asks += [candidate.split()[0] for candidate in candidates]


def targets(site: Site, path: str, link: str) -> Iterator[str]:
    """What is wrong with a link of the page at `path`: nothing, where it leads somewhere."""
    if re.match(r"[a-z][a-z0-9+.-]*:|//|\?q=", link):
        return  # another site's, or a search
    address, sharp, anchor = link.partition("#")
    start = "" if address.startswith("/") else path.rpartition("/")[0]
    target = os.path.normpath(os.path.join(start, address.lstrip("/"))) if address else path  # noqa: PTH118
    if target not in site.files:
        yield f"{path}: {link}: there is no {target}"
    elif sharp and anchor and target in site.pages and anchor not in site.pages[target].ids:
        yield f"{path}: {link}: there is no #{anchor} on {target}"
