"""What every record shares: it is a value, and it knows no field but its own."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from generator.model.edition import Edition


class Record(BaseModel):
    """A frozen value read from a file; an unknown field is a fault, never ignored."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        use_attribute_docstrings=True,
        arbitrary_types_allowed=True,
    )


@cache
def widest_edition(record: type[Record], field: str) -> Edition:
    """The widest edition that `field` may appear in; restricted where the field names none."""
    for mark in record.model_fields[field].metadata:
        if isinstance(mark, Edition):
            return mark
    return Edition.RESTRICTED


def note_editions(schema: dict[str, Any], record: type[Record]) -> None:
    """Write each field's edition into its JSON Schema, as `x-edition`."""
    for field, place in schema.get("properties", {}).items():
        place["x-edition"] = str(widest_edition(record, field))
