"""Text stays text in the Markdown of `audits pages`, whoever renders it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from tempfile import TemporaryDirectory

import nh3
import pytest
import yaml
from bs4 import BeautifulSoup
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from jinja2 import Environment
from markdown import Markdown
from markdown_it import MarkdownIt

from generator.model.edition import Edition
from generator.pipeline import check, pages
from generator.render.page import Page
from generator.render.plain import plain_files, plain_text
from tests.render.test_fragments import real_pages
from tests.sites import AS_AT, EXAMPLE, ROOT, hostile_tree, mkdocs, see

HOSTILE = [
    "Late. <img src=x onerror=alert(1)> and [here](javascript:alert(2))",
    "Late. &lt;img src=x onerror=alert(1)&gt; and \\[here](javascript:alert(2))",
    "<script>alert(1)</script>",
    "</td></tr></table><script>alert(1)</script>",
    "<a href='javascript:alert(1)'>x</a>",
    "<!-- hidden -->",
    "<?php echo 1 ?>",
    "<![CDATA[x]]>",
    "<https://example.org>",
    "<me@example.org>",
    "me@example.org",
    "https://example.org/a_b_c",
    "www.example.org",
    "[a][b] [c] ![d](e.png) ![f][g]",
    "[a]: https://example.org 'title'",
    "[^1]: a note and a [^1]",
    "*[MARAC]: words",
    "**bold** __bold__ *it* _it_ ***both*** ~~gone~~ ==marked== ^up^ ~down~",
    "`code` ``more`` ```fence```",
    "```\nfence\n```",
    "~~~ {.x}",
    "{{ config.site_name }} {% raw %} {# hidden #}",
    "words {: onclick=alert(1) } {#id .class} { .x }",
    "# heading",
    "## {#x}",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "1) item",
    "2016. It was late.",
    "> quoted",
    "--- ",
    "***",
    "===",
    "    indented code",
    "\tindented code",
    "a | b | c",
    "| --- | --- |",
    ": definition",
    ":smile: :-) ::: note",
    "!!! danger 'x'",
    "??? note",
    "/// note",
    '--8<-- "file.md"',
    "%%",
    "$x^2$ $$y$$ \\(z\\) \\[w\\]",
    "\\*not bold\\* \\\\ \\",
    "a  \nb",
    "a<br>b",
    "AT&T &amp; &#38; &copy; &#x3c;b&#x3e;",
    "5 < 6 > 4 && 1 || 2",
    "O'Neill said “no”",
    "snake_case and __init__ and a*b*c",
    "[ ] task [x] done",
    "++ins++ --del-- (c) (tm) -->",
    "<<<<<<< HEAD",
    "|| spoiler ||",
    "@someone #tag !ref",
    "=cmd|' /C calc'!A0",
    "import x from 'y'",
    "export default alert(1)",
    "1234567890. so",
    "a--b ... 'c' --8<-- {++d++} {--e--} {==f==}{>>g<<}",
    "<script>a*b*c; x[1](2)</script>",
    "<b onclick='*a*'>*b*</b>",
    "<div markdown='1'>*a*</div>",
    "10:30:15 and a::b: c",
]
INSIDE = {
    "paragraph": "<p>{}</p>",
    "loose": "<div>{}</div>",
    "heading": "<h2>{}</h2>",
    "item": "<ul><li>{}</li></ul>",
    "numbered": "<ol><li>{}</li></ol>",
    "cell": "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>{}</td></tr></tbody></table>",
    "bold": "<p>x <b>{}</b> y</p>",
    "link": '<p><a href="a.html">{}</a></p>',
    "quotation": "<blockquote><p>{}</p></blockquote>",
    "behind a word": "<p>word {} word</p>",
    "second in an item": "<ul><li><p>one</p><p>{}</p></li></ul>",
    "code": "<p><code>{}</code></p>",
    "term": "<dl><dt>{}</dt><dd>what it means</dd></dl>",
    "lines of code": "<pre><code>{}</code></pre>",
    "lines of code in an item": "<ol><li>one<pre><code>{}</code></pre></li><li>two</li></ol>",
    "lines of code in a quotation": "<blockquote><p>a</p><pre>{}</pre></blockquote>",
    "beside letters": "<p>a<b>{}</b>b<i>{}</i>c</p>",
    "marks beside marks": "<p><i>{}</i><b>{}</b><i>{}</i></p>",
    "marks in marks": "<p><b>a <i>{}</i></b> <i>b<b>{}</b></i></p>",
    "struck out": "<p>a<del>{}</del>b</p>",
    "behind a break": "<p>a<br>{}<br>b</p>",
    "in pieces": "<p>www<b>.</b>{}<span>:</span><b>//</b>{}-<i>-</i>=<i>=</i></p>",
    "heading of an item": "<ol><li><h2>{}</h2><ul><li>{}</li></ul></li><li><h2>{}</h2></li></ol>",
}
MAY_BE = {
    *("p", "h2", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em"),
    *("a", "blockquote", "code", "pre", "del", "br"),
}


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags name what is not to be made here."""


