"""The pages as plain Markdown, for any other site generator.

Each page's HTML is read as a tree, and one writer makes Markdown of it: elements become marks, and
a text stays a text. Every sign in a text that Markdown, HTML, a template language or an attribute
list could read is written as a character reference (`generator/render/typed.py`).

Little is more than Markdown: front matter with the title; an empty `<a id>` where a link of some
page leads, because every generator makes its own ids of headings; and tags for what Markdown has
no mark for that every generator reads alike: a break in a line, code with signs that a template
would read, words struck out, and bold or italic beside letters or within one another.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import quote, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString, PageElement

from generator.render.page import Page
from generator.render.typed import as_typed, reference, started

_LINKED: Final = re.compile(r'href="[^"]*#([^"]+)"')
_ONLY_ON_SCREEN: Final = frozenset(
    (
        *("svg", "script", "style", "button", "nav", "form", "th.chart", "td.chart"),
        *(".key", ".print-only", "a.here"),
    )
)
"""What pages hold for a reader at a screen, or on paper, and for nobody else."""


def plain_files(pages: Iterable[Page]) -> Iterator[tuple[str, str]]:
    """The path and text of each page."""
    held = list(pages)
    linked = frozenset(anchor for page in held for anchor in _LINKED.findall(page.html))
    for page in held:
        title = json.dumps(_title(page.title), ensure_ascii=False)
        head = f"---\ntitle: {title}\n---\n\n"
        yield page.uri.removesuffix(".html") + ".md", f"{head}{plain_text(page.html, linked)}\n"


def _title(title: str) -> str:
    """A title that is safe where a theme takes it for HTML, as MkDocs' do, or for a template."""
    return re.sub(r"[<>]|&(?=[#\w])|\{(?=[{%#])", lambda found: reference(found[0]), title)


def plain_text(html: str, linked: frozenset[str] = frozenset()) -> str:
    """The HTML of a page as Markdown, with an anchor at each id that is `linked`."""
    content = BeautifulSoup(html, "html.parser")
    # A walk that asks each element: to select by CSS takes longer than all that follows.
    for element in content.find_all(True):
        if not _ONLY_ON_SCREEN.isdisjoint(_selectors(element)):
            element.decompose()
    for element in content.find_all(True):
        if {".quoted", ".doubtful"}.issubset(_selectors(element)):
            element.append(f" [{element['data-basis']}]")
    _unfold(content)
    for target in content.find_all(id=True):
        if target["id"] in linked:
            _mark(content, target)
    return "\n\n".join(_blocks(content))


def _selectors(element: Tag) -> Iterator[str]:
    """What a style sheet can call an element: by its name, by its classes, by both."""
    yield element.name
    # One within another that is gone has no attributes any more.
    for name in (element.attrs or {}).get("class", ()):
        yield f".{name}"
        yield f"{element.name}.{name}"


# Elements within a line.

_MARKS: Final = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_AS_TAGS: Final = {"**": "strong", "*": "em"}
_STRUCK: Final = ("s", "del", "ins")
_MARKED: Final = re.compile(r"(\*{1,2})([^*]+)\1")
_AS_CODE: Final = re.compile(r"[^\s`*{}\[\]|<>&\\](?:[^\n\t`*{}\[\]|<>&\\]*[^\s`*{}\[\]|<>&\\])?")
"""Code that needs no character reference, which marks of code would show as it stands."""
_BREAK: Final = "<br/>"


def _inline(nodes: Iterable[PageElement]) -> str:
    """Nodes within a line, as Markdown of one line."""
    line = re.sub(r" +", " ", "".join(map(_inline_node, nodes)))
    trimmed = re.sub(rf"^(?: |{_BREAK})+|(?: |{_BREAK})+$", "", line)
    return _MARKED.sub(_binding, trimmed)


