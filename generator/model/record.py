"""What every record shares: it is a value, and it knows no field but its own."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic_core import CoreSchema

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


def with_short_form(
    schema: CoreSchema, handler: GetJsonSchemaHandler, *short: str
) -> dict[str, Any]:
    """The JSON Schema of a record that can also be written as one value, of a type in `short`."""
    written = handler(schema)
    handler.resolve_ref_schema(written)["type"] = ["object", *short]
    return written