_Loader.add_multi_constructor("", lambda *_: None)


def _site_extensions() -> list[str]:
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe one
    named = [
        one if isinstance(one, str) else next(iter(one)) for one in config["markdown_extensions"]
    ]
    return [*named, "md_in_html", "def_list", "footnotes", "sane_lists"]


EXTENSIONS = _site_extensions()


PYTHON_MARKDOWN = Markdown(extensions=EXTENSIONS)
COMMON_MARK = MarkdownIt("commonmark", {"html": True}).enable("table")


def python_markdown(text: str) -> str:
    return str(PYTHON_MARKDOWN.reset().convert(text))


def common_mark(text: str) -> str:
    return str(COMMON_MARK.render(text))


def read(html: str) -> tuple[str, set[str], list[str]]:
    """The signs but for spaces, the elements and the addresses of a rendered text."""
    soup = BeautifulSoup(html, "html.parser")
    for permalink in soup.select("a.headerlink"):
        permalink.decompose()
    links = [str(one.get("href")) for one in soup.find_all("a") if one.get("href")]
    return (
        "".join(soup.get_text().split()),
        {one.name for one in soup.find_all()},
        links,
    )


RENDERERS = (python_markdown, common_mark)


def put(shape: str, text: str) -> str:
    """The text in a shape; outside of code its lines are one."""
    return shape.replace("{}", escape(text if "<pre>" in shape else " ".join(text.split())))


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_shown_as_text(text: str) -> None:
    fell_short = []
    for inside, html in ((name, put(shape, text)) for name, shape in INSIDE.items()):
        links = ["a.md"] if "a.html" in html else []
        written = plain_text(html)
        if Environment().from_string(written).render() != written:  # noqa: S701 - no HTML
            fell_short.append((inside, "jinja", written))
        for render in RENDERERS:
            made = render(written)
            words, elements, addresses = read(made)
            is_whole = words == read(html)[0] == read(nh3.clean(made, link_rel=None))[0]
            if not (is_whole and elements <= MAY_BE and addresses == links):
                fell_short.append((inside, render.__name__, made))
    assert fell_short == []


SIGNS = st.lists(
    st.sampled_from([*"<>&*_`[](){}#+-.!|~^=:$@\\\"'%/? \n19", "a", "é", "www.", "http://"]),
    min_size=1,
    max_size=24,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.lists(SIGNS.filter(str.strip), min_size=1, max_size=3), st.sampled_from(sorted(INSIDE)))
def test_any_signs_are_shown_as_they_are(texts: list[str], inside: str) -> None:
    html = "".join(put(INSIDE[inside], text) for text in texts)
    for render in RENDERERS:
        words, elements, _ = read(render(plain_text(html)))
        assert words == read(html)[0]
        assert elements <= MAY_BE


# Every page of a tree.

ONLY_ON_SCREEN = (
    "svg, script, style, button, nav, form, th.chart, td.chart, .key, .print-only, a.here"
)
"""What stands in no Markdown."""


def pages_of(audits: Path) -> list[Page]:
    """The pages that show what is in a tree; none where something in it is refused."""
    checked = check(audits, AS_AT)
    if checked.has_errors:
        return []
    made = pages(checked, ROOT / "site/templates", Edition.INTRANET, AS_AT)
    return [page for page in made if page.uri != "guides/rules.html"]


def fallen_short(made: list[Page]) -> Iterator[tuple[str, object]]:
    """Each page of which something is lost, or becomes more than it was, with what."""
    for page, (_, file) in zip(made, plain_files(made), strict=True):
        _, front, written = file.split("---\n", 2)
        title = yaml.safe_load(front)["title"]
        if see(title).tags or unescape(title) != page.title:
            yield page.uri, title
        if Environment().from_string(file).render() != file.removesuffix("\n"):  # noqa: S701 - no HTML
            yield page.uri, "a template is read"
        own = BeautifulSoup(page.html, "html.parser")
        for left_out in own.select(f"{ONLY_ON_SCREEN}, table summary"):
            left_out.decompose()
        words, _, addresses = read(str(own))
        for render in RENDERERS:
            made_again, elements, leading = read(html := render(written))
            if lost := Counter(words) - Counter(made_again):
                yield page.uri, lost
            if more := elements - ELEMENTS:
                yield page.uri, more
            # What folds in a table stands below it, so that the order is another.
            if sorted(leading) != sorted(map(as_markdown, addresses)):
                yield page.uri, leading
            if read(nh3.clean(html, link_rel=None))[0] != made_again:
                yield page.uri, "nh3 strips some of it"


