"""What a reader sees of a text, and where it stands in its file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.identify.seen import Written, see, text_seen


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("Ka**tar**zyna", "Katarzyna"),
        ("_Ana_ and snake_case", "Ana and snake_case"),
        ("[Tomos](case-7.md)", "Tomos"),
        ("Ma\u200bsha", "Masha"),
        ("M\u0430sha", "Masha"),
        ("Si\u00adob\u00adhan", "Siobhan"),
        ("Ren&eacute;e", "Renée"),
        ("O\u2019Neill", "O'Neill"),
        ("\uff2b\uff41\uff59", "Kay"),
        ("Mary\n  Bridget", "Mary Bridget"),
        ("one\n\ntwo", "one\ntwo"),
        ("one\n- two", "one\n- two"),
        ("<b>Samira</b>", "Samira"),
        ("<!-- Samira -->", " Samira "),
        ('{{ of("R1") }} of them', "… of them"),
        (r"\*Ana\*", "*Ana*"),
    ],
)
def test_marks_and_signs_that_nobody_sees_are_gone(raw: str, seen: str) -> None:
    assert see(raw, 0, len(raw)).text == seen


@pytest.mark.parametrize(
    ("raw", "written", "seen"),
    [
        (r"M\u0061sha", Written.IN_DOUBLE_QUOTES, "Masha"),
        (r"Zo\xeb", Written.IN_DOUBLE_QUOTES, "Zoë"),
        ("it''s Ana", Written.IN_SINGLE_QUOTES, "it's Ana"),
    ],
)
def test_escapes_are_what_they_stand_for(raw: str, written: Written, seen: str) -> None:
    assert see(raw, 0, len(raw), written).text == seen


def test_a_name_with_marks_inside_stands_where_it_is_written() -> None:
    raw = "We saw Ka**tar**zy\u200bna there."
    seen = see(raw, 0, len(raw))
    start = seen.text.index("Katarzyna")
    first, last = seen.span(start, start + len("Katarzyna"))
    assert raw[first:last] == "Ka**tar**zy\u200bna"


@given(
    st.text(alphabet="abc ÄЖ\n*_[]()&;#<>\\\u200b'\u2019-{}", max_size=40), st.sampled_from(Written)
)
def test_every_part_has_a_place_in_the_file(raw: str, written: Written) -> None:
    seen = see(raw, 0, len(raw), written)
    for at in range(len(seen.text)):
        first, last = seen.span(at, at + 1)
        assert 0 <= first < last <= len(raw)


@given(
    st.text(alphabet="aB Ä\n*_\\'\u2019-1>(.", max_size=40),
    st.integers(0, 3),
    st.integers(0, 3),
    st.sampled_from(Written),
)
def test_the_text_alone_is_the_text_with_places(
    raw: str, before: int, behind: int, written: Written
) -> None:
    end = max(before, len(raw) - behind)
    assert text_seen(raw, before, end, written) == see(raw, before, end, written).text
