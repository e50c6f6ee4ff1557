"""What a check finds in Markdown: links, pictures, HTML and figures, as the pages read them."""

import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from generator.read.markdown import (
    Bound,
    Link,
    bound_in,
    definitions_in,
    html_in,
    links_in,
    parser,
    prose_of,
)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("no link", []),
        ("[a](question:R1) and ![b](b.png 'title')", [Link("question:R1"), Link("b.png", True)]),
        ("[a][b]\n\n[b]: https://x.org", []),
        ("<https://x.org>", [Link("https://x.org")]),
        ("| a |\n|---|\n| [b](case:b) |", [Link("case:b")]),
        ("`[a](b)`", []),
        ("[a](<my plan.png>)", [Link("my%20plan.png")]),
        ("[a]()", [Link("")]),
        # What is never published is found all the same, however it is written.
        ("[a](javascript:x)", [Link("javascript:x")]),
        ("[a](java&#115;cript:x)", [Link("javascript:x")]),
        ("![a](data:image/png;base64,x)", [Link("data:image/png;base64,x", True)]),
    ],
)
def test_links(text: str, links: list[Link]) -> None:
    assert list(links_in(text)) == links


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ('{{ of("R1") }}', [Bound('{{ of("R1") }}', "of", ("R1",))]),
        ('{{count("R1","no")}}', [Bound('{{count("R1","no")}}', "count", ("R1", "no"))]),
        ('{{ count("R1",\n"no") }}', [Bound('{{ count("R1",\n"no") }}', "count", ("R1", "no"))]),
        ("{{ of() }}", [Bound("{{ of() }}", "of")]),
        ("{{ of(R1) }}", [Bound("{{ of(R1) }}", "")]),
        ("{{ of('R1') }}", [Bound("{{ of('R1') }}", "")]),
        ('{{ of("R1" }}', [Bound('{{ of("R1" }}', "")]),
        ('`{{ of("R1") }}`', []),
        (
            '# {{ of("R1") }}\n\n- {{ x }}',
            [Bound('{{ of("R1") }}', "of", ("R1",)), Bound("{{ x }}", "")],
        ),
        # One that is not closed does not take the next one with it.
        ('{{ of("R1") } {{ of("R2") }}', [Bound("{{", ""), Bound('{{ of("R2") }}', "of", ("R2",))]),
        ("{ {", []),
    ],
)
def test_figures(text: str, bounds: list[Bound]) -> None:
    assert list(bound_in(text)) == bounds


PIECES = (
    *('{{ of("R1") }}', "{{ x }}", "{{", "}}", "{", "}", " ", "    ", "Late in ", "A", "1. ", "- "),
    *("+ ", "`", "*", "_", "\\", "&amp;", "<b>", "[", "](a)", "|", "#", "\n", "> ", "="),
)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_a_line_that_holds_nothing_but_figures_reads_as_if_parsed(text: str) -> None:
    inline = [child for token in parser().parse(text) for child in token.children or ()]
    parsed = [
        child.content if child.type == "bound" else "{{"
        for child in inline
        if child.type == "bound" or (child.type == "text" and "{{" in child.content)
    ]
    assert [bound.text for bound in bound_in(text)] == parsed


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("3 < 4 and <https://x.org>", []),
        ("a <b>c</b>", ["<b>", "</b>"]),
        ("<div>\n<p>x\n</div>\n\nx", ["<div>"]),
        ("`<b>`\n\n    <b>", []),
        ("<!-- x -->", ["<!-- x -->"]),
    ],
)
def test_html(text: str, pieces: list[str]) -> None:
    assert list(html_in(text)) == pieces


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("[a]: https://x.org", ["[a]: https://x.org"]),
        ("So [a].\n\n> [a]: x 'y'\n> [a]: z", ["> [a]: x 'y'", "> [a]: z"]),
        ("So\n[a]: x", []),
        ("    [a]: x", []),
        ("[a]: what it means to us", []),
        ("[a](b): c", []),
    ],
)
def test_definitions_of_links(text: str, lines: list[str]) -> None:
    assert list(definitions_in(text)) == lines


TYPED = [
    "[a]: https://x.org 'b'",
    "So.\n\n[a]: javascript:x\n[b]: y",
    "[a] [a][] [b][a] ![b][a]\n\n[a]: x",
    "<script>a*b*c; x[1](2) &lt; \\n</script>",
    "<STYLE>*a*</STYLE>",
    "<script>\n*a*\n</script>",
    '<img alt="*a*" onerror="x[1](2)">',
    "<!-- **so** [a](b) -->",
    "<?so *a*?> <![CDATA[*a*]]> <!A *a*>",
]


@pytest.mark.parametrize("text", TYPED)
def test_what_is_no_markdown_here_is_shown_as_it_is_typed(text: str) -> None:
    shown = BeautifulSoup(parser().render(text), "html.parser")
    assert shown.get_text().split() == text.split()
    assert {element.name for element in shown.find_all()} == {"p"}


@pytest.mark.parametrize("text", ["a <b>*c*</b>", "<script> *c*", "</script> *c* <script>"])
def test_words_between_tags_are_markdown(text: str) -> None:
    assert "<em>c</em>" in parser().render(text)


@given(st.text(alphabet="a1 .-|>#\r\n\u00a0", max_size=30))
def test_prose_is_as_long_as_its_text_and_breaks_only_where_a_paragraph_does(text: str) -> None:
    breaks = re.compile(r"(?<![\n|])\r?\n(?!\s*(?:\n|[-+#|>] ?|[0-9]{1,2}[.)] |$))")
    quotes = re.sub("(?m)^>", " ", text.replace("\u00a0", " "))
    assert prose_of(text).text == breaks.sub(lambda one: " " * len(one[0]), quotes)