def as_markdown(address: str) -> str:
    return address if address.startswith("http") else address.replace(".html", ".md")


ELEMENTS = MAY_BE | {"h1", "h3", "h4", "s"}


@pytest.mark.parametrize("first", range(12))
def test_text_in_every_field_is_shown_as_its_page_shows_it(first: int, tmp_path: Path) -> None:
    passed = [" ".join(one.split()) for one in HOSTILE if not REFUSED.search(one)]
    made = pages_of(hostile_tree(tmp_path, " / ".join(passed[first::12])))
    assert made
    assert list(fallen_short(made)) == []


REFUSED = re.compile(r"\]\(|\{\{|(?<!\w)@\w")
"""Links that lead nowhere, figures that are none, handles: a check names their places."""


@settings(max_examples=5, deadline=None)
@given(SIGNS)
def test_any_signs_in_every_field_are_shown_as_their_page_shows_them(text: str) -> None:
    with TemporaryDirectory() as folder:
        made = pages_of(hostile_tree(Path(folder), " ".join(text.split())))
        assume(made)
        assert list(fallen_short(made)) == []


def test_real_pages_lose_nothing() -> None:
    """Those of one audit, and those that gather what all say."""
    made = [page for page in real_pages(Edition.INTRANET).values() if _AMONG.match(page.uri)]
    assert len(made) > 40
    assert list(fallen_short(made)) == []


_AMONG = re.compile(rf"audits/{EXAMPLE}/|(?!audits/|agencies/|guides/rules\.)")


def test_a_site_of_another_engine_runs_nothing(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Pages\ntheme: material\nplugins: []\nmarkdown_extensions: [attr_list]\n",
        "utf-8",
    )
    made = pages_of(hostile_tree(tmp_path / "tree"))
    for path, text in plain_files(made):
        file = tmp_path / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    done = mkdocs(tmp_path, "build")
    assert done.returncode == 0, done.stderr
    built = [see(file.read_text("utf-8")) for file in tmp_path.glob("site/**/*.html")]
    assert len(built) > len(made)
    assert [page.handlers for page in built if page.handlers] == []
    assert [page.html for page in built if "<script>alert" in page.html] == []


# Addresses and elements.


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("a.html", "[x](a.md)"),
        ("../b/a.html#c_d", "[x](../b/a.md#c_d)"),
        ("https://example.org/a b?(c)&d", "[x](https://example.org/a%20b?%28c%29&amp;d)"),
        ("javascript:alert(1)", "x"),
        ("JaVaScript:alert(1)", "x"),
        ("data:text/html,x", "x"),
        ("vbscript:x", "x"),
        (" javascript:alert(1)", "x"),
        ("a)b[c](d", "[x](a%29b%5Bc%5D%28d)"),
    ],
)
def test_addresses_lead_somewhere_or_are_left_out(address: str, written: str) -> None:
    assert plain_text(f'<p><a href="{escape(address)}">x</a></p>') == written


def test_elements_become_marks() -> None:
    html = (
        '<h2 id="a">Title</h2><p>One <b>bold</b> and <em>more</em>.</p>'
        "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"
        "<table><caption>Of all</caption><thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tbody><tr><td>1 <b>x</b></td><td>2</td></tr></tbody></table>"
        '<p><img src="p.png" alt="A [tree]"> <code>audits check</code></p>'
    )
    assert plain_text(html, frozenset({"a"})) == (
        '## <a id="a"></a>Title\n\nOne **bold** and *more*.\n\n- a\n    - b\n- c\n\n**Of all**\n\n'
        "| A | B |\n| --- | --- |\n| 1 **x** | 2 |\n\n"
        "![A &#91;tree&#93;](p.png) `audits check`"
    )


def test_ordinary_prose_is_left_as_it_is() -> None:
    prose = 'It was late (on 3.5 of 4 days), 59%: "why?" - mum\'s plan; see R1/R2, A-B!'
    assert plain_text(f"<p>{escape(prose)}</p>") == prose
