"""The one step that narrows data to an edition; nothing above it can show what it withheld.

A field that the edition may not show gets its default. Where it has none, the whole record
goes: a record that must have what may not be seen cannot be seen either.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final, TypeVar

from generator.model.anatomy import records_in
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
    kind = type(record)
    fields = dict(record)
    for name, is_shown in _to_narrow(kind, edition):
        kept = _narrow(fields[name], edition) if is_shown else _WITHHELD
        if kept is _WITHHELD:
            field = kind.model_fields[name]
            if field.is_required():
                return _WITHHELD
            kept = field.get_default(call_default_factory=True)
        fields[name] = kept
    return kind.model_construct(**fields)


@cache
def _to_narrow(kind: type[Record], edition: Edition) -> tuple[tuple[str, bool], ...]:
    """The fields that can hold what the edition may not show, each with whether it is shown."""
    shown = {name: edition.may_show(widest_edition(kind, name)) for name in kind.model_fields}
    return tuple(
        (name, is_shown)
        for name, is_shown in shown.items()
        if not is_shown or _can_hold_withheld(kind, name, edition)
    )


@cache
def _can_hold_withheld(kind: type[Record], field: str, edition: Edition) -> bool:
    return any(
        _to_narrow(inner, edition) for inner in records_in(kind.model_fields[field].annotation)
    )
