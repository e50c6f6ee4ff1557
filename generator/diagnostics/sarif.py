"""SARIF 2.1.0: what code scanning services and editors read, with each rule's manual in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from generator.diagnostics.circumstances import Circumstances
from generator.diagnostics.diagnostic import Diagnostic, Place, Rule
from generator.diagnostics.forge import annotated, fingerprinted, sentences

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def write(found: Sequence[Diagnostic], circumstances: Circumstances) -> str:
    """The diagnostics as a SARIF log."""
    diagnostics, rules = list(annotated(found, circumstances)), circumstances.rules()
    broken = sorted({diagnostic.rule for diagnostic in diagnostics})
    index = {name: number for number, name in enumerate(broken)}
    run = {
        "tool": {"driver": {"name": "audits", "rules": [_rule(rules[name]) for name in broken]}},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(diagnostic, index[diagnostic.rule], fingerprint)
            for diagnostic, fingerprint in fingerprinted(diagnostics)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.sentence},
        # GitHub wants all three, and shows the help as the rule's page.
        "fullDescription": {"text": rule.sentence},
        "help": {"text": rule.manual, "markdown": rule.manual},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(diagnostic: Diagnostic, index: int, fingerprint: str) -> dict[str, Any]:
    return {
        "ruleId": diagnostic.rule,
        "ruleIndex": index,
        # SARIF's levels have the names of our severities.
        "level": diagnostic.severity.value,
        "message": {"text": sentences(diagnostic)},
        "locations": [{"physicalLocation": _location(diagnostic.place)}],
        "partialFingerprints": {"ruleFileMessage/v1": fingerprint},
    }


def _location(place: Place) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(place.path, errors="surrogatepass")},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endColumn": place.column + place.width,
        },
    }
