"""GitHub: workflow commands, which Actions turns into annotations of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics.circumstances import Circumstances
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.forge import annotated, sentences
from generator.diagnostics.visible import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}

# As the Actions toolkit has them; the percent sign first, for the others bring one.
_IN_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTIES = _IN_DATA | {":": "%3A", ",": "%2C"}


def write(found: Sequence[Diagnostic], circumstances: Circumstances) -> str:
    """The diagnostics as workflow commands, one a line."""
    return "".join(f"{_command(fault)}\n" for fault in annotated(found, circumstances))


def _command(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "title": diagnostic.rule,
    }
    head = ",".join(f"{name}={_escape(text, _IN_PROPERTIES)}" for name, text in properties.items())
    data = _escape(sentences(diagnostic), _IN_DATA)
    return f"::{_COMMANDS[diagnostic.severity]} {head}::{data}"


def _escape(text: str, escapes: dict[str, str]) -> str:
    for character, escape in escapes.items():
        text = text.replace(character, escape)
    # Only now: the line breaks are escaped already, and what is left would reach the log.
    return visible(text)
