"""The pages as plain Markdown, for any other site generator.

Each page's HTML is read as a tree, and one writer makes Markdown of it: elements become marks, and
a text stays a text. Every sign in a text that Markdown, HTML, a template language or an attribute
list could read is written as a character reference.

Only two things are more than Markdown: front matter with the title, and an empty `<a id>` where
a link of some page leads, because every generator makes its own ids of headings.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import quote, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString, PageElement

from generator.render.page import Page

_LINKED: Final = re.compile(r'href="[^"]*#([^"]+)"')
_ONLY_ON_SCREEN: Final = (
    "svg, script, style, button, nav, form, th.chart, td.chart, .key, .print-only, a.here"
)


def plain_files(pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """The path and text of each page."""
    held = list(pages)
    linked = frozenset(anchor for page in held for anchor in _LINKED.findall(page.html))
    for page in held:
        head = f"---\ntitle: {json.dumps(page.title, ensure_ascii=False)}\n---\n\n"
        yield page.uri.removesuffix(".html") + ".md", f"{head}{plain_text(page.html, linked)}\n"


def plain_text(html: str, linked: frozenset[str] = frozenset()) -> str:
    """The HTML of a page as Markdown, with an anchor at each id that is `linked`."""
    content = BeautifulSoup(html, "html.parser")
    for shown in content.select(_ONLY_ON_SCREEN):
        shown.decompose()
    for doubtful in content.select(".quoted.doubtful"):
        doubtful.append(f" [{doubtful['data-basis']}]")
    _unfold(content)
    for target in content.find_all(id=True):
        if target["id"] in linked:
            _mark(content, target)
    return "\n\n".join(_blocks(content))


# A text.

_ACTIVE: Final = re.compile(r"[&<>\\`*_\[\]{}|~^$@]|(?<=www)\.|:(?=//)|(?<=:):|==")
"""What stands for something else in Markdown, HTML, Jinja, attribute lists or bare addresses."""
_AT_START: Final = re.compile(r"(?:[-+#=:]|!!!|\?\?\?|///|%|(?<=\d)[.)])")
"""What stands for something else where a block starts: a list, a heading, a box."""
_NUMBER: Final = re.compile(r"\d{1,9}(?=[.)])")


def _text(text: str) -> str:
    """A text as it is read, whatever it holds."""
    in_a_line = re.sub(r"\s+", " ", text)
    return _ACTIVE.sub(lambda found: "".join(map(_reference, found[0])), in_a_line)


def _reference(sign: str) -> str:
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(sign, f"&#{ord(sign)};")


def _started(line: str) -> str:
    """A line of inline Markdown as a block of its own."""
    at = found.end() if (found := _NUMBER.match(line)) else 0
    if _AT_START.match(line, at):
        return line[:at] + _reference(line[at]) + line[at + 1 :]
    return line


# Elements within a line.

_MARKS: Final = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_AS_CODE: Final = re.compile(r"[\w .,:;/=()'\"+-]*[\w/=()'\"+-]")


def _inline(nodes: Iterable[PageElement]) -> str:
    """Nodes within a line, as Markdown of one line."""
    return re.sub(r" +", " ", "".join(map(_inline_node, nodes))).strip()


def _inline_node(node: PageElement) -> str:
    if isinstance(node, Comment):
        return ""
    if isinstance(node, NavigableString):
        return _text(str(node))
    if not isinstance(node, Tag):
        return ""
    match node.name:
        case "br":
            return " "
        case "a" if node.get("href"):
            return _link(_inline(node.children), str(node["href"]))
        case "a" if node.get("id") and not node.contents:
            return f'<a id="{_name(str(node["id"]))}"></a>'
        case "img":
            return "!" + _link(_text(str(node.get("alt", ""))), str(node.get("src", "")))
        case "code":
            words = node.get_text()
            return f"`{words}`" if _AS_CODE.fullmatch(words) else _text(words)
        case mark if mark in _MARKS:
            return _marked(_inline(node.children), _MARKS[mark], node)
        case _ if node.name in _BLOCKS:
            return f" {_inline(node.children)} "
    # Spaces at its edges stay: they part it from what stands beside it.
    return "".join(map(_inline_node, node.children))


def _marked(words: str, mark: str, node: Tag) -> str:
    """Words between two marks, which bind only where no space stands inside them."""
    if not words or "*" in words:
        return words
    whole = node.get_text()
    before, after = " " * whole[:1].isspace(), " " * whole[-1:].isspace()
    return f"{before}{mark}{words}{mark}{after}"


def _link(words: str, address: str) -> str:
    target = _address(address)
    return f"[{words}]({target})" if target else words


def _address(address: str) -> str:
    """An address as Markdown takes it; empty for one that would do more than lead somewhere."""
    parts = urlsplit(address)
    if parts.scheme and parts.scheme not in ("http", "https", "mailto"):
        return ""
    if not parts.scheme and ":" in address.partition("/")[0]:
        return ""
    if not (parts.scheme or parts.netloc) and parts.path.endswith(".html"):
        address = address.replace(parts.path, parts.path.removesuffix(".html") + ".md", 1)
    return quote(address, safe="/:?#=&;,%+@!~-._").replace("&", "&amp;")


def _name(id_: str) -> str:
    return re.sub(r"[^\w.:-]", "-", id_)


# Blocks.

_HEADINGS: Final = {f"h{level}": "#" * level for level in range(1, 7)}
_BLOCKS: Final = frozenset(
    (
        *("address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl"),
        *("dt", "figcaption", "figure", "footer", "header", "hr", "li", "main", "ol", "p", "pre"),
        *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
        *_HEADINGS,
    )
)


def _blocks(parent: Tag) -> Iterator[str]:
    """What a block holds as blocks of Markdown; what stands loose in it is a paragraph."""
    loose: list[PageElement] = []
    for node in parent.children:
        if isinstance(node, Tag) and node.name in _BLOCKS:
            yield from _paragraph(loose)
            loose = []
            yield from _block(node)
        elif isinstance(node, Tag) and any(one.name in _BLOCKS for one in node.find_all()):
            yield from _paragraph(loose)
            loose = []
            yield from _blocks(node)
        else:
            loose.append(node)
    yield from _paragraph(loose)


def _paragraph(nodes: Sequence[PageElement], mark: str = "") -> Iterator[str]:
    if words := _inline(nodes):
        yield f"{mark}{words}{mark}" if mark and "*" not in words else _started(words)


def _block(node: Tag) -> Iterator[str]:
    if node.name in _HEADINGS:
        if words := _inline(node.children):
            # Signs of a heading at its end would close it.
            closed = re.sub(r"#+$", lambda found: "&#35;" * len(found[0]), words)
            yield f"{_HEADINGS[node.name]} {closed}"
    elif node.name in ("ul", "ol"):
        yield from _list(node)
    elif node.name == "table":
        yield from _table(node)
    elif node.name == "blockquote":
        yield "\n".join(f"> {line}".rstrip() for line in "\n\n".join(_blocks(node)).split("\n"))
    elif node.name == "pre":
        yield from (_started(_text(line)) for line in node.get_text().splitlines() if line.strip())
    elif node.name in ("dt", "summary"):
        yield from _paragraph(list(node.children), "**")
    elif node.name == "hr":
        yield "* * *"
    else:
        yield from _blocks(node)


def _list(node: Tag) -> Iterator[str]:
    """A list, tight; what an item holds besides its first line stands four signs in."""
    items = []
    for number, item in enumerate(node.find_all("li", recursive=False), start=1):
        mark = f"{number}." if node.name == "ol" else "-"
        first, *others = list(_blocks(item)) or [""]
        lines = [f"{mark:<3} {first}" if node.name == "ol" else f"{mark} {first}"]
        for block in others:
            is_list = re.match(r"(?:- |\d+\. )", block)
            lines += ([] if is_list else [""]) + [f"    {line}" for line in block.split("\n")]
        items.append("\n".join(line.rstrip() for line in lines))
    if items:
        yield "\n".join(items)


def _table(node: Tag) -> Iterator[str]:
    """A table; each cell is one line."""
    if caption := node.find("caption"):
        yield from _paragraph(list(caption.children), "**")
    rows = [
        [_inline(cell.children) for cell in row.find_all(["th", "td"], recursive=False)]
        for row in node.find_all("tr")
    ]
    width = max(map(len, rows), default=0)
    if not width:
        return
    if node.find("thead") is None:
        rows.insert(0, [])
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * width)
    yield "\n".join(re.sub(" +", " ", line) for line in lines)


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
