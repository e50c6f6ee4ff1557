"""Drawings: what is drawn stays, what is not is left out, and what could do more is refused."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.read.drawing import UnsafeDrawingError, redrawn

OPEN = '<svg xmlns="http://www.w3.org/2000/svg">'
NAMED = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:ink="http://www.inkscape.org/namespaces/inkscape">'
)


def drawn(inside: str, start: str = OPEN) -> str:
    """What is published of a drawing with this in it."""
    text = redrawn(f"{start}{inside}</svg>".encode()).decode()
    assert text.startswith(OPEN)
    return text.removeprefix(OPEN).removesuffix("</svg>")


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h8v2H0z" fill="#c00" stroke-width=".5"></path>',
        '<g transform="translate(2 3)"><rect x="1" width="8" height="2" rx="1"></rect></g>',
        '<text x="1" y="2" font-size="3">Plans &lt;late&gt; &amp; <tspan dy="1">23%</tspan></text>',
        '<defs><linearGradient id="a"><stop offset="0" stop-color="red"></stop></linearGradient>'
        '</defs><rect fill="url(#a)"></rect>',
        '<linearGradient id="b" href="#a"></linearGradient>',
    ],
)
def test_what_is_drawn_stays_as_it_is(inside: str) -> None:
    assert drawn(inside) == inside


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        ("<!-- drawn by me --><?editor me?><g/>", "<g></g>"),
        ("<metadata><me>author</me></metadata><title>me</title><desc>me</desc>", ""),
        ("me<g>me</g>", "<g></g>"),
        ('<ink:grid><rect/></ink:grid><g ink:label="me" data-me="1" class="me"/>', "<g></g>"),
        ('<linearGradient xlink:href="#a"/>', '<linearGradient href="#a"></linearGradient>'),
    ],
)
def test_what_nobody_sees_is_left_out(inside: str, left: str) -> None:
    assert drawn(inside, NAMED) == left


@pytest.mark.parametrize(
    ("inside", "holds"),
    [
        ("<script>alert(1)</script>", "an element `script`"),
        ("<style>g{}</style>", "an element `style`"),
        ("<foreignObject/>", "an element `foreignObject`"),
        ('<image href="a.png"/>', "an element `image`"),
        ('<use href="#a"/>', "an element `use`"),
        ('<set attributeName="href" to="javascript:1"/>', "an element `set`"),
        ('<g onclick="alert(1)"/>', "an attribute `onclick`"),
        ('<g style="fill:red"/>', "an attribute `style`"),
        (
            '<linearGradient xlink:href="a.svg#b"/>',
            "a reference to something outside it (`href`)",
        ),
        ('<g fill="url(a.svg#b)"/>', "a reference to something outside it (`fill`)"),
        ('<g fill="URL( &quot;//a&quot; )"/>', "a reference to something outside it (`fill`)"),
        ('<g fill="u\\72l(//a)"/>', "a reference to something outside it (`fill`)"),
        ('<g clip-path="url(#a) url(//b)"/>', "a reference to something outside it (`clip-path`)"),
        ("<g>" * 40 + "</g>" * 40, "more than 40 elements inside each other"),
        ("&me;", "something that is no XML (undefined entity)"),
        ("<g>", "something that is no XML (mismatched tag)"),
    ],
)
def test_what_is_more_than_a_drawing_is_refused(inside: str, holds: str) -> None:
    with pytest.raises(UnsafeDrawingError) as refused:
        drawn(inside, NAMED)
    assert refused.value.holds == holds


@pytest.mark.parametrize(
    ("data", "holds"),
    [
        (b'<!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>', "a document type"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "/etc/hostname">]><a>&b;</a>', "a document type"),
        (b"<svg/>", "`svg` in place of an SVG drawing"),
        (b'<html xmlns="http://www.w3.org/1999/xhtml"/>', "`html` in place of an SVG drawing"),
        (b'<?xml version="1.0" encoding="me"?><svg/>', "an encoding that is not known"),
        (b"", "something that is no XML"),
    ],
)
def test_what_is_no_drawing_is_refused(data: bytes, holds: str) -> None:
    with pytest.raises(UnsafeDrawingError) as refused:
        redrawn(data)
    assert refused.value.holds.startswith(holds)


def test_place_is_told() -> None:
    with pytest.raises(UnsafeDrawingError) as refused:
        redrawn(f"{OPEN}\n<g>\n  <script/></g></svg>".encode())
    assert (refused.value.line, refused.value.column) == (3, 3)


NAMES = st.sampled_from("svg g path a script style image set use title x:script ink".split())  # noqa: SIM905
ATTRIBUTES = st.dictionaries(
    st.sampled_from("d fill href onload style id class x:href xml:base".split()),  # noqa: SIM905
    st.sampled_from(["#a", "url(#a)", "url(//a)", "javascript:1", "M0", "&lt;g&gt;", "&#34;"]),
    max_size=3,
)


@st.composite
def elements(draw: st.DrawFn, deep: int = 0) -> str:
    inside = draw(st.lists(elements(deep + 1), max_size=3)) if deep < 4 else []
    attributes = "".join(f' {name}="{value}"' for name, value in draw(ATTRIBUTES).items())
    name = draw(NAMES)
    return f"<{name}{attributes}>{'me'.join(inside)}</{name}>"


@given(elements())
def test_what_is_published_is_a_drawing_and_stays_the_same(inside: str) -> None:
    start = OPEN.replace(">", ' xmlns:x="http://www.w3.org/1999/xlink">')
    try:
        once = redrawn(f"{start}{inside}</svg>".encode())
    except UnsafeDrawingError:
        return
    assert redrawn(once) == once
    tags = {one.tag.rpartition("}")[2] for one in ElementTree.fromstring(once).iter()}  # noqa: S314
    assert tags <= {"svg", "g", "path"}
    assert not any(word in once for word in (b"me<", b"script", b"//a", b"onload", b"style"))
