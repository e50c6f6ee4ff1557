"""What stands beside an exported table: a Frictionless Data Package that says what each column is.

https://datapackage.org/standard/data-package/
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Final

from generator.aggregate.tidy import TidyRow
from generator.model.edition import Edition
from generator.region.columns import COLUMNS, KEY, Column

FILE: Final = "datapackage.json"

_MEDIA_TYPES: Final = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}

_OF_CSV: Final = (
    " Before a text that a spreadsheet would take for a formula, a number or a date, and before "
    "one that starts with an apostrophe, stands an apostrophe: take away the first of each text."
)


def data_package(file: Path, format_: str, edition: Edition) -> dict[str, Any]:
    """The description of one exported file, as JSON has it."""
    is_csv = format_ == "csv"
    about = " ".join((TidyRow.__doc__ or "").split())
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "answers-of-audits",
        "title": f"Answers of all audits, {edition.value} edition",
        "description": about,
        "resources": [
            {
                "name": "answers",
                "type": "table",
                "path": file.name,
                "format": format_,
                "mediatype": _MEDIA_TYPES[format_],
                **({} if format_ == "parquet" else {"encoding": "utf-8"}),
                "bytes": file.stat().st_size,
                "hash": _hash(file),
                "description": about + (_OF_CSV if is_csv else ""),
                "schema": {
                    "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
                    "fields": [_field(column, is_csv=is_csv) for column in COLUMNS],
                    "missingValues": [""] if is_csv else [],
                    "uniqueKeys": [list(KEY)],
                },
            }
        ],
    }


def is_as_described(file: Path) -> bool | None:
    """Whether a file is, byte for byte, what the description beside it is of, whatever its name.

    None where nothing beside it describes a file of this name.
    """
    try:
        package = json.loads(file.with_name(FILE).read_text(encoding="utf-8"))
        described = {one["path"]: one["hash"] for one in package["resources"]}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None  # there is none, or it is nobody's that we know
    if _hash(file) in described.values():
        return True
    return False if file.name in described else None


def _hash(file: Path) -> str:
    with file.open("rb") as held:
        return f"sha256:{hashlib.file_digest(held, 'sha256').hexdigest()}"


def _field(column: Column, *, is_csv: bool) -> dict[str, Any]:
    yes_no = {"trueValues": ["yes"], "falseValues": ["no"]}
    words = {"enum": list(column.words)} if column.words else {}
    return {
        "name": column.name,
        "type": column.kind,
        "description": column.meaning,
        **(yes_no if column.kind == "boolean" and is_csv else {}),
        "constraints": {"required": column.required, **words},
    }
