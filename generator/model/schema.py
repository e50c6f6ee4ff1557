"""The JSON Schemas of all files, written from the model: what editors complete and check by."""

from __future__ import annotations

from typing import Any

from generator.model.layout import AUDIT_FILES, REGISTERS, FileKind


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by the name of its file: JSON Schema 2020-12, one a kind of file."""
    kinds = (kind for kind in (*REGISTERS, *AUDIT_FILES) if kind.record is not None)
    return {f"{kind.name}.schema.json": _schema(kind) for kind in kinds}


def _schema(kind: FileKind) -> dict[str, Any]:
    schema = kind.adapter.json_schema()
    if kind.body:
        # The text below the front matter is no key that an author writes.
        schema["properties"].pop(kind.body)
        schema["required"] = [one for one in schema.get("required", []) if one != kind.body]
    _fit_editors(schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind.pattern,
        "description": kind.about[:1].upper() + kind.about[1:] + ".",
        **{key: value for key, value in schema.items() if key not in ("title", "description")},
    }


def _fit_editors(schema: Any) -> None:
    """Let editors take what the reader takes: a number without quotes is text to it."""
    if isinstance(schema, dict):
        if schema.get("type") == "string" and "enum" not in schema:
            schema["type"] = ["string", "number"]
        if "patternProperties" in schema:
            schema["additionalProperties"] = False
        for part in schema.values():
            _fit_editors(part)
    elif isinstance(schema, list):
        for part in schema:
            _fit_editors(part)
