"""Patterns become those of JavaScript, or are refused."""

from __future__ import annotations

import re

import pytest

from generator.collect.script_pattern import script_flags, script_pattern
from generator.identify.shapes import SHAPES


@pytest.mark.parametrize(
    ("pattern", "source"),
    [
        (r"(?<!\w)[0-9]+", r"(?:^|\W)[0-9]+"),
        (r"(?<![\w+.])x|(?<![/\]])y", r"(?:^|[^\w+.])x|(?:^|[^/\]])y"),
        (r"(?P<day>[0-9]+)(?P<sign>[/.])[0-9]+(?P=sign)", r"([0-9]+)([/.])[0-9]+(?:\2)"),
        (r"end\Z", "end$"),
        (r"\(?(?:a|b)(?!c)", r"\(?(?:a|b)(?!c)"),
    ],
)
def test_what_is_said_otherwise(pattern: str, source: str) -> None:
    assert script_pattern(re.compile(pattern)) == source


@pytest.mark.parametrize("pattern", [r"(?<=a)b", r"(?<!ab)c", r"(?i:a)b", r"\Aa"])
def test_what_cannot_be_said(pattern: str) -> None:
    with pytest.raises(ValueError, match="cannot be said to every browser"):
        script_pattern(re.compile(pattern))


def test_flags() -> None:
    assert (script_flags(re.compile("a", re.I)), script_flags(re.compile("a"))) == ("i", "")


def test_every_shape_can_be_said() -> None:
    assert all(script_pattern(shape.pattern) for shape in SHAPES)
