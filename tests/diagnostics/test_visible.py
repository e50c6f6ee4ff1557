import pytest

from generator.diagnostics.visible import unseen_in, visible


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


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "a\tb\nc\r\n",
        "soft\u00adhyphen",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "क\u094d\u200dष",
        "👩\u200d👧 ❤\ufe0f\u200d🔥 👩🏽\u200d🚀",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "no-break\u00a0space",
    ],
)
def test_what_a_script_a_name_or_an_emoji_needs_stays(text: str) -> None:
    assert [found.group() for found in unseen_in(text)] == []


@pytest.mark.parametrize(
    "sign",
    [
        "\x00",
        "\x1b",
        "\x85",
        "\x9b",
        "\u061c",
        "\u200b",
        "\u200e",
        "\u2028",
        "\u202e",
        "\u2066",
        "\u2060",
        "\ufeff",
        "\u3164",
        "\ue000",
        "\ufdd0",
        "\ud800",
        "\U000e0041",
        "\u200d",
        "\u180e",
    ],
)
def test_what_nobody_sees_is_found_where_it_stands(sign: str) -> None:
    assert [(found.start(), found.group()) for found in unseen_in(f"ab{sign}cd")] == [(2, sign)]
