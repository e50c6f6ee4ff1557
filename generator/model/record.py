"""What every record shares: it is a value, and it knows no field but its own."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from generator.model.edition import Edition


class Record(BaseModel):
    """A frozen value read from a file; an unknown field is a fault, never ignored."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        written = handler(schema)
        for name, of_field in handler.resolve_ref_schema(written).get("properties", {}).items():
            if said := meaning(cls, name):
                of_field["description"] = said
        return written


@cache
def meaning(record: type[Record], field: str) -> str:
    """What a field means, in a line: the text below it in the source; empty where there is none.

    Pydantic can look for it too, whenever a class is made: every command would wait for what only
    schemas and messages say.
    """
    for kind in (kind for kind in record.__mro__ if issubclass(kind, Record)):
        if said := _meanings(kind.__module__).get(kind.__qualname__, {}).get(field):
            return said
    return ""


@cache
def _meanings(module: str) -> Mapping[str, Mapping[str, str]]:
    """By class what its fields mean."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: dict(_said(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def _said(of: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(of.body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, " ".join(text.split())


@cache
def widest_edition(record: type[Record], field: str) -> Edition:
    """The widest edition that `field` may appear in; restricted where the field names none."""
    for mark in record.model_fields[field].metadata:
        if isinstance(mark, Edition):
            return mark
    return Edition.RESTRICTED


def with_short_form(
    written: dict[str, Any], handler: GetJsonSchemaHandler, *short: str
) -> dict[str, Any]:
    """The JSON Schema of a record that can also be written as one value, of a type in `short`."""
    handler.resolve_ref_schema(written)["type"] = ["object", *short]
    return written
