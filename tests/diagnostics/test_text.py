from collections.abc import Mapping
from dataclasses import replace

import click
import pytest

from generator.diagnostics import Diagnostic, Place, text
from tests.diagnostics.faults import AT_ROOT, ERROR, HOSTILE, MIXED, NOTE, WARNING

LINES = {
    ERROR.place: "titel: Domestic abuse\n",
    WARNING.place: "  - ref: R1\r\n",
}


def written(
    *diagnostics: Diagnostic, lines: Mapping[Place, str] = LINES, colour: bool = False
) -> str:
    return text.write(diagnostics, replace(AT_ROOT, line_at=lines.get, colour=colour))


def excerpt(line: str, column: int, width: int) -> list[str]:
    """The marked line and its marks, without what stands before them."""
    fault = replace(ERROR, place=Place("a.yml", 1, column, width), tip="")
    shown = written(fault, lines={fault.place: line}).splitlines()[3:5]
    return [row.partition("|")[2].removeprefix(" ") for row in shown]


def test_whole_output() -> None:
    assert written(*MIXED) == (
        """\
error[unknown-key]: `titel` is not known here
 --> audits/small/audit.yml:3:1
  |
3 | titel: Domestic abuse
  | ^^^^^
  |
  = tip: Did you mean `title`?

warning[never-answered]: no return answers `R1`
  --> audits/small/tool.yml:12:10
   |
12 |   - ref: R1
   |          ^^

note[never-answered]: no return answers `R1`
  --> audits/small/tool.yml:12:10
   |
12 |   - ref: R1
   |          ^^
   |
   = tip: Let stand: The source has none.

Found 1 error, 1 warning and 1 note in 2 files.
"""
    )


def test_no_such_line() -> None:
    assert written(ERROR, WARNING, lines={}) == (
        """\
error[unknown-key]: `titel` is not known here
 --> audits/small/audit.yml:3:1
  = tip: Did you mean `title`?

warning[never-answered]: no return answers `R1`
  --> audits/small/tool.yml:12:10

Found 1 error and 1 warning in 2 files.
"""
    )


def test_hostile_text_is_spelled_out() -> None:
    assert written(HOSTILE, lines={HOSTILE.place: "x: \x1b]0;owned\x07 \u202eabc\n"}) == (
        r"""error[unknown-key]: `x\r\n::stop-commands::y` is 100% ]]> \x1b[31m\u202e\u2066
 --> audits/a, b: 100%.yml:1:1
  |
1 | x: \x1b]0;owned\x07 \u202eabc
  | ^
  |
  = tip: See </script>,\nor: %0A.

Found 1 error in 1 file.
"""
    )


@pytest.mark.parametrize(
    ("diagnostics", "line"),
    [
        ([ERROR, ERROR, WARNING], "Found 2 errors and 1 warning in 2 files."),
        ([WARNING, WARNING], "Found 2 warnings in 1 file."),
        ([NOTE], "Found 1 note in 1 file."),
        ([], "No faults found in 40 files."),
    ],
)
def test_last_line(diagnostics: list[Diagnostic], line: str) -> None:
    assert written(*diagnostics).splitlines()[-1] == line


def test_nothing_is_one_line() -> None:
    assert text.write([], replace(AT_ROOT, files=1)) == "No faults found in 1 file.\n"


def test_colour() -> None:
    assert written(ERROR, colour=True) == (
        "\x1b[31m\x1b[1merror[unknown-key]\x1b[0m\x1b[1m: `titel` is not known here\x1b[0m\n"
        " \x1b[34m\x1b[1m-->\x1b[0m audits/small/audit.yml:3:1\n"
        "  \x1b[34m\x1b[1m|\x1b[0m\n"
        "\x1b[34m\x1b[1m3\x1b[0m \x1b[34m\x1b[1m|\x1b[0m titel: Domestic abuse\n"
        "  \x1b[34m\x1b[1m|\x1b[0m \x1b[31m\x1b[1m^^^^^\x1b[0m\n"
        "  \x1b[34m\x1b[1m|\x1b[0m\n"
        "  \x1b[34m\x1b[1m=\x1b[0m tip: Did you mean `title`?\n"
        "\n"
        "Found 1 error in 1 file.\n"
    )


def test_colour_is_all_that_colour_adds() -> None:
    assert click.unstyle(written(*MIXED, colour=True)) == written(*MIXED)


@pytest.mark.parametrize(
    ("line", "column", "width", "marks"),
    [
        ("a: b", 4, 1, "   ^"),
        ("名前: x", 1, 2, "^^^^"),
        ("名前: x", 5, 1, "      ^"),
        ("e\u0301te\u0301: x", 8, 1, "     ^"),
        ("a: b", 5, 3, "    ^"),
        ("a: b", 99, 3, "    ^"),
        ("a: b", 1, 99, "^^^^"),
        ("a: b", 0, 0, "^"),
        ("", 1, 1, "^"),
    ],
)
def test_marks_stand_below_the_place(line: str, column: int, width: int, marks: str) -> None:
    assert excerpt(line, column, width) == [line, marks]


def test_tabs_are_four_cells() -> None:
    assert excerpt("\ta:\tb", 5, 1) == ["    a:    b", "          ^"]


def test_escapes_are_as_wide_as_they_look() -> None:
    assert excerpt("\x1b\u202ea: b", 3, 1) == [r"\x1b\u202ea: b", "          ^"]


def test_long_line_is_cut_around_the_place() -> None:
    line = "x" * 300 + "HERE" + "y" * 300
    assert excerpt(line, 301, 4) == [
        "…" + "x" * 47 + "HERE" + "y" * 47 + "…",
        " " * 48 + "^^^^",
    ]


def test_long_line_is_cut_on_one_side_only() -> None:
    line = "HERE" + "y" * 300 + "THERE"
    assert excerpt(line, 1, 4) == ["HERE" + "y" * 94 + "…", "^^^^"]
    assert excerpt(line, 305, 5) == ["…" + "y" * 93 + "THERE", " " * 94 + "^^^^^"]
    assert excerpt(line, 310, 1) == ["…" + "y" * 93 + "THERE", " " * 99 + "^"]


def test_place_longer_than_fits() -> None:
    assert excerpt("x" * 300, 11, 280) == ["…" + "x" * 98 + "…", " " + "^" * 98]


def test_wide_characters_are_cut_by_their_width() -> None:
    shown, marks = excerpt("名" * 300, 151, 1)
    assert shown == "…" + "名" * 49 + "…"
    assert marks == " " * 49 + "^^"
