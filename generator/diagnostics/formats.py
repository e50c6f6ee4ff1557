"""The formats that a check can speak in, by the name that `--format` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.diagnostics import github, gitlab, json_list, sarif, text
from generator.diagnostics.diagnostic import Diagnostic, Rule


@dataclass(frozen=True)
class Circumstances:
    """What a format may need to know besides the diagnostics."""

    rules: Mapping[str, Rule]
    """Every rule by its name."""
    files: int
    """How many files were checked."""
    line_at: text.LineAt
    """The line of a file that a place is in."""
    colour: bool
    """Whether whoever reads it can show colours."""


Format = Callable[[Sequence[Diagnostic], Circumstances], str]
"""Writes diagnostics, and the line break after the last one; it prints nothing itself."""

FORMATS: Mapping[str, Format] = {
    "text": lambda found, of: text.write(found, of.line_at, of.files, colour=of.colour),
    "github": lambda found, _: github.write(found),
    "gitlab": lambda found, _: gitlab.write(found),
    "sarif": lambda found, of: sarif.write(found, of.rules),
    "json": lambda found, _: json_list.write(found),
}
