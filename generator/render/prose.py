"""Authors' Markdown as HTML: figures bound, links and pictures found, nothing of theirs run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from generator.aggregate.binding import BoundFigure
from generator.read.markdown import LINK_KINDS, NO_MARKS, Bound, parser, read_bound


@dataclass(frozen=True)
class Lookups:
    """Where a text finds what it refers to."""

    bind: Callable[[Bound], BoundFigure]
    """Gives the figure that a reference stands for."""
    resolve: Callable[[str, str], str | None]
    """Gives the address of something by its kind and name; None where it has no page here."""
    picture: Callable[[str], str]
    """Gives the address of the picture in a file beside the text."""


class Prose:
    """Writes Markdown as HTML."""

    def __init__(self) -> None:
        self._markdown = _html_writer()

    def block(self, text: str, lookups: Lookups, heading: int = 2) -> Markup:
        """Markdown as paragraphs, lists and so on; its headings start at level `heading`."""
        env = {"lookups": lookups, "deeper": heading - 2}
        return Markup(self._markdown.render(text, env))  # noqa: S704 - raw HTML is off

    def inline(self, text: str, lookups: Lookups) -> Markup:
        """Markdown within a line: several paragraphs become one."""
        joined = " ".join(text.split("\n"))
        if NO_MARKS.fullmatch(joined):
            return escape(joined)
        env = {"lookups": lookups, "deeper": 0}
        return Markup(self._markdown.renderInline(joined, env))  # noqa: S704 - raw HTML is off


def plain(text: str) -> str:
    """The words of a Markdown text without its marks, for search and previews."""
    if NO_MARKS.fullmatch(text) and text[:1].isalpha():
        return " ".join(text.split())
    words: list[str] = []
    for token in _PLAIN.parse(text):
        for part in token.children or ():
            if part.type in ("text", "code_inline"):
                words.append(part.content)
            elif part.type == "bound":
                words.append("…")
            elif part.type in ("softbreak", "hardbreak"):
                words.append(" ")
        if token.type == "inline":
            words.append(" ")
    return " ".join("".join(words).split())


_PLAIN: Final = parser()


def _html_writer() -> MarkdownIt:
    markdown = parser()
    markdown.add_render_rule("bound", _bound)
    markdown.add_render_rule("link_open", _link_open)
    markdown.add_render_rule("link_close", _link_close)
    markdown.add_render_rule("image", _image)
    markdown.add_render_rule("heading_open", _heading)
    markdown.add_render_rule("heading_close", _heading)
    return markdown


def _bound(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:  # noqa: ARG001
    figure = env["lookups"].bind(read_bound(tokens[index].content))
    address = env["lookups"].resolve("question", figure.ref)
    title = f"{figure.ref}: {figure.basis}"
    if address is None:
        return Markup('<span class="figure" title="{}">{}</span>').format(title, figure.text)
    return Markup('<a class="figure" href="{}" title="{}">{}</a>').format(
        address, title, figure.text
    )


def _link_open(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    kind, _, name = str(token.attrGet("href")).partition(":")
    if kind in LINK_KINDS:
        address = env["lookups"].resolve(kind, name)
        env.setdefault("open", []).append(address is not None)
        if address is None:
            return ""
        token.attrSet("href", address)
    else:
        env.setdefault("open", []).append(True)
        token.attrSet("rel", "noopener noreferrer")
    return str(renderer.renderToken(tokens, index, options, env))


def _link_close(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    is_link = env["open"].pop()
    return str(renderer.renderToken(tokens, index, options, env)) if is_link else ""


def _image(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    token.attrSet("src", env["lookups"].picture(str(token.attrGet("src"))))
    return str(renderer.image(tokens, index, options, env))


def _heading(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    token.tag = f"h{min(6, max(2, int(token.tag[1:])) + env['deeper'])}"
    return str(renderer.renderToken(tokens, index, options, env))