def _inline_node(node: PageElement) -> str:
    if isinstance(node, Comment):
        return ""
    if isinstance(node, NavigableString):
        return _words(str(node))
    if not isinstance(node, Tag):
        return ""
    match node.name:
        case "br":
            return _BREAK
        case "a" if node.get("href"):
            return _link(_inline(node.children), str(node["href"]))
        case "a" if node.get("id") and not node.contents:
            return f'<a id="{_name(str(node["id"]))}"></a>'
        case "img":
            return "!" + _link(_words(str(node.get("alt", ""))), str(node.get("src", "")))
        case "code":
            words = node.get_text()
            return f"`{words}`" if _AS_CODE.fullmatch(words) else _tagged("code", _words(words))
        case mark if mark in _MARKS:
            return _marked(_inline(node.children), _MARKS[mark], node)
        case struck if struck in _STRUCK:
            return _tagged(struck, _inline(node.children))
        case _ if node.name in _BLOCKS:
            return f" {_inline(node.children)} "
    # Spaces at its edges stay: they part it from what stands beside it.
    return "".join(map(_inline_node, node.children))


def _words(text: str) -> str:
    return as_typed(re.sub(r"\s+", " ", text))


def _tagged(name: str, words: str) -> str:
    return f"<{name}>{words}</{name}>" if words else ""


def _marked(words: str, mark: str, node: Tag) -> str:
    """Words between two marks, which bind only where no space stands inside them."""
    if not words:
        return ""
    whole = node.get_text()
    before, after = " " * whole[:1].isspace(), " " * whole[-1:].isspace()
    # Marks in marks are read in more than one way, and tags in one.
    shown = _tagged(_AS_TAGS[mark], words) if "*" in words else f"{mark}{words}{mark}"
    return f"{before}{shown}{after}"


def _binding(found: re.Match[str]) -> str:
    """Marked words as they are; between tags where their marks would not be read as such."""
    mark, words = found[1], found[2]
    before, after = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    binds = (words[0].isalnum() or _parts(before)) and (words[-1].isalnum() or _parts(after))
    return found[0] if binds and "*" not in (before, after) else _tagged(_AS_TAGS[mark], words)


def _parts(beside: str) -> bool:
    """Whether a mark may stand between this sign and another that is no letter."""
    return not beside or beside.isspace() or unicodedata.category(beside).startswith("P")


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


def _paragraph(nodes: Sequence[PageElement]) -> Iterator[str]:
    if words := _inline(nodes):
        yield started(words)


def _bold(node: Tag) -> Iterator[str]:
    """A paragraph that names what follows."""
    if words := _inline(node.children):
        yield _tagged("strong", words) if "*" in words else f"**{words}**"


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
        inside = "\n\n".join(map(_in_a_block, _blocks(node)))
        yield "\n".join(f"> {line}".rstrip() for line in inside.split("\n"))
    elif node.name == "pre":
        # Signs between marks of code would be a template's, and references would stay unread there.
        lines = as_typed(node.get_text().strip("\n"))
        yield f"<pre><code>{lines}</code></pre>"
    elif node.name in ("dt", "summary"):
        yield from _bold(node)
    elif node.name == "hr":
        yield "* * *"
    else:
        yield from _blocks(node)


def _in_a_block(block: str) -> str:
    """A block within another, where code in lines is not everywhere read as one."""
    return block.replace("\n", "&#10;") if block.startswith("<pre>") else block


def _list(node: Tag) -> Iterator[str]:
    """A list, tight where it can be; what follows in an item stands four signs in."""
    items = []
    first_number = str(node.get("start", "1"))
    for number, item in enumerate(
        node.find_all("li", recursive=False), int(first_number) if first_number.isdecimal() else 1
    ):
        mark = f"{number}. ".ljust(4) if node.name == "ol" else "- "
        first, *others = [_in_a_block(block) for block in _blocks(item)] or [""]
        lines = [mark + first]
        for block in others:
            # A list may stand right below a line of text, and below nothing else.
            is_tight = _ITEM.match(block) and not _NOT_A_LINE.match(first)
            lines += ([] if is_tight else [""]) + [f"    {line}" for line in block.split("\n")]
        items.append("\n".join(line.rstrip() for line in lines))
    if items:
        # Python-Markdown reads an item below an indented block only behind an empty line.
        yield ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)


_ITEM: Final = re.compile(r"- |\d+\. ")
_NOT_A_LINE: Final = re.compile(r"#|\||>|<pre>|- |\d+\. ")


def _table(node: Tag) -> Iterator[str]:
    """A table; each cell is one line."""
    if caption := node.find("caption"):
        yield from _bold(caption)
    rows = [
        [_inline(cell.children) for cell in row.find_all(["th", "td"], recursive=False)]
        for row in node.find_all("tr")
        if row.find_parent("table") is node
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
