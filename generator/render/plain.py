"""The pages as plain Markdown, for any other site generator.

Only two things are more than Markdown: front matter with the title, and an empty `<a id>` where
a link of some page leads, because every generator makes its own ids of headings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from bs4 import BeautifulSoup, Tag
from markdownify import MarkdownConverter

from generator.render.page import Page

_LINKED: Final = re.compile(r'href="[^"]*#([^"]+)"')
_TO_PAGE: Final = re.compile(r"(?<=\()([^()\s:]+?)\.html(?=[#)])")
_ONLY_ON_SCREEN: Final = "svg, button, nav, form, th.chart, td.chart, .key, .print-only, a.here"


def plain_files(pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """The path and text of each page."""
    held = list(pages)
    linked = {anchor for page in held for anchor in _LINKED.findall(page.html)}
    for page in held:
        content = BeautifulSoup(page.html, "html.parser")
        for shown in content.select(_ONLY_ON_SCREEN):
            shown.decompose()
        for doubtful in content.select(".quoted.doubtful"):
            doubtful.append(f" [{doubtful['data-basis']}]")
        _unfold(content)
        for target in content.find_all(id=True):
            if target["id"] in linked:
                _mark(content, target)
        body = _Converter(heading_style="ATX", bullets="-").convert_soup(content)
        body = re.sub(r"\n{3,}", "\n\n", _TO_PAGE.sub(r"\1.md", body)).strip()
        head = f"---\ntitle: {json.dumps(page.title, ensure_ascii=False)}\n---\n\n"
        yield page.uri.removesuffix(".html") + ".md", f"{head}{body}\n"


class _Converter(MarkdownConverter):
    """Keeps an empty anchor as it is."""

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if el.get("id") and not el.get("href"):
            return f'<a id="{el["id"]}"></a>'
        converted: str = super().convert_a(el, text, parent_tags)  # type: ignore[misc]
        return converted


def _unfold(content: BeautifulSoup) -> None:
    """What is folded away in a table's row follows the table, under a heading of its own."""
    for table in content.find_all("table"):
        after: Tag = table
        for fold in table.find_all("details"):
            summary = fold.find("summary")
            if summary:
                summary.decompose()
            cell = fold.find_parent("th") or fold.find_parent("td")
            fold.extract()
            heading = content.new_tag("h4")
            heading.string = " ".join(cell.get_text(" ", strip=True).split()) if cell else ""
            after.insert_after(heading)
            heading.insert_after(fold)
            after = fold


def _mark(content: BeautifulSoup, target: Tag) -> None:
    """Put an anchor where a link leads; in a table that can only be in its first cell."""
    anchor = content.new_tag("a", id=str(target["id"]))
    first = target.find(["th", "td"]) if target.name == "tr" else None
    (first or target).insert(0, anchor)
