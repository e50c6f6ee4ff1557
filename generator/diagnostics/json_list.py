"""JSON: one list of flat objects, for programs of any kind."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.diagnostics.circumstances import Circumstances
from generator.diagnostics.diagnostic import Diagnostic


def write(found: Sequence[Diagnostic], circumstances: Circumstances) -> str:  # noqa: ARG001
    """The diagnostics as a JSON list; their paths are from the project's folder."""
    return json.dumps([_fault(diagnostic) for diagnostic in found], indent=2) + "\n"


def _fault(diagnostic: Diagnostic) -> dict[str, str | int]:
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "path": diagnostic.place.path,
        "line": diagnostic.place.line,
        "column": diagnostic.place.column,
        "message": diagnostic.message,
        "tip": diagnostic.tip,
    }
