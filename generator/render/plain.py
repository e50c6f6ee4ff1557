"""The pages as plain Markdown, for any other site generator."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final

from markdownify import MarkdownConverter

from generator.render.page import Page

_TO_PAGE: Final = re.compile(r"(?<=\()([^()\s:]+?)\.html(?=[#)])")


class _Converter(MarkdownConverter):
    """Leaves out what only a browser can show: a table stands beside every chart."""

    def convert_svg(self, _element: object, _text: str, _parents: object) -> str:
        return ""

    def convert_button(self, _element: object, _text: str, _parents: object) -> str:
        return ""

    def convert_nav(self, _element: object, _text: str, _parents: object) -> str:
        return ""


def plain_files(pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """The path and text of each page: front matter with its title, then Markdown."""
    converter = _Converter(heading_style="ATX", bullets="-", escape_misc=True)
    for page in pages:
        body = _TO_PAGE.sub(r"\1.md", converter.convert(page.html))
        body = re.sub(r"\n{3,}", "\n\n", body).strip()
        head = f"---\ntitle: {json.dumps(page.title, ensure_ascii=False)}\n---\n\n"
        yield page.uri.removesuffix(".html") + ".md", f"{head}{body}\n"
