"""That what looks at pages for the other tests sees what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import Site, fetched_by_css, see, targets


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ("<p>So</p>", []),
        ("<p>So", ["1:6: never closed: ['p']"]),
        ("<b><i>So</b></i>", ["1:9: </b> where <i> is open", "1:17: never closed: ['b']"]),
        ("<p><ul></ul></p>", ["1:4: <ul> in <p>"]),
        ("<h2>So<div></div></h2>", ["1:7: <div> in <h2>"]),
        ('<a href="a"><b><a href="b">So</a></b></a>', ["1:16: a link in a link"]),
        ('<p class="a" class="b">So</p>', ["1:1: <p> has an attribute twice: ['class', 'class']"]),
        ("<div/>", ["1:1: <div/> does not end a <div>"]),
        ('<svg><line x1="6"/></svg><br>', []),
    ],
)
def test_sees_what_is_ill_formed(html: str, faults: list[str]) -> None:
    assert see(html).faults == faults


def test_sees_ids_links_and_words() -> None:
    page = see('<p id="a">So <a id="b" href="c.html#d">and</a>\n so<script>no()</script></p>')
    assert (page.ids, page.links, page.text) == (["a", "b"], ["c.html#d"], "So and so")


@pytest.mark.parametrize(
    "html",
    [
        '<script src="//x"></script>',
        '<link rel="stylesheet" href="//x">',
        '<link rel="preconnect" href="//x">',
        '<img src="//x">',
        '<img srcset="//x 2x">',
        '<iframe src="//x"></iframe>',
        '<video poster="//x"></video>',
        '<object data="//x"></object>',
        '<form action="//x"></form>',
        '<svg><use href="//x"/></svg>',
        "<p style=\"background:url('//x')\"></p>",
        "<style>@import '//x';</style>",
        '<a href="y" ping="//x">So</a>',
    ],
)
def test_sees_what_a_page_asks_for(html: str) -> None:
    assert see(html).asks == ["//x"]


@pytest.mark.parametrize(
    "html", ['<a href="//x">So</a>', '<link rel="next" href="//x">', "<p>//x</p>"]
)
def test_sees_that_a_page_asks_for_nothing(html: str) -> None:
    assert see(html).asks == []


def test_sees_what_a_style_sheet_asks_for() -> None:
    sheet = "@import '//a'; p{background:url(b.png)} @font-face{src:url( \"//c\" )}"
    assert fetched_by_css(sheet) == ["//a", "b.png", "//c"]


@pytest.mark.parametrize(
    ("link", "faults"),
    [
        ("b.html", []),
        ("b.html#two", []),
        ("#one", []),
        ("../index.html", []),
        ("https://example.org/x", []),
        ("c.html", ["sub/a.html: c.html: there is no sub/c.html"]),
        ("b.html#three", ["sub/a.html: b.html#three: there is no #three on sub/b.html"]),
        ("#two", ["sub/a.html: #two: there is no #two on sub/a.html"]),
    ],
)
def test_sees_where_links_lead(link: str, faults: list[str], tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "index.html").write_text("<p>So</p>")
    (tmp_path / "sub" / "a.html").write_text('<p id="one">So</p>')
    (tmp_path / "sub" / "b.html").write_text('<p id="two">So</p>')
    assert list(targets(Site(tmp_path, ""), "sub/a.html", link)) == faults
