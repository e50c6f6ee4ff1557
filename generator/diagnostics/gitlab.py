"""GitLab: a Code Quality report, which merge requests show beside the lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator.diagnostics.circumstances import Circumstances
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.forge import annotated, fingerprinted, sentences

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def write(found: Sequence[Diagnostic], circumstances: Circumstances) -> str:
    """The diagnostics as a Code Quality report."""
    issues = [_issue(*pair) for pair in fingerprinted(annotated(found, circumstances))]
    return json.dumps(issues, indent=2) + "\n"


def _issue(diagnostic: Diagnostic, fingerprint: str) -> dict[str, Any]:
    return {
        "description": sentences(diagnostic),
        "check_name": diagnostic.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": diagnostic.place.path,
            "lines": {"begin": diagnostic.place.line},
        },
    }
