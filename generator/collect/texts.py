"""A tool's texts in a form: Markdown, of which nothing runs and nothing is fetched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from generator.read.markdown import parser


def block(text: str) -> Markup:
    """A text as paragraphs and lists."""
    return Markup(_HTML.render(text))  # noqa: S704 - HTML in it is text


def inline(text: str) -> Markup:
    """A text within a line: several paragraphs become one."""
    return Markup(_HTML.renderInline(" ".join(text.split())))  # noqa: S704 - the same


def _words_only(renderer: Any, tokens: Sequence[Token], index: int, *_: Any) -> str:  # noqa: ARG001
    """Where a link leads is on a site that whoever fills in the form may not have."""
    return ""


def _as_typed(renderer: Any, tokens: Sequence[Token], index: int, *_: Any) -> str:  # noqa: ARG001
    return str(escape(tokens[index].content))


def _writer() -> MarkdownIt:
    markdown = parser()
    for kind in ("link_open", "link_close"):
        markdown.add_render_rule(kind, _words_only)
    for kind in ("image", "bound"):
        markdown.add_render_rule(kind, _as_typed)
    for kind in ("heading_open", "heading_close"):
        markdown.add_render_rule(kind, _as_paragraph)
    return markdown


def _as_paragraph(renderer: Any, tokens: Sequence[Token], index: int, *_: Any) -> str:  # noqa: ARG001
    return "<p><b>" if tokens[index].nesting == 1 else "</b></p>\n"


_HTML: Final = _writer()
