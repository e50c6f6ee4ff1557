"""What the reader makes of YAML: the same as PyYAML, but for the types that nobody typed."""

from __future__ import annotations

from typing import Any

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from generator.read.document import Document
from generator.read.yaml import Fault, Loc, Mapping, Parsed, Sequence, Span, parse

CORE = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"]),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40)
PLAIN = ["yes", "no", "on", "null", "~", "True", "false", "12:30", "0123", "1e3", "2031-03-01"]
QUOTED = ["", " ", "# no remark", "- no list", "a: b", "don't know", '"', "two\nlines\n"]
WORDS = st.sampled_from([*PLAIN, *QUOTED, "Łódź", "👩\u200d👧"])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT | WORDS
KEYS = TEXT | WORDS
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


class Dumper(pyyaml.SafeDumper):
    """Writes a value as often as it occurs: authors write no aliases."""

    def ignore_aliases(self, data: object) -> bool:
        return data is not Ellipsis


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Nested data as YAML, in one of the ways in which people write it."""
    text: str = pyyaml.dump(
        draw(DATA),
        Dumper=Dumper,
        default_flow_style=draw(st.sampled_from([True, False, None])),
        default_style=draw(st.sampled_from([None, '"', "'", "|", ">"])),
        allow_unicode=draw(st.booleans()),
        indent=draw(st.sampled_from([2, 4])),
        width=draw(st.sampled_from([20, 80])),
        sort_keys=False,
    )
    # A style for every scalar leaves tags on those that are no text; nobody types them.
    text = text.replace("!!null ", "").replace("!!bool ", "")
    text = text.replace("!!int ", "").replace("!!float ", "")
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def expected(node: pyyaml.Node | None) -> Any:
    """What a node of PyYAML's own should become."""
    if isinstance(node, pyyaml.MappingNode):
        return {key.value: expected(value) for key, value in node.value}
    if isinstance(node, pyyaml.SequenceNode):
        return [expected(item) for item in node.value]
    if not isinstance(node, pyyaml.ScalarNode):
        return None
    is_plain = not node.style
    return CORE.get(node.value, node.value) if is_plain else node.value


def nodes(node: pyyaml.Node | None, loc: Loc = ()) -> list[tuple[Loc, pyyaml.Node]]:
    """Every node below a node of PyYAML's own, with the way to it."""
    found: list[tuple[Loc, pyyaml.Node]] = []
    if isinstance(node, pyyaml.MappingNode):
        for key, value in node.value:
            found += [((*loc, key.value), value), *nodes(value, (*loc, key.value))]
    elif isinstance(node, pyyaml.SequenceNode):
        for index, item in enumerate(node.value):
            found += [((*loc, index), item), *nodes(item, (*loc, index))]
    return found


def as_read(text: str) -> Document:
    parsed = parse(text)
    assert parsed.faults == []
    return Document("a.yml", text, parsed.root, parsed.event)


def index_of(text: str, line: int, column: int) -> int:
    """The index of a place, with lines counted as editors count them."""
    starts = [0]
    for index, sign in enumerate(text):
        if sign == "\n" or (sign == "\r" and text[index + 1 : index + 2] != "\n"):
            starts.append(index + 1)
    return starts[line - 1] + column - 1


@given(documents())
def test_same_structure_as_pyyaml(text: str) -> None:
    document = as_read(text)
    assert document.root == expected(pyyaml.compose(text, pyyaml.CBaseLoader))


@given(documents())
def test_every_place_is_where_its_value_starts(text: str) -> None:
    document = as_read(text)
    for loc, node in nodes(pyyaml.compose(text, pyyaml.CBaseLoader)):
        place = document.place(loc)
        assert index_of(text, place.line, place.column) == node.start_mark.index
        line = document.line(place.line)
        assert line is not None
        marked = line[place.column - 1 : place.column - 1 + place.width]
        # What is marked is the value's own text, but for what stands on further lines.
        written = text[node.start_mark.index : node.end_mark.index]
        assert written.startswith(marked.rstrip())


@given(documents())
def test_every_key_is_where_it_is_typed(text: str) -> None:
    document = as_read(text)
    composed = pyyaml.compose(text, pyyaml.CBaseLoader)
    above: list[tuple[Loc, pyyaml.Node | None]] = [((), composed), *nodes(composed)]
    for loc, node in above:
        if isinstance(node, pyyaml.MappingNode):
            for key, _ in node.value:
                place = document.key_place((*loc, key.value))
                assert index_of(text, place.line, place.column) == key.start_mark.index


@given(st.text() | st.text("{}[]:,-?&*!|>'\"%@`#~ \t\n\r\ufeff\u2028ab01") | documents())
def test_never_raises_and_every_fault_has_a_place(text: str) -> None:
    parsed = parse(text)
    document = Document("a.yml", text, parsed.root, parsed.event)
    for fault in parsed.faults:
        assert 0 <= fault.span.start <= len(text)
        place = document.index_place(fault.span.start)
        assert document.line(place.line) is not None


