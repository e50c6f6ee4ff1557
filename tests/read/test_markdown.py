"""What a check finds in Markdown: links, pictures, HTML and figures, as the pages read them."""

import pytest

from generator.read.markdown import Bound, Link, bound_in, html_in, links_in


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("no link", []),
        ("[a](question:R1) and ![b](b.png 'title')", [Link("question:R1"), Link("b.png", True)]),
        ("[a][b]\n\n[b]: https://x.org", [Link("https://x.org")]),
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
