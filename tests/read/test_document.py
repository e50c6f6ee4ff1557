"""Places: the line and column of every key, value and piece of text, as an editor counts them."""

import pytest

from generator.diagnostics import Place
from generator.read import yaml
from generator.read.document import Document
from generator.read.yaml import Loc
from tests.read.reading import read

# Of a list or a set of keys only the sign that starts it is marked.
TEXT = """\
late-plans:
  kind: worry
  text: >-
    Łódź 👩‍👧 came late,
    see Łódź.
  themes: [planning,
    "a b"]
  rests_on: {answers: [R1, R2]}
"""


def document(text: str = TEXT) -> Document:
    parsed = yaml.parse(text)
    return Document("a.yml", text, parsed.root, parsed.event)


def case(text: str) -> Document:
    return read("case", text)[0].document


@pytest.mark.parametrize(
    ("loc", "value", "key"),
    [
        ((), (1, 1, 1), (1, 1, 1)),
        (("late-plans",), (2, 3, 1), (1, 1, 10)),
        (("late-plans", "kind"), (2, 9, 5), (2, 3, 4)),
        (("late-plans", "text"), (3, 9, 2), (3, 3, 4)),
        (("late-plans", "themes"), (6, 11, 1), (6, 3, 6)),
        (("late-plans", "themes", 1), (7, 5, 5), (7, 5, 5)),
        (("late-plans", "rests_on", "answers", 0), (8, 24, 2), (8, 24, 2)),
        # What is not there is at the nearest thing around it that is.
        (("late-plans", "agencies", 3), (2, 3, 1), (1, 1, 10)),
        (("late-plans", "kind", "worry"), (2, 9, 5), (2, 3, 4)),
        (("never",), (1, 1, 1), (1, 1, 1)),
    ],
)
def test_places_of_values_and_keys(
    loc: Loc, value: tuple[int, int, int], key: tuple[int, int, int]
) -> None:
    assert document().place(loc) == Place("a.yml", *value)
    assert document().key_place(loc) == Place("a.yml", *key)


@pytest.mark.parametrize(
    ("piece", "nth", "after", "place"),
    [
        ("Łódź", 0, "", (4, 5, 4)),
        ("Łódź", 1, "", (5, 9, 4)),
        ("Łódź", 0, "see ", (5, 9, 4)),
        ("came", 0, "", (4, 14, 4)),
        # Not there: the whole value. There, but after something else: the piece alone.
        ("Łódź", 2, "", (3, 9, 2)),
        ("Warsaw", 0, "", (3, 9, 2)),
        ("came", 0, "never ", (4, 14, 4)),
        # Outside the value.
        ("planning", 0, "", (3, 9, 2)),
    ],
)
def test_places_of_pieces_of_a_text(
    piece: str, nth: int, after: str, place: tuple[int, int, int]
) -> None:
    *_, found = document().places_of(("late-plans", "text"), [piece] * (nth + 1), after)
    assert found == Place("a.yml", *place)


def test_places_in_the_body_of_markdown() -> None:
    read_case = case("---\nage_band: 5 to 9\n---\n\n  A child.\n\nA child, again.\n")
    assert read_case.place(("pen_picture",)) == Place("a.yml", 5, 3, 8)
    assert read_case.key_place(("pen_picture",)) == Place("a.yml", 5, 3, 8)
    *_, second = read_case.places_of(("pen_picture",), ["child", "child"])
    assert second == Place("a.yml", 7, 3, 5)
    assert read_case.place(("age_band",)) == Place("a.yml", 2, 11, 6)
    assert read_case.place(("sex",)) == Place("a.yml", 2, 1, 1)


def test_a_body_without_text_is_at_the_line_above_it() -> None:
    assert case("---\nage_band: 5 to 9\n---\n\n").place(("pen_picture",)) == Place("a.yml", 3, 1, 3)
    assert case("---\n---").place(("pen_picture",)) == Place("a.yml", 2, 1, 3)


def test_places_in_prose() -> None:
    summary = read("summary", "\n\n# Why\n\nPlans were late. Plans were lost.\n")[0].document
    assert summary.place(()) == Place("a.yml", 3, 1, 5)
    *_, second = summary.places_of((), ["Plans", "Plans"])
    assert second == Place("a.yml", 5, 18, 5)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_system(end: str) -> None:
    read_lines = document(end.join(["a: 1", "b: [2,", "  3]", ""]))
    assert read_lines.place(("b", 1)) == Place("a.yml", 3, 3, 1)
    assert read_lines.place(("b",)) == Place("a.yml", 2, 4, 1)
    assert [read_lines.line(number) for number in range(6)] == [
        None,
        "a: 1",
        "b: [2,",
        "  3]",
        "",
        None,
    ]


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_signs_that_only_yaml_counts_as_line_ends(sign: str) -> None:
    assert document(f"a: 'one{sign}  two'\nb: 3\n").place(("b",)) == Place("a.yml", 2, 4, 1)


def test_an_empty_file_has_a_place() -> None:
    assert document("").place(("a",)) == Place("a.yml", 1, 1, 1)
    assert document("").line(1) == ""


def test_a_place_at_the_end_of_a_file() -> None:
    assert document("a: 1\n").index_place(5) == Place("a.yml", 2, 1, 1)
