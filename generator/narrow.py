"""The one step that narrows data to an edition; nothing above it can show what it withheld.

A field that the edition may not show gets its default. Where it has none, the whole record
goes: a record that must have what may not be seen cannot be seen either.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final, TypeVar

from generator.model.edition import Edition
from generator.model.record import Record, widest_edition

Held = TypeVar("Held", bound=Record)

_WITHHELD: Final = object()


class NothingToShowError(ValueError):
    """An edition may show nothing at all of a record."""


def narrow(record: Held, edition: Edition) -> Held:
    """The record as `edition` may show it; raises NothingToShowError where that is nothing."""
    narrowed = _narrow(record, edition)
    if narrowed is _WITHHELD:
        raise NothingToShowError(type(record).__name__)
    kept: Held = narrowed
    return kept


def _narrow(value: Any, edition: Edition) -> Any:
    if isinstance(value, Record):
        return _narrow_record(value, edition)
    if isinstance(value, tuple):
        kept = (_narrow(item, edition) for item in value)
        return tuple(item for item in kept if item is not _WITHHELD)
    if isinstance(value, dict):
        items = ((key, _narrow(item, edition)) for key, item in value.items())
        return {key: item for key, item in items if item is not _WITHHELD}
    return value


def _narrow_record(record: Record, edition: Edition) -> Any:
    fields: dict[str, Any] = {}
    for name, widest in _editions(type(record)):
        shown = edition.may_show(widest)
        kept = _narrow(getattr(record, name), edition) if shown else _WITHHELD
        if kept is _WITHHELD:
            field = type(record).model_fields[name]
            if field.is_required():
                return _WITHHELD
            kept = field.get_default(call_default_factory=True)
        fields[name] = kept
    return type(record).model_construct(**fields)


@cache
def _editions(record: type[Record]) -> tuple[tuple[str, Edition], ...]:
    return tuple((name, widest_edition(record, name)) for name in record.model_fields)
