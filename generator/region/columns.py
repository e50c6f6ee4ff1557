"""The columns of the tidy table as files have them: their types, and what they mean."""

from __future__ import annotations

import types
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final, Literal, Union, get_args, get_origin

from generator.aggregate.tidy import TidyRow
from generator.model.record import meaning

Kind = Literal["string", "integer", "number", "boolean"]
"""The type of a column, as a Table Schema calls it."""

_KINDS: Final[dict[type, Kind]] = {bool: "boolean", int: "integer", Decimal: "number"}
SQL_TYPES: Final[dict[Kind, str]] = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
}
"""The type that each kind has in Parquet and in SQL."""


@dataclass(frozen=True)
class Column:
    """One column."""

    name: str
    kind: Kind
    required: bool
    """Whether no cell of it is empty."""
    words: tuple[str, ...]
    """All that can stand in it, where that is known; none otherwise."""
    meaning: str

    @property
    def sql_type(self) -> str:
        """Its type in Parquet and in SQL."""
        return SQL_TYPES[self.kind]


def _column(name: str, annotation: Any) -> Column:
    is_union = get_origin(annotation) in (Union, types.UnionType)
    parts = get_args(annotation) if is_union else (annotation,)
    of = next(part for part in parts if part is not types.NoneType)
    words = tuple(one.value for one in of) if issubclass(of, StrEnum) else ()
    kind = _KINDS.get(of, "string")
    return Column(name, kind, types.NoneType not in parts, words, meaning(TidyRow, name))


COLUMNS: Final = tuple(
    _column(name, field.annotation) for name, field in TidyRow.model_fields.items()
)
"""Every column, in order."""

KEY: Final = ("audit", "asked", "question", "agency_kind", "measure", "answer", "unit")
"""What no two rows of a table have in common."""
