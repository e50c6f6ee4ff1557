"""JSON: one list of flat objects, for programs of any kind."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.diagnostics.diagnostic import Diagnostic


def write(diagnostics: Sequence[Diagnostic]) -> str:
    """The diagnostics as a JSON list."""
    return json.dumps([_fault(diagnostic) for diagnostic in diagnostics], indent=2) + "\n"


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
