"""The words that made-up audits are made of, and sentences put together from them by lot."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

import yaml

Lines = Mapping[str, Sequence[str]]

_SLOT: Final = re.compile(r"<([A-Za-z-]+)>")


@cache
def wording() -> Mapping[str, Any]:
    """All that wording.yml holds: subjects, themes, agencies, questions and phrases."""
    text = Path(__file__).with_name("wording.yml").read_text(encoding="utf-8")
    # Every scalar is a text, as in the data: `yes` is a word.
    held: Mapping[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506
    return held


def said(rng: Random, phrase: str, about: Lines | None = None) -> str:
    """One of the lines under `phrase`, with a line in the place of each `<word>`.

    `about` holds lines that are tried first. `<Other>` is a line of `<other>` with a capital.
    """
    return _filled(rng, _one(rng, phrase, about or {}), about or {})


def _filled(rng: Random, line: str, about: Lines) -> str:
    def fill(found: re.Match[str]) -> str:
        word = found[1]
        text = _filled(rng, _one(rng, word.lower(), about), about)
        return text[0].upper() + text[1:] if word[0].isupper() else text

    return _SLOT.sub(fill, line)


def _one(rng: Random, phrase: str, about: Lines) -> str:
    lines: Sequence[str] = about.get(phrase) or wording()["phrases"][phrase]
    return rng.choice(lines)
