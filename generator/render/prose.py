"""Authors' Markdown as HTML: figures bound, links and pictures found, nothing of theirs run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from generator.aggregate.binding import BoundFigure
from generator.read.markdown import (
    ELSEWHERE,
    LINK_KINDS,
    NO_MARKS,
    PRINTED,
    Bound,
    Quoted,
    parser,
    prose_of,
    read_bound,
)


@dataclass(frozen=True)
class Basis:
    """What readers are told of a figure that stands as its source printed it."""

    words: str
    """What it was checked against, or what was concluded where it does not hold."""
    is_doubtful: bool = False


@dataclass(frozen=True)
class Lookups:
    """Where a text finds what it refers to."""

    bind: Callable[[Bound], BoundFigure]
    """Gives the figure that a reference stands for."""
    resolve: Callable[[str, str], str | None]
    """Gives the address of something by its kind and name; None where it has no page here."""
    picture: Callable[[str], str]
    """Gives the address of the picture in a file beside the text."""
    basis: Callable[[Quoted], Basis]
    """Gives what is known of a quoted figure."""
    labels: Mapping[str, str]
    """What readers call each question, by its reference."""


class Prose:
    """Writes Markdown as HTML."""

    def __init__(self) -> None:
        self._markdown = _html_writer()

    def block(self, text: str, lookups: Lookups, heading: int = 2) -> Markup:
        """Markdown as paragraphs, lists and so on; its headings start at level `heading`."""
        env = {"lookups": lookups, "deeper": heading - 2, "quotes": _quotes(text)}
        return Markup(self._markdown.render(text, env))  # noqa: S704 - HTML in it is text

    def inline(self, text: str, lookups: Lookups) -> Markup:
        """Markdown within a line: several paragraphs become one."""
        joined = " ".join(text.split("\n"))
        if NO_MARKS.fullmatch(joined):
            return escape(joined)
        env = {"lookups": lookups, "deeper": 0, "quotes": _quotes(text)}
        return Markup(self._markdown.renderInline(joined, env))  # noqa: S704 - HTML in it is text


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
    address = env["lookups"].resolve(figure.seen_in, figure.ref)
    # What the figure says itself is not said twice.
    of = "" if figure.basis in figure.text else figure.basis
    label = env["lookups"].labels.get(figure.ref, "")
    basis = ": ".join(part for part in (f"{figure.ref} {label}".strip(), of) if part)
    printed = ": ".join(part for part in (figure.ref, of) if part)
    marks = Markup('class="figure" data-basis="{}" data-printed="{}" aria-label="{}, {}"').format(
        basis, printed, figure.text, basis
    )
    if address is None:
        return Markup('<span {} role="note" tabindex="0">{}</span>').format(marks, figure.text)
    return Markup('<a {} href="{}">{}</a>').format(marks, address, figure.text)


def _quotes(text: str) -> dict[str, list[Quoted]]:
    """What a text quotes as printed, with what stands around it, by its words."""
    found: dict[str, list[Quoted]] = {}
    if f"]({PRINTED}" in text:
        for quoted in prose_of(text).quotes:
            found.setdefault(quoted.about, []).append(quoted)
    return found


def _quotation_open(tokens: Sequence[Token], index: int, env: Any) -> str:
    """Words quoted as printed, with a mark where they do not hold."""
    ends = next(at for at in range(index, len(tokens)) if tokens[at].type == "link_close")
    words = "".join(token.content or " " for token in tokens[index + 1 : ends])
    alone = Quoted(0, 0, words)
    # Words that stand twice in a text were found in the same order.
    same = env["quotes"].get(alone.about)
    known = env["lookups"].basis(same.pop(0) if same else alone)
    mark = Markup("<sup>†</sup>") if known.is_doubtful else ""
    env["open"].append(Markup("{}</span>").format(mark))
    return Markup(
        '<span class="quoted{}" data-basis="{}" aria-label="{}. {}" role="note" tabindex="0">'
    ).format(" doubtful" if known.is_doubtful else "", known.words, words, known.words)


def _link_open(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    address = str(token.attrGet("href"))
    kind, _, name = address.partition(":")
    ends = env.setdefault("open", [])
    if kind.partition("@")[0] == PRINTED:
        return _quotation_open(tokens, index, env)
    if kind == ELSEWHERE:
        ends.append("")
        return ""
    if kind in LINK_KINDS:
        address = env["lookups"].resolve(kind, name)
        if address is None:
            ends.append("")
            return ""
        token.attrSet("href", address)
    else:
        token.attrSet("rel", "noopener noreferrer")
    ends.append("</a>")
    return str(renderer.renderToken(tokens, index, options, env))


def _link_close(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:  # noqa: ARG001
    return str(env["open"].pop())


def _image(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    token.attrSet("src", env["lookups"].picture(str(token.attrGet("src"))))
    return str(renderer.image(tokens, index, options, env))


def _heading(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    token.tag = f"h{min(6, max(2, int(token.tag[1:])) + env['deeper'])}"
    return str(renderer.renderToken(tokens, index, options, env))
