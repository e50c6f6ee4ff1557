"""Text stays text in the Markdown of `audits pages`, whoever renders it."""

from __future__ import annotations

from html import escape

import nh3
import pytest
import yaml
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt

from generator.render.plain import plain_text
from tests.sites import ROOT

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
}
MAY_BE = {
    *("p", "h2", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em"),
    *("a", "blockquote", "code"),
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


def python_markdown(text: str) -> str:
    return str(Markdown(extensions=EXTENSIONS).convert(text))


def common_mark(text: str) -> str:
    return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))


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


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_shown_as_text(text: str) -> None:
    fell_short = []
    for inside, html in ((name, shape.format(escape(text))) for name, shape in INSIDE.items()):
        links = ["a.md"] if "a.html" in html else []
        for render in RENDERERS:
            made = render(plain_text(html))
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
    html = "".join(INSIDE[inside].format(escape(text)) for text in texts)
    for render in RENDERERS:
        words, elements, _ = read(render(plain_text(html)))
        assert words == read(html)[0]
        assert elements <= MAY_BE


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
