"""The formats that a check can speak in, by the name that `--format` takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from generator.diagnostics import github, gitlab, json_list, sarif, text
from generator.diagnostics.circumstances import Circumstances
from generator.diagnostics.diagnostic import Diagnostic


class Format(Protocol):
    """Writes diagnostics, and the line break after the last one; it prints nothing itself."""

    def __call__(self, found: Sequence[Diagnostic], circumstances: Circumstances, /) -> str:
        """The diagnostics as text."""


FORMATS: Mapping[str, Format] = {
    "text": text.write,
    "github": github.write,
    "gitlab": gitlab.write,
    "sarif": sarif.write,
    "json": json_list.write,
}