@given(st.integers(1, 200), st.sampled_from(["[", "{a: ", "- "]))
def test_depth_is_bounded(depth: int, opening: str) -> None:
    kinds = [fault.kind for fault in parse(opening * depth).faults]
    assert kinds == (["depth"] if depth > 40 else ["syntax"] if opening != "- " else [])


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("", None),
        ("# only a remark\n", None),
        ("---\n", None),
        ("a: yes\nb: no\nc: on\nd: off", {"a": "yes", "b": "no", "c": "on", "d": "off"}),
        ("[12:30, 0123, 1e3, 0o7, 0x1F, 1_000]", ["12:30", "0123", "1e3", "0o7", "0x1F", "1_000"]),
        ("[2031-03-01, .inf, -.5, =, <<]", ["2031-03-01", ".inf", "-.5", "=", "<<"]),
        ("[true, True, TRUE, tRUE, 'true']", [True, True, True, "tRUE", "true"]),
        ('[false, False, FALSE, fALSE, "false"]', [False, False, False, "fALSE", "false"]),
        (
            "[null, Null, NULL, nULL, ~, 'null', '~', '']",
            [*[None] * 3, "nULL", None, "null", "~", ""],
        ),
        ("a:\nb: ''\nc: |\n  x\n", {"a": None, "b": "", "c": "x\n"}),
        ("true: 1\nnull: 2\n1: 3\n", {"true": "1", "null": "2", "1": "3"}),
        ("don't know: isn't", {"don't know": "isn't"}),
        ("text: Łódź 👩‍👧 é e\u0301", {"text": "Łódź 👩‍👧 é e\u0301"}),
        ("a: >-\n  one\n  two\n\n  three\n", {"a": "one two\nthree"}),
        ("a: |\r\n  one\r\n  two\r\n", {"a": "one\ntwo\n"}),
        ("- a: 1\n  b: [x, {y: z}]\n", [{"a": "1", "b": ["x", {"y": "z"}]}]),
    ],
)
def test_what_stays_text_and_what_does_not(text: str, root: object) -> None:
    assert parse(text).root == root
    assert parse(text).faults == []


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a: 1\nb: 2\na: 3\n", [Fault("duplicate", Span(10, 11), "a", Span(0, 1))]),
        ("{a: 1, 'a': 2}", [Fault("duplicate", Span(7, 10), "a", Span(1, 2))]),
        (
            "a: &x 1\nb: *x\n",
            [Fault("anchor", Span(3, 7), "&x"), Fault("anchor", Span(11, 13), "*x")],
        ),
        ("a: !date 2031\n", [Fault("anchor", Span(3, 13), "!date")]),
        ("a: !!int 3\n", [Fault("anchor", Span(3, 10), "!!int")]),
        (
            "a: &x [1]\nb: &y {c: d}\n",
            [Fault("anchor", Span(3, 7), "&x"), Fault("anchor", Span(13, 17), "&y")],
        ),
        ("&k a: 1\n", [Fault("anchor", Span(0, 4), "&k")]),
        ("a: 1\n---\nb: 2\n", [Fault("documents", Span(5, 8))]),
        ("? [a]\n: 1\n", [Fault("key", Span(2, 3))]),
        (
            "\ta: 1\n",
            [
                Fault(
                    "syntax",
                    Span(0, 1),
                    "while scanning for the next token, "
                    "found character that cannot start any token",
                )
            ],
        ),
        (
            "a: 'x\nb: 2\n",
            [
                Fault(
                    "syntax",
                    Span(3, 4),
                    "while scanning a quoted scalar, found unexpected end of stream",
                )
            ],
        ),
        (
            "a: [x\nb: 2\n",
            [
                Fault(
                    "syntax",
                    Span(3, 4),
                    "while parsing a flow sequence, did not find expected ',' or ']'",
                )
            ],
        ),
        (
            "a: b: c\n",
            [Fault("syntax", Span(4, 5), "mapping values are not allowed in this context")],
        ),
    ],
)
def test_faults(text: str, faults: list[Fault]) -> None:
    assert parse(text).faults == faults


def test_the_first_of_two_keys_is_kept() -> None:
    assert parse("a: 1\nb: {c: 2}\na: {d: 3}\n").root == {"a": "1", "b": {"c": "2"}}


def test_of_two_keys_the_one_with_something_in_it_is_kept() -> None:
    assert parse("a:\na: 1\nb: >-\nb: 2\n").root == {"a": "1", "b": "2"}


def test_a_block_that_stands_twice_is_one_fault() -> None:
    text = "- a: 1\n  b: 2\n  a: 3\n  b: 4\n  c: 5\n  c: 6\n"
    assert parse(text).faults == [
        Fault("duplicate", Span(16, 17), "a", Span(2, 3)),
        Fault("duplicate", Span(37, 38), "c", Span(30, 31)),
    ]


def test_what_was_read_before_a_second_document_is_kept() -> None:
    assert parse("a: 1\n---\nb: 2\n").root == {"a": "1"}


def test_an_alias_stands_for_nothing() -> None:
    assert parse("a: &x {b: 1}\nc: *x\n").root == {"a": {"b": "1"}, "c": None}


def test_a_billion_laughs_do_not_grow() -> None:
    text = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    root = parse(text).root
    assert isinstance(root, Mapping)
    assert root["i"] == [None, None]


def test_mappings_and_lists_know_their_places() -> None:
    parsed = parse("a: [x, y]\n")
    assert isinstance(parsed, Parsed)
    assert isinstance(parsed.root, Mapping)
    assert isinstance(parsed.root["a"], Sequence)
    assert Document("a.yml", "a: [x, y]\n", parsed.root, parsed.event).place(("a", 1)).column == 8
