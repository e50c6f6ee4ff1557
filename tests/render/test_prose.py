from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.aggregate.binding import BoundFigure, UnknownFigureError, bind, figures_of
from generator.read.markdown import Bound, Quoted, plain
from generator.render.prose import Basis, Lookups, Prose
from tests.aggregate.audits import small
from tests.sites import see

KNOWN = figures_of(small().audits["printed"], small())
PAGES = {
    ("question", "R1"): "results.html#r1",
    ("finding", "late-plans"): "findings.html#late-plans",
}


def bound(reference: Bound) -> BoundFigure:
    return bind(reference, KNOWN)


def resolve(kind: str, name: str) -> str | None:
    return PAGES.get((kind, name))


def basis(quoted: Quoted) -> Basis:
    if quoted.words == "59% of cases":
        return Basis("As printed. Six cases give no 59%.", is_doubtful=True)
    around = f"{quoted.ref}{quoted.before}…{quoted.after}"
    return Basis(f"As printed: {around}")


LABELS = {"R1": "Plan came in time"}
LOOKUPS = Lookups(bound, resolve, "../{}".format, basis, LABELS)


def block(text: str, heading: int = 2) -> str:
    return str(Prose().block(text, LOOKUPS, heading))


def inline(text: str) -> str:
    return str(Prose().inline(text, LOOKUPS))


def figure(text: str, of: str = ": 23 of 28 returns") -> str:
    """A bound figure that leads to its row."""
    basis = f"R1 Plan came in time{of}"
    return (
        f'<a class="figure" data-basis="{basis}" data-printed="R1{of}" '
        f'aria-label="{text}, {basis}" href="results.html#r1">{text}</a>'
    )


R2 = (
    '<span class="figure" data-basis="R2: 33 of 40 returns" data-printed="R2: 33 of 40 returns" '
    'aria-label="83%, R2: 33 of 40 returns" role="note" tabindex="0">83%</span>'
)


def quoted(words: str, basis: str, mark: str = "", doubtful: str = "") -> str:
    """Words as their source printed them."""
    return (
        f'<span class="quoted{doubtful}" data-basis="{basis}" aria-label="{words}. {basis}" '
        f'role="note" tabindex="0">{words}{mark}</span>'
    )


DOUBTFUL = quoted("59% of cases", "As printed. Six cases give no 59%.", "<sup>†</sup>", " doubtful")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('{{ percent("R1") }}', figure("82%")),
        ('{{ of("R1") }}', figure("82% (23 of 28 returns)", of="")),
        ('{{ base("R1") }}', figure("28")),
        ('{{of("R1")}}', figure("82% (23 of 28 returns)", of="")),
        ('In {{ percent("R2") }} of returns', f"In {R2} of returns"),
        (
            '{{ count("R1", "no") }} were late',
            figure("5", ": 5 of 28 returns") + " were late",
        ),
        (
            "In [half of the cases](printed:R1)",
            "In " + quoted("half of the cases", "As printed: R1In …"),
        ),
        (
            "In [59% of cases](printed).",
            "In "
            + quoted(
                "59% of cases", "As printed. Six cases give no 59%.", "<sup>†</sup>", " doubtful"
            )
            + ".",
        ),
        (
            "[**59%** of [all](question:R1)](printed)",
            '[<strong>59%</strong> of <a href="results.html#r1">all</a>](printed)',
        ),
        ('**{{ percent("R1") }}**', f"<strong>{figure('82%')}</strong>"),
        ('`{{ percent("R1") }}`', "<code>{{ percent(&quot;R1&quot;) }}</code>"),
    ],
)
def test_figures_are_bound_and_lead_to_their_row(text: str, html: str) -> None:
    assert inline(text) == html


def test_figure_that_is_not_there_is_no_silent_gap() -> None:
    with pytest.raises(UnknownFigureError, match="R9"):
        inline('{{ percent("R9") }}')


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[late plans](finding:late-plans)", '<a href="findings.html#late-plans">late plans</a>'),
        ("[*late* plans](finding:none)", "<em>late</em> plans"),
        ("[a](case:a), [b](finding:late-plans)", 'a, <a href="findings.html#late-plans">b</a>'),
        (
            "[guidance](https://www.example.org/?b=1&c=2)",
            '<a href="https://www.example.org/?b=1&amp;c=2" rel="noopener noreferrer">guidance</a>',
        ),
    ],
)
def test_links_lead_on_or_are_only_words(text: str, html: str) -> None:
    assert inline(text) == html


