"""Abbreviations are explained once a page, where somebody reads, and nothing else changes."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.registers import Term
from generator.render.abbreviations import abbreviator

GCP = Term(term="GCP", means="Graded Care Profile")
GCP2 = Term(term="GCP2", means="Graded Care Profile 2")
MARAC = Term(term="MARAC", means="Multi-Agency Risk Assessment Conference")
MARAC_PLAN = Term(term="MARAC plan", means="the plan that a MARAC makes")
QUOTED = Term(term="DASH", means='checklist for "honour" & stalking')
AND = Term(term="A&E", means="accident and emergency department")
WORD = Term(term="chronology", means="what happened, in order")


def marked(html: str, *terms: Term) -> str:
    return abbreviator(terms)(html)


def abbr(term: str, means: str) -> str:
    return f'<abbr tabindex="0" title="{means}">{term}</abbr>'


A_GCP = abbr("GCP", "Graded Care Profile")
A_MARAC = abbr("MARAC", "Multi-Agency Risk Assessment Conference")


@pytest.mark.parametrize(
    ("html", "explained"),
    [
        ("<p>The GCP was used.</p>", f"<p>The {A_GCP} was used.</p>"),
        ("GCP", A_GCP),
        ("<p>(GCP)</p>", f"<p>({A_GCP})</p>"),
        ("<p>a GCP, the</p>", f"<p>a {A_GCP}, the</p>"),
        ("<p>the GCP&#39;s steps</p>", f"<p>the {A_GCP}&#39;s steps</p>"),
    ],
)
def test_an_abbreviation_is_explained(html: str, explained: str) -> None:
    assert marked(html, GCP) == explained


def test_only_the_first_time_on_a_page() -> None:
    html = "<p>GCP and GCP.</p><p>GCP</p>"
    assert marked(html, GCP) == f"<p>{A_GCP} and GCP.</p><p>GCP</p>"


def test_each_of_several_once() -> None:
    html = "<p>MARAC, GCP, MARAC, GCP</p>"
    assert marked(html, GCP, MARAC) == f"<p>{A_MARAC}, {A_GCP}, MARAC, GCP</p>"


def test_the_next_page_starts_anew() -> None:
    mark = abbreviator([GCP])
    assert mark("<p>GCP</p>") == mark("<p>GCP</p>") == f"<p>{A_GCP}</p>"


@pytest.mark.parametrize("word", ["GCPs", "xGCP", "GCP-like", "pre-GCP", "gcp", "GCP2", "_GCP"])
def test_a_part_of_another_word_is_no_abbreviation(word: str) -> None:
    assert marked(f"<p>{word}</p>", GCP) == f"<p>{word}</p>"


@pytest.mark.parametrize("terms", [(GCP, GCP2), (GCP2, GCP)], ids=["short first", "long first"])
def test_the_longer_of_two_is_itself(terms: tuple[Term, ...]) -> None:
    two = abbr("GCP2", "Graded Care Profile 2")
    assert marked("<p>GCP2, then GCP</p>", *terms) == f"<p>{two}, then {A_GCP}</p>"


@pytest.mark.parametrize("terms", [(MARAC, MARAC_PLAN), (MARAC_PLAN, MARAC)])
def test_the_longest_that_fits_is_taken(terms: tuple[Term, ...]) -> None:
    plan = abbr("MARAC plan", "the plan that a MARAC makes")
    assert marked("<p>The MARAC plan of the MARAC</p>", *terms) == (
        f"<p>The {plan} of the {A_MARAC}</p>"
    )


@pytest.mark.parametrize(
    "html",
    [
        '<p class="GCP">x</p>',
        '<a href="GCP.html">x</a>',
        '<img src="a.png" alt="GCP">',
        "<GCP>x</GCP>",
        "<code>GCP</code>",
        "<pre><code>a\nGCP</code></pre>",
        "<pre>GCP</pre>",
        '<svg viewBox="0 0 1 1"><g><title>GCP</title><text>GCP</text></g></svg>',
        "<select><option>GCP</option></select>",
        '<select><option value="">any</option><option value="x">GCP</option></select>',
        "<h1>GCP</h1>",
        "<h1>The <em>GCP</em></h1>",
        "<h2 id='g'>GCP</h2>",
        "<h3><a href='#g'>GCP</a></h3>",
        "<dl><dt>GCP</dt></dl>",
        '<abbr title="so">GCP</abbr>',
        '<p><a href="glossary.html#gcp">the GCP</a></p>',
        "<details><summary>GCP</summary></details>",
    ],
)
def test_these_are_left_alone_and_the_next_is_explained(html: str) -> None:
    assert marked(html, GCP) == html
    assert marked(f"{html}<p>GCP</p>", GCP) == f"{html}<p>{A_GCP}</p>"


def test_where_one_is_stands_in_no_need_of_explanation() -> None:
    html = '<nav><ol><li><a href="x.html">Families at MARAC</a></li></ol></nav><p>{}</p>'
    assert marked(html.format("MARAC"), MARAC) == html.format(A_MARAC)


@pytest.mark.parametrize("tag", ["em", "strong", "li", "td", "th", "dd", "article"])
def test_these_are_read(tag: str) -> None:
    assert marked(f"<{tag}>The GCP</{tag}>", GCP) == f"<{tag}>The {A_GCP}</{tag}>"


def test_the_meaning_is_escaped() -> None:
    means = "checklist for &quot;honour&quot; &amp; stalking"
    assert marked("<p>DASH</p>", QUOTED) == f"<p>{abbr('DASH', means)}</p>"


def test_a_term_with_a_sign_that_html_escapes() -> None:
    explained = abbr("A&amp;E", "accident and emergency department")
    assert marked("<p>at A&amp;E twice</p>", AND) == f"<p>at {explained} twice</p>"


def test_words_that_are_no_abbreviation_are_for_the_glossary_alone() -> None:
    assert marked("<p>chronology</p>", WORD) == "<p>chronology</p>"


@pytest.mark.parametrize("terms", [(), (WORD,)], ids=["none", "words only"])
def test_without_abbreviations_nothing_changes(terms: tuple[Term, ...]) -> None:
    html = "<h1>GCP</h1><p>GCP, chronology &amp; <b>MARAC</b></p>"
    assert marked(html, *terms) == html


TERMS = (GCP, GCP2, MARAC, MARAC_PLAN, QUOTED, AND)
_TAGS = st.sampled_from(["p", "b", "code", "svg", "h1", "select", "a", "nav", "abbr"])
_TEXT = st.sampled_from(
    ["GCP", "GCP2", "MARAC plan", "MARAC", "DASH", "A&amp;E", " ", ", ", "&lt;GCP&gt;", "-", "x"]
)
_HTML = st.recursive(
    _TEXT,
    lambda inner: st.builds(
        "<{0}>{1}</{0}>".format, _TAGS, st.lists(inner, max_size=4).map("".join)
    ),
    max_leaves=12,
)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(html=st.lists(_HTML, max_size=6).map("".join))
def test_whatever_the_page_its_words_stay_as_they_were(html: str) -> None:
    explained = marked(html, *TERMS)
    # Taken out again, the explanations leave the page that there was.
    added = re.compile(r'<abbr tabindex="0" title="[^"]+">(.*?)</abbr>')
    assert added.sub(r"\1", explained) == html
    terms = [unescape(term) for term in added.findall(explained)]
    assert sorted(terms) == sorted(set(terms)), "a term was explained twice"
