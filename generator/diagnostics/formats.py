"""The formats that a check can speak in, by the name that `--format` takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Final, Protocol

from generator.diagnostics.circumstances import Circumstances
from generator.diagnostics.diagnostic import Diagnostic


class Format(Protocol):
    """Writes diagnostics, and the line break after the last one; it prints nothing itself."""

    def __call__(self, found: Sequence[Diagnostic], circumstances: Circumstances, /) -> str:
        """The diagnostics as text."""


FORMATS: Final[Mapping[str, str]] = {
    "text": "text",
    "github": "github",
    "gitlab": "gitlab",
    "sarif": "sarif",
    "json": "json_list",
}
"""The module of each; one that nobody asks for is not loaded."""


def format_called(name: str) -> Format:
    """The format of this name."""
    module = import_module(f"generator.diagnostics.{FORMATS[name]}")
    write: Format = module.write
    return write
