import pytest

from generator.diagnostics.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Łódź, naïve, 你好, a\xa0b", "Łódź, naïve, 你好, a\xa0b"),
        ("👩\u200d👧 stays one", "👩\u200d👧 stays one"),
        ("\x1b[31m \x00\x07\x7f\x9b", r"\x1b[31m \x00\x07\x7f\x9b"),
        ("\t\r\n", r"\t\r\n"),
        ("\u202a\u202b\u202c\u202d\u202e", r"\u202a\u202b\u202c\u202d\u202e"),
        ("\u2066\u2067\u2068\u2069\u200e", r"\u2066\u2067\u2068\u2069\u200e"),
        ("zero\u200bwidth\ufeff\u2028", r"zero\u200bwidth\ufeff\u2028"),
        ("\ud800", r"\ud800"),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_spelled_out(text: str, shown: str) -> None:
    assert visible(text) == shown