def test_link_to_what_an_edition_lacks_leaves_its_words_in_a_block_too() -> None:
    assert block("See [Case A](case:a) and [R1](question:R1).") == (
        '<p>See Case A and <a href="results.html#r1">R1</a>.</p>\n'
    )


def test_picture_is_taken_from_where_it_is() -> None:
    assert inline('![A *line*](line.png "Up")') == (
        '<img src="../line.png" alt="A line" title="Up">'
    )


@pytest.mark.parametrize(
    "text",
    [
        "[go](javascript:alert(1))",
        "[go](JaVaScRiPt:alert(1))",
        "[go](java&#115;cript:alert(1))",
        "[go](vbscript:x)",
        "[go](data:text/html,<script>alert(1)</script>)",
        "<javascript:alert(1)>",
        "![go](javascript:alert(1))",
        "[go]\n\n[go]: javascript:alert(1)",
    ],
)
def test_script_is_never_a_link(text: str) -> None:
    page = see(block(text))
    assert (page.links, page.asks) == ([], [])


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>so</b>", "<p>&lt;b&gt;so&lt;/b&gt;</p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("<!-- so -->", "<p>&lt;!-- so --&gt;</p>\n"),
        ("<div>\nso\n</div>", "<p>&lt;div&gt;\nso\n&lt;/div&gt;</p>\n"),
        (
            '<img src="x" onerror="y">',
            "<p>&lt;img src=&quot;x&quot; onerror=&quot;y&quot;&gt;</p>\n",
        ),
        ("5 < 6 & 7 > 6", "<p>5 &lt; 6 &amp; 7 &gt; 6</p>\n"),
    ],
)
def test_html_is_shown_as_it_was_typed(text: str, html: str) -> None:
    assert block(text) == html


@settings(derandomize=True, deadline=None, max_examples=300)
@given(text=st.text(alphabet="<>\"'&[]()!:/=abjavscript onerror#*_`\n-|\\", max_size=60))
def test_whatever_is_typed_runs_nothing_and_asks_for_nothing(text: str) -> None:
    for html in (block(text), inline(text)):
        page = see(html)
        assert page.tags <= SAFE
        assert page.handlers == set()
        assert [link for link in page.links if re.match(r"\s*\w+script:", link)] == []


SAFE = {
    *("p", "a", "em", "strong", "s", "code", "pre", "br", "hr", "blockquote", "img"),
    *("ul", "ol", "li", "h2", "h3", "h4", "h5", "h6"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


@pytest.mark.parametrize(
    ("heading", "levels"),
    [(2, [2, 2, 3, 4]), (3, [3, 3, 4, 5]), (4, [4, 4, 5, 6]), (5, [5, 5, 6, 6])],
)
def test_headings_start_at_the_level_asked_for(heading: int, levels: list[int]) -> None:
    html = block("# One\n\n## Two\n\n### Three\n\n#### Four", heading=heading)
    assert re.findall(r"<h(\d)>", html) == [str(level) for level in levels]
    assert see(html).faults == []


def test_same_text_is_written_the_same_again_at_another_level() -> None:
    prose = Prose()
    first = prose.block("## Two", LOOKUPS, heading=2)
    prose.block("## Two", LOOKUPS, heading=4)
    assert prose.block("## Two", LOOKUPS, heading=2) == first == "<h2>Two</h2>\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**Ask why.** When a child\nmisses school.", "Ask why. When a child misses school."),
        ("One.\n\n- Two\n- Three", "One. Two Three"),
        ("See [R1](question:R1) and `code`.", "See R1 and code."),
        ("<b>so</b> & so", "<b>so</b> & so"),
    ],
)
def test_plain_is_the_words_alone(text: str, words: str) -> None:
    assert plain(text) == words
